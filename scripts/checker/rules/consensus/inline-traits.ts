import { readLinkTarget } from '../../../../src/domain/document/link-target.ts';
import type {
  Block,
  PageDocument,
  Section,
  Span,
  Traits,
} from '../../../../src/domain/document/page-document.ts';
import { emptyTraits } from '../../../../src/domain/document/read-inline.ts';
import { emptySpanAt, sliceOf } from '../../../../src/domain/document/spans.ts';
import type { Severity } from '../../../../src/domain/report/report.ts';
import { readComponent } from '../components/read-component.ts';
import { excerpt } from '../structure/excerpt.ts';
import type { Cluster } from './clusters.ts';
import { majorityOf } from './majority.ts';
import { spanToName } from './node-names.ts';
import type { Oddity } from './oddity.ts';
import type { PageGroup } from './page-group.ts';

/** The links, images, ids, code spans and components inside texts that one page lacks, has otherwise or alone. */
export function findInlineOddities(group: PageGroup, clusters: readonly Cluster[]): readonly Oddity[] {
  return traits.flatMap((trait) => {
    const onPages = group.pages.map(({ document }) =>
      countKeys(
        [...document.sections, ...document.blocks].flatMap((node) => trait.read(traitsOf(node), document)),
      ),
    );
    return clusters.flatMap((cluster) => compareTrait(trait, group, cluster, onPages));
  });
}

/** Something inside a text that translators leave as it is. */
interface Piece {
  /** Equal for pieces that are the same in two languages. */
  readonly key: string;
  /** As a message quotes it. */
  readonly text: string;
  readonly span: Span;
}

interface InlineTrait {
  readonly name: string;
  readonly noun: string;
  readonly read: (traits: Traits, document: PageDocument) => readonly Piece[];
  /** Of one that is lacking, and of one too many; `undefined` where translation loses such marks and adds none. */
  readonly severity: { readonly missing: Severity; readonly extra: Severity | undefined };
}

const traits: readonly InlineTrait[] = [
  {
    name: 'link',
    noun: 'link to',
    read: ({ links }) =>
      links.flatMap(({ target, span }): Piece[] => {
        const { kind, key } = readLinkTarget(target);
        return kind === 'other' || kind === 'anchor' ? [] : [{ key, text: target, span }];
      }),
    severity: { missing: 'warning', extra: 'note' },
  },
  {
    name: 'image',
    noun: 'image',
    read: ({ images }) =>
      images.map(({ source, span }) => ({
        key: /[^/\\]*$/.exec(source)?.[0] ?? source,
        text: source,
        span,
      })),
    severity: { missing: 'warning', extra: 'note' },
  },
  {
    name: 'id',
    noun: 'id',
    read: ({ anchors }) => anchors.map(({ id, span }) => ({ key: id, text: id, span })),
    severity: { missing: 'error', extra: 'warning' },
  },
  {
    name: 'component',
    noun: 'component',
    read: ({ components }, document) =>
      components.flatMap(({ text, span }): Piece[] => {
        const { name, key } = readComponent(sliceOf(document, span), text);
        // Its picture is compared as a picture.
        return name === 'image' ? [] : [{ key, text: key, span }];
      }),
    severity: { missing: 'error', extra: 'warning' },
  },
  {
    name: 'code',
    noun: 'code',
    read: ({ codes }) => codes.map(({ text, span }) => ({ key: text, text, span })),
    severity: { missing: 'note', extra: undefined },
  },
];

interface Difference {
  readonly piece: Piece;
  readonly holders: readonly number[];
}

