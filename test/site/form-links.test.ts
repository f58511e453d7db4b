import { describe, expect, test } from 'vitest';
import { explanationLinks } from '../../src/components/customer-form/guide-links.ts';
import { nextStepRules } from '../../src/domain/customer/customers/next-steps.ts';
import { stages } from '../../src/domain/customer/form-state.ts';
import { formPage, stepsOf } from '../../src/domain/customer/guide-steps.ts';
import { issueRules } from '../../src/domain/customer/issues.ts';
import rowRules from '../../src/domain/customer/many/row-rules.json' with { type: 'json' };
import registry from '../../src/domain/customer/practice-places.json' with { type: 'json' };
import {
  explanationOf,
  type PracticePlace,
  practicePlaces,
} from '../../src/domain/customer/practice-places.ts';
import { remarkRules } from '../../src/domain/customer/remarks/remark.ts';
import { refusalRules } from '../../src/domain/customer/service/refusals.ts';
import { finishedLocales, localeSlug } from '../../src/domain/locale/locales.ts';
import { practicePlaceText } from '../../src/i18n/practice-place-names.ts';
import {
  attribute,
  type BuiltPage,
  builtPages,
  byTag,
  type Element,
  elementsIn,
  foldedText,
  textIn,
} from './built-pages.ts';

const rules = [
  ...new Set(
    [issueRules, remarkRules, nextStepRules, refusalRules, rowRules].flatMap((table) => Object.values(table)),
  ),
];

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

test('steps of pages without the form lead to no stage', () => {
  const others = builtPages.filter((page) => byTag(page, 'astro-island').length === 0);
  expect(others.length).toBeGreaterThan(5);
  expect(others.filter(({ html }) => html.includes('step-practice') || html.includes('#stage-'))).toEqual([]);
});

describe.each(finishedLocales)('the sections of the guide in %s', (locale) => {
  const pathOf = (key: string) => `/${localeSlug(locale)}/${key}/`;
  const pageOf = (key: string) => builtPages.find(({ path }) => path === pathOf(key)) as BuiltPage;
  const form = pageOf(formPage);

  test.each(Object.entries(registry))(
    'of %s lead to their places of the form, and say which',
    (key, places) => {
      const page = pageOf(key);
      const wanted = Object.entries(places).flatMap(([place, anchors]) =>
        anchors.map((anchor: string) => [anchor, place] as const),
      );
      const found = practiceLinksIn(page);
      expect(found.map(({ anchor }) => anchor).toSorted()).toEqual(
        wanted.map(([anchor]) => anchor).toSorted(),
      );
      for (const [anchor, place] of wanted) {
        const link = found.find((one) => one.anchor === anchor)?.link as Element;
        const target = new URL(attribute(link, 'href') ?? '', `https://guide.example${page.path}`);
        expect([target.pathname, target.hash]).toEqual([form.path, `#try-${place}`]);
        expect(form.elements.filter((element) => attribute(element, 'id') === `try-${place}`)).toHaveLength(
          1,
        );
        const text = foldedText(link);
        expect(text).toBe(practicePlaceText(locale, place as PracticePlace));
        expect(text).toMatch(/[:：]\s?\S{2}/u);
        expect(text).not.toMatch(/\{|\b[a-z]+[.A-Z]/);
      }
    },
  );
});

describe.each(finishedLocales)('the places of the form in %s', (locale) => {
  const links = explanationLinks(locale);

  test.each(Object.entries(links))('%s leads to the section that explains it', (place, { href, text }) => {
    const section = explanationOf(place as PracticePlace);
    expect(href).toBe(`/${localeSlug(locale)}/${section?.page}/#${section?.anchor}`);
    const page = builtPages.find(({ path }) => href.startsWith(`${path}#`)) as BuiltPage;
    const heading = byTag(page, 'h2').find((element) => attribute(element, 'id') === section?.anchor);
    expect(textIn(heading as Element)).not.toBe('');
    expect(text).not.toContain('explain.');
  });

  test('are all explained but those that are told of on the way, each in words of its own', () => {
    const rest = practicePlaces.filter((place) => links[place] === undefined);
    expect(rest.toSorted()).toEqual(['existingCustomer', 'exports', 'service']);
    const texts = Object.values(links).map(({ text }) => text);
    expect(new Set(texts).size).toBe(texts.length);
  });
});

/** The link at the end of each section that has one, with the anchor of the section. */
function practiceLinksIn(page: BuiltPage): readonly { readonly anchor: string; readonly link: Element }[] {
  let anchor = '';
  return page.elements.flatMap((element) => {
    if (element.tagName === 'h2') anchor = attribute(element, 'id') ?? '';
    if (attribute(element, 'className') !== 'section-practice') return [];
    return elementsIn(element)
      .filter(({ tagName }) => tagName === 'a')
      .map((link) => ({ anchor, link }));
  });
}
