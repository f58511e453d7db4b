/**
 * The beginning of a word in a form that loanwords share across Latin, Cyrillic and Greek spelling: four Latin
 * letters without accents; `undefined` for shorter words and other scripts.
 * @example cognateOf('контактные') // => 'kont'
 * @example cognateOf('contact') // => 'kont'
 */
export function cognateOf(word: string): string | undefined {
  let folded = '';
  for (let at = 0; at < word.length && folded.length <= 8; at++) {
    const unit = word.charCodeAt(at);
    const isPair = unit >= 0xd800 && unit <= 0xdbff;
    folded += isPair ? lettersOf(word.slice(at, at + 2)) : foldedLetters(unit);
    if (isPair) at++;
  }
  const spelled = folded
    .replaceAll('ph', 'f')
    .replaceAll('th', 't')
    .replaceAll('ck', 'k')
    .replaceAll(/[cq]/g, 'k')
    .replaceAll(/[yj]/g, 'i')
    .replaceAll(/(.)\1/g, '$1')
    .replaceAll('w', 'v')
    .replaceAll('z', 's');
  return spelled.length >= 5 || (spelled.length === 4 && word.length >= 5) ? spelled.slice(0, 4) : undefined;
}

/** Whether a UTF-16 unit is a letter that `cognateOf` knows: Latin, Cyrillic or Greek, plain or with accents. */
export function hasFoldedLetter(unit: number): boolean {
  return foldedLetters(unit) !== '';
}

/** What each UTF-16 unit is folded to, once it was asked for. */
const foldedUnits: (string | undefined)[] = Array.from({ length: 0x1_0000 });

function foldedLetters(unit: number): string {
  return (foldedUnits[unit] ??= lettersOf(String.fromCharCode(unit)));
}

function lettersOf(character: string): string {
  let folded = '';
  for (const letter of character.normalize('NFKD').toLowerCase()) {
    folded += cyrillic[letter] ?? greek[letter] ?? (/[a-z]/.test(letter) ? letter : '');
  }
  return folded;
}

const cyrillic: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  ґ: 'g',
  д: 'd',
  е: 'e',
  є: 'e',
  ж: 'j',
  з: 'z',
  и: 'i',
  і: 'i',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'h',
  ц: 'c',
  ч: 'c',
  ш: 's',
  щ: 's',
  ы: 'i',
  э: 'e',
  ю: 'u',
  я: 'a',
};

const greek: Readonly<Record<string, string>> = {
  α: 'a',
  β: 'b',
  γ: 'g',
  δ: 'd',
  ε: 'e',
  ζ: 'z',
  η: 'i',
  θ: 't',
  ι: 'i',
  κ: 'k',
  λ: 'l',
  μ: 'm',
  ν: 'n',
  ξ: 'x',
  ο: 'o',
  π: 'p',
  ρ: 'r',
  σ: 's',
  ς: 's',
  τ: 't',
  υ: 'i',
  φ: 'f',
  χ: 'h',
  ψ: 'p',
  ω: 'o',
};
