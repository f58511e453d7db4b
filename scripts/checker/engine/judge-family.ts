import type { Dialect } from '../../../src/domain/document/page-document.ts';
import type { Finding, NotCompared, PageState, ReportedPage } from '../../../src/domain/report/report.ts';
import { alignPages } from '../align/align-pages.ts';
import type { Alignment, Term } from '../align/alignment.ts';
import { compareText } from '../compare-text.ts';
import type { Drift } from '../drift/drift.ts';
import { findDrift } from '../drift/find-drift.ts';
import { type SourceDrift, sourceDriftOf } from '../drift/source-drift.ts';
import type { FoundPin } from '../history/found-pin.ts';
import { type OldSource, pinnedRevisionOf, readOldSource } from '../history/known-revision.ts';
import { reasonOf } from '../operational-error.ts';
import { finishFindings, type PairStanding, type SaidDraft } from '../report/finish-findings.ts';
import { fewestPages, groupPages } from '../rules/consensus/page-group.ts';
import type { CheckedPage, FamilyContext, PairContext, Product, Rule } from '../rules/rule.ts';
import { readSuppressions, type Suppression } from '../suppressions/read-suppressions.ts';
import { type ExplainedAlignment, explainAlignment, pageAlignmentOf } from './explain-alignment.ts';
import type { Family } from './family.ts';
import { pageDriftOf } from './page-drift.ts';
import { isReadable, type ReadPage, readFamilyPages } from './read-family-pages.ts';

/** What families are judged by; the same for all of a run. */
export interface Judgement {
  readonly rules: readonly Rule[];
  readonly product: Product;
  /** Default: recognised from each source page. */
  readonly dialect: Dialect | undefined;
  /** What is different for sets of pages that have a name, by the name. */
  readonly sets?: Readonly<Record<string, SetJudgement>>;
  /** Front matter key that holds the pins. */
  readonly pinKey: string | undefined;
  /** Of which pages the alignment is explained; default: none. */
  readonly explained?: 'all' | 'with findings';
  /** What the report says of each page beside its state; default: nothing. */
  readonly included?: readonly Included[];
}

/** What a set of pages has for itself. */
export interface SetJudgement {
  /** Default: recognised from each source page. */
  readonly dialect?: Dialect;
  /** BCP 47. */
  readonly sourceLocale: string;
}

/** What a report says of pages where it is asked for. */
export const includable = ['alignment', 'drift'] as const;

/** One of `includable`. */
export type Included = (typeof includable)[number];

/** What became of a family: JSON values only, for it crosses threads and lies in the cache. */
export interface FamilyResult {
  readonly key: string;
  /** Those that are there and those that are missing. */
  readonly pages: readonly JudgedPage[];
  /** With the severities that the rules give. */
  readonly findings: readonly Finding[];
  /** What the rules on the whole tree noted, by rule. */
  readonly facts: Readonly<Record<string, readonly unknown[]>>;
  /** Of pages that were asked about. */
  readonly alignments: readonly ExplainedAlignment[];
  readonly notCompared: readonly NotCompared[];
  /** Comments in the pages that let findings pass. */
  readonly suppressions: readonly Suppression[];
  /** Rules that broke. */
  readonly crashes: readonly NotCompared[];
}

/** A page of the report, and how it stands to its source. */
export interface JudgedPage extends ReportedPage {
  /** True for a translation that was held against its source. */
  readonly isCompared: boolean;
  /** Below 1 where the source that it was made from is not to be had. */
  readonly certainty: number;
}

/** Runs a part of the judging and gives back what it gives; parts are `parse`, `align`, `finish` and ids of rules. */
export type Watch = <Result>(part: string, work: () => Result) => Result;

const unwatched: Watch = (_, work) => work();

/**
 * Reads the pages of a family, holds each translation against the source text it was made from, and lets the rules
 * look.
 *
 * A page that cannot be read, and a rule that breaks on a page, are said in the result; the rest is still judged.
 * `watch` sees what each part costs; what several rules share is read by the first that asks for it.
 */
