import type { PageDocument, Span } from '../../../src/domain/document/page-document.ts';
import type { EntityKindId } from '../../../src/domain/locale/entity-kind.ts';
import type { MessageFile } from '../../../src/domain/messages/message-file.ts';
import type { CodeReferences } from '../../../src/domain/messages/read-code.ts';
import type { PageState, Severity } from '../../../src/domain/report/report.ts';
import type { Alignment } from '../align/alignment.ts';
import type { SourceDrift } from '../drift/source-drift.ts';

/** A rule: what it is for, and how it looks. One file per rule, called after its id. */
export type Rule = PageRule | PairRule | FamilyRule | TreeRule | SuppressionsRule | MessagesRule | UsageRule;

interface RuleCommon {
  /** Names what is found; permanent. */
  readonly id: string;
  /** The severity when the rule is sure and nothing makes the fault lighter. */
  readonly severity: Severity;
  readonly docs: {
    /** One sentence: what the rule finds. */
    readonly summary: string;
    /** Why a reader or a maintainer minds. */
    readonly why: string;
    /** What to do about it. */
    readonly fix: string;
  };
}

/** Looks at one page alone: every page, the source pages too. */
export interface PageRule extends RuleCommon {
  readonly on: 'page';
  readonly check: (context: PageContext) => Iterable<Draft>;
}

/** Looks at a translation beside its source, aligned. */
export interface PairRule extends RuleCommon {
  readonly on: 'pair';
  readonly check: (context: PairContext) => Iterable<Draft>;
}

/** Looks at a family: one page in all its locales, the source page and its translations, at once. */
export interface FamilyRule extends RuleCommon {
  readonly on: 'family';
  readonly check: (context: FamilyContext) => Iterable<Draft>;
}

/**
 * Looks at all pages: `collect` notes of each page in all its locales what matters, `check` holds the notes against
 * each other. No documents are left by then, for a tree may be larger than memory.
 */
export interface TreeRule<Fact = unknown> extends RuleCommon {
  readonly on: 'tree';
  /** Facts are JSON values, and small: they cross threads and lie in the cache. Their places are in files as they are. */
  collect(context: FamilyContext): Iterable<Fact>;
  check(context: TreeContext<Fact>): Iterable<Draft>;
}

/** Looks at the comments that let findings pass, after all other rules have spoken. */
export interface SuppressionsRule extends RuleCommon {
  readonly on: 'suppressions';
  readonly check: (context: SuppressionsContext) => Iterable<Draft>;
}

/** Looks at one resource, a file of messages in all its locales, at once. */
export interface MessagesRule extends RuleCommon {
  readonly on: 'messages';
  readonly check: (context: MessagesContext) => Iterable<Draft>;
}

/** Looks at the messages of the source locale beside the code that says them. */
export interface UsageRule extends RuleCommon {
  readonly on: 'usage';
  readonly check: (context: UsageContext) => Iterable<Draft>;
}

/** A page as rules see it. */
export interface CheckedPage {
  readonly key: string;
  /** BCP 47. */
  readonly locale: string;
  /** Relative to the working folder, forward slashes. */
  readonly path: string;
  readonly document: PageDocument;
  readonly isSource: boolean;
  readonly state: PageState;
  /** For a translation that says which source revision it was made from. */
  readonly revision?: PinnedRevision;
}

/** The source revision that a translation was made from, and the way from there to the source as it is. */
export interface PinnedRevision {
  /** As the page writes it; where git's history tells, the short id of a commit of the source. */
  readonly pin: string;
  /** What tells that it is this revision. */
  readonly known: 'pin' | 'hash' | 'history' | 'date';
  /** Where the page writes it; its start where it does not. */
  readonly span: Span;
  readonly sourcePath: string;
  /** Lines that differ between the two; `undefined` where the old text is not to be had. */
  readonly changedLines: number | undefined;
  /** The first place of the source as it is that the translation has not seen; its start where that cannot be told. */
  readonly firstChange: Span;
  /** The commit that last touched the source, where git tells. */
  readonly lastCommit: { readonly id: string; readonly date: string } | undefined;
  /** The first commit that changed the source after it, where git tells. */
  readonly behindSince: { readonly id: string; readonly date: string } | undefined;
  /** How many commits have changed the source since, where git tells. */
  readonly commitsBehind: number | undefined;
  /** From 0 to 1, how sure it is that this is the revision. */
  readonly certainty: number;
  /** What the pins of single sections came to, where there are some. */
  readonly sections: readonly {
    readonly state: 'current' | 'behind' | 'unknown';
    readonly pin: string;
    /** Line of the pin in the translation, from 1. */
    readonly line: number;
  }[];
  /** How the source has gone on; absent where the old text is not to be had. */
  readonly drift?: SourceDrift;
}

