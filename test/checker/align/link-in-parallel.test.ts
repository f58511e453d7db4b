import { describe, expect, it } from 'vitest';
import { alignPages } from '../../../scripts/checker/align/align-pages.ts';
import { parsePage } from '../../../src/domain/document/parse-page.ts';

const steps = [
  'Open the door.',
  'Wait until the lamp above the platform has turned from red to green.',
  'Call the lift with the button below lamp 12: two short tones say that it is coming.',
];
const translated = [
  'Öppna dörren.',
  'Vänta tills lyset ovanför plattformen har gått från rött till grönt.',
  'Kalla på hissen med knappen under lampa 12: två korta toner säger att den kommer.',
];

function numbered(texts: readonly string[]): string {
  return texts.map((text, at) => `${at + 1}. ${text}`).join('\n');
}

function textPairs(source: readonly string[], translation: readonly string[]): readonly string[] {
  const { blocks } = alignPages(
    parsePage(numbered(source), { dialect: 'gfm' }),
    parsePage(numbered(translation), { dialect: 'gfm' }),
    { sourceLocale: 'en-US', locale: 'sv-SE' },
  );
  return blocks
    .filter(({ source: [one] }) => one?.kind === 'step')
    .map(({ source: [one], translation: [other], verdict }) => `${one?.text} ${other?.text} ${verdict}`);
}

describe('steps of one kind, as many on both pages', () => {
  it('are paired one by one where each fits', () => {
    expect(textPairs(steps, translated)).toEqual(steps.map((step, at) => `${step} ${translated[at]} same`));
  });

  it('are not where two neighbours changed places', () => {
    const [first = '', second = '', third = ''] = translated;
    const pairs = textPairs(steps, [second, first, third]);
    expect(pairs.map((pair) => pair.replace(/ (?:same|moved)$/, '')).toSorted()).toEqual(
      steps.map((step, at) => `${step} ${translated[at]}`).toSorted(),
    );
    expect(pairs.filter((pair) => pair.endsWith(' moved'))).toHaveLength(1);
  });

  it('are not where the last stands first', () => {
    const [first = '', second = '', third = ''] = translated;
    const pairs = textPairs(steps, [third, first, second]);
    expect(pairs).toContain(`${steps[2]} ${third} moved`);
    expect(pairs.filter((pair) => pair.endsWith(' same'))).toHaveLength(2);
  });
});
