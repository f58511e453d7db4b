import type { Block, PageDocument } from '../../../src/domain/document/page-document.ts';
import { spanOfRunText } from '../../../src/domain/document/spans.ts';
import { languageKeyOf } from '../../../src/domain/locale/display-names.ts';
import { formerNames } from '../../../src/domain/locale/former-names.ts';
import {
  isFormerTerritoryName,
  resolveTerritory,
  territoryCodes,
  territoryName,
} from '../../../src/domain/locale/territories.ts';
import { lineEnd, lineStart } from '../edit-text.ts';
import type { Mutation, MutationKind, ParityPair } from '../mutation.ts';
import { hasOutline } from '../outline.ts';
import { dropSibling, outlineWithout, type SiblingLines, separatorAt, siblingLines } from './siblings.ts';

/** What can happen to a bulleted list of countries. */
export const countryKinds: readonly MutationKind[] = [
  {
    name: 'drop a country',
    rules: ['missing-country'],
    mutationsOf: (pair) =>
      eachCountry(pair, ({ siblings, n, item }, document) => ({
        edits: [dropSibling(siblings, n)],
        isMeant: (after) => hasOutline(after, outlineWithout(document, [item])),
      })),
  },
  {
    name: 'add a country',
    rules: ['extra-country'],
    mutationsOf: (pair) =>
      eachCountry(pair, (place, document) => {
        const absent = territoryCodes.filter((code) => !place.codes.includes(code));
        const code = absent[(place.n * 37) % absent.length] ?? 'NO';
        return inserted(pair, place, document, territoryName(code, pair.locale));
      }),
  },
  {
    name: 'repeat a country',
    rules: ['repeated-country'],
    mutationsOf: (pair) =>
      eachCountry(pair, (place, document) => inserted(pair, place, document, place.item.text)),
  },
  {
    name: 'garble a country',
    rules: ['unknown-country', 'missing-country'],
    mutationsOf: (pair) =>
      eachCountry(pair, ({ item }, document) => {
        const letters = [...item.text];
        const at = letters.findIndex(
          (letter, n) => n > 0 && n + 1 < letters.length && letter !== letters[n + 1],
        );
        const from = at === -1 ? 0 : at;
        const garbled = letters.toSpliced(from, 2, letters[from + 1] ?? '', letters[from] ?? '').join('');
        return renamed(pair, item, document, garbled, resolveTerritory(garbled, pair.locale) === undefined);
      }),
  },
  {
    name: "a country in the source's language",
    rules: ['untranslated-country', 'unknown-country'],
    mutationsOf: (pair) =>
      eachCountry(pair, ({ item, code }, document) => {
        const name = territoryName(code, pair.sourceLocale);
        return renamed(pair, item, document, name, resolveTerritory(name, pair.locale) === undefined);
      }),
  },
  {
    name: 'a continent for a country',
    rules: ['unknown-country'],
    mutationsOf: (pair) =>
      eachCountry(pair, ({ item, n }, document) => {
        const regions = new Intl.DisplayNames(pair.locale, { type: 'region', fallback: 'none' });
        const name = regions.of(continents[n % continents.length] ?? '') ?? '';
        return renamed(pair, item, document, name, name !== '');
      }),
  },
  {
    name: 'an older name for a country',
    rules: ['outdated-country'],
    mutationsOf: (pair) =>
      eachCountry(pair, ({ item, code }, document) => {
        const [name = ''] = formerNames[languageKeyOf(pair.locale)]?.[code]?.split(' | ') ?? [];
        return renamed(pair, item, document, name, isFormerTerritoryName(name, code, pair.locale));
      }),
  },
  {
    name: 'garble a list of countries',
    rules: ['garbled-country-list'],
    mutationsOf: garbledLists,
  },
];

/** UN M.49. */
const continents = ['002', '142', '150'];