/** What the settings tell every rule. */
export interface Product {
  readonly sourceLocale: string;
  /** UI labels of the product by locale and id; empty when the settings name none. */
  readonly labels: ReadonlyMap<string, ReadonlyMap<string, Label>>;
  /** Sets that lists in pages are held against, by name. */
  readonly entityLists: readonly EntityList[];
  /** Ids that pages must have; absent when the settings name none. */
  readonly requiredAnchors?: readonly RequiredAnchors[];
  /** Messages that source files must have; absent when the settings name none. */
  readonly requiredMessages?: readonly RequiredMessages[];
  /** Absent when the settings name none. */
  readonly fields?: FieldSettings;
  /** Absent when the settings name none. */
  readonly glossary?: readonly GlossaryTerm[];
}

/** Ids that a program leads to. */
export interface RequiredAnchors {
  /** Keys of the pages that must have all of them. */
  readonly pages: readonly string[];
  readonly ids: readonly string[];
  /** The JSON file that names them, with the part of it; `undefined` where the settings themselves do. */
  readonly from: string | undefined;
}

/** Messages that a program says under keys that it puts together. */
export interface RequiredMessages {
  /** Files as `MessagesContext` calls them: paths with `{locale}` in them. */
  readonly files: readonly string[];
  /** Keys from the top, joined by dots. */
  readonly keys: readonly string[];
  /** See `RequiredAnchors`. */
  readonly from: string | undefined;
}

/** A term of the documentation. */
export interface GlossaryTerm {
  /** How source pages name it; empty for words that are forbidden whatever they mean. */
  readonly sources: readonly string[];
  /** What it is called, by BCP 47 locale; each in its plain form. */
  readonly translations: ReadonlyMap<string, readonly string[]>;
  /** What it is not called, by BCP 47 locale. */
  readonly forbidden: ReadonlyMap<string, readonly string[]>;
  /** Stays as it is in every language. */
  readonly isUntouchable: boolean;
}

/** Fields of the front matter that the settings name. */
export interface FieldSettings {
  /** Have the same value in every language. */
  readonly same: readonly string[];
  /** Are each language's own affair. */
  readonly own: readonly string[];
}

/** One UI label of one locale. */
export interface Label {
  readonly id: string;
  readonly text: string;
  /** The resource file it comes from. */
  readonly path: string;
}

/** A set of entities that the product itself knows, such as the countries where an ID is required. */
export interface EntityList {
  readonly name: string;
  readonly kind: EntityKindId;
  /** Codes of the kind: of ISO 3166-1 alpha-2, BCP 47, ISO 4217, or ids of the IANA time zone database. */
  readonly codes: readonly string[];
  /** Page keys and the anchor of the section the list stands in; without an anchor any list of the page. */
  readonly pages: readonly { readonly key: string; readonly anchor?: string | undefined }[];
}

export interface PageContext {
  readonly page: CheckedPage;
  readonly product: Product;
}

export interface PairContext {
  readonly source: CheckedPage;
  readonly translation: CheckedPage;
  readonly alignment: Alignment;
  readonly product: Product;
}

/** A page in all its locales. */
export interface FamilyContext {
  /** What the pages have in common. */
  readonly key: string;
  /** The source page, where there is one, and its translations, by path; `state` tells those that could not be read. */
  readonly pages: readonly CheckedPage[];
  /** Source and translation of every pair that was compared. */
  readonly pairs: readonly PairContext[];
  readonly product: Product;
  /** Every locale the page ought to be there in, whether it is or not; the page itself where it has no source. */
  readonly expected: readonly ExpectedPage[];
  /** Front matter key under which translations name the text they were made from, where the settings tell it. */
  readonly pinKey?: string | undefined;
}

