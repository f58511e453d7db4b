import glossary from '../../locales/glossary.json' with { type: 'json' };
import { type SiteLocale, sourceLocale } from '../domain/locale/locales.ts';

/** A term as the glossary page of one language shows it. */
export interface GlossaryEntry {
  /** The same in every language, and for good: pages and readers link to it. */
  readonly id: string;
  readonly term: string;
  /** What the term is called on source pages. */
  readonly source: string;
  readonly note: string;
}

interface WrittenTerm {
  readonly source: string;
  readonly translations?: Readonly<Partial<Record<string, string | readonly string[]>>>;
  readonly note?: string;
  readonly notes?: Readonly<Partial<Record<string, string>>>;
}

/**
 * The terms that the checker holds pages to, for readers of `locale`, sorted as they expect. A term has the first of its
 * names; one without a note is a rule for translators only and left out. A note that is not translated yet is not shown
 * in another language.
 * @example glossaryEntries('sv-SE').find(({ id }) => id === 'term-tenant')?.term // => 'klientorganisation'
 */
export function glossaryEntries(locale: SiteLocale): readonly GlossaryEntry[] {
  const { compare } = new Intl.Collator(locale);
  return (glossary.terms as readonly WrittenTerm[])
    .flatMap(({ source, translations, note, notes }) => {
      const [term] = locale === sourceLocale ? [source] : [translations?.[locale] ?? source].flat();
      const ownNote = locale === sourceLocale ? note : notes?.[locale];
      if (term === undefined || ownNote === undefined) return [];
      return [{ id: termId(source), term, source, note: ownNote }];
    })
    .toSorted((one, other) => compare(one.term, other.term));
}

/** The language that the glossary is in for readers of `locale`: the source's where no note has been translated. */
export function glossaryLocale(locale: SiteLocale): SiteLocale {
  return glossaryEntries(locale).length > 0 ? locale : sourceLocale;
}

function termId(source: string): string {
  return `term-${source.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`;
}
