import { type PlacedChange, placeChanges } from '../domain/report/place-changes.ts';
import { pageAddress } from '../i18n/locale-paths.ts';
import { practicePlaceText } from '../i18n/practice-place-names.ts';
import { siteMessages } from '../i18n/site-messages.ts';
import { titlePhrases } from '../i18n/title-phrases.ts';
import { readCheckReport } from '../markdown/check-report.ts';
import type { MarkdownSettings } from '../markdown/plain-pages.ts';
import { markdownPlugins } from '../markdown/plugins.ts';
import type { ReportedPlace, ReportLink } from '../markdown/report-links.ts';
import { calloutTitle } from './callout-title.ts';
import { changeTitles } from './change-titles.ts';
import { problemAddress, repository } from './report-problem.ts';

/** How the guide's pages are rendered, whose site has its sources in `root`. */
export function guideMarkdown(root: string): MarkdownSettings {
  const mdastPlugins = markdownPlugins(
    {
      calloutTitle,
      stepLinkName: (locale, number) => siteMessages(locale)('stepLink', { number }),
      practiceLinkText: (locale, number) => siteMessages(locale)('practiceLink', { number }),
      practicePlaceText,
      changeNote: (locale) => {
        const say = siteMessages(locale);
        return {
          title: ({ kind }) => say(changeTitles[kind]),
          added: say('diffAdded'),
          removed: say('diffRemoved'),
        };
      },
      phrasesOf: titlePhrases,
      reportLink: repository && reportLink,
    },
    (file) => changesOf(file, root),
  );
  // Quotation marks and dashes differ by language; the pages carry their own.
  return { mdastPlugins, features: { smartPunctuation: false } };
}

/** What has changed in the source of a page since it was translated. */
function changesOf(file: URL | undefined, root: string): readonly PlacedChange[] {
  const content = file?.pathname.split('/content/').at(-1);
  if (content === undefined || !content.endsWith('.mdx')) return [];
  const { locale, key } = pageAddress(decodeURIComponent(content));
  const report = readCheckReport(root);
  const page = report.pageOf(locale, key);
  return page?.drift ? placeChanges(page, report.textOf(page.path)) : [];
}

/** Where a problem with a section or step is told. */
function reportLink({ step, ...place }: ReportedPlace): ReportLink {
  const say = siteMessages(place.locale);
  return {
    address: problemAddress({ ...place, question: say('reportQuestion') }) ?? '',
    name: step === undefined ? say('reportSection') : say('reportStep', { number: step }),
  };
}
