import { closest } from '../closest.ts';
import type { Settings } from '../config/settings.ts';
import { OperationalError } from '../operational-error.ts';

/**
 * Holds the pages and files that `requiredAnchors` and `requiredMessages` name against those that are there: a page that
 * was renamed would else have nothing required of it any more.
 * @throws {OperationalError} Where one is not there.
 */
export function assertRequired(
  { requiredAnchors = [], requiredMessages = [] }: Settings,
  pageKeys: ReadonlySet<string>,
  messageKeys: ReadonlySet<string>,
): void {
  for (const [at, { pages }] of requiredAnchors.entries()) {
    assertThere(`requiredAnchors[${at}].pages`, 'no page', pages, pageKeys);
  }
  for (const [at, { files }] of requiredMessages.entries()) {
    assertThere(`requiredMessages[${at}].files`, 'no file of messages', files, messageKeys);
  }
}

function assertThere(
  setting: string,
  none: string,
  names: string | readonly string[],
  there: ReadonlySet<string>,
): void {
  const lost = [names].flat().find((name) => !there.has(name));
  if (lost === undefined) return;
  const near = closest(lost, there);
  throw new OperationalError(
    `The settings' \`${setting}\` name \`${lost}\`, and there is ${none} of that name.`,
    near === undefined
      ? 'Correct the name, or take it out of the settings.'
      : `Correct the name, or take it out of the settings; did you mean \`${near}\`?`,
  );
}
