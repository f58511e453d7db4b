import { parsePage } from '../domain/document/parse-page.ts';

/** A step of a how-to, for what describes the page to machines. */
export interface HowToStep {
  /** Its id on the page. */
  readonly id: string;
  /** Its first paragraph, as a reader sees it. */
  readonly text: string;
}

/**
 * The steps of a page in order: those of numbered lists that stand directly in a section and can be linked to.
 * @example howToSteps('1. Select **Customers**. {/* #select-customers *\/}')
 * // => [{ id: 'select-customers', text: 'Select Customers.' }]
 */
export function howToSteps(body: string): HowToStep[] {
  return parsePage(body, { dialect: 'mdx' }).blocks.flatMap((block) => {
    const [anchor] = block.traits.anchors;
    const isOutermost = block.parent?.kind === 'list' && block.parent.parent === undefined;
    return block.kind === 'step' && isOutermost && anchor ? [{ id: anchor.id, text: block.text }] : [];
  });
}
