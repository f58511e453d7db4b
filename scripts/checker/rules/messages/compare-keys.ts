import type { Point } from '../../../../src/domain/document/page-document.ts';
import type { Message, MessageGroup } from '../../../../src/domain/messages/message-file.ts';
import { type MessageUnit, pluralSuffixOf } from '../../../../src/domain/messages/message-units.ts';
import { closest } from '../../closest.ts';
import { groupsById, type MessagePair } from './message-pairs.ts';

/** How the keys of a translation stand to the source's. */
export interface KeyComparison {
  /** What is missing, by the place where it would stand. */
  readonly missing: readonly MissingRun[];
  /** Keys that are a source's key but for a slip. */
  readonly misspelt: readonly { readonly message: Message; readonly source: Message }[];
  /** Keys that hold a group where the source has a text, or the reverse. */
  readonly otherKind: readonly {
    readonly item: Message | MessageGroup;
    readonly source: Message | MessageGroup;
  }[];
  /** What the source does not have: whole groups, else messages. */
  readonly extra: readonly ExtraItem[];
}

/** Neighbours in the source that a translation lacks. */
export interface MissingRun {
  readonly items: readonly (Message | MessageGroup)[];
  /** Ids of all messages in them, plural forms put together. */
  readonly ids: readonly string[];
  /** Where they would stand in the translation. */
  readonly at: Point;
}

/** What only a translation has. */
export interface ExtraItem {
  readonly item: Message | MessageGroup;
  /** Ids of the messages in it, plural forms put together. */
  readonly ids: readonly string[];
}

/** Compares the keys of a pair; each fault is in one list only. */
export function compareKeys(pair: MessagePair): KeyComparison {
  const known = comparedBefore.get(pair);
  if (known !== undefined) return known;
  const comparison = compare(pair);
  comparedBefore.set(pair, comparison);
  return comparison;
}

const comparedBefore = new WeakMap<MessagePair, KeyComparison>();

function compare(pair: MessagePair): KeyComparison {
  const { source, translation, sourceUnits, units } = pair;
  const own = unitIdsOf(units);
  const sourceOwn = unitIdsOf(sourceUnits);
  const groups = groupsById(translation.file);
  const sourceGroups = groupsById(source.file);
  const otherKind: { item: Message | MessageGroup; source: Message | MessageGroup }[] = [];

  const repeated = new Set(translation.file.repeats.map(({ id }) => id));
  const isThere = (id: string): boolean =>
    units.has(id) || pair.isInherited(id) || pair.isOneLanguage || isBelow(id, repeated);
  const isKnown = (id: string): boolean => sourceUnits.has(id) || isVariant(id, pair);
  const alive = groupsWith(source.file.root, (message) => isThere(idIn(sourceOwn, message)));
  const shared = groupsWith(translation.file.root, (message) => isKnown(idIn(own, message)));

  const missing: { items: (Message | MessageGroup)[]; ids: string[]; at: Point }[] = [];
  const seen = new Set<string>();
  const visitSource = (group: MessageGroup): void => {
    let run: (typeof missing)[number] | undefined;
    let last = startOf(groups.get(group.id) ?? translation.file.root);
    for (const item of group.children) {
      const id = item.kind === 'group' ? item.id : idIn(sourceOwn, item);
      if (item.kind === 'message' && seen.has(id)) continue;
      seen.add(id);
      const place = item.kind === 'group' ? groups.get(id)?.span.end : endOf(units.get(id));
      const isPresent = item.kind === 'group' ? alive.has(item) || isEmpty(item) : isThere(id);
      if (isPresent) {
        last = place ?? last;
        run = undefined;
        if (item.kind === 'group') visitSource(item);
        continue;
      }
      const other = item.kind === 'group' ? translation.file.byId.get(id) : groups.get(id);
      if (other !== undefined) {
        if (item.kind === 'message' || !isInheritedWhole(item)) otherKind.push({ item: other, source: item });
        continue;
      }
      if (run === undefined) missing.push((run = { items: [], ids: [], at: last }));
      run.items.push(item);
      run.ids.push(...(item.kind === 'group' ? idsWithin(item, sourceOwn) : [id]));
    }
  };
  const isInheritedWhole = (group: MessageGroup): boolean => idsWithin(group, sourceOwn).every(isThere);
  visitSource(source.file.root);

  const taken = new Set<Message | MessageGroup>(otherKind.map(({ item }) => item));
  const extra: ExtraItem[] = [];
  const told = new Set<string>();
  const visitTranslation = (group: MessageGroup): void => {
    for (const item of group.children) {
      if (taken.has(item)) continue;
      if (item.kind === 'group') {
        if (shared.has(item) || sourceGroups.has(item.id)) visitTranslation(item);
        else if (!isEmpty(item)) extra.push({ item, ids: idsWithin(item, own) });
      } else {
        const id = idIn(own, item);
        if (!isKnown(id) && !told.has(id)) extra.push({ item, ids: [id] });
        told.add(id);
      }
    }
  };
  visitTranslation(translation.file.root);
  return withMisspelt({ missing, misspelt: [], otherKind, extra });
}

