import { describe, expect, it } from 'vitest';
import { renderJunit } from '../../../scripts/checker/reporters/junit.ts';
import type { Report, Severity } from '../../../src/domain/report/report.ts';
import { exampleReport } from '../report/example-report.ts';
import { hostileReport } from './hostile-report.ts';
import { elementsIn, readXml, type XmlElement } from './read-xml.ts';

/** Reads it as a strict consumer does: an illegal character or an open element throws. */
function read(report: Report, failOn: Severity): XmlElement {
  const xml = [...renderJunit(report, { failOn })].join('');
  expect(xml).not.toMatch(/(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF]/u);
  return readXml(xml);
}

function all(element: XmlElement, name: string): readonly XmlElement[] {
  return elementsIn(element).filter((one) => one.name === name);
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

  it('has what the schema of Jenkins allows, and the file that GitLab links to', () => {
    const suites = read(hostileReport, 'warning');
    const allowed: Readonly<Record<string, { attributes: string; children: string }>> = {
      testsuites: { attributes: 'name time tests failures errors skipped', children: 'testsuite' },
      testsuite: { attributes: 'name tests failures errors skipped time', children: 'testcase' },
      // `file` is no part of that schema, which readers do not hold files to.
      testcase: { attributes: 'name classname file time', children: 'skipped failure system-out' },
      failure: { attributes: 'type message', children: '' },
      skipped: { attributes: 'message', children: '' },
      'system-out': { attributes: '', children: '' },
    };
    for (const { name, attributes, children } of elementsIn(suites)) {
      expect(allowed[name]?.attributes.split(' ')).toEqual(
        expect.arrayContaining(Object.keys(attributes).length === 0 ? [''] : Object.keys(attributes)),
      );
      expect(allowed[name]?.children.split(' ')).toEqual(
        expect.arrayContaining(children.map((child) => child.name)),
      );
    }
    const files = [...renderJunit(exampleReport, { failOn: 'error', above: 'docs/' })].join('');
    expect(files).toContain('classname="content/ru-RU/add.md" file="docs/content/ru-RU/add.md" time="0"');
  });
});
