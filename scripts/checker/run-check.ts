import type { Dialect } from '../../src/domain/document/page-document.ts';
import type { NotCompared, Severity } from '../../src/domain/report/report.ts';
import { groupFamilies, type PageFile } from './engine/family.ts';
import { type CheckResult, joinResults, type ReportedPlace } from './engine/join-results.ts';
import { type Judgement, judgeFamily } from './engine/judge-family.ts';
import { judgeMessages, type MessageInput } from './engine/judge-messages.ts';
import { blobId } from './history/blob-id.ts';
import type { FoundPin } from './history/found-pin.ts';
import { type PinnedPage, readPins } from './history/read-pins.ts';
import type { SourceHistory } from './history/source-history.ts';
import type { TextReader } from './report/finish-findings.ts';
import type { ExpectedPage, Product, Rule } from './rules/rule.ts';

export type { PageFile } from './engine/family.ts';
export type { CheckResult, ReportedPlace } from './engine/join-results.ts';

/** Everything a check rests on; nothing else is read. */
export interface CheckInput {
  readonly files: readonly PageFile[];
  /** Every source page in every locale, whether it is there or not, and the orphans. */
  readonly expected: readonly ExpectedPage[];
  readonly product: Product;
  readonly rules: readonly Rule[];
  /** Severities that the settings give to rules, by id. */
  readonly severities?: ReadonlyMap<string, Severity>;
  /** Default: recognised from each source page. */
  readonly dialect?: Dialect | undefined;
  /** Absent where translations name no source revision. */
  readonly history?: SourceHistory;
  /** Of which pages the alignment is explained; default: none. */
  readonly explained?: Judgement['explained'];
  /** What the report says of each page beside its state; default: nothing. */
  readonly included?: Judgement['included'];
  /** Files of messages, and the code that says them. */
  readonly messages?: MessageInput;
  /** Which places the caller asked about; default: all. */
  readonly isReported?: (place: ReportedPlace) => boolean;
  /** What the caller already knows that it could not judge. */
  readonly notCompared?: readonly NotCompared[];
}

/**
 * Judges pages that are in memory, family by family, and joins what became of them: the engine without disk, threads
 * and cache, which give the same report.
 */
export function runCheck(input: CheckInput): CheckResult {
  const { expected, product, rules, dialect, history } = input;
  const pages = input.files.flatMap(({ content, ...page }) =>
    content.kind === 'text' ? [{ ...page, text: content.text }] : [],
  );
  const pins =
    history === undefined
      ? new Map<string, FoundPin>()
      : readPins(pages, history, () => pathsByBlobId(pages));
  const judgement = {
    rules,
    product,
    dialect,
    pinKey: history?.settings.frontMatter,
    ...(input.explained && { explained: input.explained }),
    ...(input.included && { included: input.included }),
  };
  const results = groupFamilies(input.files, expected).map((family) =>
    judgeFamily({ ...family, pins }, judgement),
  );
  const { messages } = input;
  return joinResults(
    messages === undefined ? results : [...results, judgeMessages(messages, rules, product)],
    {
      rules,
      product,
      expected,
      severityOf: ({ rule }) => input.severities?.get(rule),
      isReported: input.isReported ?? (() => true),
      notCompared: input.notCompared ?? [],
      ...(messages && { messageFiles: messages.files.length }),
      textOf: textReader(
        [...pages, ...textsOf(messages)],
        Array.from(pins.values(), (pin) => pin.oldText),
      ),
    },
  );
}

function pathsByBlobId(pages: readonly PinnedPage[]): ReadonlyMap<string, readonly string[]> {
  const sources = pages.filter((page) => page.isSource);
  const byId = Map.groupBy(sources, ({ text }) => blobId(text));
  return new Map(Array.from(byId, ([id, own]) => [id, own.map(({ path }) => path)]));
}

/** Files of messages and of code, which are quoted as pages are. */
function textsOf(messages: MessageInput | undefined): readonly { path: string; text: string }[] {
  if (messages === undefined) return [];
  return [
    ...messages.files.map(({ path, file }) => ({ path, text: file.text })),
    ...messages.code.map(({ path, references }) => ({ path, text: references.text })),
  ];
}

function textReader(
  pages: readonly { readonly path: string; readonly text: string }[],
  oldTexts: readonly (string | undefined)[],
): TextReader {
  const current = new Map(pages.map((page) => [page.path, page.text]));
  const old = new Map(
    oldTexts.flatMap((text) => (text === undefined ? [] : [[blobId(text), text] as const])),
  );
  return (path, revision) => (revision === undefined ? current.get(path) : old.get(revision));
}
