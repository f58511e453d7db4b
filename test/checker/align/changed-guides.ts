import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Block, PageDocument, Section } from '../../../src/domain/document/page-document.ts';
import { parsePage } from '../../../src/domain/document/parse-page.ts';

/** Locales that the guide of `test/fixtures/align` is translated into. */
export const guideLocales = ['sv', 'zh', 'ru'] as const;

/** The text of the guide in a locale. */
export function readGuide(locale: 'en' | (typeof guideLocales)[number]): string {
  return readFileSync(join(import.meta.dirname, `../../fixtures/align/guide.${locale}.md`), 'utf8');
}

/** A page in the dialect of the fixtures. */
export function parseGuide(text: string): PageDocument {
  return parsePage(text, { dialect: 'gfm' });
}

/** The text of a page whose steps are replaced by others; they are numbered anew. */
export function changeSteps(text: string, change: (bodies: readonly string[]) => readonly string[]): string {
  const list = stepList(parseGuide(text));
  const bodies = list.children.map((step) =>
    text.slice(step.textSpan.start.offset, step.span.end.offset).trimEnd(),
  );
  const steps = change(bodies).map((body, index) => `${index + 1}. ${body}`);
  return `${text.slice(0, list.span.start.offset)}${steps.join('\n')}${text.slice(list.span.end.offset)}`;
}

/** The steps of a page. */
export function stepsOf(page: PageDocument): readonly Block[] {
  return stepList(page).children;
}

function stepList(page: PageDocument): Block {
  const list = page.blocks.find((block) => block.list?.ordered === true);
  if (list === undefined) throw new Error('The guide has no numbered list');
  return list;
}

/** The text of a page without some of its blocks or sections. */
export function withoutNode(text: string, node: Block | Section): string {
  return `${text.slice(0, node.span.start.offset).trimEnd()}\n\n${text.slice(node.span.end.offset).trimStart()}`;
}
