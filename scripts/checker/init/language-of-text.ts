import { countScripts, type Script } from '../../../src/domain/locale/scripts.ts';

/**
 * The language that a source text is likely to be in, where its path does not say: by its letters, and by the small words
 * of languages with Latin letters. English where nothing else is likelier.
 * @param others languages that it is not in, for it is translated into them
 * @example languageOfText('Välj kunden och vänta på svaret från den.', []) // => 'sv'
 */
export function languageOfText(text: string, others: readonly string[]): string {
  const prose = text.replace(/```[^]*?```|`[^`\n]*`|https?:\S+|<[^>\n]*>/g, ' ');
  const scripts = countScripts(prose);
  const letters = [...scripts.values()].reduce((sum, count) => sum + count, 0);
  const share = (script: Script): number => (scripts.get(script) ?? 0) / Math.max(1, letters);
  if (share('Hira') + share('Kana') > 0.1) return 'ja';
  if (share('Hang') > 0.2) return 'ko';
  if (share('Han') > 0.2) return 'zh';
  if (share('Cyrl') > 0.4) return 'ru';
  if (share('Arab') > 0.4) return 'ar';
  const words = prose.toLowerCase().match(/\p{L}+/gu) ?? [];
  const counts = Object.entries(smallWords)
    .filter(([language]) => !others.includes(language))
    .map(([language, own]) => ({ language, count: words.filter((word) => own.has(word)).length }));
  const [most] = counts.toSorted((one, other) => other.count - one.count);
  const english = counts.find(({ language }) => language === 'en')?.count ?? 0;
  return most !== undefined && most.count > english ? most.language : 'en';
}

/** Words that hardly a paragraph does without, as far as other languages lack them. */
const smallWords: Readonly<Record<string, ReadonlySet<string>>> = Object.fromEntries(
  Object.entries({
    en: 'the of and to is for with that this you are from',
    cs: 'je na se že jako pro při nebo který pokud',
    da: 'og er af til ikke det den med på kan eller',
    de: 'der die das und ist nicht ein eine mit für auf sie werden oder',
    es: 'el los las una para por con que es del puede como',
    fi: 'ja on ei tai voit että sekä kun joka ovat',
    fr: 'le les des une est pour dans avec que vous sur pas',
    hu: 'az és egy hogy nem vagy ha ez meg',
    id: 'dan yang untuk dengan dari ini anda pada adalah',
    it: 'il gli una per con che di della sono non come',
    nb: 'og er av til ikke det den med på kan eller du',
    nl: 'het een van en is voor met niet dat de je wordt',
    pl: 'i w na nie jest się do oraz lub jak dla',
    pt: 'o os uma para com que não é do da você como',
    ro: 'și este pentru cu din sau care nu prin',
    sv: 'och är av till inte det den med på kan eller för att en ett',
    tr: 've bir için bu ile olarak veya da değil',
    vi: 'và của là các cho không được trong một với',
  }).map(([language, words]) => [language, new Set(words.split(' '))]),
);
