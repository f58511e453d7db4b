import { isOfEntityList } from '../../../scripts/checker/rules/structure/entity-members.ts';
import type { Block, Section } from '../../../src/domain/document/page-document.ts';
import { nodeAt } from '../../../src/domain/document/walk-blocks.ts';
import type { Finding } from '../../../src/domain/report/report.ts';
import { type ChangedPage, changedPage } from '../../mutations/changed-page.ts';
import type { Range } from '../../mutations/edit-text.ts';
import type { Mutation, MutationKind, ParityPair } from '../../mutations/mutation.ts';
import { findingsOf } from './real-pages.ts';
import { alikeAround, canBeTold } from './tell-apart.ts';
import { type Verdict, verdicts } from './verdicts.ts';

/** A damaged translation, and what the check has to say of it. */
interface Damage {
  readonly what: string;
  readonly page: ChangedPage;
  /** `undefined` where there is nothing to say. */
  readonly verdict: Verdict | undefined;
  /** The finding has to begin in a line of one of them. */
  readonly places: readonly Range[];
  /** False where nothing but words tells the fault; to keep silent is right then too. */
  readonly isVisible: boolean;
}

/** What the check says wrongly of all that a kind of change can do to a page, one line per change. */
export function wrongVerdicts(pair: ParityPair, kind: MutationKind): readonly string[] {
  const known = new Set(findingsOf(pair).map(nameOf));
  return damagesOf(pair, kind).flatMap((damage) => {
    const said = findingsOf(pair, damage.page.text).filter((finding) => !known.has(nameOf(finding)));
    if (isRight(said, damage)) return [];
    return [`${damage.what}: ${said.length === 0 ? 'nothing' : said.map(describe).join('; ')}`];
  });
}

function nameOf({ rule, message }: Finding): string {
  return `${rule} ${message}`;
}

function describe({ severity, rule, range, message }: Finding): string {
  return `${range.start.line}:${range.start.column} ${severity} ${rule} ${message}`;
}

function isRight(said: readonly Finding[], { page, verdict, places, isVisible }: Damage): boolean {
  if (verdict === undefined) return said.length === 0;
  if (said.length === 0) return !isVisible;
  const { rules, severity, findings = 1 } = verdict;
  return (
    said.length <= findings &&
    said.every(
      ({ rule, range }) => rules.includes(rule) && places.some((place) => isAt(page, range, place)),
    ) &&
    (findings > 1 || said.every((finding) => finding.severity === severity))
  );
}

function isAt({ text }: ChangedPage, { start }: Finding['range'], { from, to }: Range): boolean {
  const first = text.lastIndexOf('\n', from - 1) + 1;
  const end = text.indexOf('\n', Math.max(to - 1, from));
  return first <= start.offset && start.offset <= (end === -1 ? text.length : end);
}

/** On a long page the changes of a kind tell much the same; so many of each are enough. */
const mostOfAKind = 10;

function damagesOf(pair: ParityPair, kind: MutationKind): readonly Damage[] {
  const verdictOn = verdicts[kind.name];
  if (verdictOn === undefined) throw new RangeError(`Nothing says what to expect of "${kind.name}".`);
  const made = kind.mutationsOf(pair).flatMap((mutation) => {
    const page = changedPage(pair, mutation);
    return page === undefined ? [] : [{ mutation, page }];
  });
  const count = Math.min(made.length, mostOfAKind);
  const drawn = new Set(Array.from({ length: count }, (_, n) => Math.floor((n * made.length) / count)));
  return made
    .filter((_, n) => drawn.has(n))
    .map(({ mutation, page }) => ({
      what: mutation.what,
      page,
      verdict: verdictOn(mutation.node, pair.locale),
      places: placesOf(mutation, page, pair.locale),
      isVisible: canBeSeen(kind, mutation),
    }));
}

/** Where the change is; anywhere in its list where nothing but words tells the neighbours apart, and among names. */
function placesOf({ node }: Mutation, page: ChangedPage, locale: string): readonly Range[] {
  const list = isBlock(node) ? node.parent : undefined;
  const isOneOfMany = isBlock(node) && (alikeAround(node).length > 1 || isOfEntityList(node, locale));
  // Two steps that exchange their code look like two that exchange their words.
  if (isBlock(node) && node.kind === 'code' && node.parent?.kind === 'step') {
    return [...page.places, ...page.places.map((place) => stepAround(page, place))];
  }
  if (list === undefined || !isOneOfMany) return page.places;
  // What stands before a block in the page is where it was.
  const { span } = page.after.blocks[list.index] ?? list;
  return [...page.places, { from: span.start.offset, to: span.end.offset }];
}

/** The first line of the step that a place lies in; the place itself where it lies in none. */
function stepAround({ after }: ChangedPage, place: Range): Range {
  const node = nodeAt(after, place.from);
  for (let block = isBlock(node) ? node : undefined; block !== undefined; block = block.parent) {
    const { start, end } = block.textSpan;
    if (block.kind === 'step') return { from: start.offset, to: end.offset };
  }
  return place;
}

function canBeSeen({ name }: MutationKind, { node }: Mutation): boolean {
  if (!isBlock(node)) return true;
  // A marker before a small letter may be a hyphen or the sign of an option.
  if (name === 'glue a marker to its text') return !/^\p{Ll}/u.test(node.text);
  if (name === 'merge two list items') return false;
  if (name !== 'swap two steps') return true;
  const siblings = node.parent?.children ?? [];
  const next = siblings[siblings.indexOf(node) + 1];
  return next === undefined || canBeTold(node, next);
}

function isBlock(node: Block | Section | undefined): node is Block {
  return node !== undefined && node.kind !== 'section';
}
