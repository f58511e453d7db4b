import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { describe, expect, it } from 'vitest';
import { renderMarkdown } from '../../../scripts/checker/reporters/markdown.ts';
import type { Finding, Report } from '../../../src/domain/report/report.ts';
import { exampleReport } from '../report/example-report.ts';
import { hostileReport } from './hostile-report.ts';

/** The comment as a host shows it, HTML in it included. */
function shown(report: Report): string {
  return micromark(renderMarkdown(report), {
    allowDangerousHtml: true,
    allowDangerousProtocol: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
  });
}

describe('the report as a comment', () => {
  it('shows each finding in a row of its page', () => {
    const html = shown(exampleReport);
    expect(html).toContain('<p>Compared 1 translation with its source: 1 error, 1 warning, 1 note.</p>');
    expect(html).toContain('<h4><code>content/zh-CN/add.md</code></h4>');
    expect(html.match(/<tr>/g)).toHaveLength(5);
    expect(html).toContain(
      '<code>顾客</code> is no label, the source says <code>Customers</code><br>Write the label as the product shows it.',
    );
    expect(html).toContain('1 page could not be compared');
  });

  it('lets nothing that pages hold become markup, a link or a mention', () => {
    const html = shown(hostileReport);
    const tags = new Set(Array.from(html.matchAll(/<(\w+)/g), ([, name]) => name));
    expect([...tags].toSorted()).toEqual(
      ['br', 'code', 'h3', 'h4', 'p', 'table', 'tbody', 'td', 'th', 'thead', 'tr'].toSorted(),
    );
    // A host reads no mention inside code.
    expect(html.replaceAll(/<code>.*?<\/code>/g, '')).not.toMatch(/@someone/);
    expect(html.match(/<tr>/g)).toHaveLength(4);
  });

  it('stays within what a comment may hold, and counts what it leaves out', () => {
    const [, finding] = exampleReport.findings;
    const findings = Array.from({ length: 2000 }, (_, index): Finding[] =>
      finding === undefined ? [] : [{ ...finding, path: `content/zh-CN/page-${Math.floor(index / 7)}.md` }],
    ).flat();
    const text = renderMarkdown({ ...exampleReport, findings });
    expect(text.length).toBeLessThan(62_000);
    const rows = text.match(/^\| 3 \|/gm)?.length ?? 0;
    expect(rows).toBeGreaterThan(100);
    expect(text).toContain(`… and ${2000 - rows} more findings.`);
  });
});
