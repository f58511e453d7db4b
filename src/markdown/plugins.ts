import type { MdastPluginList } from 'satteri';
import type { SiteLocale } from '../domain/locale/locales.ts';
import { anchors } from './anchors.ts';
import { type CalloutKind, callouts } from './callouts.ts';
import { externalLinks } from './external-links.ts';
import { guideLinks } from './guide-links.ts';
import { scrollingTables } from './scrolling-tables.ts';
import { steps } from './steps.ts';

/** The words that plugins add to a page, by the page's locale. */
export interface MarkdownWords {
  calloutTitle(locale: SiteLocale, kind: CalloutKind): string;
  stepLinkName(locale: SiteLocale, number: number): string;
}

/**
 * Everything the site does to a page's Markdown, in order: callouts lose their marker before anchors wrap what is
 * left, and steps look for the ids that anchors have set.
 */
export function markdownPlugins(words: MarkdownWords): MdastPluginList {
  return [
    callouts(words.calloutTitle),
    anchors,
    steps(words.stepLinkName),
    guideLinks,
    externalLinks,
    scrollingTables,
  ];
}
