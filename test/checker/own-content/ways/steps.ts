import type { Block, PageDocument } from '../../../../src/domain/document/page-document.ts';
import { spanOfRunText } from '../../../../src/domain/document/spans.ts';
import {
  at,
  between,
  type Damage,
  type Edit,
  type Expected,
  edited,
  type Fault,
  type Way,
} from '../damage.ts';
import { type OwnPage, parse, sectionOf, source } from '../own-pages.ts';

/** Ways to damage the steps of the guide; each is tried on every step. */
export const stepWays: readonly Way[] = [
  { name: 'a step that is gone', damage: removed },
  { name: 'a step that stands twice, with its id', damage: (page) => doubled(page, (lines) => lines) },
  {
    name: 'a step that stands twice, the second without its ids',
    damage: (page) => doubled(page, (lines) => lines.replaceAll(idComment, '')),
  },
  { name: 'two steps that became one', damage: merged },
  { name: 'a step that became two', damage: split },
  { name: 'two steps that changed places', damage: swapped },
];

const idComment = / *\{\/\* #[a-z-]+ \*\/\}/g;

/** The steps of the guide, those of the list that a reader follows. */
function stepsOf(document: PageDocument): readonly Block[] {
  const list = sectionOf(document, 'add-a-new-customer').blocks.find((block) => block.list?.ordered === true);
  if (list === undefined) throw new RangeError('There are no steps.');
  return list.children;
}

function idOf(step: Block): string {
  return step.traits.anchors[0]?.id ?? '';
}

/** Source lines of each step, line ends included. */
function linesOf(page: OwnPage): readonly Edit[] {
  const steps = stepsOf(page.document);
  return steps.map(({ span }, n) => {
    const from = page.text.lastIndexOf('\n', span.start.offset) + 1;
    const next = steps[n + 1]?.span.start.offset ?? page.text.indexOf('\n', span.end.offset) + 2;
    const to = page.text.lastIndexOf('\n', next - 1) + 1;
    return { from, to, text: page.text.slice(from, to) };
  });
}

/** Numbers the steps of a text from 1, as whoever edits a page does. */
function renumbered(text: string): string {
  let number = 0;
  return text.replaceAll(/^\d+\. /gm, () => `${++number}. `);
}

function damagedSteps(
  page: OwnPage,
  damages: (
    step: Block,
    lines: Edit,
    n: number,
  ) => readonly {
    edits: readonly Edit[];
    answers: (after: readonly Block[]) => Fault['answers'];
    note?: string;
  }[],
): readonly Damage[] {
  const lines = linesOf(page);
  return stepsOf(page.document).flatMap((step, n) => {
    const own = lines[n];
    if (own === undefined) return [];
    return damages(step, own, n).map(({ edits, answers, note }): Damage => {
      const text = renumbered(edited(page.text, edits));
      const what = `step ${n + 1} #${idOf(step)}${note ?? ''}`;
      return { text, faults: [{ what, answers: answers(stepsOf(parse(text))) }] };
    });
  });
}

function sourceStep(n: number): Block {
  const step = stepsOf(source.document)[n];
  if (step === undefined) throw new RangeError(`The source has no step ${n + 1}.`);
  return step;
}

/** Between two neighbours in a list, or at the list's end. */
function gapIn(steps: readonly Block[], before: number): Expected['place'] {
  const [previous, next] = [steps[before - 1], steps[before]];
  if (previous === undefined) {
    const list = next?.parent;
    const above = list?.section.blocks[(list.section.blocks.indexOf(list) ?? 0) - 1];
    return between(above?.span, next?.span);
  }
  return between(previous.span, next?.span);
}

function removed(page: OwnPage): readonly Damage[] {
  return damagedSteps(page, (_, lines, n) => [
    {
      edits: [{ ...lines, text: '' }],
      answers: (after) => [
        [{ rule: 'missing-step', place: gapIn(after, n), counterparts: [at(sourceStep(n).textSpan)] }],
      ],
    },
  ]);
}

function doubled(page: OwnPage, copy: (lines: string) => string): readonly Damage[] {
  const inSource = stepsOf(source.document);
  return damagedSteps(page, (_, lines, n) => [
    {
      edits: [{ from: lines.to, to: lines.to, text: `${copy(lines.text)}` }],
      answers: (after) => {
        const answer = (which: number): readonly Expected[] => {
          const step = after[which];
          if (step === undefined) throw new RangeError('There is no copy.');
          return [{ rule: 'extra-step', place: at(step.textSpan), counterparts: [gapIn(inSource, which)] }];
        };
        const second = answer(n + 1);
        return copy(' {/* #a */}') === '' ? [second] : [second, answer(n)];
      },
    },
  ]);
}

/** Between two sentences; Chinese sets no space there. */
function spaceAfter(sentence: string): string {
  return /[。！？：；）]\s*$/u.test(sentence) ? '' : ' ';
}

function merged(page: OwnPage): readonly Damage[] {
  const steps = stepsOf(page.document);
  return damagedSteps(page, (step, _, n) => {
    const next = steps[n + 1];
    if (next === undefined) return [];
    const text = page.text
      .slice(next.textSpan.start.offset, next.textSpan.end.offset)
      .replaceAll(idComment, '');
    const end = endOfWords(page, step);
    // What follows the second step's own line is already indented deeply enough to stay below the first.
    const from = page.text.lastIndexOf('\n', next.span.start.offset) + 1;
    const to = page.text.indexOf('\n', next.textSpan.end.offset) + 1;
    return [
      {
        edits: [
          { from: end, to: end, text: `${spaceAfter(page.text.slice(0, end))}${text}` },
          { from, to, text: '' },
        ],
        answers: (after) => {
          const one = after[n];
          if (one === undefined) throw new RangeError('There is no merged step.');
          const counterparts = [sourceStep(n), sourceStep(n + 1)].map(({ textSpan }) => at(textSpan));
          return [[{ rule: 'merged-steps', place: at(one.textSpan), counterparts }]];
        },
      },
    ];
  });
}

/** Behind the last word of a step's own text, before its id. */
function endOfWords(page: OwnPage, step: Block): number {
  const own = page.text.slice(step.textSpan.start.offset, step.textSpan.end.offset);
  return step.textSpan.start.offset + own.replace(idComment, '').trimEnd().length;
}

function split(page: OwnPage): readonly Damage[] {
  return damagedSteps(page, (step, _, n) =>
    sentenceStarts(step, page.locale).map((offset, sentence) => {
      const end = endOfWords(page, step);
      const before = page.text.slice(0, offset).trimEnd().length;
      return {
        note: `, before sentence ${sentence + 2}`,
        edits: [
          { from: before, to: offset, text: ` {/* #${idOf(step)} */}\n${n + 2}. ` },
          { from: end, to: Math.max(end, page.text.indexOf('\n', end)), text: '' },
        ],
        answers: (after) => {
          const [first, second] = [after[n], after[n + 1]];
          if (first === undefined || second === undefined) throw new RangeError('There is no second part.');
          const span = { start: first.textSpan.start, end: second.textSpan.end };
          return [[{ rule: 'split-step', place: at(span), counterparts: [at(sourceStep(n).textSpan)] }]];
        },
      };
    }),
  );
}

/** Where the second and later sentences of a step begin. */
function sentenceStarts(step: Block, locale: string): readonly number[] {
  const segments = [...new Intl.Segmenter(locale, { granularity: 'sentence' }).segment(step.text)];
  return segments.slice(1).map(({ index }) => spanOfRunText(step, index, index + 1).start.offset);
}

function swapped(page: OwnPage): readonly Damage[] {
  const all = linesOf(page);
  return damagedSteps(page, (step, lines, n) => {
    const next = all[n + 1];
    if (next === undefined) return [];
    return [
      {
        edits: [
          { ...lines, text: next.text },
          { ...next, text: lines.text },
        ],
        answers: (after) =>
          [n, n + 1].map((which) => {
            const one = after.find(
              (candidate) => idOf(candidate) === idOf(which === n ? step : sourceStep(n + 1)),
            );
            if (one === undefined) throw new RangeError('There is no moved step.');
            return [
              { rule: 'moved-step', place: at(one.textSpan), counterparts: [at(sourceStep(which).textSpan)] },
            ];
          }),
      },
    ];
  });
}
