/** Why a text looks as if its end were cut off. */
export type UnfinishedEnd = 'bracket' | 'comma' | 'word';

/**
 * Whether a text ends in the middle: inside brackets, behind a comma, or on a word that something must follow.
 *
 * @example unfinishedEnd('Wählen Sie Kunden und', 'de-DE') // => 'word'
 */
export function unfinishedEnd(text: string, locale: string): UnfinishedEnd | undefined {
  const end = text.trimEnd();
  if (end === '' || isFinished(end)) return undefined;
  if (
    Math.max(end.lastIndexOf('('), end.lastIndexOf('（')) >
    Math.max(end.lastIndexOf(')'), end.lastIndexOf('）'))
  )
    return 'bracket';
  if (/[,，、–—(（-]/.test(end.slice(-1))) return 'comma';
  const word = /(?<=\s)\p{L}+$/u.exec(end.slice(-longestOpenWord))?.[0];
  const language = locale.split('-')[0] ?? locale;
  return word !== undefined && openWords.get(language)?.has(word) === true ? 'word' : undefined;
}

/**
 * Whether one of several names set apart by bars ends in the middle: on a hyphen, or on a word that something must
 * follow. A sentence may end on a preposition, a name does not.
 *
 * @example isCutName('Administratörsbehörighet för', 'sv-SE') // => true
 */
export function isCutName(name: string, locale: string): boolean {
  if (/\p{L}-$/u.test(name)) return true;
  const word = /(?<=\s)\p{L}+$/u.exec(name.slice(-longestOpenWord))?.[0];
  const language = locale.split('-')[0] ?? locale;
  if (word === undefined) return false;
  return openWords.get(language)?.has(word) === true || prepositions.get(language)?.has(word) === true;
}

/** Whether a text ends as a sentence, or what announces a list, does; closing quotes and brackets aside. */
export function isFinished(text: string): boolean {
  return /[.!?…。！？．｡؟۔।:：;；][\s"'”’»›」』）)\]}*_]*$/u.test(text.slice(-longestClosing));
}

/** More closing quotes and brackets than this follow no full stop. */
const longestClosing = 12;

/** More than any of `openWords` and the space before it have. */
const longestOpenWord = 16;

/** Conjunctions, articles and prepositions that end no sentence; words that also end one are left out. */
const openWords: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    de: 'und oder sowie dass weil wenn der die das dem den des von für einem einen einer',
    en: 'and or but the a an of with that which because',
    es: 'y o pero el la los las de del un una para que con',
    fr: 'et ou mais le la les de du des un une pour que qui avec',
    it: 'e o ma il lo la gli le di del della un una per che con',
    nl: 'en of maar de het een van voor dat die met',
    pt: 'e ou mas o os as de do da dos das um uma para que com',
    ru: 'и или но в на с для что от к по',
    sv: 'och eller men ett att som eftersom',
    uk: 'і та або але в на з для що від до',
  }).map(([language, words]): [string, ReadonlySet<string>] => [language, new Set(words.split(' '))]),
);

/** Prepositions beside those, which end no name. */
const prepositions: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    de: 'mit im am bei durch gegen ohne',
    en: 'for to from at by in on',
    es: 'por en a sin',
    fr: 'à en dans sur par au aux',
    it: 'a da in su al nel',
    nl: 'in op aan bij',
    pt: 'em no na por ao',
    ru: 'у из за при от со',
    sv: 'för av på till från med vid',
    uk: 'у з із при зі',
  }).map(([language, words]): [string, ReadonlySet<string>] => [language, new Set(words.split(' '))]),
);