function compareTrait(
  trait: InlineTrait,
  group: PageGroup,
  { nodes, score }: Cluster,
  onPages: readonly ReadonlyMap<string, number>[],
): readonly Oddity[] {
  const single = nodes.flatMap((own) => (own.length === 1 ? own : []));
  if (single.length < nodes.length) return [];
  const pieces = single.map((node, page) => {
    const document = group.pages[page]?.document;
    return document === undefined ? [] : trait.read(traitsOf(node), document);
  });
  if (pieces.every((own) => own.length === 0)) return [];
  const { lost, gained } = compareKeys(pieces, onPages);
  const oddities: Oddity[] = [];
  for (const [page, node] of single.entries()) {
    const [missing, extra] = [lost[page] ?? [], gained[page] ?? []];
    for (let at = 0; at < Math.max(missing.length, extra.length); at++) {
      const [absent, instead] = [missing[at], extra[at]];
      const { holders } = absent ?? instead ?? { holders: [] };
      const severity = trait.severity[absent === undefined ? 'extra' : 'missing'];
      if (severity === undefined) continue;
      oddities.push({
        page,
        holders,
        span: instead?.piece.span ?? emptySpanAt(spanToName(node).end),
        related: holders.flatMap((holder) => relatedPlace(holder, pieces, single, absent)),
        words: wordsFor(trait.noun, absent, instead),
        help:
          absent === undefined
            ? 'Look at the source, and write it as the source does.'
            : helpFor(trait.noun, absent),
        severity,
        confidence: score,
        data: { kind: trait.name, value: instead?.piece.text ?? '', others: absent?.piece.text ?? '' },
      });
    }
  }
  return oddities;
}

/** By page, what it lacks of what most have, and what it alone has; not what stands elsewhere on the page instead. */
function compareKeys(
  pieces: readonly (readonly Piece[])[],
  onPages: readonly ReadonlyMap<string, number>[],
): { readonly lost: readonly Difference[][]; readonly gained: readonly Difference[][] } {
  const lost: Difference[][] = pieces.map(() => []);
  const gained: Difference[][] = pieces.map(() => []);
  const counts = pieces.map(countKeys);
  for (const key of new Set(counts.flatMap((own) => [...own.keys()]))) {
    const majority = majorityOf(counts, (own) => String(own.get(key) ?? 0));
    const usual = majority?.value.get(key) ?? 0;
    for (const page of majority?.odd ?? []) {
      const holders = majority?.holders ?? [];
      const own = counts[page]?.get(key) ?? 0;
      const holder = own > usual ? page : holders[0];
      const piece = pieces[holder ?? 0]?.find((candidate) => candidate.key === key);
      const [here, there] = [onPages[page]?.get(key) ?? 0, onPages[holders[0] ?? 0]?.get(key) ?? 0];
      if (piece === undefined || here === there) continue;
      (own > usual ? gained : lost)[page]?.push({ piece, holders });
    }
  }
  return { lost, gained };
}

function countKeys(pieces: readonly Piece[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { key } of pieces) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

function relatedPlace(
  holder: number,
  pieces: readonly (readonly Piece[])[],
  nodes: readonly (Block | Section)[],
  absent: Difference | undefined,
): Oddity['related'] {
  const own = pieces[holder]?.find(({ key }) => key === absent?.piece.key);
  const node = nodes[holder];
  if (own !== undefined) return [{ page: holder, span: own.span }];
  return node === undefined ? [] : [{ page: holder, span: spanToName(node) }];
}

function wordsFor(
  noun: string,
  absent: Difference | undefined,
  instead: Difference | undefined,
): Oddity['words'] {
  const [lack, own] = excerptsOf(absent?.piece.text, instead?.piece.text);
  if (lack === undefined) return { odd: `has the ${noun} \`${own ?? ''}\`, which`, others: 'lack' };
  if (own === undefined) return { odd: `lacks the ${noun} \`${lack}\` that`, others: 'have' };
  return { odd: `has the ${noun} \`${own}\` where`, others: `have \`${lack}\`` };
}

/** Two texts that begin alike are quoted from a little before they part. */
function excerptsOf(
  one: string | undefined,
  other: string | undefined,
): readonly [string | undefined, string | undefined] {
  if (one === undefined || other === undefined) return [one && excerpt(one), other && excerpt(other)];
  let same = 0;
  while (same < one.length && one[same] === other[same]) same += 1;
  if (same < 40) return [excerpt(one), excerpt(other)];
  const from = same - 16;
  return [excerpt(`…${one.slice(from)}`), excerpt(`…${other.slice(from)}`)];
}

function helpFor(noun: string, { piece }: Difference): string {
  return `Look at the source, and set the ${noun} \`${excerpt(piece.text)}\` if it has it.`;
}

function traitsOf(node: Block | Section): Traits {
  if (node.kind !== 'section') return node.traits;
  return node.heading?.traits ?? emptyTraits();
}
