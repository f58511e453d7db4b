import { usableLocale } from './numerals.ts';
import { languageOf, setsSpacesBetweenWords } from './scripts.ts';

/** What a unit measures, and how much of its kind it is: seconds, bytes, metres, grams, or a share. */
export interface Unit {
  readonly name: UnitName;
  readonly measures: 'time' | 'data' | 'length' | 'mass' | 'share';
  readonly size: number;
}

/** Units that are told apart: of those that CLDR names, what documentation counts in. */
export type UnitName = keyof typeof unitSizes;

const unitSizes = {
  millisecond: ['time', 0.001],
  second: ['time', 1],
  minute: ['time', 60],
  hour: ['time', 3600],
  day: ['time', 86_400],
  week: ['time', 604_800],
  month: ['time', 2_629_800],
  year: ['time', 31_557_600],
  byte: ['data', 1],
  kilobyte: ['data', 1e3],
  megabyte: ['data', 1e6],
  gigabyte: ['data', 1e9],
  terabyte: ['data', 1e12],
  petabyte: ['data', 1e15],
  kilometer: ['length', 1000],
  meter: ['length', 1],
  centimeter: ['length', 0.01],
  millimeter: ['length', 0.001],
  mile: ['length', 1609.344],
  kilogram: ['mass', 1000],
  gram: ['mass', 1],
  percent: ['share', 0.01],
} as const satisfies Record<string, readonly [Unit['measures'], number]>;

/**
 * The unit that a number counts, from what stands around it: `Tagen`, `-day`, `ГБ`, `%`; `undefined` where there is
 * none, or where it could be two.
 *
 * @param before What stands directly before the number.
 * @param behind What stands directly behind it.
 * @example unitAround('', ' Tagen läuft', 'de')?.name // => 'day'
 * @example unitAround('%', ' daha', 'tr')?.name // => 'percent'
 */
export function unitAround(before: string, behind: string, locale: string): Unit | undefined {
  if (percentBehind.test(behind) || /[%٪％]$/.test(before)) return unitOf('percent');
  const forms = unitFormsOf(locale);
  const word = wordBehind.exec(behind)?.[1];
  if (word === undefined) return undefined;
  const symbol = symbols.get(word);
  if (symbol !== undefined) return unitOf(symbol);
  const key = word.toLowerCase();
  // Texts that are not translated yet count in English.
  const name =
    (forms.setsSpaces ? nameOfWord(key, forms) : nameAtStart(key, forms)) ??
    (key.length > 2 ? unitFormsOf('en').byForm.get(key) : undefined);
  return name === undefined ? undefined : unitOf(name);
}

const percentBehind = /^[ \u00A0\u202F]?(?:[%٪％]|(?:per|por|pour) cent|por ciento)/;

/** Joined by a hyphen in compounds: `30-day`, `30-Tage-Frist`; Romanian sets `de` between. */
const wordBehind = /^[ \u00A0\u202F\u2011-]?(?:de )?([\p{L}\p{M}][\p{L}\p{M}׳॰]*)/u;

function unitOf(name: UnitName): Unit {
  const [measures, size] = unitSizes[name];
  return { name, measures, size };
}

/** What is written in the same way everywhere, and what `Intl` writes only in a language's own way. */
const symbols: ReadonlyMap<string, UnitName> = new Map<string, UnitName>([
  ['ms', 'millisecond'],
  ['KB', 'kilobyte'],
  ['kB', 'kilobyte'],
  ['KiB', 'kilobyte'],
  ['КБ', 'kilobyte'],
  ['кБ', 'kilobyte'],
  ['MB', 'megabyte'],
  ['MiB', 'megabyte'],
  ['МБ', 'megabyte'],
  ['Mo', 'megabyte'],
  ['GB', 'gigabyte'],
  ['GiB', 'gigabyte'],
  ['ГБ', 'gigabyte'],
  ['Go', 'gigabyte'],
  ['TB', 'terabyte'],
  ['TiB', 'terabyte'],
  ['ТБ', 'terabyte'],
  ['To', 'terabyte'],
  ['km', 'kilometer'],
  ['км', 'kilometer'],
  ['kg', 'kilogram'],
  ['кг', 'kilogram'],
]);

interface UnitForms {
  readonly setsSpaces: boolean;
  /** Longest first. */
  readonly forms: readonly (readonly [string, UnitName])[];
  readonly byForm: ReadonlyMap<string, UnitName | undefined>;
  /** Of words that were asked for. */
  readonly known: Map<string, UnitName | undefined>;
}

/** A form itself, or a longer word with the same beginning: languages have more cases than `Intl` writes. */
function nameOfWord(word: string, { forms, byForm, known }: UnitForms): UnitName | undefined {
  if (byForm.has(word)) return byForm.get(word);
  if (word.length < 4 || word.length > 24) return undefined;
  if (known.has(word)) return known.get(word);
  const names = new Set<UnitName>();
  for (const [form, name] of forms) {
    const stem = form.slice(0, Math.max(4, form.length - 1));
    if (stem.length >= 4 && word.startsWith(stem) && word.length <= form.length + 3) names.add(name);
  }
  const [name] = names;
  const only = names.size === 1 ? name : undefined;
  known.set(word, only);
  return only;
}

