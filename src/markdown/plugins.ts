import type { MdastPluginList } from 'satteri';
import type { PracticePlace } from '../domain/customer/practice-places.ts';
import type { SiteLocale } from '../domain/locale/locales.ts';
import type { PlacedChange } from '../domain/report/place-changes.ts';
import { anchors } from './anchors.ts';
import { boundWords } from './bound-words.ts';
import { type CalloutKind, callouts } from './callouts.ts';
import { type ChangeNoteWords, changeNotes } from './change-notes.ts';
import { comments } from './comments.ts';
import { compounds } from './compounds.ts';
import { externalLinks } from './external-links.ts';
import { guideLinks } from './guide-links.ts';
import { headingPhrases } from './heading-phrases.ts';
import { practiceLinks } from './practice-links.ts';
import { type ReportedPlace, type ReportLink, reportLinks } from './report-links.ts';
import { scrollingTables } from './scrolling-tables.ts';
import { type StepWords, steps } from './steps.ts';

/** The words that plugins add to a page, by the page's locale. */
export interface MarkdownWords extends StepWords {
  calloutTitle(locale: SiteLocale, kind: CalloutKind): string;
  /** What the link from a section to a place of the form says. */
  practicePlaceText(locale: SiteLocale, place: PracticePlace): string;
  changeNote(locale: SiteLocale): ChangeNoteWords;
  /** The phrases of a heading, between which its lines may end. */
  phrasesOf(text: string, locale: SiteLocale): readonly string[];
  /** Where problems with a place are told; none, where they cannot be told. */
  reportLink?: ((place: ReportedPlace) => ReportLink) | undefined;
}

/**
 * Everything the site does to a page's Markdown, in order: callouts lose their marker before anchors wrap what is
 * left, and steps and notes on changes look for the ids that anchors have set. `changesOf` says what has changed in the
 * source of a page since it was translated.
 */
export function markdownPlugins(
  words: MarkdownWords,
  changesOf: (file: URL | undefined) => readonly PlacedChange[] = () => [],
): MdastPluginList {
  return [
    callouts(words.calloutTitle),
    anchors,
    comments,
    steps(words),
    practiceLinks((locale, place) => words.practicePlaceText(locale, place)),
    // Before what is put directly behind titles, and last into steps.
    changeNotes(changesOf, (locale) => words.changeNote(locale)),
    reportLinks(words.reportLink),
    guideLinks,
    externalLinks,
    scrollingTables,
    compounds,
    boundWords,
    headingPhrases(words.phrasesOf),
  ];
}
