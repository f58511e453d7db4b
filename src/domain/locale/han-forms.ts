/**
 * Which form of Han characters a locale writes, and which characters of a text only another form has: Simplified and
 * Traditional Chinese, and Japanese. What belongs together comes from OpenCC's dictionaries, what a form may hold from
 * the character sets that its own computers were built for: GB 2312, Big5 and JIS X 0208.
 */
import hongKongPairs from 'opencc-js/dict/HKVariants';
import shinjitaiPairs from 'opencc-js/dict/JPShinjitaiCharacters';
import simplifiedPairs from 'opencc-js/dict/STCharacters';
import traditionalPairs from 'opencc-js/dict/TSCharacters';
import taiwanPairs from 'opencc-js/dict/TWVariants';
import { scriptOf } from './scripts.ts';

/** A form of Han characters that pages are written in. */
export type HanForm = 'simplified' | 'traditional' | 'japanese';

/** A character that the form of its page does not have. */
export interface ForeignHan {
  /** UTF-16 units from the start of the text. */
  readonly at: number;
  readonly character: string;
  /** The form that has it. */
  readonly form: HanForm;
  /** What the page's form writes instead, where OpenCC knows one. */
  readonly own: string | undefined;
}

/**
 * The form that a locale is written in, or `undefined` where Han characters are none or of no single form.
 * @example hanFormOf('zh-TW') // => 'traditional'
 */
export function hanFormOf(locale: string): HanForm | undefined {
  const script = scriptOf(locale);
  if (script === 'Hans') return 'simplified';
  if (script === 'Hant') return 'traditional';
  return script === 'Jpan' ? 'japanese' : undefined;
}

/**
 * The characters of a text that its form does not have and another does, in order. Characters that two forms share are
 * never among them, nor those that another form gave a meaning of their own: `后`, `里` and `台` are sound in Taiwan.
 *
 * @example findForeignHan('請选择', 'traditional').map(({ own }) => own) // => ['選', '擇']
 */
export function findForeignHan(text: string, form: HanForm): readonly ForeignHan[] {
  const { foreign, own } = tableFor(form);
  const found: ForeignHan[] = [];
  for (let at = 0; at < text.length; at++) {
    const kind = foreign[text.charCodeAt(at)] ?? 0;
    const other = kind === 0 ? undefined : forms[kind];
    if (other === undefined) continue;
    const character = text.charAt(at);
    found.push({ at, character, form: other, own: own.get(character) });
  }
  return found;
}

/** How many characters of a text only its own form has: what shows that somebody wrote it in that form. */
export function countOwnHan(text: string, form: HanForm): number {
  if (form === 'japanese') return text.match(/[\p{sc=Hira}\p{sc=Kana}]/gu)?.length ?? 0;
  return findForeignHan(text, form === 'simplified' ? 'traditional' : 'simplified').filter(
    (han) => han.form === form,
  ).length;
}

const forms: readonly (HanForm | undefined)[] = [undefined, 'simplified', 'traditional', 'japanese'];

interface FormTable {
  /** By UTF-16 unit, the place in `forms` of the form that alone has the character. */
  readonly foreign: Uint8Array;
  readonly own: ReadonlyMap<string, string>;
}

const tables = new Map<HanForm, FormTable>();

function tableFor(form: HanForm): FormTable {
  const table = tables.get(form) ?? buildTable(form);
  tables.set(form, table);
  return table;
}

function buildTable(form: HanForm): FormTable {
  const simplified = readPairs(simplifiedPairs);
  const traditional = readPairs(traditionalPairs);
  const shinjitai = readPairs(shinjitaiPairs);
  const gb2312 = readCharacterSet('gb18030', 0xb0, 0xf7, 0xa1);
  const big5 = readCharacterSet('big5', 0xa4, 0xf9, 0x40);
  const jis = readCharacterSet('shift_jis', 0x88, 0xea, 0x40);
  const onlySimplified = [...simplified.keys()].filter((character) => {
    return gb2312.has(character) && (!big5.has(character) || neverTraditional.has(character));
  });
  const onlyTraditional = [...traditional.keys()].filter(
    (character) => big5.has(character) && !gb2312.has(character),
  );
  // Hong Kong prints some characters as Japan does: `説`.
  const hongKong = new Set(readPairs(hongKongPairs).values());
  const onlyJapanese = [...shinjitai.keys()].filter(
    (character) => !gb2312.has(character) && !big5.has(character) && !hongKong.has(character),
  );
  const ofForms: Readonly<Record<HanForm, readonly string[]>> = {
    simplified:
      form === 'japanese' ? onlySimplified.filter((character) => !jis.has(character)) : onlySimplified,
    traditional:
      form === 'japanese' ? onlyTraditional.filter((character) => !jis.has(character)) : onlyTraditional,
    japanese: onlyJapanese,
  };
  const foreign = new Uint8Array(0x1_0000);
  for (const [kind, other] of forms.entries()) {
    if (other === undefined || other === form) continue;
    for (const character of ofForms[other]) foreign[character.charCodeAt(0)] ||= kind;
  }
  return { foreign, own: ownFormsOf(form, { simplified, traditional, shinjitai }) };
}

/** What a form writes for each character of the others. */
function ownFormsOf(
  form: HanForm,
  { simplified, traditional, shinjitai }: Readonly<Record<string, ReadonlyMap<string, string>>>,
): ReadonlyMap<string, string> {
  if (form === 'japanese') return new Map();
  const own = new Map(form === 'traditional' ? simplified : traditional);
  const taiwan = readPairs(taiwanPairs);
  for (const [japanese, old] of shinjitai ?? []) {
    if (!own.has(japanese)) own.set(japanese, form === 'traditional' ? old : (traditional?.get(old) ?? old));
  }
  if (form === 'traditional') {
    for (const [character, written] of own) own.set(character, taiwan.get(written) ?? written);
  }
  return own;
}

/** Simplified characters that Big5 has as rare words of their own, and that no page of today uses as such. */
const neverTraditional: ReadonlySet<string> = new Set('与优体儿听圣坏复怀惊扑扰机极构气洁确离种网茧荐触适');

/** Only single UTF-16 units: what lies beyond is too rare to matter. */
function readPairs(pairs: string): ReadonlyMap<string, string> {
  const read = new Map<string, string>();
  for (const pair of pairs.split('|')) {
    const [from = '', to = ''] = pair.split(' ');
    if (from.length === 1 && to.length === 1) read.set(from, to);
  }
  return read;
}

/** The Han characters of a double-byte encoding with first bytes in a range. */
function readCharacterSet(
  encoding: string,
  first: number,
  last: number,
  lowest: number,
): ReadonlySet<string> {
  const decoder = new TextDecoder(encoding);
  const characters = new Set<string>();
  for (let lead = first; lead <= last; lead++) {
    // Big5's rows between the two levels, and behind its end, hold what Hong Kong added.
    for (let trail = lowest; trail <= 0xfe; trail++) {
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if (character.length === 1 && /\p{sc=Hani}/u.test(character)) characters.add(character);
    }
  }
  return characters;
}