/** The comments of all pages that let findings pass. */
export interface SuppressionsContext {
  readonly suppressions: readonly JudgedSuppression[];
  /** Ids of all rules there are. */
  readonly ruleIds: readonly string[];
}

/** A comment that lets findings pass, and what it did. */
export interface JudgedSuppression {
  /** Relative to the working folder. */
  readonly path: string;
  /** Rules that it names, as written. */
  readonly rules: readonly string[];
  /** Why; empty where the comment does not say. */
  readonly reason: string;
  readonly span: Span;
  /** Those of its rules that ran and found nothing for it to let pass. */
  readonly unused: readonly string[];
}

/** A file of messages as rules see it. */
export interface CheckedMessages {
  /** What the file and its translations have in common: its path with `{locale}` in it. */
  readonly key: string;
  /** BCP 47. */
  readonly locale: string;
  /** Relative to the working folder, forward slashes. */
  readonly path: string;
  readonly isSource: boolean;
  readonly file: MessageFile;
}

/** A file of messages in all its locales. */
export interface MessagesContext {
  /** What the files have in common. */
  readonly key: string;
  readonly source: CheckedMessages | undefined;
  readonly translations: readonly CheckedMessages[];
  /** Every locale the file ought to be there in, whether it is or not. */
  readonly expected: readonly ExpectedPage[];
  readonly product: Product;
}

/** The messages of the source locale, and the code that says them. */
export interface UsageContext {
  /** Those that can be read. */
  readonly sources: readonly CheckedMessages[];
  /** What each file of code says. */
  readonly code: readonly CheckedCode[];
  readonly product: Product;
}

/** A file of code that says messages. */
export interface CheckedCode {
  /** Relative to the working folder, forward slashes. */
  readonly path: string;
  readonly references: CodeReferences;
}

/** What a rule noted of all pages. */
export interface TreeContext<Fact = unknown> {
  /** In the order of page keys. */
  readonly facts: readonly Fact[];
  readonly product: Product;
  /** Keys and locales that ought to be there: every source page in every locale. */
  readonly expected: readonly ExpectedPage[];
  readonly files: ProjectFiles;
}

/** The files around the pages, as they are now. Paths are relative to the working folder, with forward slashes. */
export interface ProjectFiles {
  /** Names of files and folders in a folder (`''` is the working folder), `undefined` where there is none to look into. */
  readonly namesIn: (folder: string) => ReadonlySet<string> | undefined;
  /** A file's text, `undefined` where there is none. */
  readonly textOf: (path: string) => string | undefined;
}

/** Where a page is, or would be. */
export interface ExpectedPage {
  readonly key: string;
  readonly locale: string;
  readonly path: string;
  readonly exists: boolean;
  /** The source page's path; `undefined` for an orphan. */
  readonly source: string | undefined;
}

/** What a rule says: the engine adds locale, path, confidence of the alignment and fingerprint. */
export interface Draft {
  /** One line, no full stop, values in backticks, the translation's value first, the source's second. */
  readonly message: string;
  /** What to do now: an imperative sentence. */
  readonly help: string;
  /** The smallest span a translator would edit; empty (start = end) where something is absent. */
  readonly span: Span;
  /** The page `span` lies in; default: the page, or the translation of the pair. */
  readonly path?: string;
  /** Default: the rule's. */
  readonly severity?: Severity;
  /** How sure, 0 to 1, default 1. */
  readonly confidence?: number;
  /** Always for a rule about a pair: the counterpart. */
  readonly related?: readonly { readonly label: string; readonly path: string; readonly span: Span }[];
  /** Typed and stable per rule. */
  readonly data?: Readonly<Record<string, unknown>>;
  /** Where the rule knows what ought to stand there; none where a translator must decide. */
  readonly fix?: DraftFix;
}

/** What would mend a fault. */
export interface DraftFix {
  /** What it does: an imperative without full stop, such as "Move bold onto `Customers`". */
  readonly title: string;
  /** `safe`: exactly one answer is right, and it is this one. `unsafe`: a person should look at the result. */
  readonly safety: 'safe' | 'unsafe';
  /** In the page that the draft's `span` lies in; they overlap nowhere. */
  readonly edits: readonly { readonly span: Span; readonly text: string }[];
}
