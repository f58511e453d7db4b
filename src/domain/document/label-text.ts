/** How a UI label is written in running text, and when two writings are one label. */

const enclosing: ReadonlyMap<string, string> = new Map([
  ['[', ']'],
  ['［', '］'],
  ['【', '】'],
  ['「', '」'],
  ['『', '』'],
  ['《', '》'],
  ['〈', '〉'],
  ['“', '”'],
  ['„', '“'],
  ['”', '”'],
  ['‘', '’'],
  ['«', '»'],
  ['»', '«'],
  ['"', '"'],
  ["'", "'"],
  ['<', '>'],
]);

/**
 * A label as the product's resources hold it, out of what stands between bold markers: without the brackets or
 * quotation marks around it, without the punctuation of the sentence after it, and without characters that only say
 * where a line may end.
 * @example labelTextOf('[下一步：審查]') // => '下一步：審查'
 * @example labelTextOf('Klar.') // => 'Klar'
 */
export function labelTextOf(text: string): string {
  let label = text
    .normalize('NFC')
    .replace(/[\u00ad\u200b\u2060]/g, '')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
  for (let pass = 0; pass < 3; pass++) {
    label = label.replace(/(?<=.)(?:[.,:;。、，：；．…]|\.{3})$/u, '').trim();
    const closing = enclosing.get(label.slice(0, 1));
    if (closing !== undefined && label.length > 2 && label.endsWith(closing))
      label = label.slice(1, -1).trim();
  }
  return label;
}

/**
 * A label as a reader sees it, out of what a resource file holds: without the marks of access keys, the ellipsis that
 * promises a dialog and the colon before a field, none of which running text repeats.
 * @example shownLabelOf('Save &As…') // => 'Save As'
 * @example shownLabelOf('ファイル(&F)') // => 'ファイル'
 */
export function shownLabelOf(resource: string): string {
  return labelTextOf(
    resource
      .replace(/\s?[(（][&_]\p{L}[)）]/u, '')
      .replace(accessKey, '')
      .replaceAll('&&', '&'),
  );
}

/**
 * `&File`, `E&xit`, `_File`. No marks: the signs in `R&D`, `&nbsp;`, `client_id` and `__name`.
 */
const accessKey =
  /(?<![&\p{Lu}])&(?=\p{L})(?!\w+;)|(?<=\p{Lu})&(?=\p{Ll})(?!\w+;)|(?<![\p{L}\p{N}_])_(?=\p{L})(?!.*_)/u;

/**
 * What two writings of one label have in common: letter case, full-width forms and the space around a colon differ
 * between hands, not between labels.
 * @example looseLabelOf('下一步: 订阅') === looseLabelOf('下一步：订阅') // => true
 */
export function looseLabelOf(text: string): string {
  return labelTextOf(text)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s*([:/|])\s*/g, '$1');
}

/**
 * Where a label stands as a word of its own in a text, each with both ends; in scripts without spaces between words
 * every occurrence counts.
 */
export function placesOfLabel(text: string, label: string): readonly { from: number; to: number }[] {
  const places: { from: number; to: number }[] = [];
  if (label === '') return places;
  for (let from = text.indexOf(label); from !== -1; from = text.indexOf(label, from + 1)) {
    const to = from + label.length;
    if (!continuesWord(text.slice(0, from), label) && !continuesWord(label, text.slice(to))) {
      places.push({ from, to });
    }
  }
  return places;
}

const unspaced = /[\p{sc=Hani}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}]/u;
const wordEnd = /[\p{L}\p{M}\p{N}_]$/u;
const wordStart = /^[\p{L}\p{N}_]/u;

function continuesWord(left: string, right: string): boolean {
  if (!wordEnd.test(left) || !wordStart.test(right)) return false;
  return !unspaced.test(left.slice(-1)) && !unspaced.test(right.slice(0, 1));
}

/**
 * How alike two labels are, 0 to 1, by the pairs of letters they share (Dice's coefficient over letter pairs).
 * @example similarityOf('Kontoinformation', 'sidan Kontoinformation') // => 0.83
 */
export function similarityOf(one: string, other: string): number {
  const left = letterPairs(looseLabelOf(one));
  const right = letterPairs(looseLabelOf(other));
  const rest = [...right];
  const shared = left.filter((pair) => {
    const at = rest.indexOf(pair);
    if (at !== -1) rest.splice(at, 1);
    return at !== -1;
  });
  return left.length + right.length === 0 ? 0 : (2 * shared.length) / (left.length + right.length);
}

function letterPairs(text: string): string[] {
  const letters = [...text];
  return letters.length < 2 ? letters : letters.slice(1).map((letter, at) => `${letters[at]}${letter}`);
}
