import { describe, expect, it } from 'vitest';
import { parsePage } from '../../../../src/domain/document/parse-page.ts';
import recorded from '../../../fixtures/python-markdown/samples.json' with { type: 'json' };
import { renderedOutlineOf } from './rendered-outline.ts';

describe('a page for Python-Markdown is read as Python-Markdown renders it', () => {
  it.each(recorded.samples)('$text', ({ text, outline }) => {
    expect(renderedOutlineOf(parsePage(text, { dialect: 'mkdocs' }))).toEqual(outline);
  });

  it.each(recorded.samples)('with CRLF line ends: $text', ({ text, outline }) => {
    const page = parsePage(text.replaceAll('\n', '\r\n'), { dialect: 'mkdocs' });
    expect(renderedOutlineOf(page)).toEqual(outline);
  });
});
