import { expect, test } from 'vitest';
import { parsePage } from '../../../src/domain/document/parse-page.ts';
import { countingSays } from './counting.ts';

const source = parsePage('# Sync\n\n1. Open [settings](a.md).\n2. Select **Start**.\n\n> [!TIP]\n> Wait.\n', {
  dialect: 'gfm',
});

test('plain counting sees a step and a link that are gone', () => {
  const page = parsePage('# Synk\n\n1. Välj **Starta**.\n\n> [!TIP]\n> Vänta.\n', { dialect: 'gfm' });
  expect(countingSays(source, page)).toEqual(['items 2 1', 'links 1 0']);
});

test('plain counting sees neither the order of steps nor the kind of a callout', () => {
  const text = '# Synk\n\n1. Välj **Starta**.\n2. Öppna [inställningar](a.md).\n\n> [!CAUTION]\n> Vänta.\n';
  expect(countingSays(source, parsePage(text, { dialect: 'gfm' }))).toEqual([]);
});
