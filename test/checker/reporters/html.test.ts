import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { renderHtml } from '../../../scripts/checker/reporters/html.ts';
import type { Report } from '../../../src/domain/report/report.ts';
import { exampleReport, exampleTexts } from '../report/example-report.ts';
import { hostileReport, hostileText } from './hostile-report.ts';

function htmlOf(report: Report, textOf = (path: string): string | undefined => exampleTexts[path]): string {
  return [...renderHtml(report, { textOf })].join('');
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}

describe('the report as a page', () => {
  it('sets the line of a finding beside its source, with the place marked', () => {
    const html = htmlOf(exampleReport);
    expect(html).toContain(
      '<pre lang="zh-CN" dir="auto">👋 请选择**<mark>顾客</mark>**，然后选择**添加客户**。</pre>',
    );
    expect(html).toContain(
      '<pre lang="en-US" dir="auto">Select **<mark>Customers</mark>**, then **Add customer**.</pre>',
    );
    expect(html).toContain('<option>unknown-label</option>');
    expect(html).toContain(
      '<li><code>locales/ru-RU/labels.json</code> <code dir="auto">ru-RU</code> has no labels.</li>',
    );
  });

  it('lets nothing run but its own script, by the hash that its policy names', () => {
    const html = htmlOf(exampleReport);
    const script = /<script>([^]*?)<\/script>/.exec(html)?.[1] ?? '';
    const style = /<style>([^]*?)<\/style>/.exec(html)?.[1] ?? '';
    expect(html).toContain(`script-src 'sha256-${hashOf(script)}'`);
    expect(html).toContain(`style-src 'sha256-${hashOf(style)}'`);
    expect(html).not.toMatch(/https?:/);
  });

  it('shows what pages hold as text', () => {
    const html = htmlOf(hostileReport, () => `# Title\n\n${hostileText}\n`);
    expect(html).not.toContain('<img');
    expect(html).not.toContain('\0');
    expect(html.match(/<script>/g)).toHaveLength(1);
    expect(html.match(/<\/script>/g)).toHaveLength(1);
    expect(html).toContain('&lt;/script&gt;&lt;img src=x onerror=&quot;alert(1)&quot;&gt;');
  });

  it('cuts a long paragraph around what is found, and quotes nothing it does not know', () => {
    const [, finding] = exampleReport.findings;
    const range = {
      start: { line: 1, column: 50_001, offset: 50_000 },
      end: { line: 1, column: 50_004, offset: 50_003 },
    };
    const report = { ...exampleReport, findings: finding ? [{ ...finding, range, related: [] }] : [] };
    const html = htmlOf(report, () => 'а'.repeat(100_000));
    expect(html.length).toBeLessThan(12_000);
    expect(html).toMatch(/<pre lang="zh-CN" dir="auto">…а{600}<mark>а{3}<\/mark>а{600}…<\/pre>/);
    expect(htmlOf(report, () => undefined)).not.toContain('<pre');
  });

  it('says so where there is nothing to fix', () => {
    const html = htmlOf({ ...exampleReport, findings: [], notCompared: [] });
    expect(html).toContain('<p>Nothing to fix.</p>');
    expect(html).not.toContain('<form');
  });
});
