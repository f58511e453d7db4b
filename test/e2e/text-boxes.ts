import type { Locator } from '@playwright/test';

/**
 * Fills every box to type in that is there, found in the page rather than in a list, so that boxes of later parts are
 * filled too. A combobox is left alone: it is chosen from.
 * @param answerTo the text for the box with this id
 * @returns the ids of the boxes
 */
export async function fillTextBoxes(
  root: Locator,
  answerTo: (id: string) => string,
): Promise<readonly string[]> {
  const boxes = root.locator(
    ':is(input[type="text"], input[type="search"], input:not([type]), textarea):not([readonly], [role="combobox"]):visible',
  );
  const ids = await boxes.evaluateAll((found) => found.map(({ id }) => id));
  for (const id of ids) await root.locator(`#${id}`).fill(answerTo(id));
  return ids;
}
