import { HtmlValidate } from 'html-validate';
import { describe, expect, test } from 'vitest';
import { builtPages } from './built-pages.ts';

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: {
    // Browsers drop the role of a list without markers, so it is said again.
    'no-redundant-role': 'off',
  },
  elements: [
    'html5',
    {
      'astro-island': { flow: true, phrasing: true, permittedContent: ['@flow'] },
      // Astro writes one beside its islands.
      style: { flow: true },
    },
  ],
});

describe('HTML', () => {
  test.each(builtPages)('$path is valid', (page) => {
    const { results } = validator.validateStringSync(page.html, page.path);
    const messages = results.flatMap((result) => result.messages);
    expect(
      messages.map(({ line, column, ruleId, message }) => `${line}:${column} ${ruleId}: ${message}`),
    ).toEqual([]);
  });
});
