import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join, posix, relative, sep } from 'node:path';
import { alignPages } from '../../../scripts/checker/align/align-pages.ts';
import { type GlossarySettings, glossarySchema } from '../../../scripts/checker/config/glossary.ts';
import { applyFixes, type FixEdit } from '../../../scripts/checker/fixes/apply-fixes.ts';
import { rules as allRules } from '../../../scripts/checker/rules/index.ts';
import type {
  CheckedMessages,
  CheckedPage,
  Draft,
  DraftFix,
  EntityList,
  ExpectedPage,
  FamilyContext,
  FieldSettings,
  Label,
  MessagesRule,
  PairContext,
  Product,
  ProjectFiles,
  RequiredAnchors,
  RequiredMessages,
  Rule,
  UsageRule,
} from '../../../scripts/checker/rules/rule.ts';
import { runCheck } from '../../../scripts/checker/run-check.ts';
import { loadGlossary } from '../../../scripts/checker/workspace/load-glossary.ts';
import { shownLabelOf } from '../../../src/domain/document/label-text.ts';
import type { Dialect, Span } from '../../../src/domain/document/page-document.ts';
import { parsePage } from '../../../src/domain/document/parse-page.ts';
import type { MessageFormat } from '../../../src/domain/messages/message-file.ts';
import { parseMessages, readRawMessages } from '../../../src/domain/messages/parse-messages.ts';
import { readCode } from '../../../src/domain/messages/read-code.ts';
import { recogniseFormat } from '../../../src/domain/messages/recognise-format.ts';
import type { PageState } from '../../../src/domain/report/report.ts';

/**
 * A rule's cases are folders `test/checker/rules/<rule-id>/<case-name>/`, called after the situation.
 *
 * - page rule: `page.<locale>.md`, one or several
 * - pair rule: `source.md` and `translation.<locale>.md`, one or several
 * - family or tree rule: `<locale>/<path>.md`, or as for a pair
 * - messages rule: `<locale>/<path>.json` or `.arb`
 * - usage rule: the same, and `src/` with code
 *
 * `.mdx` is the mdx dialect, `.md` gfm. `expected.txt` has a line per finding, in the order of the page:
 * `line:column-line:column severity message`, preceded by `<file>:` where the finding lies in the source or the
 * case has several pages. An empty file is a valid case. `case.json` may say what `CaseSettings` lists.
 *
 * `fixed.<name of the page's file>` beside a page is that page with the fixes of all its findings, safe or not.
 */
export interface RuleCase {
  readonly rule: string;
  readonly name: string;
  readonly expected: string;
  readonly settings: CaseSettings;
  /** Relative to the case's folder, forward slashes. */
  readonly files: readonly CaseFile[];
  /** What pages are to look like with their fixes in them, by the path of the page. */
  readonly fixed: ReadonlyMap<string, string>;
}

/** One page of a case. */
export interface CaseFile {
  readonly path: string;
  readonly text: string;
}

/** What a `case.json` may hold. */
export interface CaseSettings {
  readonly dialect?: Dialect;
  /** Default `en-US`. */
  readonly sourceLocale?: string;
  /** Default `add-a-new-customer`; a tree takes keys from the paths. */
  readonly key?: string;
  /** Default `current`. */
  readonly state?: PageState;
  /** Texts of UI labels by locale and id. */
  readonly labels?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly entityLists?: readonly EntityList[];
  readonly requiredAnchors?: readonly RequiredAnchors[];
  readonly requiredMessages?: readonly RequiredMessages[];
  readonly fields?: FieldSettings;
  /** As the settings write it. */
  readonly glossary?: GlossarySettings;
  /** For trees and messages: locales that files are expected in; default those with a folder. */
  readonly locales?: readonly string[];
  /** For trees: texts of files that lie beside the pages, by path. */
  readonly files?: Readonly<Record<string, string>>;
  /** Default: recognised. */
  readonly messageFormat?: MessageFormat;
  /** For usage: functions that say messages; default `t` and `$t`. */
  readonly functions?: readonly string[];
}

