import { legalFormAbbreviations } from './company-name.ts';
import { domainPrefixLimit } from './domain-prefix.ts';
import { toAscii } from './normalise.ts';
import { toLatin } from './to-latin.ts';

/**
 * A prefix that resembles the company name, or an empty string if its script has no simple Latin form. The legal form is
 * left out, and whole words are as long as they fit. Whether a prefix is still free, only the service knows.
 * @param country where umlauts are written out, as in Germany, they are here too
 * @example suggestDomainPrefix('Хлебозавод №2, ООО') // => 'khlebozavodno2'
 * @example suggestDomainPrefix('诺尔斯肯面包') // => ''
 */
export function suggestDomainPrefix(companyName: string, country = ''): string {
  const names = withoutLegalForms(wordsOf(companyName));
  const words = names.map((word) => toLatin(word, country));
  const all = words.join('');
  // A name whose letters are mostly lost would give a prefix that resembles nothing.
  const lost = all.match(/(?![a-z])\p{L}/gu)?.length ?? 0;
  const [first = '', ...others] = words.map((word) => word.replace(/[^a-z0-9]/gu, ''));
  let prefix = first.slice(0, domainPrefixLimit);
  for (const word of others) {
    if (prefix.length + word.length > domainPrefixLimit) break;
    prefix += word;
  }
  return lost > all.replace(/[^a-z0-9]/gu, '').length ? '' : prefix;
}

function wordsOf(companyName: string): readonly string[] {
  return toAscii(companyName)
    .toLowerCase()
    .replace(/[.'’/]/gu, '')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** The words that are left once legal forms are taken off both ends; all of them if there are no others. */
function withoutLegalForms(words: readonly string[]): readonly string[] {
  const [first = ''] = words;
  for (const length of [5, 4, 3, 2, 1]) {
    const end = words.slice(-length).join(' ');
    if (words.length > length && isLegalForm(end)) return withoutLegalForms(words.slice(0, -length));
  }
  return words.length > 1 && formsInFront.has(first) ? withoutLegalForms(words.slice(1)) : words;
}

function isLegalForm(words: string): boolean {
  return legalFormAbbreviations.has(words) || formsInFront.has(words) || formsBehind.has(words);
}

/** Legal forms, without their dots, beside those that make no company name. General knowledge. */
const formsBehind = new Set(
  (
    'co|company|lp|hf|ehf|sf|kg|kgaa|ag|se|ug|ohg|gbr|eg|og|nv|bv|vof|sa|sas|sasu|sarlu|eurl|snc|' +
    'spa|srl|srls|sl|slu|slne|sau|sapi|sapi de cv|sa de cv|s de rl de cv|s de rl|ltda|eireli|oy|oyj|ky|ab publ|' +
    'publ|hb|kb|aps|ivs|asa|ans|ks|as|ou|oü|osk|spj|sp z oo|sp k|sp j|sro|vos|doo|dd|ad|ead|eood|ood|nyrt|' +
    'bt|rt|kkt|ltd sti|aş|şti|ltd şti|αε|επε|οε|εε|ικε|тов|тоо|оод|еоод|ад|еад|дд|доо|шпк|мчж|жшс|' +
    '株式会社|有限会社|合同会社|주식회사|유한회사|შპს|სს|სპს'
  ).split('|'),
);

/** Legal forms that may stand in front of the name, too. General knowledge. */
const formsInFront = new Set(
  (
    'ооо|оао|зао|пао|ао|ип|одо|чуп|уп|ск|тов|пп|прат|пат|тоо|ao|ooo|oao|pao|zao|ab|uab|sia|as|ou|oü|pt|cv|' +
    '株式会社|有限会社|合同会社|주식회사|유한회사|შპს|სს|სპს'
  ).split('|'),
);
