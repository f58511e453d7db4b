/** The culture that every country offers. Documented for the countries of the first list below; inferred for others. */
const commonCulture = 'en-US';

/**
 * Cultures by country: how Microsoft writes to the customer, in which language, and with which currency and formats.
 *
 * Documented ("Partner Center supported languages and locales", 2021): the countries whose registration ID is required,
 * Sweden, China, Taiwan, Hong Kong and the United States. General knowledge: all others.
 */
const ownCultures: Readonly<Record<string, readonly string[]>> = parse(
  'AM hy-AM,AZ az-Latn-AZ,BY be-BY,BR pt-BR,HU hu-HU,IN en-IN hi-IN,IQ ar-IQ,KZ kk-KZ,KG ky-KG,MD ro-RO,PL pl-PL,' +
    'RU ru-RU,SA ar-SA,ZA en-ZA,TJ tg-Cyrl-TJ,TH th-TH,TR tr-TR,UA uk-UA,AE ar-AE,UZ uz-Latn-UZ,VE es-VE,VN vi-VN,' +
    'SE sv-SE,CN zh-CN,TW zh-TW,HK zh-HK,US en-US es-US,' +
    'AR es-AR,AT de-AT,AU en-AU,BE nl-BE fr-BE,BG bg-BG,CA en-CA fr-CA,CH de-CH fr-CH it-CH,CL es-CL,CO es-CO,' +
    'CY el-CY,CZ cs-CZ,DE de-DE,DK da-DK,EE et-EE,EG ar-EG,ES es-ES,FI fi-FI sv-FI,FR fr-FR,GB en-GB,GR el-GR,HR hr-HR,' +
    'ID id-ID,IE en-IE,IL he-IL,IS is-IS,IT it-IT,JP ja-JP,KR ko-KR,LI de-LI,LT lt-LT,LU fr-LU de-LU,LV lv-LV,MO zh-MO,' +
    'MT mt-MT en-MT,MX es-MX,MY ms-MY,NL nl-NL,NO nb-NO,NZ en-NZ,PE es-PE,PH en-PH,PT pt-PT,RO ro-RO,RS sr-Latn-RS,' +
    'SG en-SG zh-SG,SI sl-SI,SK sk-SK',
);

/** Every culture that some country offers. */
export const cultureCodes: readonly string[] = [
  ...new Set([...Object.values(ownCultures).flat(), commonCulture]),
];

/**
 * The cultures to choose from for a customer there, the country's own first.
 * @example culturesOf('BY') // => ['be-BY', 'en-US']
 * @example culturesOf('MM') // => ['en-US']
 */
export function culturesOf(country: string): readonly string[] {
  const own = Object.hasOwn(ownCultures, country) ? (ownCultures[country] ?? []) : [];
  return [...new Set([...own, commonCulture])];
}

/**
 * The culture of a customer: the one that was chosen, or the first of the country while none was.
 * @example cultureOf({ country: 'SE', culture: '' }) // => 'sv-SE'
 */
export function cultureOf({
  country,
  culture,
}: {
  readonly country: string;
  readonly culture: string;
}): string {
  const cultures = culturesOf(country);
  return cultures.find((code) => code === culture) ?? cultures[0] ?? commonCulture;
}

/**
 * The two-letter language of a culture, as the service asks for it beside the culture.
 * @example languageOf('uz-Latn-UZ') // => 'uz'
 */
export function languageOf(culture: string): string {
  return culture.slice(0, culture.indexOf('-'));
}

function parse(table: string): Record<string, readonly string[]> {
  return Object.fromEntries(
    table.split(',').map((row) => {
      const [country = '', ...cultures] = row.split(' ');
      return [country, cultures];
    }),
  );
}
