/** Names that programs read, which no language has words for. */

/** Addresses and names with signs that words do not have: found in running text as well. */
const strongNames: readonly RegExp[] = [
  // `admin@contoso.example`
  /^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/,
  // `customer_id`, `MAX_LENGTH`
  /^(?=.*[A-Za-z])[A-Za-z0-9]+(?:_[A-Za-z0-9]+)+$/,
  // `customerId`
  /^[a-z]{2,}(?:[A-Z][a-z0-9]+)+$/,
  // `settings.json`, `contoso.onmicrosoft.com`
  /^[A-Za-z][\w-]*(?:\.[\w-]+)*\.(?:com|org|net|edu|gov|info|example|md|mdx|txt|json|ya?ml|toml|ini|csv|tsv|xml|html?|css|scss|jsx?|tsx?|mjs|cjs|py|rb|go|rs|java|sh|bat|ps1|exe|dll|zip|gz|tar|pdf|docx?|xlsx?|pptx?|png|jpe?g|svg|gif|sql|log|cfg|conf|lock|env)$/,
];

/** Names only where they are all that a cell or item says. */
const wholeNames: readonly RegExp[] = [
  ...strongNames,
  // `.cz`, `.docx`
  /^\.[a-z]{2,6}$/,
  // `contoso.cz`
  /^[a-z][a-z0-9-]*(?:\.[a-z][a-z0-9-]*)*\.[a-z]{2,6}$/,
  // `P1M`, `SE2023`, `B2B`
  /^(?![QH][1-4]$)[A-Z]{1,6}\d+[A-Z0-9]*$/,
  // `PostTaxTotal`
  /^[A-Z][a-z0-9]+(?:[A-Z][a-z0-9]+){2,}$/,
  // `--dry-run`, `$HOME`, `/etc/hosts`, `C:\Temp`
  /^(?:--?[a-z][a-z-]*|\$[A-Z_]+|(?:\/[\w.-]+){2,}\/?|[A-Z]:\\\S+)$/,
  // `3F2504E0-4F89-41D3-9A0C-0305E82C3301`
  /^[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$/,
];

/**
 * True for a text that is one name which programs read.
 * @example isCodeName('.cz') // => true
 * @example isCodeName('JavaScript') // => false
 */
export function isCodeName(text: string): boolean {
  return text.length <= 80 && !/\s/.test(text) && wholeNames.some((name) => name.test(text));
}

/** Signs without which a text holds no name that `codeNamesIn` finds. */
const nameSign = /[@_]|[a-z][A-Z]|\w\.\w/;

/** Names in running text that nobody takes for words: addresses, file names, identifiers with signs inside. */
export function codeNamesIn(text: string): readonly { readonly name: string; readonly from: number }[] {
  if (!nameSign.test(text)) return [];
  return Array.from(text.matchAll(/[\w@.+-]{4,80}/g)).flatMap(({ 0: piece, index }) => {
    const name = piece.replace(/^[.+-]+|[.+-]+$/g, '');
    if (!strongNames.some((pattern) => pattern.test(name))) return [];
    return [{ name, from: index + piece.indexOf(name) }];
  });
}