export function judgeFamily(family: Family, whole: Judgement, watch: Watch = unwatched): FamilyResult {
  const judgement = judgementOf(family, whole);
  const { product, rules } = judgement;
  const read = watch('parse', () => readFamilyPages(family.files, judgement.dialect));
  const source = read.find((page) => page.isSource);
  const olds = readOldSources(read, source, family.pins);
  const pairs = new Map<string, PairStanding & { readonly context: PairContext }>();
  const drifts = driftsOf(olds, source, judgement, (path) => pairs.get(path)?.context.alignment);
  const pages = read.map((page) => checkedPage(page, source, family, olds, drifts));
  const notCompared: NotCompared[] = [
    ...pages.flatMap((page) => lacksOf(page, source, family.pins.get(page.path))),
    ...withoutCounterparts(pages, judgement.pinKey),
  ];
  const crashes: NotCompared[] = [];

  const checkedSource = pages.find((page) => page.isSource);
  for (const page of pages) {
    if (page.isSource || checkedSource === undefined) continue;
    if (page.state === 'unreadable' || checkedSource.state === 'unreadable') continue;
    try {
      const old = olds.get(page.path);
      pairs.set(
        page.path,
        watch('align', () => judgePair(checkedSource, page, old, family.pins.get(page.path), product)),
      );
    } catch (error) {
      crashes.push({
        path: page.path,
        reason: `The page could not be aligned with its source: ${reasonOf(error)}.`,
      });
    }
  }

  const context: FamilyContext = {
    key: family.key,
    pages,
    pairs: Array.from(pairs.values(), (pair) => pair.context),
    product,
    expected: family.expected,
    pinKey: judgement.pinKey,
  };
  const said: SaidDraft[] = [];
  const facts: Record<string, readonly unknown[]> = {};
  for (const rule of rules) {
    for (const { path, look } of looksOf(rule, context, facts)) {
      try {
        for (const draft of watch(rule.id, look)) said.push(draft);
      } catch (error) {
        crashes.push({ path, reason: `The rule \`${rule.id}\` broke: ${reasonOf(error)}.` });
      }
    }
  }

  const texts = new Map(pages.map((page) => [page.path, page.document.text]));
  const oldTexts = new Map(Array.from(olds.values(), (old) => [old.revision, old.document.text]));
  const findings = watch('finish', () =>
    finishFindings(said, {
      places: new Map([...family.expected, ...pages].map((page) => [page.path, page])),
      pairs,
      sourceLocale: product.sourceLocale,
      textOf: (path, revision) => (revision === undefined ? texts.get(path) : oldTexts.get(revision)),
    }),
  );
  return {
    key: family.key,
    pages: judgedPages(family, pages, pairs).map((page) => ({
      ...page,
      ...includedOf(page, family, pairs.get(page.path), drifts.get(page.path), olds, judgement),
    })),
    findings,
    facts,
    alignments: explainedPairs([...pairs.values()], findings, judgement),
    notCompared: [...notCompared, ...crashes],
    suppressions: pages.flatMap(({ path, document }) => readSuppressions(path, document)),
    crashes,
  };
}

function judgementOf({ files }: Family, whole: Judgement): Judgement {
  const own = whole.sets?.[files[0]?.set ?? ''];
  if (own === undefined) return whole;
  const product = { ...whole.product, sourceLocale: own.sourceLocale };
  return { ...whole, product, dialect: own.dialect };
}

function explainedPairs(
  pairs: readonly (PairStanding & { readonly context: PairContext })[],
  findings: readonly Finding[],
  { explained }: Judgement,
): readonly ExplainedAlignment[] {
  if (explained === undefined) return [];
  const paths = new Set(findings.map(({ path }) => path));
  return pairs
    .filter(({ context }) => explained === 'all' || paths.has(context.translation.path))
    .map(explainAlignment);
}

