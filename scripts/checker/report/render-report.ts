import packageJson from '../../../package.json' with { type: 'json' };
import type { Report, Severity } from '../../../src/domain/report/report.ts';
import { renderGithub } from '../reporters/github.ts';
import { renderHtml } from '../reporters/html.ts';
import { renderJson } from '../reporters/json.ts';
import { renderJunit } from '../reporters/junit.ts';
import { renderMarkdown } from '../reporters/markdown.ts';
import { type PrettyOptions, renderPretty } from '../reporters/pretty.ts';
import { renderSarif } from '../reporters/sarif.ts';
import { rules } from '../rules/index.ts';
import type { TextReader } from './finish-findings.ts';
import type { FormatName } from './format-names.ts';

/** What a report is written with. */
export interface RenderOptions extends Pick<PrettyOptions, 'colours' | 'columns'> {
  /** Findings from this severity on are failures. */
  readonly failOn: Severity;
  /** Leads from the repository's root to the report's folder, with a slash at its end; default: it is the root. */
  readonly above?: string;
}

/** A report in a format, piece by piece; `textOf` gives the pages that some formats quote. */
export function renderReport(
  { report, textOf }: { readonly report: Report; readonly textOf: TextReader },
  format: FormatName,
  { failOn, above = '', ...look }: RenderOptions,
): Iterable<string> {
  switch (format) {
    case 'pretty':
      return renderPretty(report, { textOf, ...look });
    case 'json':
      return renderJson(report);
    case 'sarif':
      return renderSarif(report, { version: packageJson.version, rules, above });
    case 'junit':
      return renderJunit(report, { failOn, above });
    case 'github':
      return renderGithub(report, { above });
    case 'markdown':
      return [renderMarkdown(report)];
    case 'html':
      return renderHtml(report, { textOf });
  }
}
