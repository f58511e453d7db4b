import { formerNames } from '../locale/former-names.ts';
import { siteLocales } from '../locale/locales.ts';
import { aliasesByLanguage, internationalNames } from '../locale/territories-aliases.ts';
import { countryCodes } from './countries.ts';
import { countryNames } from './country-name.ts';
import { type NameSearch, searchNames } from './name-search.ts';

/**
 * A search by every name that a country has in the languages of this site, by other and former names, and by its code of
 * two or three letters. Names of the reader's own language come first, beginnings before the middles of names.
 *
 * Case, diacritics, full-width letters, spaces and signs make no difference. Names come from CLDR and the guide's list;
 * the others, and the codes of three letters (ISO 3166-1), are general knowledge.
 * @param locale the reader's
 * @example countrySearch('sv-SE').find('Tyskl') // => ['DE']
 * @example countrySearch('en-US').exactly('荷兰') // => 'NL'
 */
export function countrySearch(locale: string): NameSearch {
  const { compare } = new Intl.Collator(locale);
  const nameOf = countryNames(locale);
  const entries = countryCodes
    .map((code, index) => ({
      code,
      codes: [code, threeLetters[index] ?? code],
      name: nameOf(code),
      others: namesOf(code),
    }))
    .toSorted((one, other) => compare(one.name, other.name));
  return searchNames(entries);
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
