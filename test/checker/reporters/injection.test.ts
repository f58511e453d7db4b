import * as fc from 'fast-check';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { type DefaultTreeAdapterMap, parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { type FormatName } from '../../../scripts/checker/report/format-names.ts';
import { renderReport } from '../../../scripts/checker/report/render-report.ts';
import { type Report, reportSchema } from '../../../src/domain/report/report.ts';
import { hostileReports } from './hostile-reports.ts';
import { commandsIn, obeyed } from './obeyed.ts';
import { elementsIn, readXml } from './read-xml.ts';
import { isSarif } from './sarif-schema.ts';

/** Runs a check on many reports that are hostile throughout, in a format. */
function forHostile(format: FormatName, check: (text: string, report: Report) => void): void {
  fc.assert(
    fc.property(hostileReports, ({ report, page }) => {
      const pieces = renderReport({ report, textOf: () => page }, format, { failOn: 'note' });
      check([...pieces].join(''), report);
    }),
    { numRuns: 100, seed: 5 },
  );
}

describe('nothing that comes from outside is obeyed', () => {
  it('in a terminal', () => {
    forHostile('pretty', (text) => {
      expect(text).not.toMatch(obeyed);
      expect(commandsIn(text)).toEqual([]);
      for (const line of text.split('\n')) {
        expect(line.match(/\u2068/g)?.length).toBe(line.match(/\u2069/g)?.length);
      }
    });
  });

  it('in JSON, which says what the report says', () => {
    forHostile('json', (text, report) => {
      expect(text).not.toMatch(obeyed);
      expect(text).not.toMatch(/[\u2068\u2069]/);
      expect(commandsIn(text)).toEqual([]);
      expect(reportSchema.parse(JSON.parse(text))).toEqual(report);
    });
  });

  it('in SARIF', () => {
    forHostile('sarif', (text, report) => {
      expect(text).not.toMatch(obeyed);
      const log = JSON.parse(text) as { runs: { results: { message: { text: string } }[] }[] };
      isSarif(log);
      expect(isSarif.errors).toBeNull();
      const targets = (log.runs[0]?.results ?? []).flatMap(({ message }) =>
        // Links in messages, SARIF 2.1.0, 3.11.6.
        Array.from(message.text.matchAll(/(?<!\\)\[(?:\\.|[^\]\\])*\]\(([^)]*)\)/g), ([, target]) => target),
      );
      expect(targets).toEqual(report.findings.map(() => '1'));
    });
  });

  it('in JUnit', () => {
    forHostile('junit', (text, report) => {
      expect(commandsIn(text)).toEqual([]);
      expect(text).not.toMatch(obeyed);
      const elements = elementsIn(readXml(text));
      const names = new Set(elements.map(({ name }) => name));
      const ours = new Set(['testsuites', 'testsuite', 'testcase', 'failure', 'skipped']);
      expect([...names.difference(ours)]).toEqual([]);
      expect(elements.filter(({ name }) => name === 'failure')).toHaveLength(report.findings.length);
    });
  });

  it('in the log of a workflow', () => {
    forHostile('github', (text, report) => {
      expect(text).not.toMatch(obeyed);
      const commands = commandsIn(text);
      expect(commands).toHaveLength(report.findings.length);
      for (const command of commands) {
        expect(command).toMatch(
          /^::(?:error|warning|notice) file=[^:,]*,line=\d+,endLine=\d+(?:,col=\d+,endColumn=\d+)?,title=[a-z-]+::/,
        );
      }
    });
  });

  it('in a comment', () => {
    const ours = 'br code details h3 li p summary table tbody td th thead tr ul'.split(' ');
    forHostile('markdown', (text, report) => {
      expect(text).not.toMatch(obeyed);
      expect(commandsIn(text)).toEqual([]);
      const html = micromark(text, {
        allowDangerousHtml: true,
        allowDangerousProtocol: true,
        extensions: [gfm()],
        htmlExtensions: [gfmHtml()],
      });
      const elements = readHtml(html);
      expect(elements.map(({ name }) => name).filter((name) => !ours.includes(name))).toEqual([]);
      expect(elements.filter(({ name }) => name === 'tr').length).toBe(
        report.findings.length + new Set(report.findings.map(({ path }) => path)).size,
      );
      const attributes = elements.flatMap((element) => element.attributes);
      expect(attributes.filter((attribute) => !['align', 'open'].includes(attribute))).toEqual([]);
      const words = elements.map((element) => element.words).join(' ');
      expect(words).not.toMatch(/@[\w"]|#\d|!\d|\bGH-\d|www\.\w/);
    });
  });

  it('in a page', () => {
    forHostile('html', (text, report) => {
      expect(commandsIn(text)).toEqual([]);
      expect(text).not.toMatch(obeyed);
      const elements = readHtml(text);
      const count = (name: string): number => elements.filter((element) => element.name === name).length;
      expect(count('article')).toBe(report.findings.length);
      for (const name of ['script', 'style', 'form', 'main']) expect(count(name)).toBe(1);
      for (const name of ['a', 'img', 'iframe', 'object', 'link', 'base', 'svg']) expect(count(name)).toBe(0);
      expect(
        elements.flatMap(({ attributes }) => attributes).filter((name) => /^on|src|href|style/.test(name)),
      ).toEqual([]);
    });
  });
});

interface HtmlElement {
  readonly name: string;
  readonly attributes: readonly string[];
  /** Text in it that is neither in another element nor code. */
  readonly words: string;
}

/** Every element of HTML as a browser reads it, without those that it adds around a fragment. */
function readHtml(html: string): readonly HtmlElement[] {
  const elements: HtmlElement[] = [];
  const visit = (node: DefaultTreeAdapterMap['node']): void => {
    const children = 'childNodes' in node ? node.childNodes : [];
    if ('tagName' in node) {
      const texts = children.map((child) => ('value' in child ? child.value : ''));
      elements.push({
        name: node.tagName,
        attributes: node.attrs.map(({ name }) => name),
        words: node.tagName === 'code' ? '' : texts.join('\n'),
      });
    }
    for (const child of children) visit(child);
  };
  visit(parse(html));
  return elements.filter(({ name }) => !['html', 'head', 'body'].includes(name));
}
