import { createHash } from 'node:crypto';
import type { Finding, Report } from '../../../src/domain/report/report.ts';
import { escapeXml } from './escape-xml.ts';
import { choice, distinct } from './html-choice.ts';
import { reportScript, reportStyle } from './html-parts.ts';
import { fixFlags, summarySentence } from './pretty.ts';

/** What the reporter needs beside the report. */
export interface HtmlOptions {
  /** The text of a file, or of the old source with that blob id; nothing is quoted where it is not known. */
  readonly textOf?: (path: string, revision?: string) => string | undefined;
}

/** Lines of a range that are quoted, and characters of each around it. */
const mostLines = 8;
const mostCharacters = 600;

/**
 * The report as one page that needs no network: every finding with its line beside the source's, to be searched and
 * filtered by language, rule and severity. Without JavaScript all findings are shown.
 *
 * A policy in the page itself lets nothing run but its own script, whatever the quoted pages hold.
 */
export function* renderHtml(
  report: Report,
  { textOf = () => undefined }: HtmlOptions = {},
): Iterable<string> {
  const summary = escapeXml(summarySentence(report));
  const policy = `default-src 'none'; style-src 'sha256-${hashOf(reportStyle)}'; script-src 'sha256-${hashOf(reportScript)}'; base-uri 'none'; form-action 'none'`;
  yield `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Lockstep: ${summary}</title>
<style>${reportStyle}</style>
</head>
<body>
<header>
<h1>Lockstep</h1>
<p>${summary}</p>
${filters(report)}
<p id="shown" role="status"></p>
</header>
<main>
`;
  const locales = new Map(report.pages.map(({ path, locale }) => [path, locale]));
  for (const [path, findings] of Map.groupBy(report.findings, (finding) => finding.path)) {
    yield `<section class="page">\n<h2>${escapeXml(path)}</h2>\n`;
    for (const finding of findings) yield renderFinding(finding, locales, textOf);
    yield '</section>\n';
  }
  if (report.findings.length === 0) yield '<p>Nothing to fix.</p>\n';
  if (report.notCompared.length > 0) yield notComparedList(report);
  yield `</main>\n<script>${reportScript}</script>\n</body>\n</html>\n`;
}

function filters({ findings }: Report): string {
  if (findings.length === 0) return '';
  const severities = (['error', 'warning', 'note'] as const).filter((severity) =>
    findings.some((finding) => finding.severity === severity),
  );
  return `<form id="filters" role="search" hidden>
<label>Search <input type="search" name="text" autocomplete="off" spellcheck="false"></label>
${choice('severity', 'Severity', severities)}
${choice('locale', 'Language', distinct(findings.map(({ locale }) => locale)))}
${choice('rule', 'Rule', distinct(findings.map(({ rule }) => rule)))}
<button type="reset">Show all</button>
</form>`;
}

function renderFinding(
  finding: Finding,
  locales: ReadonlyMap<string, string>,
  textOf: NonNullable<HtmlOptions['textOf']>,
): string {
  const { rule, severity, locale, path, range, message, help, related, fix } = finding;
  const own = quote(textOf(path), range, `${path}:${range.start.line}:${range.start.column}`, locale);
  const others = related.map((other) => {
    const { line, column } = other.range.start;
    const text = textOf(other.path, other.revision);
    return quote(
      text,
      other.range,
      `${other.path}:${line}:${column} (${other.label})`,
      locales.get(other.path),
    );
  });
  const mend =
    fix === null
      ? ''
      : `<p class="fix"><code>${fixFlags[fix.safety].replace(':', '')}</code> ${withCode(fix.title)}</p>\n`;
  return `<article class="finding ${severity}" data-severity="${severity}" data-locale="${escapeXml(locale)}" data-rule="${escapeXml(rule)}">
<h3>${withCode(message)}</h3>
<p class="kind"><strong>${severity}</strong> <code>${escapeXml(rule)}</code> ${escapeXml(locale)}, ${Math.round(finding.confidence * 100)}% sure</p>
<div class="sides">${[own, ...others].join('')}</div>
<p>${withCode(help)}</p>
${mend}</article>
`;
}

/** The lines of a range, with the range marked. */
function quote(
  text: string | undefined,
  { start, end }: Finding['range'],
  place: string,
  locale: string | undefined,
): string {
  const caption = `<figcaption>${escapeXml(place)}</figcaption>`;
  if (text === undefined || start.offset > text.length) return `<figure>${caption}</figure>`;
  const from = Math.max(lineStart(text, start.offset), start.offset - mostCharacters);
  const to = Math.min(quoteEnd(text, start.offset, end.offset), end.offset + mostCharacters);
  const last = Math.min(end.offset, to);
  const inside = text.slice(start.offset, last);
  const marked = [
    from > lineStart(text, start.offset) ? '…' : '',
    escapeXml(text.slice(from, start.offset), 'lines'),
    `<mark>${inside === '' ? '' : escapeXml(inside, 'lines')}</mark>`,
    escapeXml(text.slice(last, to), 'lines'),
    to < lineEnd(text, last) || last < end.offset ? '…' : '',
  ].join('');
  const language = locale === undefined ? '' : ` lang="${escapeXml(locale)}"`;
  return `<figure>${caption}<pre${language} dir="auto">${marked}</pre></figure>`;
}

function quoteEnd(text: string, from: number, to: number): number {
  let end = lineEnd(text, from);
  for (let line = 1; line < mostLines && end < to; line++) end = lineEnd(text, end + 1);
  return end;
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end === -1 ? text.length : end;
}

/** Words with their values, which stand in backticks, as code. */
function withCode(text: string): string {
  return text
    .split(/(`[^`]*`)/)
    .map((part) =>
      /^`[^`]+`$/.test(part) ? `<code dir="auto">${escapeXml(part.slice(1, -1))}</code>` : escapeXml(part),
    )
    .join('');
}

function notComparedList({ notCompared }: Report): string {
  const entries = notCompared.map(
    ({ path, reason }) => `<li><code>${escapeXml(path)}</code> ${withCode(reason)}</li>`,
  );
  return `<section>\n<h2>Not compared</h2>\n<ul>\n${entries.join('\n')}\n</ul>\n</section>\n`;
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}