/** Takes out of what is missing and of what is extra the keys that are each other but for a slip. */
function withMisspelt(comparison: KeyComparison): KeyComparison {
  const single = comparison.missing.filter(
    ({ items: [item, ...more] }) => item?.kind === 'message' && more.length === 0,
  );
  if (single.length * comparison.extra.length > mostComparisons) return comparison;
  const misspelt: { message: Message; source: Message }[] = [];
  const taken = new Set<unknown>();
  for (const each of comparison.extra) {
    const { item } = each;
    if (item.kind !== 'message') continue;
    const parent = parentOf(item.id);
    const candidates = new Map(
      single.flatMap((run) => {
        const [source] = run.items;
        const fits = source?.kind === 'message' && parentOf(source.id) === parent && !taken.has(run);
        return fits ? [[lastOf(source.id), { run, source }] as const] : [];
      }),
    );
    const name = lastOf(item.id);
    const near = name.length < shortestName ? undefined : closest(name, candidates.keys());
    const found = near === undefined ? undefined : candidates.get(near);
    // `step3` is no slip for `step4`.
    if (found === undefined || digitsOf(near ?? '') !== digitsOf(name)) continue;
    taken.add(each).add(found.run);
    misspelt.push({ message: item, source: found.source });
  }
  return {
    ...comparison,
    misspelt,
    missing: comparison.missing.filter((run) => !taken.has(run)),
    extra: comparison.extra.filter((item) => !taken.has(item)),
  };
}

const mostComparisons = 2000;
const shortestName = 5;

/** What stands under a key that repeats is lost by that: its finding says so. */
function isBelow(id: string, repeated: ReadonlySet<string>): boolean {
  if (repeated.size === 0) return false;
  for (let at = id.indexOf('.'); at !== -1; at = id.indexOf('.', at + 1)) {
    if (repeated.has(id.slice(0, at))) return true;
  }
  return false;
}

function parentOf(id: string): string {
  return id.slice(0, Math.max(0, id.lastIndexOf('.')));
}

function lastOf(id: string): string {
  return id.slice(id.lastIndexOf('.') + 1);
}

function digitsOf(name: string): string {
  return name.replaceAll(/\D/g, '');
}

/**
 * A plural form or a context of a message that the source has: `friend_female` beside `friend`. Languages need other
 * ones than the source.
 */
function isVariant(id: string, { sourceUnits, source }: MessagePair): boolean {
  if (source.file.format !== 'i18next') return false;
  let stem = pluralSuffixOf(id)?.stem ?? id;
  for (let part = 0; part < mostParts; part++) {
    if (sourceUnits.has(stem)) return true;
    const at = stem.lastIndexOf('_');
    if (at <= 0) return false;
    stem = stem.slice(0, at);
  }
  return false;
}

/** Of a key, that may be words of its context. */
const mostParts = 5;

/** True for a source's message that is a context of another one: a translation may do without. */
export function isContextOf(id: string, { sourceUnits, units, source }: MessagePair): boolean {
  const stem = id.slice(0, Math.max(0, id.lastIndexOf('_')));
  return source.file.format === 'i18next' && sourceUnits.has(stem) && units.has(stem);
}

function unitIdsOf(units: ReadonlyMap<string, MessageUnit>): ReadonlyMap<Message, string> {
  const ids = new Map<Message, string>();
  for (const { id, forms } of units.values()) for (const { message } of forms) ids.set(message, id);
  return ids;
}

function idIn(ids: ReadonlyMap<Message, string>, message: Message): string {
  return ids.get(message) ?? message.id;
}

/** Groups that hold, at whatever depth, a message that is wanted. */
function groupsWith(root: MessageGroup, isWanted: (message: Message) => boolean): ReadonlySet<MessageGroup> {
  const found = new Set<MessageGroup>();
  const visit = (group: MessageGroup): boolean => {
    let isFound = false;
    for (const child of group.children) {
      if (child.kind === 'group' ? visit(child) : isWanted(child)) isFound = true;
    }
    if (isFound) found.add(group);
    return isFound;
  };
  visit(root);
  return found;
}

function idsWithin(group: MessageGroup, ids: ReadonlyMap<Message, string>): readonly string[] {
  const within = new Set<string>();
  const visit = ({ children }: MessageGroup): void => {
    for (const child of children) {
      if (child.kind === 'group') visit(child);
      else within.add(idIn(ids, child));
    }
  };
  visit(group);
  return [...within];
}

function isEmpty({ children }: MessageGroup): boolean {
  return children.every((child) => child.kind === 'group' && isEmpty(child));
}

/** Behind the opening brace. */
function startOf({ span: { start } }: MessageGroup): Point {
  return { line: start.line, column: start.column + 1, offset: start.offset + 1 };
}

/** Behind the last form. */
function endOf(unit: MessageUnit | undefined): Point | undefined {
  const message = unit?.forms.at(-1)?.message;
  if (message === undefined) return undefined;
  const { end } = message.span;
  const quote = message.value === 'text' ? 1 : 0;
  return { line: end.line, column: end.column + quote, offset: end.offset + quote };
}