/** The cases of every rule, read from the folders beside this file. */
export function readRuleCases(): readonly RuleCase[] {
  const root = import.meta.dirname;
  return foldersIn(root).flatMap((rule) =>
    foldersIn(join(root, rule)).map((name) => {
      const folder = join(root, rule, name);
      const settings = join(folder, 'case.json');
      const pages = pagesIn(folder).map((path) => ({
        path: relative(folder, path).split(sep).join('/'),
        text: readFileSync(path, 'utf8'),
      }));
      return {
        rule,
        name,
        expected: readFileSync(join(folder, 'expected.txt'), 'utf8').trim(),
        settings: existsSync(settings) ? (JSON.parse(readFileSync(settings, 'utf8')) as CaseSettings) : {},
        files: pages.filter((page) => !isFixed(page)),
        fixed: new Map(
          pages
            .filter(isFixed)
            .map(({ path, text }) => [path.replace(/(^|\/)fixed\.([^/]+)$/, '$1$2'), text]),
        ),
      };
    }),
  );
}

/** What the rule says of a case, in the form of `expected.txt`; every page with line ends of the given kind. */
export function runRuleCase(rule: Rule, ruleCase: RuleCase, lineEnd: '\n' | '\r\n' = '\n'): string {
  const files = withLineEnds(ruleCase.files, lineEnd);
  const found = draftsOfRuleCase(rule, { ...ruleCase, files });
  const homes = new Set(files.map((file) => file.path).filter((path) => !path.startsWith('source.')));
  return found
    .map(({ path, draft }) => {
      const home = homes.size === 1 && homes.has(path) ? '' : `${path}:`;
      return `${home}${writeSpan(draft.span)} ${draft.severity ?? rule.severity} ${draft.message}`;
    })
    .join('\n');
}

/** A case with the fixes of its findings in it, and what the rule says then. */
export interface FixedCase {
  /** Pages that fixes changed, by path. */
  readonly texts: ReadonlyMap<string, string>;
  /** How many findings there were without a fix. */
  readonly unfixable: number;
  /** How many there are afterwards. */
  readonly left: number;
}

/**
 * Applies the fixes of all findings of a case, safe or not, and runs the rule again: as long as there are some, for a
 * mended list may show the next one that is broken, and as the command does.
 */
export function fixRuleCase(rule: Rule, ruleCase: RuleCase, lineEnd: '\n' | '\r\n' = '\n'): FixedCase {
  let files = withLineEnds(ruleCase.files, lineEnd);
  const texts = new Map<string, string>();
  const first = findingsOf(rule, { ...ruleCase, files });
  let found = first;
  for (let pass = 0; pass < mostPasses && found.some(({ draft }) => draft.fix !== undefined); pass++) {
    files = files.map((file) => {
      const fixes = found.flatMap(({ path, draft }) =>
        path === file.path && draft.fix !== undefined ? [{ edits: draft.fix.edits.map(offsetsOf) }] : [],
      );
      if (fixes.length === 0) return file;
      const { text } = applyFixes(file.text, fixes);
      texts.set(file.path, text);
      return { ...file, text };
    });
    found = findingsOf(rule, { ...ruleCase, files });
  }
  const unfixable = first.filter(({ draft }) => draft.fix === undefined).length;
  return { texts, unfixable, left: found.length };
}

const mostPasses = 3;

function isFixed({ path }: CaseFile): boolean {
  return posix.basename(path).startsWith('fixed.');
}

function offsetsOf({ span, text }: DraftFix['edits'][number]): FixEdit {
  return { from: span.start.offset, to: span.end.offset, text };
}

function withLineEnds(files: readonly CaseFile[], lineEnd: '\n' | '\r\n'): readonly CaseFile[] {
  return files.map((file) => ({ ...file, text: file.text.replaceAll(/\r?\n/g, lineEnd) }));
}

/** Locale of a page of a case, from its name or folder. */
export function localeOfCaseFile(file: CaseFile, settings: CaseSettings): string {
  if (file.path.startsWith('source.') || file.path.startsWith('src/'))
    return settings.sourceLocale ?? 'en-US';
  return /^(?:page|translation)\.([^./]+)\.mdx?$/.exec(file.path)?.[1] ?? file.path.split('/')[0] ?? '';
}

/** What a rule says, and the page it says it of. */
export interface PlacedDraft {
  readonly path: string;
  readonly draft: Draft;
}

/** What the rule says of a case, in the order of the pages. */
export function draftsOfRuleCase(rule: Rule, ruleCase: RuleCase): readonly PlacedDraft[] {
  return findingsOf(rule, ruleCase).toSorted((one, other) => comparePlaces(one, other));
}

