import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** The rules whose answer depends on the theme. */
export const rulesOfColour = ['color-contrast', 'link-in-text-block'];

/**
 * What axe finds on the page, as the rule and the places.
 * @param rules all that it knows for finished standards, and the size of targets, where nothing is said
 */
export async function accessibilityFaults(
  page: Page,
  rules?: readonly string[],
): Promise<readonly [string, readonly string[]][]> {
  const axe = new AxeBuilder({ page });
  if (rules) axe.withRules([...rules]);
  else axe.options({ rules: { 'target-size': { enabled: true } } });
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
}
