import type { Parameter, Shortcode } from './find-shortcodes.ts';

/*
 * What the shortcodes of widely used themes mean: Docsy, Kubernetes, Hextra, Relearn, Book, LoveIt, and Hugo's own
 * (their documentation). Others are components.
 */

const plainCallouts = new Set(
  'note tip hint info important caution warning danger attention error success question example'.split(' '),
);
/** Their kind is a parameter. */
const namedCallouts = new Set(['alert', 'notice', 'callout', 'admonition', 'hint', 'pageinfo', 'message']);
const kindParameters = new Set(['type', 'color', 'colour', 'context', 'level', 'kind', 'variant']);
const verbatim = new Set([
  'highlight',
  'mermaid',
  'katex',
  'math',
  'raw',
  'rawhtml',
  'html',
  'plantuml',
  'goat',
  'chart',
  'markmap',
]);
const titleParameters = new Set(['title', 'header', 'heading', 'summary', 'caption', 'tabname', 'label']);
const named = new Set(['tab', 'tabitem', 'details', 'expand', 'collapse', 'accordion-item']);
/** Parameters that hold words for readers, which a translation changes. */
const wordParameters = new Set([...titleParameters, 'text', 'alt', 'tooltip', 'attr', 'name', 'subtitle']);

/** The callout that a shortcode shows, `undefined` if it shows none. */
export function calloutOf({ name, parameters }: Shortcode): string | undefined {
  if (namedCallouts.has(name)) {
    const kind =
      parameters.find((parameter) => parameter.name !== undefined && kindParameters.has(parameter.name)) ??
      parameters.find((parameter) => parameter.name === undefined);
    const value = kind?.value.toLowerCase() ?? '';
    return /^[a-z][\w-]{0,30}$/.test(value) ? value : name;
  }
  return plainCallouts.has(name) ? name : undefined;
}

/** Whether a shortcode shows its content as it is written: as code, a diagram or a formula. */
export function isVerbatim({ name, parameters }: Shortcode): boolean {
  if (verbatim.has(name)) return true;
  return name === 'tab' && parameters.some((parameter) => parameter.name === 'codelang');
}

/** The language of what a shortcode shows as code. */
export function languageOf({ name, parameters }: Shortcode): string | undefined {
  if (name !== 'highlight') {
    const language = parameters.find(
      (parameter) => parameter.name === 'codelang' || parameter.name === 'lang',
    );
    return language?.value ?? (name === 'tab' ? undefined : name);
  }
  return parameters[0]?.value;
}

/** The words for readers above a shortcode's content. */
export function titleOf(shortcode: Shortcode): Parameter | undefined {
  const { name, parameters } = shortcode;
  const title = parameters.find(
    (parameter) =>
      parameter.name !== undefined &&
      (titleParameters.has(parameter.name.toLowerCase()) || (parameter.name === 'name' && named.has(name))),
  );
  if (title !== undefined) return title;
  const [first, second] = parameters.filter((parameter) => parameter.name === undefined);
  if (namedCallouts.has(name)) return second;
  return named.has(name) || plainCallouts.has(name) ? first : undefined;
}

/** The words for readers that a shortcode puts into a sentence. */
export function shownTextOf({ name, parameters }: Shortcode): Parameter | undefined {
  return name === 'figure' ? undefined : parameters.find((parameter) => parameter.name === 'text');
}

/** The image that a shortcode shows. */
export function imageOf({ name, parameters }: Shortcode): { source: string; alt: string } | undefined {
  const valueOf = (key: string): string | undefined =>
    parameters.find((parameter) => parameter.name === key)?.value;
  const source = valueOf('src');
  if ((name !== 'figure' && name !== 'img' && name !== 'image') || source === undefined) return undefined;
  return { source, alt: valueOf('alt') ?? valueOf('caption') ?? '' };
}

/** A shortcode's name and those of its parameters that no translation changes. */
export function describeShortcode({ name, parameters }: Shortcode): string {
  const kept = parameters.filter(
    (parameter) => parameter.name === undefined || !wordParameters.has(parameter.name.toLowerCase()),
  );
  return [name, ...kept.map((parameter) => writtenAs(parameter))].join(' ');
}

function writtenAs({ name, value }: Parameter): string {
  const written = /[\s"]|^$/.test(value) ? JSON.stringify(value) : value;
  return name === undefined ? written : `${name}=${written}`;
}

/** The page that `{{< ref "page.md#part" >}}` leads to. */
export function targetOf({ name, parameters }: Shortcode): string | undefined {
  if (name !== 'ref' && name !== 'relref') return undefined;
  return parameters.find((parameter) => parameter.name === undefined || parameter.name === 'path')?.value;
}
