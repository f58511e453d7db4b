import type { Settings } from '../config/settings.ts';
import type { ExplainedAlignment } from '../engine/explain-alignment.ts';
import { judgeFamily } from '../engine/judge-family.ts';
import { recallPages, recallProduct, setJudgements } from '../workspace/check-workspace.ts';
import type { Memory } from '../workspace/memory.ts';
import { readPage } from '../workspace/read-page.ts';

/**
 * Which blocks of a translation answer which of its source, both as they are now, whatever text the translation is
 * pinned to; `undefined` for a page that has no source, or cannot be read.
 */
export function readAlignment(
  memory: Memory,
  settings: Settings,
  path: string,
): ExplainedAlignment | undefined {
  const { pages, expected } = recallPages(memory, settings);
  const { product } = recallProduct(memory, settings);
  const translation = pages.find((page) => page.path === path && !page.isSource);
  const source = pages.find((page) => page.isSource && page.key === translation?.key);
  if (translation === undefined || source === undefined) return undefined;
  const pair = [source, translation];
  return memory.recall(`alignment of ${path}`, (tree) => {
    recallPages(memory, settings);
    recallProduct(memory, settings);
    const { alignments } = judgeFamily(
      {
        key: source.key,
        files: pair.map((page) => ({ ...page, content: readPage(page.path, tree) })),
        expected: expected.filter((page) => page.path === path),
        pins: new Map(),
      },
      {
        rules: [],
        product,
        dialect: settings.dialect,
        ...setJudgements(settings),
        pinKey: undefined,
        explained: 'all',
      },
    );
    return alignments[0];
  });
}