function findingsOf(rule: Rule, ruleCase: RuleCase): PlacedDraft[] {
  const product = productOf(ruleCase.settings);
  if (rule.on === 'messages' || rule.on === 'usage') return messageDrafts(rule, ruleCase, product);
  const pages = ruleCase.files.map((file) => checkedPage(file, ruleCase.settings));
  if (rule.on === 'page') {
    return pages.flatMap((page) => placed(rule.check({ page, product }), page.path));
  }
  if (rule.on === 'suppressions') return suppressionDrafts(rule, ruleCase, product);
  const pairs = pairsOf(pages, product);
  if (rule.on === 'pair') return pairs.flatMap((pair) => placed(rule.check(pair), pair.translation.path));
  const expected = expectedPages(pages, ruleCase.settings, product.sourceLocale);
  const families = [...Map.groupBy(pages, (page) => page.key)].map(
    ([key, family]): FamilyContext => ({
      key,
      pages: family,
      pairs: pairs.filter(({ translation }) => translation.key === key),
      product,
      expected: expected.filter((place) => place.key === key),
    }),
  );
  if (rule.on === 'family') return families.flatMap((family) => placed(rule.check(family), ''));
  const facts = families.flatMap((family) => [...rule.collect(family)]);
  return placed(rule.check({ facts, product, expected, files: projectFilesOf(ruleCase) }), '');
}

/** The pages of a case, and what its settings put beside them. */
function projectFilesOf({ files, settings }: RuleCase): ProjectFiles {
  const texts = new Map([
    ...Object.entries(settings.files ?? {}),
    ...files.map(({ path, text }) => [path, text] as const),
  ]);
  const names = new Map<string, Set<string>>([['', new Set()]]);
  for (const path of texts.keys()) {
    const parts = path.split('/');
    for (const [depth, name] of parts.entries()) {
      const folder = parts.slice(0, depth).join('/');
      names.set(folder, (names.get(folder) ?? new Set()).add(name));
    }
  }
  return { namesIn: (folder) => names.get(folder), textOf: (path) => texts.get(path) };
}

/** What is said of comments that let findings pass, after all rules have looked at the case. */
function suppressionDrafts(rule: Rule, { files, settings }: RuleCase, product: Product): PlacedDraft[] {
  const { report } = runCheck({
    files: files.map((file) => {
      const { key, locale, path, isSource } = checkedPage(file, settings);
      return { key, locale, path, isSource, content: { kind: 'text', text: file.text } };
    }),
    expected: [],
    product,
    rules: allRules,
    dialect: settings.dialect,
  });
  return report.findings
    .filter((finding) => finding.rule === rule.id)
    .map(({ path, range, message, help, severity, fix }) => {
      const edits = fix?.edits.map((edit) => ({ span: edit.range, text: edit.text })) ?? [];
      const draft: Draft = { message, help, severity, span: range };
      return { path, draft: fix === null ? draft : { ...draft, fix: { ...fix, edits } } };
    });
}

function messageDrafts(
  rule: MessagesRule | UsageRule,
  { files, settings }: RuleCase,
  product: Product,
): PlacedDraft[] {
  const raws = files
    .filter(({ path }) => !path.startsWith('src/'))
    .map((file) => ({
      path: file.path,
      key: file.path.replace(/^[^/]+/, '{locale}'),
      locale: localeOfCaseFile(file, settings),
      raw: readRawMessages(file.text, file.path),
    }));
  const isSource = (locale: string): boolean => locale === product.sourceLocale;
  const sources = raws.filter(({ locale }) => isSource(locale));
  const format = settings.messageFormat ?? recogniseFormat(sources.map(({ raw }) => raw));
  const checked = raws.map(({ path, key, locale, raw }): CheckedMessages => {
    return { key, locale, path, isSource: isSource(locale), file: parseMessages(raw, format, locale) };
  });
  if (rule.on === 'usage') {
    const code = files
      .filter(({ path }) => path.startsWith('src/'))
      .map(({ path, text }) => ({ path, references: readCode(text, settings.functions) }));
    return placed(rule.check({ sources: checked.filter((file) => file.isSource), code, product }), '');
  }
  const locales = settings.locales ?? [...new Set(checked.map(({ locale }) => locale))];
  return [...Map.groupBy(checked, ({ key }) => key)].flatMap(([key, own]) => {
    const source = own.find((file) => file.isSource);
    const expected = locales
      .filter((locale) => !isSource(locale))
      .map((locale): ExpectedPage => {
        const there = own.find((file) => file.locale === locale);
        const path = there?.path ?? key.replace('{locale}', locale);
        return { key, locale, path, exists: there !== undefined, source: source?.path };
      });
    const translations = own.filter((file) => !file.isSource);
    return placed(rule.check({ key, source, translations, expected, product }), '');
  });
}

