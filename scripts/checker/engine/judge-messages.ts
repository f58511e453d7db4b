import type { NotCompared } from '../../../src/domain/report/report.ts';
import { reasonOf } from '../operational-error.ts';
import { finishFindings, type SaidDraft } from '../report/finish-findings.ts';
import type {
  CheckedCode,
  CheckedMessages,
  ExpectedPage,
  MessagesContext,
  Product,
  Rule,
} from '../rules/rule.ts';
import type { FamilyResult } from './judge-family.ts';

/** Files of messages that a run holds against each other. */
export interface MessageInput {
  readonly files: readonly CheckedMessages[];
  /** Every source file in every locale, whether it is there or not. */
  readonly expected: readonly ExpectedPage[];
  /** The code that says the messages; empty where nobody asked. */
  readonly code: readonly CheckedCode[];
  /** What the caller already knows that it could not judge. */
  readonly notCompared: readonly NotCompared[];
}

/**
 * Judges files of messages: each resource in all its locales, and all of them beside the code.
 *
 * They are few and read at once, so that nothing of it is kept from run to run. A rule that breaks is said in the result.
 */
export function judgeMessages(input: MessageInput, rules: readonly Rule[], product: Product): FamilyResult {
  const said: SaidDraft[] = [];
  const crashes: NotCompared[] = [];
  const notCompared: NotCompared[] = [...input.notCompared];
  const attempt = (rule: Rule, path: string, look: () => Iterable<SaidDraft['draft']>): void => {
    try {
      for (const draft of look()) said.push({ rule, draft, path });
    } catch (error) {
      crashes.push({ path, reason: `The rule \`${rule.id}\` broke: ${reasonOf(error)}.` });
    }
  };

  for (const context of resourcesOf(input, product)) {
    notCompared.push(...lacksOf(context));
    const { path } = context.source ?? context.translations[0] ?? { path: context.key };
    for (const rule of rules) {
      if (rule.on === 'messages') attempt(rule, path, () => rule.check(context));
    }
  }
  if (input.code.length > 0) {
    const sources = input.files.filter(({ isSource, file }) => isSource && file.isReadable);
    for (const rule of rules) {
      if (rule.on !== 'usage') continue;
      attempt(rule, '.', () => rule.check({ sources, code: input.code, product }));
    }
  }

  const texts = new Map([
    ...input.files.map(({ path, file }) => [path, file.text] as const),
    ...input.code.map(({ path, references }) => [path, references.text] as const),
  ]);
  const findings = finishFindings(said, {
    places: new Map([...input.expected, ...input.files].map((place) => [place.path, place])),
    pairs: new Map(),
    sourceLocale: product.sourceLocale,
    textOf: (path) => texts.get(path),
  });
  return {
    key: '',
    pages: [],
    findings,
    facts: {},
    alignments: [],
    suppressions: [],
    notCompared: [...notCompared, ...crashes],
    crashes,
  };
}

function resourcesOf({ files, expected }: MessageInput, product: Product): readonly MessagesContext[] {
  const filesByKey = Map.groupBy(files, ({ key }) => key);
  const expectedByKey = Map.groupBy(expected, ({ key }) => key);
  return [...filesByKey.keys()].toSorted().map((key): MessagesContext => {
    const own = filesByKey.get(key) ?? [];
    return {
      key,
      source: own.find(({ isSource }) => isSource),
      translations: own.filter(({ isSource }) => !isSource),
      expected: expectedByKey.get(key) ?? [],
      product,
    };
  });
}

/** Files that could not be held against their source. */
function lacksOf({ source, translations }: MessagesContext): readonly NotCompared[] {
  const files = source === undefined ? translations : [source, ...translations];
  const unread = files.filter(({ file }) => !file.isReadable);
  const lacks = unread.map(({ path }) => {
    return { path, reason: 'The messages could not be read; the finding says why.' };
  });
  const readable = translations.filter(({ file }) => file.isReadable);
  if (source === undefined) {
    const reason = 'There is no file of the source locale to hold these messages against.';
    return [...lacks, ...readable.map(({ path }) => ({ path, reason }))];
  }
  if (source.file.isReadable) return lacks;
  const reason = `Its source \`${source.path}\` could not be read.`;
  return [...lacks, ...readable.map(({ path }) => ({ path, reason }))];
}
