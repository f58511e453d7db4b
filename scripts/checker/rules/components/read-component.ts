import { readLinkTarget } from '../../../../src/domain/document/link-target.ts';

/** A component, shortcode or extension as a page calls it. */
export interface ComponentCall {
  readonly name: string;
  readonly attributes: readonly ComponentAttribute[];
  /** Equal for two calls that show the same thing in two languages. */
  readonly key: string;
}

/** One attribute; `name` is its place, from 0, where the page gives values without names. */
export interface ComponentAttribute {
  readonly name: string;
  readonly value: string;
  /** False where the value is words of a language, or belongs to it. */
  readonly isFixed: boolean;
}

/**
 * Reads how a component is called, from its source: MDX `<Tabs group="os">` and `{expression}`, Hugo
 * `{{< tabs name="os" >}}`, Learn `:::image source="a.png":::` and `[!INCLUDE [title](a.md)]`, MkDocs
 * `{* include.py *}` and `/// tab | Title`. Of what is written otherwise, `summary` tells the name and the values.
 *
 * @example readComponent('{{< note id="a1" title="Tip" >}}').key // => 'note id=a1'
 */
export function readComponent(source: string, summary = ''): ComponentCall {
  const { name, attributes } = readCall(source) ?? readSummary(summary);
  const fixed = attributes
    .filter(({ isFixed }) => isFixed)
    .map((own) => `${own.name}=${valueKey(own.value)}`);
  return { name, attributes, key: [name, ...fixed.toSorted()].join(' ') };
}

/** Whether two values lead to the same place, whatever the language: `/en/a.md` and `/de/a.md`. */
export function isSameValue(one: string, other: string): boolean {
  return one === other || valueKey(one) === valueKey(other);
}

function valueKey(value: string): string {
  const isAddress = /^[\w./:#?&=%@~\\-]+$/.test(value) && value.includes('/');
  return isAddress ? readLinkTarget(value).key : value;
}

type Call = Omit<ComponentCall, 'key'>;

function readSummary(summary: string): Call {
  const name = /^\S+/.exec(summary)?.[0] ?? '';
  return { name, attributes: readArguments(summary.slice(name.length)) };
}

function readCall(source: string): Call | undefined {
  const shortcode = /^\{\{[<%]\s*(\/?\s*[^\s>%]+)([\s\S]*?)\/?\s*[>%]\}\}/.exec(source);
  if (shortcode !== null)
    return { name: (shortcode[1] ?? '').replace(/\s/g, ''), attributes: readArguments(shortcode[2] ?? '') };
  const colons = /^:::\s?([\w-]+)([^\n]*?)(?::::)?\s*$/m.exec(source);
  if (colons !== null && source.startsWith(':::'))
    return { name: (colons[1] ?? '').toLowerCase(), attributes: readArguments(colons[2] ?? '') };
  const bracket = /^\[!([\w-]+)\s*(?:\[[^\]]*\]\(([^)]*)\)|([^\][]*))\s*\]/.exec(source);
  if (bracket !== null) {
    const target = (bracket[2] ?? bracket[3] ?? '').trim();
    return { name: (bracket[1] ?? '').toLowerCase(), attributes: [attributeOf('0', target)] };
  }
  const include = /^\{\*\s*([\s\S]*?)\s*\*\}$/.exec(source);
  if (include !== null) return { name: 'include', attributes: readArguments(include[1] ?? '') };
  const element = /^<([\w.:-]+)/.exec(source);
  if (element !== null) {
    return { name: element[1] ?? '', attributes: readAttributes(source.slice(element[0].length)) };
  }
  const slashes = /^\/{3,}\s*([\w-]+)/.exec(source);
  if (slashes !== null) return { name: slashes[1] ?? '', attributes: [] };
  if (!source.startsWith('{')) return undefined;
  return { name: '{}', attributes: [{ name: '0', value: withoutTexts(source.slice(1, -1)), isFixed: true }] };
}

/** Of a shortcode or extension: `key="value"`, `"value"`, `value`. */
function readArguments(source: string): readonly ComponentAttribute[] {
  const found = source.matchAll(/(?:([\w-]+)=)?(?:"([^"]*)"|'([^']*)'|`([^`]*)`|([^\s"'`=]+))/g);
  return [...found].map(([, name, double, single, raw, bare], at) =>
    attributeOf(name ?? String(at), double ?? single ?? raw ?? bare ?? ''),
  );
}

/** Of an element's opening tag, behind its name. */
function readAttributes(source: string): readonly ComponentAttribute[] {
  const attributes: ComponentAttribute[] = [];
  const attribute = /\s+([\w:.-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|(?=(\{))))?/y;
  for (let match = attribute.exec(source); match !== null; match = attribute.exec(source)) {
    const [, name = '', double, single, brace] = match;
    if (brace === undefined) {
      attributes.push(attributeOf(name, double ?? single ?? ''));
      continue;
    }
    const end = closingBrace(source, attribute.lastIndex);
    const value = withoutTexts(source.slice(attribute.lastIndex + 1, end));
    attributes.push({ name, value, isFixed: !languageNames.has(name.toLowerCase()) });
    attribute.lastIndex = end + 1;
  }
  return attributes;
}

function closingBrace(source: string, open: number): number {
  let depth = 0;
  for (let at = open; at < source.length; at++) {
    if (source[at] === '{') depth += 1;
    else if (source[at] === '}') depth -= 1;
    if (depth === 0) return at;
  }
  return source.length;
}

/** An expression without the texts in it, which may be said in another language, and without white space. */
function withoutTexts(expression: string): string {
  return expression
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`/g, '""')
    .replaceAll(/\s+/g, '');
}

function attributeOf(name: string, value: string): ComponentAttribute {
  const isNamed = !/^\d+$/.test(name);
  const isWords = value === '' ? !isNamed : /\s|[^\p{ASCII}]/u.test(value);
  return { name, value, isFixed: !isWords && !languageNames.has(name.toLowerCase()) };
}

/** Attributes that hold words a reader sees, or say which language they are in. */
const languageNames: ReadonlySet<string> = new Set([
  'alt',
  'alt-text',
  'alttext',
  'aria-label',
  'caption',
  'class',
  'classname',
  'content',
  'desc',
  'description',
  'dir',
  'header',
  'heading',
  'height',
  'hreflang',
  'label',
  'lang',
  'locale',
  'name',
  'placeholder',
  'rel',
  'style',
  'subtitle',
  'summary',
  'text',
  'title',
  'tooltip',
  'translate',
  'width',
]);
