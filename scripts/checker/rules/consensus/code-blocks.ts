import { findCodeChange } from '../code/code-change.ts';
import { codeLanguageOf } from '../code/code-language.ts';
import { readCodeLines } from '../code/code-lines.ts';
import { excerpt } from '../structure/excerpt.ts';
import type { Cluster } from './clusters.ts';
import { majorityOf } from './majority.ts';
import type { Oddity } from './oddity.ts';
import type { PageGroup } from './page-group.ts';

/** Code that says something else in one page than in most, comments, quoted texts and output aside. */
export function findOddCode(group: PageGroup, clusters: readonly Cluster[]): readonly Oddity[] {
  return clusters.flatMap(({ nodes, score }) => {
    const blocks = nodes.flatMap((own, page) => {
      const [block] = own;
      const document = group.pages[page]?.document;
      if (own.length !== 1 || block?.kind !== 'code' || document === undefined) return [];
      return [{ block, text: block.text, language: codeLanguageOf(document, block) }];
    });
    if (blocks.length < nodes.length) return [];
    const majority = majorityOf(blocks, ({ text, language }) =>
      readCodeLines(text, language)
        .map(({ bare }) => bare)
        .join('\n'),
    );
    if (majority === undefined) return [];
    const { holders, odd, value } = majority;
    return odd.flatMap((page): Oddity[] => {
      const own = blocks[page];
      const change = own === undefined ? undefined : findCodeChange(value, own);
      if (own === undefined || change === undefined || change.kind === 'prompt') return [];
      const [line, usual] = [excerpt(change.line?.text ?? ''), excerpt(change.sourceLine?.text ?? '')];
      return [
        {
          page,
          holders,
          span: own.block.span,
          related: holders.flatMap((holder) => {
            const other = blocks[holder]?.block;
            return other === undefined ? [] : [{ page: holder, span: other.span }];
          }),
          words: wordsFor(change.kind, line, usual),
          help: 'Look at the source, and copy the code from it.',
          severity: change.certainty === 1 && change.kind !== 'extra' ? 'error' : 'warning',
          confidence: score * change.certainty,
          data: { kind: 'code-block', change: change.kind, value: line, others: usual },
        },
      ];
    });
  });
}

function wordsFor(kind: string, line: string, usual: string): Oddity['words'] {
  switch (kind) {
    case 'missing':
      return { odd: `lacks the line of code \`${usual}\` that`, others: 'have' };
    case 'extra':
      return { odd: `has the line of code \`${line}\`, which`, others: 'lack' };
    case 'indentation':
      return { odd: `has the line of code \`${line}\` at another depth than`, others: 'have it' };
    default:
      return { odd: `has the code \`${line}\` where`, others: `have \`${usual}\`` };
  }
}
