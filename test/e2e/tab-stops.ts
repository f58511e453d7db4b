// oxlint-disable unicorn/consistent-function-scoping -- what runs in the page sees nothing around it.
import type { Page } from '@playwright/test';

/** What the focus came to. */
export interface TabStop {
  readonly name: string;
  /** Its number among all elements of the page. */
  readonly index: number;
  /** The part of the page that it belongs to, each of which is read from beginning to end; empty for none. */
  readonly part: string;
  readonly partBox: Box;
  readonly box: Box;
  /** Where the stop before it is by now, and its part: lists beside the text scroll by themselves. */
  readonly before: { readonly box: Box; readonly partBox: Box } | undefined;
  /** What keeps it, or the ring around it, from being seen. */
  readonly faults: readonly string[];
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const parts =
  '.language-offer, .site-header, .guide-nav, .page-header, .contents, .prose, .page-footer, .site-footer, main';

/** Everything that Tab leads to, from the beginning of the page until it leaves the page. */
export async function tabStops(page: Page, mostStops = 400): Promise<readonly TabStop[]> {
  const stops: TabStop[] = [];
  for (;;) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(describeFocus, parts);
    // Behind the last one the focus leaves the page, or begins anew. Styles that a form loads move numbers, not names.
    if (stop === undefined || stop.name === stops[0]?.name) return stops;
    if (stops.length === mostStops) throw new Error(`The focus does not leave the page: ${stop.name}`);
    stops.push(stop);
  }
}

/** How many elements of the page can have the focus by Tab: of radio buttons of one name, one. */
export function countOfStops(page: Page): Promise<number> {
  return page.evaluate(() => {
    const found = [
      ...document.querySelectorAll<HTMLElement>(
        'a[href], button, input, select, summary, textarea, [tabindex="0"]',
      ),
    ].filter((element) => !element.matches(':disabled') && element.checkVisibility());
    const names = found.map((element, index) =>
      element instanceof HTMLInputElement && element.type === 'radio' ? `radio ${element.name}` : `${index}`,
    );
    return new Set(names).size;
  });
}

/** Where one does not read on from a stop to the next: down, or across in the direction of the text. */
export function orderFaults(stops: readonly TabStop[], direction: 'ltr' | 'rtl'): readonly string[] {
  const isBehind = (one: Box, other: Box): boolean =>
    direction === 'ltr' ? other.left >= one.right - 1 : other.right <= one.left + 1;
  const readsOn = (one: Box, other: Box): boolean =>
    isBehind(one, other) ||
    (other.top >= one.top - 1 && !isBehind(other, one)) ||
    other.top >= one.bottom - 8;
  return stops.slice(1).flatMap((stop, at) => {
    const before = { ...(stops[at] as TabStop), ...stop.before };
    const isOn =
      stop.index > before.index &&
      // The link that skips to the content belongs to no part, and lies over the first.
      (before.part === '' ||
        (stop.part === before.part
          ? readsOn(before.box, stop.box)
          : stop.partBox.top >= before.partBox.top - 1 || isBehind(before.partBox, stop.partBox)));
    return isOn ? [] : [`${before.name} → ${stop.name}`];
  });
}

/** Runs in the page. */
function describeFocus(partSelector: string): TabStop | undefined {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLElement) || focused === document.body) return undefined;
  // Some controls are drawn by their label.
  const label = focused.closest('label');
  const isDrawnByLabel = label !== null && getComputedStyle(focused).opacity === '0';
  const seen = isDrawnByLabel ? label : focused;
  const name = `<${focused.tagName.toLowerCase()} class="${focused.className}"> ${(seen.textContent || focused.id).trim().slice(0, 40)}`;
  const rects = [...seen.getClientRects()];
  const [first] = rects;
  const faults: string[] = [];
  if (first === undefined) return undefined;

  const style = getComputedStyle(seen);
  const width = Number.parseFloat(style.outlineWidth);
  if (style.outlineStyle === 'none' || width < 2) faults.push(`There is no ring around ${name}`);
  if (style.opacity !== '1') faults.push(`Cannot be seen: ${name}`);
  const reach = width + Number.parseFloat(style.outlineOffset);
  // The first and last line of a link stand for it: what is between them is between the edges.
  const edges = rects.filter((_, at) => at === 0 || at === rects.length - 1);
  const isCut = (box: DOMRect): boolean =>
    edges.some(
      (rect) =>
        rect.left - reach < box.left - 1 ||
        rect.right + reach > box.right + 1 ||
        // What is higher than the window is never whole on screen.
        (rect.height < box.height / 2 &&
          (rect.top - reach < box.top - 1 || rect.bottom + reach > box.bottom + 1)),
    );
  if (isCut(new DOMRect(0, 0, document.documentElement.clientWidth, innerHeight)))
    faults.push(`Not whole on screen: ${name}`);
  for (let around = seen.parentElement; around !== null; around = around.parentElement) {
    const { overflowX, overflowY } = getComputedStyle(around);
    if (around === document.documentElement || around === document.body) break;
    if (`${overflowX} ${overflowY}` !== 'visible visible' && isCut(around.getBoundingClientRect()))
      faults.push(`Cut off by its surroundings: ${name}`);
  }
  const hit = document.elementFromPoint(
    Math.min((first.left + first.right) / 2, document.documentElement.clientWidth - 1),
    Math.min((first.top + Math.min(first.bottom, innerHeight)) / 2, innerHeight - 1),
  );
  if (hit === null || !(seen.contains(hit) || hit.contains(seen))) faults.push(`Something lies over ${name}`);

  const boxesOf = (element: Element) => {
    const [line = element.getBoundingClientRect()] = element.getClientRects();
    const around = (element.closest(partSelector) ?? element).getBoundingClientRect();
    return { box: line.toJSON() as Box, partBox: around.toJSON() as Box };
  };
  const memory = window as { stopBefore?: Element };
  const before = memory.stopBefore && boxesOf(memory.stopBefore);
  memory.stopBefore = seen;
  const part = focused.closest(partSelector);
  return {
    name,
    index: [...document.querySelectorAll('*')].indexOf(focused),
    part: part?.className || part?.tagName || '',
    ...boxesOf(seen),
    before,
    faults,
  };
}
