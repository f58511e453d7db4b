import { readFileSync } from 'node:fs';

/** Pages of the fixtures, by dialect. */
export const fixtures = [
  { name: 'page.md', dialect: 'gfm' },
  { name: 'guide.mdx', dialect: 'mdx' },
  { name: 'learn-steps.md', dialect: 'learn' },
  { name: 'learn-bilingual.md', dialect: 'learn' },
  { name: 'mkdocs.md', dialect: 'mkdocs' },
  { name: 'hugo.md', dialect: 'hugo' },
] as const;

/** The text of a page in `test/fixtures/document`. */
export function readFixture(name: (typeof fixtures)[number]['name']): string {
  return readFileSync(new URL(`../../fixtures/document/${name}`, import.meta.url), 'utf8');
}
