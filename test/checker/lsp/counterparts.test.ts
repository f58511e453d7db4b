import { describe, expect, it } from 'vitest';
import type { ExplainedAlignment, ExplainedPair } from '../../../scripts/checker/engine/explain-alignment.ts';
import { counterpartsAt, nearestCounterparts } from '../../../scripts/checker/lsp/counterparts.ts';
import { hoverText } from '../../../scripts/checker/lsp/hover-text.ts';
import { indexLines } from '../../../src/domain/document/line-index.ts';

const source = '# Add\n\n1. Select.\n2. Enter.\n3. Save.\n';
const translation = '# Lägg till\n\n1. Välj och ange.\n2. Betala.\n';

type Range = ExplainedPair['source'][number];

function at(text: string, part: string): Range {
  return indexLines(text).spanOf(text.indexOf(part), text.indexOf(part) + part.length);
}

function pair(
  kind: ExplainedPair['kind'],
  verdict: ExplainedPair['verdict'],
  own: string[],
  other: string[],
): ExplainedPair {
  return {
    kind,
    verdict,
    score: 1,
    reasons: [],
    source: own.map((part) => at(source, part)),
    translation: other.map((part) => at(translation, part)),
    text: '',
  };
}

const alignment: ExplainedAlignment = {
  path: 'sv/add.md',
  sourcePath: 'en/add.md',
  revision: null,
  confidence: 1,
  pairs: [
    pair('section', 'same', ['# Add'], ['# Lägg till']),
    pair('list', 'same', ['1. Select.\n2. Enter.\n3. Save.'], ['1. Välj och ange.\n2. Betala.']),
    pair('step', 'merged', ['1. Select.', '2. Enter.'], ['1. Välj och ange.']),
    pair('step', 'missing', ['3. Save.'], []),
    pair('step', 'extra', [], ['2. Betala.']),
  ],
};

const context = { sourcePath: 'en/add.md', sourceText: source, standing: undefined, isMarkdown: true };

describe('counterparts', () => {
  it('are those of the innermost block, also behind its last character', () => {
    const others = [at(source, '1. Select.'), at(source, '2. Enter.')];
    expect(counterpartsAt(alignment, 'translation', translation.indexOf('ange'))?.others).toEqual(others);
    expect(counterpartsAt(alignment, 'translation', translation.indexOf('\n2.'))?.others).toEqual(others);
    expect(counterpartsAt(alignment, 'source', source.indexOf('Enter'))?.others).toEqual([
      at(translation, '1. Välj och ange.'),
    ]);
    expect(counterpartsAt(alignment, 'translation', translation.indexOf('\n\n') + 1)).toBeUndefined();
  });

  it('are those around a block that nothing answers, or of the heading above', () => {
    const added = translation.indexOf('Betala');
    expect(counterpartsAt(alignment, 'translation', added)?.others).toEqual([]);
    expect(nearestCounterparts(alignment, 'translation', added)?.pair.kind).toBe('list');
    const below = translation.indexOf('\n\n') + 1;
    expect(nearestCounterparts(alignment, 'translation', below)?.pair.kind).toBe('section');
  });

  it('are shown one after another, with what became of them', () => {
    const found = counterpartsAt(alignment, 'translation', translation.indexOf('ange'));
    expect(found && hoverText(found, context)).toBe(
      '`en/add.md:3`\n\n```markdown\n1. Select.\n\n2. Enter.\n```\n\nSeveral parts of the source are one here.',
    );
  });

  it('are shown without a mark that turns the writing direction, and cut where they are long', () => {
    const long = `Start \u202E${'\nline'.repeat(50)}`;
    const whole = indexLines(long).spanOf(0, long.length);
    const found = { own: whole, pair: pair('paragraph', 'same', [], []), others: [whole] };
    const text = hoverText(found, { ...context, sourceText: long, standing: 'It is <b>behind</b>.' });
    expect(text).toContain('Start \\u{202E}\nline\n');
    expect(text.split('\n').filter((line) => line === 'line')).toHaveLength(29);
    expect(text).toMatch(/\nline\n…\n```\n\nIt is \\<b\\>behind\\<\/b\\>\.$/);
  });
});
