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
    expect(html).toContain(
      '<details open><summary><code>content/zh-CN/add.md</code> 1 error, 1 note</summary>\n<table>',
    );
    expect(html.match(/<tr>/g)).toHaveLength(5);
    expect(html).toContain(
      '<code>顾客</code> is no label, the source says <code>Customers</code><br>Write the label as the product shows it.',
    );
    expect(html).toContain(
      '<details><summary>1 page could not be compared, wholly or in part</summary>\n<ul>\n<li><code>locales/ru-RU/labels.json</code> <code>ru-RU</code> has no labels.</li>',
    );
  });

  it('lets nothing that pages hold become markup, a link or a mention', () => {
    const html = shown(hostileReport);
    const tags = new Set(Array.from(html.matchAll(/<(\w+)/g), ([, name]) => name));
    expect([...tags].toSorted()).toEqual(
      'br code details h3 li p summary table tbody td th thead tr ul'.split(' '),
    );
    // A host reads no mention inside code.
    expect(html.replaceAll(/<code>.*?<\/code>/g, '')).not.toMatch(/@someone/);
    expect(html.match(/<tr>/g)).toHaveLength(4);
  });

  it('folds the tables of many pages', () => {
    const findings = ['a.md', 'b.md', 'c.md', 'd.md'].flatMap((path) =>
      exampleReport.findings.slice(1).map((finding) => ({ ...finding, path })),
    );
    expect(renderMarkdown({ ...exampleReport, findings })).not.toContain('<details open>');
    expect(
      renderMarkdown({ ...exampleReport, findings: findings.slice(0, 6) }).match(/<details open>/g),
    ).toHaveLength(3);
  });

  it('stays within what a comment may hold, leaves out the lightest and counts them', () => {
    const findings = Array.from({ length: 2000 }, (_, index) =>
      exampleReport.findings
        .slice(1)
        .map((finding): Finding => ({ ...finding, path: `content/zh-CN/page-${Math.floor(index / 7)}.md` })),
    ).flat();
    const reason = 'Its source could not be read. '.repeat(9);
    const notCompared = findings.map(({ path }) => ({ path, reason }));
    const text = renderMarkdown({ ...exampleReport, findings, notCompared });
    expect(text.length).toBeLessThanOrEqual(60_000);
    expect(text.length).toBeGreaterThan(50_000);
    const rows = text.match(/^\| 3 \| 🔴/gm)?.length ?? 0;
    expect(rows).toBeGreaterThan(100);
    expect(text).not.toMatch(/^\| 3 \| 🔵/m);
    expect(text).toContain(`… and ${2000 - rows} errors, 2000 notes more, for which a comment has no room.`);
    expect(text).toMatch(/^- … and \d+ more$/m);
  });
});