/** Three in four names of a list turned around, letter by letter. */
function garbledLists({ locale, translation: { text, document } }: ParityPair): readonly Mutation[] {
  return countryListsOf(document, locale).flatMap(({ list, codes }): Mutation[] => {
    const gone = list.children.filter((item, n) => n % 4 !== 0 && isBare(text, item));
    const names = gone.map((item) => [...item.text].toReversed().join(''));
    const isMeant = names.every((name) => resolveTerritory(name, locale) === undefined);
    if (codes.length < fewestToGarble || gone.length < codes.length * 0.7 || !isMeant) return [];
    return [
      {
        what: `the list in line ${list.span.start.line}`,
        node: list,
        edits: gone.map((item, n) => {
          const { start, end } = spanOfRunText(item, 0, item.text.length);
          const edit = { from: start.offset, to: end.offset, text: names[n] ?? '' };
          return n === 0 ? { ...edit, place: 'first-line' as const } : edit;
        }),
        isMeant: (after) => after.blocks.length === document.blocks.length,
      },
    ];
  });
}

const fewestToGarble = 8;

function isBare(text: string, item: Block): boolean {
  const { start, end } = spanOfRunText(item, 0, item.text.length);
  return text.slice(start.offset, end.offset) === item.text;
}

/** A list of countries. */
export interface CountryList {
  readonly list: Block;
  /** By item; empty for one that is no country. */
  readonly codes: readonly string[];
}

/** Shorter lists name countries for other reasons. */
const fewestCountries = 4;

/** The bulleted lists of a page whose items are nearly all countries. */
export function countryListsOf(document: PageDocument, locale: string): readonly CountryList[] {
  return document.blocks.flatMap((list): CountryList[] => {
    if (list.list?.ordered !== false || list.children.length < fewestCountries) return [];
    const codes = list.children.map(({ text }) => resolveTerritory(text, locale)?.code ?? '');
    const known = codes.filter((code) => code !== '').length;
    return known >= list.children.length * 0.8 ? [{ list, codes }] : [];
  });
}

interface CountryPlace {
  readonly siblings: SiblingLines;
  readonly n: number;
  readonly item: Block;
  readonly code: string;
  readonly codes: readonly string[];
}

type Change = Omit<Mutation, 'what'>;

function eachCountry(
  { locale, translation: { text, document } }: ParityPair,
  change: (place: CountryPlace, document: PageDocument) => Change | undefined,
): readonly Mutation[] {
  return countryListsOf(document, locale).flatMap(({ list, codes }) =>
    (siblingLines(text, list) ?? []).flatMap((siblings) =>
      siblings.children.flatMap((item, n): Mutation[] => {
        const code = codes[n] ?? '';
        const made = code === '' ? undefined : change({ siblings, n, item, code, codes }, document);
        return made === undefined ? [] : [{ what: `${code} in line ${item.span.start.line}`, ...made }];
      }),
    ),
  );
}

/** One more country behind the n-th. */
function inserted(
  { translation: { text } }: ParityPair,
  { siblings, n, item }: CountryPlace,
  document: PageDocument,
  name: string,
): Change {
  const { from, to } = siblings.lines[n] ?? { from: 0, to: 0 };
  const marker = text.slice(from, item.textSpan.start.offset);
  const count = siblings.children.length;
  const { index } = siblings.list;
  return {
    edits: [
      { from, to, text: text.slice(from, to), place: 'all' },
      { from: to, to, text: `${separatorAt(text, siblings, n)}${marker}${name}`, place: 'all' },
    ],
    isMeant: (after) => {
      const list = after.blocks[index];
      return (
        after.blocks.length === document.blocks.length + 1 &&
        list?.children.length === count + 1 &&
        list.children[n + 1]?.text === name
      );
    },
  };
}

function renamed(
  { translation: { text } }: ParityPair,
  item: Block,
  document: PageDocument,
  name: string,
  isOther: boolean,
): Change | undefined {
  const { start, end } = spanOfRunText(item, 0, item.text.length);
  const own = text.slice(start.offset, end.offset);
  if (!isOther || name === item.text || own !== item.text) return undefined;
  const line = { from: lineStart(text, start.offset), to: lineEnd(text, start.offset) };
  return {
    edits: [
      { from: line.from, to: start.offset, text: text.slice(line.from, start.offset), place: 'first-line' },
      { from: start.offset, to: end.offset, text: name },
    ],
    isMeant: (after) =>
      after.blocks.length === document.blocks.length && after.blocks[item.index]?.text === name,
  };
}
