import { cleanText, lengthOf } from './normalise.ts';

/** The most characters a company name can have. Documented: "fewer than 256", Partner Center documentation, 2024. */
export const companyNameLimit = 255;

/** Something about a company name, and what of it to show. */
export interface CompanyNameFault {
  readonly kind:
    | 'tooLong'
    | 'singleCharacter'
    | 'specialCharacters'
    | 'abbreviation'
    | 'spacedCharacters'
    | 'repeatedCharacter'
    | 'testName'
    | 'testWord'
    | 'domainEnding';
  /** The part of the name that is meant, as typed. */
  readonly part: string;
}

/**
 * Abbreviations that are no name by themselves, with dots left out on both sides of the comparison.
 * Documented: "Add a new customer", September 2021 (36 spellings with their dots).
 */
export const legalFormAbbreviations: ReadonlySet<string> = new Set([
  'c p a',
  'cpa',
  'l l p',
  'llp',
  'l l c',
  'llc',
  'corp',
  'corporation',
  'inc',
  'incorporated',
  'limited',
  'ltd',
  'pty',
  'pty ltd',
  'pte ltd',
  'private limited',
  'pvt',
  'pvt ltd',
  'gmbh',
  'plc',
  'wll',
  'lda',
  'sarl',
  'kft',
  'zrt',
  'ooo',
  'sdn bhd',
]);

/**
 * Words of test names, in the form's languages. That test names are not to be used is documented ("Add a new customer",
 * January 2023); which words make one is inferred.
 */
const testWords =
  /^(?:test|tests|testing|tester|fake|dummy|demo|asdf|qwerty|тест|тестовая|тестовый|测试|測試)\d*$/iu;
const fillerWords =
  /^(?:company|customer|name|account|firm|org|organization|företag|kund|ab|компания|клиент|ооо|ао|公司|客户|客戶|\d+)$/iu;
const testCharacters = /^(?:测试|測試)(?:有限)?(?:公司|客户|客戶|名称|名稱)?\d*$/u;

/**
 * Endings of web addresses. The documentation lists .com, .org, .edu, .club and the endings of countries; since 2022
 * such a name is only asked about, not refused.
 */
const domainEnding = /[\p{L}\p{N}](\.(?:com|org|net|edu|gov|biz|info|club|online|shop|store|[a-z]{2}))$/iu;

/**
 * What is wrong or doubtful about a company name that is not empty, or `undefined`.
 *
 * The first six kinds are documented as refused ("Add a new customer", September 2021; "Validate names and addresses",
 * February 2024). `testWord` and `domainEnding` are doubts, not faults.
 * @example companyNameFault('L.L.C.') // => { kind: 'abbreviation', part: 'L.L.C.' }
 * @example companyNameFault('Norrsken Bakery Supplies') // => undefined
 */
export function companyNameFault(typed: string): CompanyNameFault | undefined {
  const name = cleanText(typed);
  const plain = name.normalize('NFKC');
  const words = plain.split(' ');
  const whole = (kind: CompanyNameFault['kind']): CompanyNameFault => ({ kind, part: name });

  if (lengthOf(name) > companyNameLimit) return whole('tooLong');
  if (legalFormAbbreviations.has(cleanText(plain.replaceAll('.', '')).toLowerCase()))
    return whole('abbreviation');
  if (lengthOf(plain) === 1) return whole('singleCharacter');
  if (!/[\p{L}\p{N}]/u.test(plain)) return whole('specialCharacters');
  if (words.length > 1 && words.every((word) => lengthOf(word) === 1)) return whole('spacedCharacters');
  if (/^(.)\1{2,}$/iu.test(plain)) return whole('repeatedCharacter');
  // Commas, quotation marks and hyphens make no other name of it.
  const bareWords = plain.split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => word !== '');
  if (isTestName(bareWords) || testCharacters.test(bareWords.join(''))) return whole('testName');
  const testWord = bareWords.find((word) => testWords.test(word));
  if (testWord !== undefined) return { kind: 'testWord', part: testWord };
  const ending = domainEnding.exec(plain)?.[1];
  return ending === undefined ? undefined : { kind: 'domainEnding', part: ending };
}

function isTestName(words: readonly string[]): boolean {
  return words.some((word) => testWords.test(word)) && words.every((word) => isFiller(word));
}

/** True for a word that makes no name of a test name. */
function isFiller(word: string): boolean {
  return testWords.test(word) || fillerWords.test(word) || legalFormAbbreviations.has(word.toLowerCase());
}
