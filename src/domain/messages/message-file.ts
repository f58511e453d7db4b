/**
 * What a resource file says, whatever tool reads it: its keys, their texts, placeholders and plural forms, each with
 * its place. Readers make it and rules read it; nothing here is ever changed afterwards.
 */

import type { Span } from '../document/page-document.ts';

/**
 * How texts of a file are written: `i18next` (JSON v4: `{{name}}`, `$t(key)`, `_one` and `_other`), `icu`
 * (MessageFormat: `{n, plural, one {…} other {…}}`; ARB too), or `plain` (`{name}`, `%s`, `:name`, `$NAME$`).
 */
export const messageFormats = ['i18next', 'icu', 'plain'] as const;

/** One of `messageFormats`. */
export type MessageFormat = (typeof messageFormats)[number];

/** One resource file, read. */
export interface MessageFile {
  /** The whole file, as decoded, BOM included: `text.slice(span.start.offset, span.end.offset)` always works. */
  readonly text: string;
  readonly format: MessageFormat;
  /** True for ARB, whose readers take `=1` for `one`. */
  readonly isArb: boolean;
  /** The whole of it; what cannot be read is left out. */
  readonly root: MessageGroup;
  /** Every message in the order of the file. */
  readonly messages: readonly Message[];
  /** By id. */
  readonly byId: ReadonlyMap<string, Message>;
  readonly problems: readonly MessageProblem[];
  readonly repeats: readonly RepeatedKey[];
  /** False where nothing of it can be compared; a problem says why. */
  readonly isReadable: boolean;
}

/** Messages that stand together under a key. */
export interface MessageGroup {
  readonly kind: 'group';
  /** Keys from the top, joined by dots; '' for the whole file. */
  readonly id: string;
  readonly keySpan: Span;
  /** Braces included. */
  readonly span: Span;
  readonly children: readonly (Message | MessageGroup)[];
  readonly isList: boolean;
}

/** One text under one key. */
export interface Message {
  readonly kind: 'message';
  /** Keys from the top, joined by dots. */
  readonly id: string;
  /** Without the quotes. */
  readonly keySpan: Span;
  /** The text without its quotes; a value of another kind as it stands. */
  readonly span: Span;
  /** `null`, a number, `true` and `false` are no texts. */
  readonly value: 'text' | 'null' | 'other';
  /** Escapes resolved; '' for `null`. */
  readonly text: string;
  readonly placeholders: readonly Placeholder[];
  /** Plural forms that stand inside the text, as MessageFormat has them. */
  readonly plurals: readonly InnerPlural[];
  /** Choices by a word that stand inside the text. */
  readonly choices: readonly Choice[];
  /** Why its format cannot read it. */
  readonly problem: TextProblem | undefined;
  /** The place in the file of the range [from, to) of `text`. */
  readonly spanAt: (from: number, to: number) => Span;
}

/** What the program fills in. */
export interface Placeholder {
  /** As its syntax writes it, without what may differ: `{{name}}`, `{name}`, `$t(key)`, `%1`. */
  readonly name: string;
  /**
   * `nesting`: another message; `loose`: a syntax that ordinary text looks like at times, so that one says nothing
   * where the source has none.
   */
  readonly kind: 'value' | 'nesting' | 'loose';
  /** For `%d`: its letter. */
  readonly type?: string;
  /** UTF-16 units of the text. */
  readonly from: number;
  readonly to: number;
}

/** `{count, plural, one {# file} other {# files}}` inside a text. */
export interface InnerPlural {
  readonly argument: string;
  readonly type: Intl.PluralRuleType;
  readonly forms: readonly InnerForm[];
  /** UTF-16 units of the text. */
  readonly from: number;
  readonly to: number;
}

/** One form of an inner plural. */
export interface InnerForm {
  /** A category, or `=1`. */
  readonly selector: string;
  readonly placeholders: readonly Placeholder[];
  /** Whether it prints the number. */
  readonly hasNumber: boolean;
  /** Of what is between the braces. */
  readonly from: number;
  readonly to: number;
}

/** `{gender, select, female {…} other {…}}` inside a text. */
export interface Choice {
  readonly argument: string;
  readonly options: readonly { readonly name: string; readonly from: number; readonly to: number }[];
}

/** What a format cannot read of a text. */
export interface TextProblem {
  /** A claim without a full stop, such as "a brace is not closed". */
  readonly reason: string;
  readonly from: number;
  readonly to: number;
}

/** Something that stands in a resource file and cannot be read as it is. */
export interface MessageProblem {
  /** One line without a full stop. */
  readonly message: string;
  readonly help: string;
  readonly span: Span;
  /** True for what some readers forgive: comments, trailing commas. */
  readonly isForgiven: boolean;
}

/** A key that one object has twice; readers take the last. */
export interface RepeatedKey {
  readonly id: string;
  readonly keySpan: Span;
  readonly firstKeySpan: Span;
  /** Whether both say the same. */
  readonly isEqual: boolean;
}
