import type { Section } from '../../../../src/domain/document/page-document.ts';
import { at, between, type Damage, type Expected, edited, exactly, type Way } from '../damage.ts';
import { type OwnPage, parse, sectionOf, source } from '../own-pages.ts';

/** Ways to damage the sections of the guide; each is tried on every section. */
export const sectionWays: readonly Way[] = [
  { name: 'a section that is gone', damage: removed },
  { name: 'a section on something else', damage: added },
  { name: 'two sections that changed places', damage: swapped },
];

/** A section that has no business in the guide, in each language. */
const otherTopics: Readonly<Record<string, string>> = {
  'sv-SE': `## Skriva ut fakturor

Du kan skriva ut en faktura när den har skapats. Öppna fakturan, kontrollera beloppen rad för rad och skicka den till skrivaren på kontoret.

- Papperet måste vara vitt och av formatet A4.
- Spara en kopia i bokföringen i minst sju år.

`,
  'ru-RU': `## Печать счетов

Счет можно распечатать, как только он сформирован. Откройте его, сверьте суммы построчно и отправьте на принтер в офисе.

- Бумага должна быть белой, формата А4.
- Храните копию в бухгалтерии не менее семи лет.

`,
  'zh-CN': `## 打印发票

发票生成后即可打印。打开发票，逐行核对金额，然后发送到办公室的打印机。

- 纸张必须为白色 A4 纸。
- 请在财务部门至少保存一份副本七年。

`,
  'zh-TW': `## 列印發票

發票產生後即可列印。開啟發票，逐行核對金額，再傳送到辦公室的印表機。

- 紙張必須為白色 A4 紙。
- 請在會計部門至少保存一份副本七年。

`,
};

function anchorOf({ heading }: Section): string {
  return heading?.anchors[0]?.id ?? '';
}

function startOf(page: OwnPage, n: number): number {
  return page.document.sections[n]?.heading?.span.start.offset ?? page.text.length;
}

/** Between what a reader sees of one section and the next one's heading. */
function gapBefore(sections: readonly Section[], n: number): Expected['place'] {
  const before = sections[n - 1] ?? sections[0]?.parent;
  return between(before?.blocks.at(-1)?.span, sections[n]?.heading?.span);
}

function removed(page: OwnPage): readonly Damage[] {
  return page.document.sections.map((section, n): Damage => {
    const text = edited(page.text, [{ from: startOf(page, n), to: startOf(page, n + 1), text: '' }]);
    const after = parse(text);
    const counterpart = source.document.sections[n]?.heading;
    if (counterpart === undefined) throw new RangeError('The source has fewer sections.');
    return {
      text,
      faults: [
        {
          what: `section #${anchorOf(section)}`,
          answers: [
            [
              {
                rule: 'missing-section',
                place: gapBefore(after.sections, n),
                counterparts: [at(counterpart.span)],
              },
            ],
          ],
        },
      ],
    };
  });
}

function added(page: OwnPage): readonly Damage[] {
  const topic = otherTopics[page.locale];
  if (topic === undefined) throw new RangeError(`There is no other topic in ${page.locale}.`);
  const sections = source.document.sections;
  return [...sections.keys(), sections.length].map((n): Damage => {
    const from = startOf(page, n);
    const isLast = n === sections.length;
    const text = edited(page.text, [{ from, to: from, text: isLast ? `\n${topic}` : topic }]);
    const heading = from + (isLast ? 1 : 0);
    return {
      text,
      faults: [
        {
          what: `before section ${n + 1}`,
          answers: [
            [
              {
                rule: 'extra-section',
                place: exactly(text, heading, heading + topic.indexOf('\n')),
                counterparts: [gapBefore(sections, n)],
              },
            ],
          ],
        },
      ],
    };
  });
}

function swapped(page: OwnPage): readonly Damage[] {
  const { sections } = page.document;
  return sections.slice(1).map((_, n): Damage => {
    const [from, middle, to] = [startOf(page, n), startOf(page, n + 1), startOf(page, n + 2)];
    const text = edited(page.text, [
      { from, to, text: `${page.text.slice(middle, to).trimEnd()}\n\n${page.text.slice(from, middle)}` },
    ]);
    const after = parse(text);
    return {
      text,
      faults: [
        {
          what: `sections ${n + 1} and ${n + 2}`,
          answers: [n, n + 1].map((which): Expected[] => {
            const one = source.document.sections[which];
            const other = one && sectionOf(after, anchorOf(one));
            if (one?.heading === undefined || other?.heading === undefined)
              throw new RangeError('No section.');
            return [
              { rule: 'moved-section', place: at(other.heading.span), counterparts: [at(one.heading.span)] },
            ];
          }),
        },
      ],
    };
  });
}
