/**
 * A word in Latin letters without marks, as far as its script has a simple Latin form: Cyrillic, Greek, Armenian,
 * Georgian, Hangul and kana have one. What is left as it is (Han, scripts that leave vowels out) has none.
 *
 * General knowledge: BGN/PCGN for Cyrillic and Armenian, ELOT 743 for Greek, the national system of Georgia, Revised
 * Romanization for Korean, Hepburn for Japanese, all without signs, long vowels, and changes of sound between syllables. A
 * library would weigh more than the form: most of it is readings of Han characters, which depend on the language.
 * @param word in lower case, composed
 * @param country where umlauts are written out, as in Germany, they are here too
 * @example toLatin('пекарня') // => 'pekarnya'
 * @example toLatin('müller', 'DE') // => 'mueller'
 */
export function toLatin(word: string, country = ''): string {
  const umlauts = umlautCountries.has(country) ? word.replace(/[äöü]/gu, letterOf(writtenOut)) : word;
  return kanaToLatin(umlauts)
    .replace(/(?<=[бвгджзклмнпрстфхцчшщ])[иы]й$/u, 'ы')
    .replace(/^ե/u, 'ye')
    .replace(/./gu, letterOf(composedLetters))
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/([αεη])υ(?=[θκξπσςτφχψ]|$)/gu, '$1f')
    .replace(/([αεη])υ/gu, '$1v')
    .replace(/γ(?=[γξχ])/gu, 'n')
    .replace(/ου/gu, 'ou')
    .replace(/ու/gu, 'u')
    .replace(/և|եւ/gu, 'ev')
    .replace(/./gu, letterOf(letters));
}

function letterOf(table: ReadonlyMap<string, string>): (letter: string) => string {
  return (letter) => table.get(letter) ?? letter;
}

const umlautCountries = new Set(['AT', 'CH', 'DE', 'LI']);

const writtenOut = tableOf('äae öoe üue');

/** Letters that are no letter with a mark, whatever Unicode takes them apart into. */
const composedLetters = tableOf('йy ёe їi ўu');

const letters = tableOf(
  'аa бb вv гg дd еe жzh зz иi кk лl мm нn оo пp рr сs тt уu фf хkh цts чch шsh щshch ъ ыy ь эe юyu яya іi єie ґg ' +
    'ђdj јj љlj њnj ћc џdz ѕdz әa ғgh қq ңng өo ұu үu һh ҷj ҳh ҡq ' +
    'αa βv γg δd εe ζz ηi θth ιi κk λl μm νn ξx οo πp ρr σs ςs τt υy φf χch ψps ωo ' +
    'աa բb գg դd եe զz էe ըy թt ժzh իi լl խkh ծts կk հh ձdz ղgh ճch մm յy նn շsh ոo չch պp ջj ռr սs վv տt րr ցts ւv ' +
    'փp քk օo ֆf' +
    'აa ბb გg დd ეe ვv ზz თt იi კk ლl მm ნn ოo პp ჟzh რr სs ტt უu ფp ქk ღgh ყq შsh ჩch ცts ძdz წts ჭch ხkh ჯj ჰh ' +
    'æae œoe ßss øo łl đd ðd þth ıi ħh ŧt ŋng əa',
);
for (const [jamo, latin] of [
  ...jamoFrom(0x1100, 'g kk n d tt r m b pp s ss - j jj ch k t p h'),
  ...jamoFrom(0x1161, 'a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i'),
  ...jamoFrom(0x11a8, 'k k k n n n t l k m l l l p l m p p t t ng t t k t p t'),
]) {
  letters.set(jamo, latin);
}

function tableOf(pairs: string): Map<string, string> {
  return new Map(pairs.split(' ').map((pair) => [pair.slice(0, 1), pair.slice(1)]));
}

/** The parts of Hangul syllables in the order of Unicode, from `first` on; a hyphen stands for one without a sound. */
function jamoFrom(first: number, sounds: string): readonly (readonly [string, string])[] {
  return sounds
    .split(' ')
    .map((sound, index) => [String.fromCodePoint(first + index), sound === '-' ? '' : sound] as const);
}

/** Hiragana and katakana in Latin letters. A small kana changes the one before it, a small tsu doubles what follows. */
function kanaToLatin(word: string): string {
  if (!/[ぁ-ヿ]/u.test(word)) return word;
  return word
    .replace(/[ぁ-ゖ]/gu, (kana) => String.fromCodePoint((kana.codePointAt(0) ?? 0) + 0x60))
    .replace(/[ァ-ヴ]/gu, (kana) => kanaSounds.get(kana) ?? kana)
    .replace(
      /(sh|ch|j)i([ャュョ])/gu,
      (_, start: string, small: string) => start + (smallVowels.get(small) ?? ''),
    )
    .replace(/i([ャュョ])/gu, (_, small: string) => `y${smallVowels.get(small) ?? ''}`)
    .replace(/[aiueo]([ァィゥェォ])/gu, (_, small: string) => smallVowels.get(small) ?? '')
    .replace(/ッ(?=ch)/gu, 't')
    .replace(/ッ([a-z])/gu, '$1$1')
    .replace(/[ッー・]/gu, '');
}

const smallVowels = tableOf('ャa ュu ョo ァa ィi ゥu ェe ォo');

const kanaSounds = tableOf(
  'アa イi ウu エe オo カka キki クku ケke コko ガga ギgi グgu ゲge ゴgo サsa シshi スsu セse ソso ザza ジji ズzu ゼze ゾzo ' +
    'タta チchi ツtsu テte トto ダda ヂji ヅzu デde ドdo ナna ニni ヌnu ネne ノno ハha ヒhi フfu ヘhe ホho バba ビbi ブbu ' +
    'ベbe ボbo パpa ピpi プpu ペpe ポpo マma ミmi ムmu メme モmo ヤya ユyu ヨyo ラra リri ルru レre ロro ワwa ヲo ンn ヴvu',
);
