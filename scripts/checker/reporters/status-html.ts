import { createHash } from 'node:crypto';
import type { PageChange } from '../../../src/domain/report/page-drift.ts';
import {
  actions,
  type LocaleStatus,
  type PageStatus,
  type StatusReport,
} from '../../../src/domain/report/status.ts';
import { escapeXml } from './escape-xml.ts';
import { choice, distinct } from './html-choice.ts';
import { reportStyle } from './html-parts.ts';
import { statusScript, statusStyle } from './status-html-parts.ts';
import { helpFor, statusSentence } from './status-pretty.ts';

/**
 * The status as one page that needs no network: the languages with how much of each is fine, and every translation
 * with what to do and what changed in its source, to be searched and filtered. Without JavaScript all are shown.
 *
 * A policy in the page itself lets nothing run but its own script, whatever the pages hold.
 * @param sourceLocale BCP 47, the language of what changed
 */
export function* renderStatusHtml(report: StatusReport, sourceLocale: string): Iterable<string> {
  const summary = escapeXml(statusSentence(report));
  const style = `${reportStyle}${statusStyle}`;
  const policy = `default-src 'none'; style-src 'sha256-${hashOf(style)}'; script-src 'sha256-${hashOf(statusScript)}'; base-uri 'none'; form-action 'none'`;
  yield `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Lockstep status: ${summary}</title>
<style>${style}</style>
</head>
<body>
<header>
<h1>Lockstep status</h1>
<p>${summary}</p>
</header>
<main>
<h2 id="languages">Languages</h2>
${languageTable(report.locales)}
<h2>Translations</h2>
${filters(report.pages)}
<p id="shown" role="status"></p>
`;
  const inOrder = report.pages.toSorted(
    (one, other) => actions.indexOf(one.action) - actions.indexOf(other.action),
  );
  for (const page of inOrder) yield renderPage(page, helpFor(page.action, report), sourceLocale);
  if (report.notCompared.length > 0) {
    const entries = report.notCompared.map(
      ({ path, reason }) => `<li><code>${escapeXml(path)}</code> ${withCode(reason)}</li>`,
    );
    yield `<h2>Not looked at</h2>\n<ul>\n${entries.join('\n')}\n</ul>\n`;
  }
  yield `</main>\n<script>${statusScript}</script>\n</body>\n</html>\n`;
}

function languageTable(locales: readonly LocaleStatus[]): string {
  const used = actions.filter((action) => locales.some(({ counts }) => (counts[action] ?? 0) > 0));
  const heads = used.map((action) => `<th class="number" scope="col">${action}</th>`).join('');
  const rows = locales.map(({ locale, pages, percent, counts }) => {
    const cells = used.map((action) => `<td class="number">${counts[action] ?? 0}</td>`).join('');
    return `<tr><th scope="row">${escapeXml(locale)}</th><td>${bar(percent)}${percent}%</td><td class="number">${pages}</td>${cells}</tr>`;
  });
  return `<div class="scroll" tabindex="0" role="region" aria-labelledby="languages"><table>
<thead><tr><th scope="col">Language</th><th scope="col">Fine</th><th class="number" scope="col">Pages</th>${heads}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table></div>`;
}

/** A drawing: the policy of the page lets no element have a style of its own. */
function bar(percent: number): string {
  return `<svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect width="${percent}" height="10" fill="currentColor"/></svg>`;
}

function filters(pages: readonly PageStatus[]): string {
  return `<form id="filters" role="search" hidden>
<label>Search <input type="search" name="text" autocomplete="off" spellcheck="false"></label>
${choice(
  'action',
  'To do',
  actions.filter((action) => pages.some((page) => page.action === action)),
)}
${choice('state', 'State', distinct(pages.map(({ state }) => state)))}
${choice('locale', 'Language', distinct(pages.map(({ locale }) => locale)))}
</form>`;
}

function renderPage(
  { path, locale, state, action, reason, drift }: PageStatus,
  advice: string,
  sourceLocale: string,
): string {
  const why = reason === '' ? '' : `<p>${withCode(reason)}</p>\n`;
  const help = action === 'fine' ? '' : `<p>${withCode(advice.replaceAll('PAGE', path))}</p>\n`;
  return `<article class="status ${action}" data-action="${action}" data-state="${state}" data-locale="${escapeXml(locale)}">
<h3>${escapeXml(path)}</h3>
<p class="kind"><strong>${action}</strong> ${state}, ${escapeXml(locale)}</p>
${why}${help}${changeList(drift?.changes ?? [], sourceLocale)}</article>
`;
}

/** Changes of a page that are shown; a page written anew has hundreds. */
const mostChanges = 100;

function changeList(changes: readonly PageChange[], sourceLocale: string): string {
  if (changes.length === 0) return '';
  const entries = changes.slice(0, mostChanges).map((change) => renderChange(change, sourceLocale));
  const rest = changes.length - entries.length;
  const more = rest === 0 ? '' : `<li>and ${rest} more</li>\n`;
  const count = changes.length === 1 ? '1 change' : `${changes.length} changes`;
  return `<details>\n<summary>${count} in the source</summary>\n<ul class="changes">\n${entries.join('')}${more}</ul>\n</details>\n`;
}

function renderChange(
  { kind, node, name, section, step, range, words, details, inTranslation }: PageChange,
  sourceLocale: string,
): string {
  const what = [
    name === undefined ? node : `${node} ${name}`,
    step !== null && node === 'step' ? String(step) : '',
    kind,
    step !== null && node !== 'step' ? `in step ${step}` : '',
    section === null || node === 'section' || node === 'heading' ? '' : `under “${section.heading}”`,
    `in line ${range.start.line}`,
    inTranslation ? '(the translation has it)' : '',
  ].filter((part) => part !== '');
  const language = `lang="${escapeXml(sourceLocale)}" dir="auto"`;
  const text =
    words.length === 0 ? '' : `<div class="words" ${language}>${words.map(renderWords).join('')}</div>`;
  const rest = details.map(
    ({ aspect, before, after }) =>
      `<p>${aspect}: ${before === null ? '' : `<del>${escapeXml(before)}</del>`} ${after === null ? '' : `<ins>${escapeXml(after)}</ins>`}</p>`,
  );
  return `<li>${escapeXml(what.join(' '))}${text}${rest.join('')}</li>\n`;
}

function renderWords({ kind, text }: PageChange['words'][number]): string {
  const shown = escapeXml(text, 'lines');
  return kind === 'kept' ? shown : kind === 'removed' ? `<del>${shown}</del>` : `<ins>${shown}</ins>`;
}

/** Words with their values, which stand in backticks, as code. */
function withCode(text: string): string {
  return text
    .split(/(`[^`]*`)/)
    .map((part) =>
      /^`[^`]+`$/.test(part) ? `<code>${escapeXml(part.slice(1, -1))}</code>` : escapeXml(part),
    )
    .join('');
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}
