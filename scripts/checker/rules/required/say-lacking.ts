import { listNames } from '../messages/message-pairs.ts';

/** A requirement of the settings, as far as it is about names. */
interface Requirement {
  readonly from: string | undefined;
}

/**
 * A sentence on required names that are not there, and on what requires them.
 * @example sayLacking('Id', ['rule-role'], [{ from: 'src/rules.json' }])
 * // => 'Id `rule-role` is missing, which `src/rules.json` names'
 */
export function sayLacking(
  noun: 'Id' | 'Message',
  names: readonly string[],
  requirements: readonly Requirement[],
): string {
  const files = [...new Set(requirements.flatMap(({ from }) => from ?? []))];
  const areWrittenOut = requirements.some(({ from }) => from === undefined);
  const who = [...(files.length > 0 ? [listNames(files)] : []), ...(areWrittenOut ? ['the settings'] : [])];
  const verb = files.length === 1 && !areWrittenOut ? 'names' : 'name';
  return `${noun}${names.length === 1 ? '' : 's'} ${listNames(names)} ${names.length === 1 ? 'is' : 'are'} missing, which ${who.join(' and ')} ${verb}`;
}
