import { toAscii } from './normalise.ts';

/** What follows the prefix in every primary domain name of the public cloud. Documented. */
export const domainSuffix = '.onmicrosoft.com';

/** The most characters before the suffix. Documented: `New-PartnerCustomer` takes 17 to 43 in all, 16 of them suffix. */
export const domainPrefixLimit = 27;

/**
 * The prefix that is meant: in lower case, without the suffix if somebody typed it too.
 * @example toDomainPrefix(' NorrskenBakery.onmicrosoft.com') // => 'norrskenbakery'
 */
export function toDomainPrefix(typed: string): string {
  const name = toAscii(typed).toLowerCase();
  return name.endsWith(domainSuffix) ? name.slice(0, -domainSuffix.length) : name;
}

/**
 * What is wrong with a prefix that is not empty, or `undefined`. Documented: no spaces or special characters; that this
 * leaves ASCII letters and digits is inferred.
 * @example domainPrefixFault('norrsken-bakery') // => 'format'
 */
export function domainPrefixFault(typed: string): 'format' | 'tooLong' | undefined {
  const prefix = toDomainPrefix(typed);
  if (!/^[a-z0-9]+$/u.test(prefix)) return 'format';
  return prefix.length > domainPrefixLimit ? 'tooLong' : undefined;
}

/**
 * A prefix that resembles the company name, or an empty string if its script has no simple Latin form.
 * @example suggestDomainPrefix('Хлебозавод №2, ООО') // => 'khlebozavod2ooo'
 * @example suggestDomainPrefix('诺尔斯肯面包') // => ''
 */
export function suggestDomainPrefix(companyName: string): string {
  const latin = toAscii(companyName)
    .toLowerCase()
    .replace(/[а-яёіїєґўøæœßłđðþı]/gu, (letter) => latinLetters[letter] ?? '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '');
  // A name whose letters are mostly lost would give a prefix that resembles nothing.
  const lost = latin.match(/(?![a-z])\p{L}/gu)?.length ?? 0;
  const prefix = latin.replace(/[^a-z0-9]/gu, '').slice(0, domainPrefixLimit);
  return lost > prefix.length ? '' : prefix;
}

/** Cyrillic as passports write it, and the Latin letters that are not a letter with a mark. */
const latinLetters: Readonly<Record<string, string>> = Object.fromEntries(
  (
    'аa бb вv гg дd еe ёe жzh зz иi йi кk лl мm нn оo пp рr сs тt уu фf хkh цts чch шsh щshch ъ ыy ь эe юyu яya ' +
    'іi їi єie ґg ўu øo æae œoe ßss łl đd ðd þth ıi'
  )
    .split(' ')
    .map((pair) => [pair[0], pair.slice(1)]),
);
