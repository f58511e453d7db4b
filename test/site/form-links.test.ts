import { describe, expect, test } from 'vitest';
import { nextStepRules } from '../../src/domain/customer/customers/next-steps.ts';
import { stages } from '../../src/domain/customer/form-state.ts';
import { formPage, stepsOf } from '../../src/domain/customer/guide-steps.ts';
import { issueRules } from '../../src/domain/customer/issues.ts';
import { remarkRules } from '../../src/domain/customer/remarks/remark.ts';
import { finishedLocales, localeSlug } from '../../src/domain/locale/locales.ts';
import {
  attribute,
  type BuiltPage,
  builtPages,
  byTag,
  type Element,
  elementsIn,
  textIn,
} from './built-pages.ts';

const rules = [...new Set([issueRules, remarkRules, nextStepRules].flatMap((table) => Object.values(table)))];

describe.each(finishedLocales)('the page with the form in %s', (locale) => {
  const page = builtPages.find(({ path }) => path === `/${localeSlug(locale)}/${formPage}/`) as BuiltPage;
  const byId = (id: string): Element | undefined =>
    page.elements.find((element) => attribute(element, 'id') === id);

  test('states every rule that the form leads to, in a sentence of its own', () => {
    const unstated = rules.filter((rule) => {
      const sentence = byId(rule);
      return sentence === undefined || textIn(sentence).trim().length < 10;
    });
    expect(unstated).toEqual([]);
  });

  test('leads from every step to the stage that practices it, and names the step', () => {
    const steps = page.elements.filter((element) => attribute(element, 'className') === 'step');
    const practiced = stages.flatMap((stage) => stepsOf(stage).map((step) => ({ ...step, stage })));
    expect(steps.map((step) => attribute(step, 'id'))).toEqual(practiced.map(({ anchor }) => anchor));
    for (const { anchor, number, stage } of practiced) {
      const step = byId(anchor) as Element;
      const links = elementsIn(step).filter((link) => attribute(link, 'href') === `#stage-${stage}`);
      expect(links.map((link) => /\d+/.exec(textIn(link))?.[0])).toEqual([String(number)]);
      expect(attribute(step, 'dataStage')).toBe(stage);
      expect(byId(`stage-${stage}`)).toBeDefined();
    }
  });

  test('leads from the opening, as it is before the script runs, to the first step', () => {
    const form = page.elements.find((element) => attribute(element, 'className') === 'customer-form');
    const links = elementsIn(form as Element).filter(({ tagName }) => tagName === 'a');
    const [first] = stepsOf('opening');
    expect(links.map((link) => attribute(link, 'href'))).toContain(`#${first?.anchor}`);
  });
});

test('pages without the form practice nothing', () => {
  const others = builtPages.filter((page) => byTag(page, 'astro-island').length === 0);
  expect(others.length).toBeGreaterThan(5);
  expect(others.filter(({ html }) => html.includes('step-practice') || html.includes('#stage-'))).toEqual([]);
});
