import { foldName } from '../locale/fold-name.ts';
import { formerNames } from '../locale/former-names.ts';
import { siteLocales } from '../locale/locales.ts';
import { aliasesByLanguage, internationalNames } from '../locale/territories-aliases.ts';
import { countryCodes } from './countries.ts';
import { cleanText } from './normalise.ts';

/** Finds countries by what somebody types. */
export interface CountrySearch {
  /** The countries that what was typed may mean, the likeliest first; all of them for an empty text. */
  readonly find: (typed: string) => readonly string[];
  /** The one country of which the text is a whole name or code, or `undefined`. */
  readonly exactly: (typed: string) => string | undefined;
}

/**
 * A search by every name that a country has in the languages of this site, by other and former names, and by its code of
 * two or three letters. Names of the reader's own language come first, beginnings before the middles of names.
 *
 * Case, diacritics, full-width letters, spaces and signs make no difference. Names come from CLDR (`Intl.DisplayNames`);
 * the others, and the codes of three letters (ISO 3166-1), are general knowledge.
 * @param locale the reader's
 * @example countrySearch('sv-SE').find('Tyskl') // => ['DE']
 * @example countrySearch('en-US').exactly('荷兰') // => 'NL'
 */
export function countrySearch(locale: string): CountrySearch {
  const { compare } = new Intl.Collator(locale);
  const ownNames = new Intl.DisplayNames(locale, { type: 'region' });
  const entries = countryCodes
    .map((code, index) => ({ code, name: ownNames.of(code) ?? code, letters: threeLetters[index] ?? '' }))
    .toSorted((one, other) => compare(one.name, other.name))
    .map(({ code, name, letters }) => ({
      code,
      codes: [code.toLowerCase(), letters.toLowerCase()],
      own: startsOf(name),
      others: namesOf(code).map(startsOf),
    }));

  const rankOf = ({ codes, own, others }: (typeof entries)[number], text: string): number => {
    const all = [own, ...others];
    if (codes.includes(text)) return 0;
    if (all.some(([whole]) => whole === text)) return 1;
    if (own[0]?.startsWith(text)) return 2;
    if (others.some(([whole]) => whole?.startsWith(text))) return 3;
    if (all.some((starts) => starts.some((start) => start.startsWith(text)))) return 4;
    // Chinese has no spaces between words.
    return isHan.test(text) && all.some(([whole]) => whole?.includes(text)) ? 5 : noMatch;
  };

  const find = (typed: string): readonly string[] => {
    const text = foldName(cleanText(typed));
    if (text === '') return cleanText(typed) === '' ? entries.map(({ code }) => code) : [];
    return entries
      .map((entry) => ({ code: entry.code, rank: rankOf(entry, text) }))
      .filter(({ rank }) => rank < noMatch)
      .toSorted((one, other) => one.rank - other.rank)
      .map(({ code }) => code);
  };

  const exactly = (typed: string): string | undefined => {
    const text = foldName(cleanText(typed));
    const exact = entries.filter((entry) => text !== '' && rankOf(entry, text) <= 1);
    // The two letters of one country may be another's abbreviation: the code is what is meant.
    return (exact.length === 1 ? exact[0] : exact.find((entry) => rankOf(entry, text) === 0))?.code;
  };

  return { find, exactly };
}

const noMatch = 9;
const isHan = /\p{Script=Han}/u;

/** A name from its beginning and from each of its further words, folded. */
function startsOf(name: string): readonly string[] {
  const words = name.split(/[\s\-–—'’·•()（）,，/]+/u).filter((word) => word !== '');
  const starts = words.map((_, index) => foldName(words.slice(index).join(' ')));
  return starts.length > 0 ? starts : [foldName(name)];
}

function namesOf(code: string): readonly string[] {
  const displayed = displayNames.flatMap((names) => names.of(code) ?? []);
  const others = [internationalNames, ...Object.values(aliasesByLanguage), ...Object.values(formerNames)];
  return [...new Set([...displayed, ...others.flatMap((names) => names[code]?.split(' | ') ?? [])])];
}

const displayNames = siteLocales.flatMap((locale) =>
  (['long', 'short'] as const).map((style) => new Intl.DisplayNames(locale, { type: 'region', style })),
);

/** The codes of three letters, in the order of `countryCodes`. */
const threeLetters = (
  'AND ARE AFG ATG AIA ALB ARM AGO ATA ARG ASM AUT AUS ABW ALA AZE BIH BRB BGD BEL BFA BGR BHR BDI BEN BLM BMU BRN ' +
  'BOL BES BRA BHS BTN BVT BWA BLR BLZ CAN CCK COD CAF COG CHE CIV COK CHL CMR CHN COL CRI CUB CPV CUW CXR CYP CZE ' +
  'DEU DJI DNK DMA DOM DZA ECU EST EGY ESH ERI ESP ETH FIN FJI FLK FSM FRO FRA GAB GBR GRD GEO GUF GGY GHA GIB GRL ' +
  'GMB GIN GLP GNQ GRC SGS GTM GUM GNB GUY HKG HMD HND HRV HTI HUN IDN IRL ISR IMN IND IOT IRQ IRN ISL ITA JEY JAM ' +
  'JOR JPN KEN KGZ KHM KIR COM KNA PRK KOR KWT CYM KAZ LAO LBN LCA LIE LKA LBR LSO LTU LUX LVA LBY MAR MCO MDA MNE ' +
  'MAF MDG MHL MKD MLI MMR MNG MAC MNP MTQ MRT MSR MLT MUS MDV MWI MEX MYS MOZ NAM NCL NER NFK NGA NIC NLD NOR NPL ' +
  'NRU NIU NZL OMN PAN PER PYF PNG PHL PAK POL SPM PCN PRI PSE PRT PLW PRY QAT REU ROU SRB RUS RWA SAU SLB SYC SDN ' +
  'SWE SGP SHN SVN SJM SVK SLE SMR SEN SOM SUR SSD STP SLV SXM SYR SWZ TCA TCD ATF TGO THA TJK TKL TLS TKM TUN TON ' +
  'TUR TTO TUV TWN TZA UKR UGA UMI USA URY UZB VAT VCT VEN VGB VIR VNM VUT WLF WSM YEM MYT ZAF ZMB ZWE'
).split(' ');