function nameAtStart(word: string, { forms, byForm }: UnitForms): UnitName | undefined {
  // Latin letters are set apart as ever.
  if (/^\p{sc=Latin}/u.test(word)) return byForm.get(word);
  const form = forms.find(([candidate]) => word.startsWith(candidate))?.[0];
  return form === undefined ? undefined : byForm.get(form);
}

const formsBefore = new Map<string, UnitForms>();

function unitFormsOf(locale: string): UnitForms {
  const before = formsBefore.get(locale);
  if (before !== undefined) return before;
  const byForm = new Map<string, UnitName | undefined>();
  const add = (form: string, name: UnitName): void => {
    // One letter stands for many things, and a form of two units for none.
    if (form.length < (/[\p{sc=Hani}\p{sc=Hang}]/u.test(form) ? 1 : 2)) return;
    byForm.set(form, byForm.has(form) && byForm.get(form) !== name ? undefined : name);
  };
  const tag = usableLocale(locale);
  const counts = countsOf(tag);
  for (const name of Object.keys(unitSizes) as UnitName[]) {
    for (const form of formsOf(name, tag, counts)) add(form, name);
  }
  const more = moreForms[languageOf(locale)] ?? {};
  for (const [form, name] of Object.entries(more)) byForm.set(form, name);
  const found: UnitForms = {
    setsSpaces: setsSpacesBetweenWords(locale) && languageOf(locale) !== 'ko',
    byForm,
    forms: [...byForm]
      .flatMap(([form, name]): (readonly [string, UnitName])[] => (name === undefined ? [] : [[form, name]]))
      .toSorted(([one], [other]) => other.length - one.length),
    known: new Map(),
  };
  formsBefore.set(locale, found);
  return found;
}

/** A count of each plural form that the language has for small numbers and fractions: CLDR words units by these. */
function countsOf(locale: string): readonly number[] {
  const rules = new Intl.PluralRules(locale);
  const counts = new Map<string, number>();
  for (const count of [1, 2, 3, 5, 11, 21, 100, 1.5]) {
    const form = rules.select(count);
    if (!counts.has(form)) counts.set(form, count);
  }
  return [...counts.values()];
}

/** The words for a unit with every plural form, long and short, lower case and without full stops. */
function formsOf(unit: UnitName, locale: string, counts: readonly number[]): ReadonlySet<string> {
  const forms = new Set<string>();
  for (const unitDisplay of ['long', 'short'] as const) {
    const format = new Intl.NumberFormat(locale, {
      style: 'unit',
      unit,
      unitDisplay,
      numberingSystem: 'latn',
    });
    for (const count of counts) {
      const parts = format.formatToParts(count);
      for (const { type, value } of parts) {
        const word = value
          .replaceAll(/[.\u200E\u200F]/g, '')
          .trim()
          .toLowerCase();
        if (type === 'unit' && /^[\p{L}\p{M}]+$/u.test(word)) forms.add(word);
      }
    }
  }
  return forms;
}

/** What people write beside the words of CLDR. General knowledge. */
const moreForms: Readonly<Record<string, Readonly<Record<string, UnitName>>>> = {
  de: { tagen: 'day', monaten: 'month', jahren: 'year', std: 'hour' },
  en: { hrs: 'hour', mins: 'minute', secs: 'second' },
  es: { hr: 'hour', hrs: 'hour' },
  fr: { journées: 'day', années: 'year', année: 'year' },
  hi: { साल: 'year', सालों: 'year', घंटों: 'hour', दिनों: 'day', हफ़्ते: 'week', हफ्ते: 'week', महीनों: 'month' },
  ja: {
    日間: 'day',
    分間: 'minute',
    秒間: 'second',
    年間: 'year',
    週: 'week',
    ヶ月: 'month',
    カ月: 'month',
    ヵ月: 'month',
    箇月: 'month',
    ヶ月間: 'month',
  },
  ko: { 주일: 'week', 달: 'month' },
  nb: { døgn: 'day', dager: 'day', dag: 'day' },
  nl: { dagen: 'day', uren: 'hour', maanden: 'month', jaren: 'year' },
  pl: { doba: 'day', doby: 'day' },
  ru: { сутки: 'day', суток: 'day', дням: 'day', днями: 'day', днях: 'day', лет: 'year', годам: 'year' },
  sv: { dag: 'day', dagar: 'day', dagars: 'day', timmars: 'hour', minuters: 'minute', dygns: 'day' },
  da: { dage: 'day', døgn: 'day' },
  uk: { доба: 'day', доби: 'day', діб: 'day' },
  zh: {
    日: 'day',
    个小时: 'hour',
    個小時: 'hour',
    小时: 'hour',
    小時: 'hour',
    个星期: 'week',
    個星期: 'week',
    星期: 'week',
    个月: 'month',
    個月: 'month',
    秒钟: 'second',
    秒鐘: 'second',
    秒: 'second',
    分钟: 'minute',
    分鐘: 'minute',
    毫秒: 'millisecond',
    字节: 'byte',
    位元組: 'byte',
  },
};
