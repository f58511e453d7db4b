import { parser as saxParser } from 'sax';
import { describe, expect, it } from 'vitest';
import { renderJunit } from '../../../scripts/checker/reporters/junit.ts';
import type { Report, Severity } from '../../../src/domain/report/report.ts';
import { exampleReport } from '../report/example-report.ts';
import { hostileReport } from './hostile-report.ts';

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

/** Reads it as a strict consumer does: an illegal character or an open element throws. */
function read(report: Report, failOn: Severity): Element {
  const root: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  const parser = saxParser(true);
  Object.assign(parser, {
    onerror: (error: Error) => {
      throw error;
    },
    onopentag: ({ name, attributes }: Element) => {
      const element: Element = { name, attributes, children: [], text: '' };
      open.at(-1)?.children.push(element);
      open.push(element);
    },
    onclosetag: () => open.pop(),
    ontext: (text: string) => {
      const element = open.at(-1);
      if (element !== undefined) element.text += text;
    },
  });
  const xml = [...renderJunit(report, { failOn })].join('');
  expect(xml).not.toMatch(/(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF]/u);
  parser.write(xml).close();
  const [suites] = root.children;
  if (suites === undefined) throw new RangeError('There is no root element.');
  return suites;
}

function all(element: Element, name: string): readonly Element[] {
  return element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)]);
}

describe('the report as results of tests', () => {
  it('has a suite for each page, and counts that add up', () => {
    const suites = read(exampleReport, 'error');
    expect(suites.children.map(({ attributes }) => attributes['name'])).toEqual([
      'content/en-US/add.md',
      'content/ru-RU/add.md',
      'content/zh-CN/add.md',
      'locales/ru-RU/labels.json',
    ]);
    for (const element of [suites, ...suites.children]) {
      expect(all(element, 'testcase')).toHaveLength(Number(element.attributes['tests']));
      expect(all(element, 'failure')).toHaveLength(Number(element.attributes['failures']));
      expect(all(element, 'skipped')).toHaveLength(Number(element.attributes['skipped']));
    }
    expect(suites.attributes).toMatchObject({ tests: '5', failures: '1', skipped: '1' });
  });

  it('fails what the run fails, and no more', () => {
    const failures = (failOn: Severity): number => all(read(exampleReport, failOn), 'failure').length;
    expect([failures('error'), failures('warning'), failures('note')]).toEqual([1, 2, 3]);
    const [failure] = all(read(exampleReport, 'error'), 'failure');
    expect(failure?.attributes).toEqual({
      type: 'error',
      message: '`顾客` is no label, the source says `Customers`',
    });
    expect(failure?.text).toContain('content/en-US/add.md:3:10  the source as of 1234567\nhelp: Write');
  });

  it('holds what pages of strangers hold as text', () => {
    const suites = read(hostileReport, 'note');
    expect(all(suites, 'failure')).toHaveLength(3);
    expect(all(suites, 'img')).toEqual([]);
    expect(all(suites, 'failure')[0]?.text).toContain('</script><img src=x onerror="alert(1)"> ]]> & |');
  });
});
