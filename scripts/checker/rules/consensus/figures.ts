import { ownTextOf } from '../../../../src/domain/document/own-text.ts';
import type { TextPair } from '../../align/aligned-texts.ts';
import { type FigureChange, figuresChangedIn } from '../numbers/changed-figures.ts';
import { shownFigure, spanOfFigure } from '../numbers/figure-draft.ts';
import { figuresOf } from '../numbers/figures.ts';
import type { Cluster } from './clusters.ts';
import type { Oddity } from './oddity.ts';
import type { PageGroup } from './page-group.ts';

/** Numbers, dates, units and versions that one page has otherwise than all others, which agree. */
export function findOddFigures({ pages }: PageGroup, clusters: readonly Cluster[]): readonly Oddity[] {
  const localeOf = (page: number): string => pages[page]?.locale ?? '';
  return clusters.flatMap(({ nodes, score }) => {
    const texts = nodes.map((own) => own.flatMap((node) => ownTextOf(node) ?? []));
    // A page without figures tells nothing of those of others.
    const isTelling = texts.every((own, page) =>
      own.some((text) => figuresOf(text, localeOf(page)).length > 0),
    );
    if (!isTelling) return [];
    return texts.flatMap((translation, odd): Oddity[] => {
      const holders = texts.flatMap((_, page) => (page === odd ? [] : [page]));
      const changes = holders.flatMap((page) =>
        onlyChange(pages, page, odd, { source: texts[page] ?? [], translation, score }),
      );
      const [change] = changes;
      if (
        change === undefined ||
        changes.length < holders.length ||
        !changes.every((other) => isSameChange(change, other))
      ) {
        return [];
      }
      const found = shownFigure(change.translation, localeOf(odd));
      const expected = shownFigure(change.source, localeOf(holders[0] ?? 0));
      return [
        {
          page: odd,
          holders,
          span: spanOfFigure(change.translation, change, localeOf(odd)),
          related: changes.map(({ source }, at) => {
            const page = holders[at] ?? 0;
            return { page, span: spanOfFigure(source, change, localeOf(page)) };
          }),
          words: { odd: `has \`${found}\` where`, others: `have \`${expected}\`` },
          help: 'Write what the source says, or look there who is right.',
          severity: 'warning',
          confidence: score * 0.9,
          data: {
            kind: change.kind,
            found: change.translation.figure.text,
            expected: change.source.figure.text,
          },
        },
      ];
    });
  });
}

/** The change from one page to another, where it is the only one and no matter of words. */
function onlyChange(
  pages: PageGroup['pages'],
  from: number,
  to: number,
  texts: TextPair,
): readonly FigureChange[] {
  const [source, translation] = [pages[from], pages[to]];
  if (source === undefined || translation === undefined) return [];
  const changes = figuresChangedIn(texts, source, translation);
  const isClear = changes.length === 1 && changes.every(({ reason }) => clearReasons.has(reason));
  return isClear ? changes : [];
}

const clearReasons: ReadonlySet<FigureChange['reason']> = new Set(['unit', 'name', 'only'] as const);

function isSameChange(one: FigureChange, other: FigureChange): boolean {
  return one.kind === other.kind && one.translation.figure === other.translation.figure;
}
