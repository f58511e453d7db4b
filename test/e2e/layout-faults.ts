// oxlint-disable unicorn/consistent-function-scoping -- what runs in the page sees nothing around it.
import type { Locator } from '@playwright/test';

/**
 * What of the page is cut off, lies over something else or makes it scroll sideways. Left alone is what the browser lays
 * out itself, the text in boxes and closed lists, which scrolls there; and tables, which scroll in a box of their own.
 */
export function layoutFaults(root: Locator): Promise<readonly string[]> {
  return root.evaluate((element) => {
    const faults: string[] = [];
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth)
      faults.push(`The page scrolls sideways: ${scrollWidth} of ${clientWidth} pixels.`);

    const isSeen = (part: Element): boolean =>
      part.checkVisibility({ visibilityProperty: true }) &&
      part.closest(
        '.form-hidden, .form-options, .visually-hidden, .skip-link:not(:focus), textarea, select',
      ) === null;
    const nameOf = (part: Element): string =>
      `<${part.tagName.toLowerCase()} class="${part.className}"> ${(part.textContent ?? '').trim().slice(0, 40)}`;

    for (const part of element.querySelectorAll('*')) {
      if (!isSeen(part) || !(part instanceof HTMLElement)) continue;
      if (part instanceof HTMLInputElement || getComputedStyle(part).display === 'inline') continue;
      const isScrolled = /auto|scroll/u.test(getComputedStyle(part).overflowX);
      // A box that scrolls is wider than its column by the ring around what has the focus in it.
      const reach = part.querySelector('.table-scroll, .compared-block') === null ? 1 : 6;
      if (part.scrollWidth > part.clientWidth + reach && !isScrolled)
        faults.push(`Cut off or overflowing at the side: ${nameOf(part)}`);
      if (
        /hidden|clip/u.test(getComputedStyle(part).overflowY) &&
        part.scrollHeight > part.clientHeight + 1
      ) {
        faults.push(`Cut off at the bottom: ${nameOf(part)}`);
      }
    }

    interface Box {
      readonly box: DOMRect;
      readonly part: Element;
    }
    const boxes: Box[] = [];
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let text = walker.nextNode(); text !== null; text = walker.nextNode()) {
      const part = text.parentElement;
      if (part === null || (text.textContent ?? '').trim() === '' || !isSeen(part)) continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      for (const box of range.getClientRects()) {
        const isOutside = box.left < -1 || box.right > clientWidth + 1;
        if (isOutside && part.closest('.table-scroll, .compared-block') === null)
          faults.push(`Outside of the window: ${nameOf(part)}`);
        boxes.push({ box, part });
      }
    }
    for (const part of element.querySelectorAll('input, select, button, textarea')) {
      if (isSeen(part) || part.matches('select, textarea'))
        boxes.push({ box: part.getBoundingClientRect(), part });
    }
    for (const [index, one] of boxes.entries()) {
      for (const other of boxes.slice(index + 1)) {
        if (one.part.contains(other.part) || other.part.contains(one.part)) continue;
        const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
        const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
        // Lines stand closer than the boxes of their letters are high.
        const isOver = across > 2 && down > 0.3 * Math.min(one.box.height, other.box.height);
        if (isOver) faults.push(`Over each other: ${nameOf(one.part)} and ${nameOf(other.part)}`);
      }
    }
    return [...new Set(faults)];
  });
}