/** By the translation's path; translations made from one text share it. */
function readOldSources(
  pages: readonly ReadPage[],
  source: ReadPage | undefined,
  pins: Family['pins'],
): ReadonlyMap<string, OldSource> {
  const byText = new Map<string, OldSource>();
  const olds = new Map<string, OldSource>();
  if (source === undefined || !isReadable(source)) return olds;
  for (const page of pages) {
    const text = isReadable(page) ? pins.get(page.path)?.oldText : undefined;
    if (text === undefined) continue;
    const old = byText.get(text) ?? readOldSource(text, source.document);
    byText.set(text, old);
    olds.set(page.path, old);
  }
  return olds;
}

/** By the translation's path; texts are compared once for all translations that were made from them. */
function driftsOf(
  olds: ReadonlyMap<string, OldSource>,
  source: ReadPage | undefined,
  { product, pinKey }: Judgement,
  alignmentOf: (path: string) => Alignment | undefined,
): ReadonlyMap<string, SourceDrift> {
  if (source === undefined) return new Map();
  const { document, locale, key } = source;
  const ownFields = [...(product.fields?.own ?? []), ...(pinKey === undefined ? [] : [pinKey])];
  const byOld = new Map<OldSource, Drift>();
  return new Map(
    Array.from(olds, ([path, old]) => {
      const drift = byOld.get(old) ?? findDrift(old.document, document, { locale, key, ownFields });
      byOld.set(old, drift);
      return [path, sourceDriftOf(drift, locale, () => alignmentOf(path))] as const;
    }),
  );
}

/** What the report says of a page beside its state, as far as it was asked for. */
function includedOf(
  page: JudgedPage,
  { pins }: Family,
  pair: (PairStanding & { readonly context: PairContext }) | undefined,
  drift: SourceDrift | undefined,
  olds: ReadonlyMap<string, OldSource>,
  { included = [] }: Judgement,
): Pick<ReportedPage, Included> {
  const found = page.state === 'behind' && included.includes('drift') ? pins.get(page.path) : undefined;
  return {
    ...(pair !== undefined && included.includes('alignment') && { alignment: pageAlignmentOf(pair) }),
    ...(found && {
      drift: pageDriftOf(found, olds.get(page.path)?.revision, drift, pair?.context.alignment),
    }),
  };
}

function checkedPage(
  page: ReadPage,
  source: ReadPage | undefined,
  { pins, expected }: Family,
  olds: ReadonlyMap<string, OldSource>,
  drifts: ReadonlyMap<string, SourceDrift>,
): CheckedPage {
  const found = pins.get(page.path);
  const place = expected.find(({ path }) => path === page.path);
  const state = stateOf(page, place !== undefined && place.source === undefined, found);
  if (state !== 'behind' || found === undefined || source === undefined) return { ...page, state };
  const old = olds.get(page.path);
  const drift = drifts.get(page.path);
  const revision = { ...pinnedRevisionOf(found, source, old), ...(drift && { drift }) };
  return { ...page, state, revision };
}

function stateOf(page: ReadPage, isOrphan: boolean, pin: FoundPin | undefined): PageState {
  if (!isReadable(page)) return 'unreadable';
  if (page.isSource) return 'source';
  if (isOrphan) return 'orphan';
  return pin?.state ?? 'unknown';
}

function lacksOf(
  page: CheckedPage,
  source: ReadPage | undefined,
  pin: FoundPin | undefined,
): readonly NotCompared[] {
  const { path } = page;
  if (page.state === 'unreadable') {
    return [{ path, reason: 'The page could not be read; its finding says why.' }];
  }
  const lacks = pin?.problem === undefined ? [] : [{ path, reason: pin.problem }];
  if (page.isSource || source === undefined || isReadable(source)) return lacks;
  return [...lacks, { path, reason: `Its source \`${source.path}\` could not be read.` }];
}

/** Translations without a source that are too few to be held against each other. */
function withoutCounterparts(
  pages: readonly CheckedPage[],
  pinKey: string | undefined,
): readonly NotCompared[] {
  if (pages.some((page) => page.isSource)) return [];
  const readable = pages.filter((page) => page.state === 'unknown');
  const grouped = new Set(groupPages(readable, pinKey).flatMap((group) => group.pages));
  const reason = `There is no source page, and no ${fewestPages} translations that name the same source text, to hold it against.`;
  return readable.filter((page) => !grouped.has(page)).map(({ path }) => ({ path, reason }));
}

