import type { Span } from '../../../../src/domain/document/page-document.ts';
import type { EntityKind } from '../../../../src/domain/locale/entity-kind.ts';
import type { EntityList } from '../../../../src/domain/locale/entity-list.ts';
import type { EntityToken } from '../../../../src/domain/locale/entity-token.ts';
import { foldName } from '../../../../src/domain/locale/fold-name.ts';
import type { CheckedPage } from '../rule.ts';
import { explainUnknown } from './explain-unknown.ts';
import type { ListComparison, ListedEntity, ListReference } from './list-comparison.ts';
import { listOrder } from './list-order.ts';
import { groupByCode } from './listed-codes.ts';

/** What is held against each other. */
export interface ListToCompare {
  readonly kind: EntityKind;
  readonly page: CheckedPage;
  readonly list: EntityList | undefined;
  readonly reference: ListReference;
  /** Where the list is, or would be. */
  readonly place: Span;
  /** The source's list, where there is one: what it says twice may be said twice. */
  readonly source: EntityList | undefined;
  readonly sourceLocale?: string;
  readonly confidence: number;
}

/** Everything that is wrong in a list, each name with one fault. */
export function compareList(compared: ListToCompare): ListComparison {
  const { kind, page, list, reference, source } = compared;
  const tokens = list?.tokens ?? [];
  const listed = groupByCode(tokens);
  const entities = [...listed].map(([code, ofCode]): ListedEntity => ({ code, tokens: ofCode }));
  const { absent, extra } = differences(compared, entities);
  const unread = source?.tokens.filter((token) => token.match === undefined).length ?? 0;
  const { told, untold, together } = explainUnknown({
    kind,
    locale: page.locale,
    tokens,
    absent,
    source,
    unread,
  });
  const meant = new Set([...together, ...[...told, ...untold].map((word) => word.standsFor)]);
  const lacking = absent.filter((code) => !meant.has(code));
  // A name that nobody understands may be any of those that seem to be missing.
  const strangers = untold.filter((word) => word.standsFor === undefined).length;
  const missing = strangers > unread ? [] : lacking;
  const order = list === undefined ? undefined : listOrder(list, page.locale);
  const isWhole = missing.length * 2 >= reference.codes.length;
  const place = isWhole ? (list?.span ?? compared.place) : undefined;
  const repeated = repeatedIn(compared, entities);
  const others = {
    repeated,
    untranslated: untranslatedIn(compared, entities),
    outdated: kind.isFormer === undefined ? [] : entities.flatMap((entity) => formerIn(entity, compared)),
  };
  return {
    kind,
    page,
    reference,
    list,
    place: list?.span ?? compared.place,
    missing: missing.map((code) => {
      const name = nameFor(code, compared);
      return { code, name, place: place ?? order?.placeOf(name) ?? compared.place };
    }),
    extra: extra.length > unread ? extra : [],
    ...others,
    // What does not belong, or stands there again, has no place.
    misplaced: (order?.misplaced(source, compared.sourceLocale) ?? []).filter(
      ({ code }) => ![...extra, ...repeated].some((entity) => entity.code === code),
    ),
    unknown: told,
    meantTogether: together,
    isGarbled: kind.isComplete && isGarbled(tokens, reference.codes, lacking),
    confidence: compared.confidence,
  };
}

/** What a list lacks and what it has too much; two codes that may mean one thing are neither. */
function differences(
  { kind, reference }: ListToCompare,
  entities: readonly ListedEntity[],
): { readonly absent: readonly string[]; readonly extra: readonly ListedEntity[] } {
  const listed = new Set(entities.map(({ code }) => code));
  const expected = new Set(reference.codes);
  const absent = new Set(reference.codes.filter((code) => !listed.has(code)));
  const extra = entities.filter(({ code }) => !expected.has(code));
  const { mayBeSame } = kind;
  if (mayBeSame === undefined) return { absent: [...absent], extra };
  const other = extra.filter(({ code }) => {
    const same = [...absent].find((candidate) => mayBeSame(candidate, code));
    if (same !== undefined) absent.delete(same);
    return same === undefined;
  });
  return { absent: [...absent], extra: other };
}

/** The name of what a list lacks; in a list of codes its code, as the source spells it. */
function nameFor(code: string, { kind, page, list, source }: ListToCompare): string {
  const codes = list?.tokens.filter(({ text }) => kind.isCode(text)).length ?? 0;
  if (codes * 2 <= (list?.tokens.length ?? 0)) return kind.nameOf(code, page.locale);
  const printed = source?.tokens.find(({ match }) => match?.code === code)?.text ?? code;
  return kind.isCode(printed) ? printed : code;
}

function repeatedIn(
  { kind, reference, source }: ListToCompare,
  entities: readonly ListedEntity[],
): readonly ListedEntity[] {
  const usual = groupByCode(source?.tokens ?? []);
  const expected = new Set(reference.codes);
  return entities
    .map(({ code, tokens }) => ({ code, tokens: tokens.filter(isRepeatable(tokens, kind)) }))
    .filter(
      ({ code, tokens }) => expected.has(code) && tokens.length > Math.max(1, usual.get(code)?.length ?? 1),
    );
}

/**
 * Leaves out names in another language, which are a fault of their own, and names whose notes in brackets tell them
 * apart: "Argentina (English), Argentina (Spanish)". Of most kinds there are several things with one code: winter
 * time and summer time.
 */
function isRepeatable(ofCode: readonly EntityToken[], kind: EntityKind): (token: EntityToken) => boolean {
  const areToldApart = !kind.isComplete || ofCode.some(({ text }) => /[(（]/.test(text));
  return (token) =>
    token.match?.as !== 'foreign' &&
    (!areToldApart ||
      ofCode.some((other) => other !== token && foldName(other.text) === foldName(token.text)));
}

function untranslatedIn(
  { kind, page, list }: ListToCompare,
  entities: readonly ListedEntity[],
): readonly ListedEntity[] {
  const { isUntranslatable } = kind;
  const own = list?.tokens.filter(({ text }) => isUntranslatable?.(text, page.locale) === true).length ?? 0;
  // A list that calls each language by its own name calls English so too.
  if (own >= ownNamesOfAList) return [];
  return entities
    .map(({ code, tokens }) => ({ code, tokens: tokens.filter(({ match }) => match?.as === 'foreign') }))
    .filter(({ tokens }) => tokens.length > 0);
}

const ownNamesOfAList = 2;

function formerIn({ code, tokens }: ListedEntity, { kind, page }: ListToCompare): readonly ListedEntity[] {
  const former = tokens.filter(
    ({ text, match }) => match?.as === 'name' && kind.isFormer?.(text, code, page.locale) === true,
  );
  return former.length === 0 ? [] : [{ code, tokens: former }];
}

/**
 * True for a list that lacks most of what it ought to hold, while much of what it has is nothing of the kind, does not
 * belong or stands there again: one that has to be written anew.
 */
function isGarbled(
  tokens: readonly EntityToken[],
  expected: readonly string[],
  lacking: readonly string[],
): boolean {
  if (expected.length < fewestExpected || lacking.length * 2 < expected.length) return false;
  const named = new Set(tokens.flatMap(({ match }) => match?.code ?? []));
  const right = expected.filter((code) => named.has(code)).length;
  if (tokens.length - right < tokens.length * mostlyWrong) return false;
  const nothing = tokens.filter(({ match }) => match === undefined).length;
  return nothing >= fewestWrong || (nothing > 0 && named.size > right);
}

const fewestExpected = 5;
const fewestWrong = 3;
const mostlyWrong = 0.4;
