import type { ParseProblem } from '../../../src/domain/document/page-document.ts';
import type { PageRule } from './rule.ts';

/** Finds what stands in a file and cannot be read. */
export const unreadablePage: PageRule = {
  id: 'unreadable-page',
  on: 'page',
  severity: 'error',
  docs: {
    summary:
      'A file, or a part of it, cannot be read: a wrong encoding, broken front matter or broken syntax.',
    why: 'The page does not render, or renders as something else than its author wrote.',
    fix: 'Correct the place that the finding names, and save the file as UTF-8.',
  },
  *check({ page }) {
    for (const problem of page.document.problems) {
      yield {
        message: problem.message,
        help: helpFor[problem.kind],
        span: problem.span,
        data: { kind: problem.kind },
      };
    }
  },
};

const helpFor = {
  encoding: 'Save the page as text in UTF-8.',
  file: 'Put the page there, or leave the file out with `ignore` in the settings.',
  'front-matter': 'Correct the front matter: `---` above and below it, and valid YAML between.',
  syntax: 'Correct the syntax; the renderer cannot read the page as it is.',
} satisfies Record<ParseProblem['kind'], string>;