/** Certainty of a finding where the source as it is stands in for the one that was translated. */
const standInCertainty = 0.7;

function judgePair(
  source: CheckedPage,
  translation: CheckedPage,
  old: OldSource | undefined,
  pin: FoundPin | undefined,
  product: Product,
): PairStanding & { readonly context: PairContext } {
  const judged = old === undefined ? source : { ...source, document: old.document };
  const alignment = alignPages(judged.document, translation.document, {
    sourceLocale: source.locale,
    locale: translation.locale,
    terms: labelTerms(product, source.locale, translation.locale),
  });
  return {
    context: { source: judged, translation, alignment, product },
    sourcePath: source.path,
    old,
    certainty: translation.state === 'behind' && old === undefined ? standInCertainty : (pin?.certainty ?? 1),
  };
}

/** The product's labels in both languages: the same words in the same places tell that two blocks answer each other. */
function labelTerms({ labels }: Product, sourceLocale: string, locale: string): readonly Term[] {
  const translations = labels.get(locale);
  return [...(labels.get(sourceLocale)?.values() ?? [])].flatMap(({ id, text: source }) => {
    const translation = translations?.get(id)?.text;
    return translation === undefined ? [] : [{ source, translation }];
  });
}

/** One look of one rule. */
interface Look {
  /** What is looked at. */
  readonly path: string;
  readonly look: () => readonly SaidDraft[];
}

/** A rule on the whole tree says nothing yet: its looks put what it notes into `facts`. */
function looksOf(
  rule: Rule,
  context: FamilyContext,
  facts: Record<string, readonly unknown[]>,
): readonly Look[] {
  const { pages, pairs, product } = context;
  switch (rule.on) {
    case 'page':
      return pages
        .filter(({ state }) => state !== 'unreadable' || rule.id === 'unreadable-page')
        .map((page) => {
          const { path } = page;
          const look = (): SaidDraft[] =>
            Array.from(rule.check({ page, product }), (draft) => ({ rule, draft, path }));
          return { path, look };
        });
    case 'pair':
      return pairs.map((pair) => {
        const { path } = pair.translation;
        return { path, look: () => Array.from(rule.check(pair), (draft) => ({ rule, draft, path })) };
      });
    case 'family': {
      const look = (): SaidDraft[] =>
        Array.from(rule.check(context), (draft) => ({ rule, draft, path: undefined }));
      return [{ path: placeOf(context), look }];
    }
    case 'tree': {
      const look = (): SaidDraft[] => {
        const noted = [...rule.collect(context)];
        if (noted.length > 0) facts[rule.id] = noted;
        return [];
      };
      return [{ path: placeOf(context), look }];
    }
    case 'suppressions':
    // They look at no pages.
    case 'messages':
    case 'usage':
      return [];
  }
}

/** Where it is said that a rule broke on a whole family. */
function placeOf({ pages, expected }: FamilyContext): string {
  return (pages.find((page) => page.isSource) ?? pages[0] ?? expected[0])?.path ?? '.';
}

function judgedPages(
  { key, expected }: Family,
  pages: readonly CheckedPage[],
  pairs: ReadonlyMap<string, PairStanding>,
): readonly JudgedPage[] {
  const sources = new Map(expected.map((place) => [place.path, place.source]));
  const there = pages.map(({ locale, path, state, isSource }): JudgedPage => {
    const pair = pairs.get(path);
    const source = isSource ? null : (sources.get(path) ?? null);
    return {
      key,
      locale,
      path,
      source,
      state,
      isCompared: pair !== undefined,
      certainty: pair?.certainty ?? 1,
    };
  });
  const missing = expected
    .filter((place) => !place.exists)
    .map(({ locale, path, source = null }): JudgedPage => {
      return { key, locale, path, source, state: 'missing', isCompared: false, certainty: 1 };
    });
  return [...there, ...missing].toSorted((one, other) => compareText(one.path, other.path));
}
