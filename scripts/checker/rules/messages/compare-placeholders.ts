import type { Message, Placeholder } from '../../../../src/domain/messages/message-file.ts';
import { countName } from '../../../../src/domain/messages/message-units.ts';
import { closest } from '../../closest.ts';
import type { FormPair } from './message-pairs.ts';

/** How the placeholders of one text stand to its source's. */
export interface PlaceholderChanges {
  /** One of the translation's in the place of one of the source's. */
  readonly renamed: readonly {
    readonly found: Placeholder;
    readonly source: Placeholder;
    readonly isOnly: boolean;
  }[];
  /** Signs that were a placeholder before somebody damaged them. */
  readonly damaged: readonly { readonly from: number; readonly to: number; readonly source: Placeholder }[];
  readonly missing: readonly Placeholder[];
  readonly extra: readonly Placeholder[];
  /** `%s` for `%d`. */
  readonly retyped: readonly { readonly found: Placeholder; readonly source: Placeholder }[];
}

/**
 * What became of the placeholders of a source text.
 *
 * Languages reorder and repeat them, and a plural form for one number may leave the number out: `{{count}}` is not asked
 * of plural forms here.
 */
export function comparePlaceholders({ form, counterpart, unit, sourceUnit }: FormPair): PlaceholderChanges {
  const { message } = form;
  const sources = sourceUnit.forms.map((each) => each.message);
  const isPlural = [...unit.forms, ...sourceUnit.forms].some(({ selector }) => selector !== '');
  const own = byName(message.placeholders);
  const allowed = byName(sources.flatMap(({ placeholders }) => placeholders));
  const inEach = sources.map(({ placeholders }) => byName(placeholders));
  const required = [...byName(counterpart.message.placeholders).values()].filter(
    ({ name }) => inEach.every((names) => names.has(name)) && !(isPlural && name === countName),
  );
  const kindsOfSigns = new Set(Array.from(allowed.keys(), (name) => name[0]));
  const extra = [...own.values()].filter(
    ({ name, kind }) =>
      !allowed.has(name) &&
      !(isPlural && name === countName) &&
      (kind !== 'loose' || kindsOfSigns.has(name[0])),
  );
  const lost = required.filter(({ name }) => !own.has(name));
  const damaged = lost.slice(0, mostLooked).flatMap((source) => {
    const place = findDamaged(message, source);
    return place === undefined ? [] : [{ ...place, source }];
  });
  const whole = extra.filter(({ from, to }) => !damaged.some((other) => other.from < to && from < other.to));
  const found = new Set(damaged.map(({ source }) => source));
  const missing = lost.filter((placeholder) => !found.has(placeholder));
  return {
    ...pairRenamed(whole, missing),
    damaged,
    retyped: retypedIn(own, allowed),
  };
}

function byName(placeholders: readonly Placeholder[]): ReadonlyMap<string, Placeholder> {
  const named = new Map<string, Placeholder>();
  for (const each of placeholders) if (!named.has(each.name)) named.set(each.name, each);
  return named;
}

/** Texts with more changes than this are no translations of each other: pairing them one by one tells nothing. */
const mostLooked = 20;

function pairRenamed(
  extra: readonly Placeholder[],
  missing: readonly Placeholder[],
): Pick<PlaceholderChanges, 'renamed' | 'missing' | 'extra'> {
  const renamed: { found: Placeholder; source: Placeholder; isOnly: boolean }[] = [];
  const left = new Set(missing);
  const isOnly = extra.length === 1 && missing.length === 1;
  for (const found of missing.length > mostLooked ? [] : extra.slice(0, mostLooked)) {
    const alike = [...left].filter(({ kind }) => kind === found.kind);
    const near = isOnly
      ? alike[0]?.name
      : closest(
          found.name,
          alike.map(({ name }) => name),
        );
    const source = alike.find(({ name }) => name === near);
    if (source === undefined) continue;
    left.delete(source);
    renamed.push({ found, source, isOnly });
  }
  const taken = new Set(renamed.map(({ found }) => found));
  const [found, ...more] = extra.filter((each) => !taken.has(each));
  const [source] = left;
  if (found !== undefined && more.length === 0 && left.size === 1 && source?.kind === found.kind) {
    left.delete(source);
    taken.add(found);
    renamed.push({ found, source, isOnly: false });
  }
  return { renamed, missing: [...left], extra: extra.filter((each) => !taken.has(each)) };
}

/** The name of a lost placeholder between brackets that are doubled, lost or of another width. */
function findDamaged(
  { text }: Message,
  { name, kind }: Placeholder,
): { readonly from: number; readonly to: number } | undefined {
  const bare = bareName(name);
  if (kind !== 'value' || bare === '') return undefined;
  for (let at = text.indexOf(bare); at !== -1; at = text.indexOf(bare, at + bare.length)) {
    const before = /[{｛（(%$]{0,2}[{｛]\s{0,2}$/u.exec(text.slice(Math.max(0, at - 5), at))?.[0] ?? '';
    const end = at + bare.length;
    const after = /^\s{0,2}[}｝]{1,3}/u.exec(text.slice(end, end + 5))?.[0] ?? '';
    // `{{name.first}}` is another placeholder.
    const isCut = before !== '' && !/^[\p{L}\p{N}_.,[-]/u.test(text.slice(end, end + 1));
    const isOpen = before === '' && after !== '' && !isLetter(text[at - 1]);
    if ((before !== '' && after !== '') || isCut || isOpen)
      return { from: at - before.length, to: end + after.length };
  }
  return undefined;
}

function isLetter(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}]/u.test(character);
}

/**
 * A placeholder as its text writes it, where that is short: `{{date, long}}`, `%2$d`; else its name.
 * @example writtenAs('Due {{ date }}', { name: '{{date}}', from: 4, to: 14, kind: 'value' }) // => '{{ date }}'
 */
export function writtenAs(text: string, { name, from, to }: Placeholder): string {
  return to - from > longestWritten || isBlock(text.slice(from, to)) ? name : text.slice(from, to);
}

const longestWritten = 40;

/** `{n, plural, …}`, which holds texts. */
export function isBlock(written: string): boolean {
  return /^\{[^{}]*\{/.test(written) && !written.startsWith('{{');
}

/**
 * A placeholder's name without its signs.
 * @example bareName('{{count}}') // => 'count'
 */
export function bareName(name: string): string {
  return name.replace(/^\$t\(|^[{%$:(]+|[})$]+$/g, '');
}

function retypedIn(
  own: ReadonlyMap<string, Placeholder>,
  allowed: ReadonlyMap<string, Placeholder>,
): PlaceholderChanges['retyped'] {
  return [...own.values()].flatMap((found) => {
    const source = allowed.get(found.name);
    const isSame = source === undefined || kindOfType(source.type) === kindOfType(found.type);
    return isSame ? [] : [{ found, source }];
  });
}

function kindOfType(type: string | undefined): string {
  if (type === undefined) return '';
  if (type === 'd' || type === 'u') return 'whole number';
  return type === 'f' ? 'number' : 'text';
}
