import { pinName, type SourceHistory } from '../../../scripts/checker/history/source-history.ts';

/** A history that knows these old texts, whichever ids they are asked for by, and no commits. */
export function historyOf(
  textOf: (revision: string) => string | undefined,
  rest: Partial<SourceHistory> = {},
): SourceHistory {
  return {
    settings: { frontMatter: 'source' },
    readTexts: (pins) =>
      new Map(
        pins.flatMap((pin) => {
          const text = textOf(pin.revision);
          return text === undefined ? [] : [[pinName(pin), { kind: 'blob', text }] as const];
        }),
      ),
    changesOf: () => undefined,
    readBlobs: () => new Map(),
    blobsAt: (places) => places.map(() => undefined),
    keep: () => undefined,
    limit: () => 'There is no git.',
    ...rest,
  };
}
