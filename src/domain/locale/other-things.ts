import { displayNamesOf } from './display-names.ts';
import { type EntityKind, entityKinds } from './entity-kind.ts';
import { foldName } from './fold-name.ts';

/** What else than a thing of its kind a word of a list is: "a continent", "a city", "a number". */
export type OtherThing = string;

/**
 * What a word is that stands in a list of a kind and is none of it, or `undefined` where that is not known.
 *
 * @example otherThing('Африка', 'ru', countries) // => 'a continent'
 */
export function otherThing(text: string, locale: string, kind: EntityKind): OtherThing | undefined {
  if (/^[\p{N}\p{P}\s]+$/u.test(text)) return 'a number';
  const folded = foldName(text);
  const area = areasIn(locale).get(folded) ?? areasIn('en').get(folded);
  if (area !== undefined) return area;
  const other = entityKinds.find(
    (candidate) =>
      candidate !== kind && candidate.id !== 'time-zone' && candidate.resolve(text, locale)?.as === 'name',
  );
  if (other !== undefined) return other.id === 'country' ? 'a country' : `a ${other.one}`;
  return kind.id !== 'time-zone' && citiesByFoldedName().has(folded) ? 'a city' : undefined;
}

/** Folded names of continents and of what the United Nations and CLDR gather countries in. */
function areasIn(locale: string): ReadonlyMap<string, OtherThing> {
  const known = areas.get(locale);
  if (known !== undefined) return known;
  const made = new Map<string, OtherThing>();
  const display = displayNamesOf(locale, 'region');
  for (const { codes, thing } of areaCodes) {
    for (const code of codes.split(' ')) {
      const name = display?.of(code);
      if (name !== undefined && !made.has(foldName(name))) made.set(foldName(name), thing);
    }
  }
  areas.set(locale, made);
  return made;
}

const areas = new Map<string, ReadonlyMap<string, OtherThing>>();

/** UN M.49. */
const areaCodes: readonly { readonly codes: string; readonly thing: OtherThing }[] = [
  { codes: '002 003 005 009 019 142 150', thing: 'a continent' },
  {
    codes: '011 013 014 015 017 018 021 029 030 034 035 039 053 054 057 061 143 145 151 154 155 202 419 QO',
    thing: 'a part of the world',
  },
  { codes: 'EU EZ UN', thing: 'a union of countries' },
  { codes: '001', thing: 'the whole world' },
];

/** Cities that time zones are called after, as Latin script writes them. */
function citiesByFoldedName(): ReadonlySet<string> {
  cities ??= new Set(
    Intl.supportedValuesOf('timeZone').map((zone) => foldName(zone.slice(zone.lastIndexOf('/') + 1))),
  );
  return cities;
}

let cities: ReadonlySet<string> | undefined;
