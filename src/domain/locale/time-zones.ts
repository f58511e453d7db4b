import { displayNamesOf } from './display-names.ts';
import {
  type FoldedText,
  indexNames,
  lookUpName,
  type NameIndex,
  type NameMatch,
  type NearName,
  nearestName,
} from './name-index.ts';
import { resolveTerritory } from './territories.ts';

/** One zone of the IANA database for each of those that have a common name. */
const namedZones = (
  'Etc/UTC America/Los_Angeles America/Denver America/Chicago America/New_York America/Halifax America/St_Johns ' +
  'America/Anchorage Pacific/Honolulu America/Phoenix America/Bogota America/Lima America/Caracas America/La_Paz ' +
  'America/Santiago America/Argentina/Buenos_Aires America/Montevideo America/Asuncion America/Sao_Paulo America/Manaus ' +
  'America/Noronha America/Havana America/Guyana Atlantic/Azores Atlantic/Cape_Verde Europe/London Europe/Lisbon Europe/Paris ' +
  'Europe/Athens Europe/Moscow Europe/Samara Africa/Lagos Africa/Maputo Africa/Nairobi Africa/Johannesburg Asia/Riyadh ' +
  'Asia/Jerusalem Asia/Tehran Asia/Dubai Asia/Baku Asia/Tbilisi Asia/Yerevan Asia/Kabul Asia/Karachi Asia/Tashkent ' +
  'Asia/Yekaterinburg Asia/Kolkata Asia/Kathmandu Asia/Dhaka Asia/Omsk Asia/Novosibirsk Asia/Yangon Asia/Bangkok Asia/Jakarta ' +
  'Asia/Krasnoyarsk Asia/Shanghai Asia/Hong_Kong Asia/Taipei Asia/Singapore Asia/Kuala_Lumpur Asia/Manila Australia/Perth ' +
  'Asia/Irkutsk Asia/Tokyo Asia/Seoul Asia/Yakutsk Australia/Darwin Australia/Sydney Asia/Vladivostok Pacific/Guam ' +
  'Asia/Magadan Pacific/Auckland Pacific/Fiji Asia/Kamchatka Pacific/Tongatapu Pacific/Apia'
).split(' ');

/**
 * The time zone that a printed name stands for, as an IANA id, or `undefined`. Reads the ids themselves and CLDR's
 * names in `locale`; an offset before a name is left out.
 *
 * Many zones share a name; one of them stands for it, the same in every language.
 *
 * @example resolveTimeZone('(UTC-08:00) Pacific Time (US & Canada)', 'en') // => { code: 'America/Los_Angeles', as: 'name' }
 */
export function resolveTimeZone(text: string, locale: string): NameMatch | undefined {
  if (zoneId.test(text)) {
    const code = canonicalZone(text);
    return code === undefined ? undefined : { code, as: 'name' };
  }
  const index = indexOf(locale);
  return index === undefined ? undefined : lookUpName(text.replace(offset, ''), index);
}

/** CLDR's name of a time zone; the id where it has none. */
export function timeZoneName(code: string, locale: string): string {
  return namesOf(code, locale)[0] ?? code;
}

/** True when CLDR has names of time zones in the language of `locale`. */
export function hasTimeZoneNames(locale: string): boolean {
  return displayNamesOf(locale, 'region') !== undefined;
}

/** True when a printed name can stand for nothing but a time zone: some languages call zones by their country. */
export function isTimeZoneOnly(text: string, locale: string): boolean {
  return resolveTerritory(text, locale) === undefined;
}

/**
 * A quick look: true for what has the form of an IANA id, or holds the word that names of time zones have in common in
 * the language. Names are read once this has found something; there are many, and they take their time.
 */
export function mayBeTimeZone({ text }: FoldedText, locale: string): boolean {
  return zoneId.test(text) || text.includes(commonPart(locale));
}

/** "Time" of "Pacific Time" and "Japan Standard Time"; the longest part that these names share. */
function commonPart(locale: string): string {
  const known = commonParts.get(locale);
  if (known !== undefined) return known;
  const [first = '', ...others] = ['America/Los_Angeles', 'Asia/Tokyo', 'Europe/Paris'].map(
    (zone) => namesOf(zone, locale)[0] ?? '',
  );
  let common = '';
  for (let from = 0; from < first.length; from++) {
    while (from + common.length < first.length) {
      const longer = first.slice(from, from + common.length + 1);
      if (!others.every((name) => name.includes(longer))) break;
      common = longer;
    }
  }
  // A language whose names share no word is looked at more closely.
  const found = common.trim();
  commonParts.set(locale, found);
  return found;
}

const commonParts = new Map<string, string>();

/** The time zone whose name in `locale` is closest to a misspelt one. */
export function nearestTimeZone(
  text: string,
  locale: string,
  among?: ReadonlySet<string>,
): NearName | undefined {
  const index = indexOf(locale);
  return index === undefined || zoneId.test(text) ? undefined : nearestName(text, index, among);
}

/**
 * The id under which the IANA database files a zone, or `undefined` for what is no zone.
 *
 * @example canonicalZone('Europe/Nowhere') // => undefined
 */
export function canonicalZone(id: string): string | undefined {
  if (!zones.has(id)) zones.set(id, findZone(id));
  return zones.get(id);
}

const zones = new Map<string, string | undefined>();

function findZone(id: string): string | undefined {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: id }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}

/** `America/Los_Angeles`, `Etc/GMT+8`. */
const zoneId = /^[A-Z][A-Za-z_]+(?:\/[A-Z][\w+-]*){1,2}$/;

/** `(UTC-08:00)`, `GMT+1 –`. */
const offset = /^\s*[(（]?(?:UTC|GMT)\s*(?:[+−–-]\s*\d{1,2}(?::?\d\d)?)?[)）]?\s*(?:[–—:-]\s*)?(?=\p{L})/u;

const indexes = new Map<string, NameIndex | undefined>();

function indexOf(locale: string): NameIndex | undefined {
  if (!indexes.has(locale)) indexes.set(locale, hasTimeZoneNames(locale) ? buildIndex(locale) : undefined);
  return indexes.get(locale);
}

function buildIndex(locale: string): NameIndex {
  return indexNames({
    names: namedZones.flatMap((zone) => {
      const code = canonicalZone(zone);
      return code === undefined ? [] : namesOf(zone, locale).map((name) => ({ name, code }));
    }),
    inflects: false,
  });
}

/** All the year round, then in winter and in summer; what only says the offset is no name. */
function namesOf(zone: string, locale: string): readonly string[] {
  const names = (['longGeneric', 'long'] as const).flatMap((style) => {
    const format = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: style });
    return seasons.map((day) => format.formatToParts(day).find(({ type }) => type === 'timeZoneName')?.value);
  });
  return [...new Set(names)].filter(
    (name) => name !== undefined && !/[+−–-]?[\d٠-٩۰-۹०-९]{1,2}:?[\d٠-٩۰-۹०-९]{2}/.test(name),
  ) as string[];
}

const seasons = [Date.UTC(2024, 0, 15), Date.UTC(2024, 6, 15)] as const;