function placed(drafts: Iterable<Draft>, path: string): PlacedDraft[] {
  return [...drafts].map((draft) => ({ path: draft.path ?? path, draft }));
}

function productOf(settings: CaseSettings): Product {
  const labels = Object.entries(settings.labels ?? {}).map(
    ([locale, texts]): [string, ReadonlyMap<string, Label>] => [
      locale,
      new Map(
        Object.entries(texts).map(([id, text]) => [
          id,
          { id, text: shownLabelOf(text), path: `locales/${locale}/labels.json` },
        ]),
      ),
    ],
  );
  return {
    sourceLocale: settings.sourceLocale ?? 'en-US',
    labels: new Map(labels),
    entityLists: settings.entityLists ?? [],
    ...(settings.requiredAnchors && { requiredAnchors: settings.requiredAnchors }),
    ...(settings.requiredMessages && { requiredMessages: settings.requiredMessages }),
    ...(settings.fields && { fields: settings.fields }),
    ...(settings.glossary && { glossary: loadGlossary(glossarySchema.parse(settings.glossary), '.') }),
  };
}

function checkedPage(file: CaseFile, settings: CaseSettings): CheckedPage {
  const locale = localeOfCaseFile(file, settings);
  const dialect = settings.dialect ?? (extname(file.path) === '.mdx' ? 'mdx' : 'gfm');
  const inTree = file.path.includes('/');
  return {
    key: inTree ? keyOf(file.path) : (settings.key ?? 'add-a-new-customer'),
    locale,
    path: file.path,
    document: parsePage(file.text, { dialect }),
    isSource: locale === (settings.sourceLocale ?? 'en-US'),
    state: settings.state ?? 'current',
  };
}

function pairsOf(pages: readonly CheckedPage[], product: Product): readonly PairContext[] {
  return pages.flatMap((translation) => {
    const source = pages.find((page) => page.isSource && page.key === translation.key);
    if (translation.isSource || source === undefined) return [];
    const alignment = alignPages(source.document, translation.document, {
      sourceLocale: source.locale,
      locale: translation.locale,
    });
    return [{ source, translation, alignment, product }];
  });
}

function expectedPages(
  pages: readonly CheckedPage[],
  settings: CaseSettings,
  sourceLocale: string,
): readonly ExpectedPage[] {
  const locales = settings.locales ?? [...new Set(pages.map((page) => page.locale))];
  const keys = [...new Set(pages.map((page) => page.key))];
  return keys.flatMap((key) => {
    const ofKey = pages.filter((page) => page.key === key);
    const source = ofKey.find((page) => page.isSource);
    const extension = extname(ofKey[0]?.path ?? '');
    return locales.flatMap((locale) => {
      const page = ofKey.find((candidate) => candidate.locale === locale);
      if (locale === sourceLocale || (page === undefined && source === undefined)) return [];
      const path = page?.path ?? `${locale}/${key}${extension}`;
      return [{ key, locale, path, exists: page !== undefined, source: source?.path }];
    });
  });
}

function keyOf(path: string): string {
  return path.slice(path.indexOf('/') + 1, -extname(path).length);
}

function comparePlaces(one: PlacedDraft, other: PlacedDraft): number {
  if (one.path !== other.path) return one.path < other.path ? -1 : 1;
  return one.draft.span.start.offset - other.draft.span.start.offset;
}

function writeSpan({ start, end }: Span): string {
  return `${start.line}:${start.column}-${end.line}:${end.column}`;
}

function foldersIn(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => statSync(join(folder, name)).isDirectory())
    .toSorted();
}

function pagesIn(folder: string): readonly string[] {
  return readdirSync(folder)
    .toSorted()
    .flatMap((name) => {
      const path = join(folder, name);
      if (statSync(path).isDirectory()) return pagesIn(path);
      return /\.(?:mdx?|arb|tsx?|vue|astro)$|^(?!case\.json$).+\.json$/.test(name) ? [path] : [];
    });
}
