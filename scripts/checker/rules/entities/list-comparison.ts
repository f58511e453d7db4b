import type { Span } from '../../../../src/domain/document/page-document.ts';
import type { EntityKind } from '../../../../src/domain/locale/entity-kind.ts';
import type { EntityList } from '../../../../src/domain/locale/entity-list.ts';
import type { EntityToken } from '../../../../src/domain/locale/entity-token.ts';
import type { OtherThing } from '../../../../src/domain/locale/other-things.ts';
import type { CheckedPage } from '../rule.ts';

/** An entity and every place where a list names it. */
export interface ListedEntity {
  readonly code: string;
  readonly tokens: readonly EntityToken[];
}

/** A word of a list that names nothing of the kind. */
export interface UnknownName {
  readonly text: string;
  readonly tokens: readonly EntityToken[];
  /** What it is likely to mean: the code of a name close to it, or of what the source has in its place. */
  readonly standsFor: string | undefined;
  /** What it is instead, where that is known. */
  readonly thing: OtherThing | undefined;
}

/** A name that a list lacks. */
export interface MissingName {
  readonly code: string;
  /** As the list prints such things: in the language of the page, or as a code. */
  readonly name: string;
  /** Where it would be put in. */
  readonly place: Span;
}

/** A name that stands where the order of the others does not put it. */
export interface MisplacedName {
  readonly code: string;
  readonly token: EntityToken;
  /** The name that it belongs behind; `undefined` for one that belongs at the list's start. */
  readonly behind: EntityToken | undefined;
}

/** What a list ought to hold, and where that is said. */
export interface ListReference {
  /** Where a message says what the list was held against: "the source", "the product's list `name`". */
  readonly name: string;
  readonly codes: readonly string[];
  readonly related: readonly { readonly label: string; readonly path: string; readonly span: Span }[];
}

/** A page's list of entities held against what it ought to hold, as sets: languages sort names in their own way. */
export interface ListComparison {
  readonly kind: EntityKind;
  readonly page: CheckedPage;
  readonly reference: ListReference;
  /** `undefined` where the section has no list at all. */
  readonly list: EntityList | undefined;
  /** The list as a whole, or where it would stand. */
  readonly place: Span;
  readonly missing: readonly MissingName[];
  readonly extra: readonly ListedEntity[];
  readonly repeated: readonly ListedEntity[];
  readonly untranslated: readonly ListedEntity[];
  readonly outdated: readonly ListedEntity[];
  readonly misplaced: readonly MisplacedName[];
  readonly unknown: readonly UnknownName[];
  /** Codes of what several unknown words are likely to mean, in whichever order. */
  readonly meantTogether: readonly string[];
  /** True for a list that is beyond use: what is wrong in it word by word helps nobody. */
  readonly isGarbled: boolean;
  /** 0 to 1: that this list is the one that answers the reference. */
  readonly confidence: number;
}
