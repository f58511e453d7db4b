/**
 * The beginning of a word in a form that loanwords share across Latin, Cyrillic and Greek spelling: four Latin
 * letters without accents; `undefined` for shorter words and other scripts.
 * @example cognateOf('контактные') // => 'kont'
 * @example cognateOf('contact') // => 'kont'
 */
export function cognateOf(word: string): string | undefined {
  let folded = '';
  for (const letter of word.normalize('NFKD').toLowerCase()) {
    folded += cyrillic[letter] ?? greek[letter] ?? (/[a-z]/.test(letter) ? letter : '');
    if (folded.length > 8) break;
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
