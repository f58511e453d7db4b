import { leavesFolder } from '../workspace/confined-tree.ts';
import type { SettingsFault } from './describe-fault.ts';
import type { Settings } from './settings.ts';

/** Faults of settings that name places outside the working folder, for checks that read nothing there. */
export function outsidePaths(settings: Settings): readonly SettingsFault[] {
  const pages = textsAt(['pages'], settings.pages, (entry, path) =>
    typeof entry === 'object' && entry !== null && 'patterns' in entry
      ? textsAt([...path, 'patterns'], entry.patterns)
      : [],
  );
  const lists = (settings.entityLists ?? []).flatMap(({ codes }, at) =>
    typeof codes === 'string' ? textsAt(['entityLists', at, 'codes'], codes) : [],
  );
  const required = [
    ...(settings.requiredAnchors ?? []).map(({ ids }, at) => [['requiredAnchors', at, 'ids'], ids] as const),
    ...(settings.requiredMessages ?? []).map(
      ({ keys }, at) => [['requiredMessages', at, 'keys'], keys] as const,
    ),
  ].flatMap(([path, names]) => (typeof names === 'string' ? textsAt(path, names) : []));
  const all = [
    ...pages,
    ...textsAt(['messages'], settings.messages),
    ...textsAt(['messageUsage', 'code'], settings.messageUsage?.code),
    ...textsAt(['labels'], settings.labels),
    ...textsAt(['glossary'], settings.glossary),
    ...lists,
    ...required,
    ...textsAt(['baseline'], settings.baseline),
  ];
  return all
    .filter(({ text }) => leavesFolder(text))
    .map(({ path, text }) => ({
      path,
      isAboutKey: false,
      words: `\`${text}\` leads out of the working folder, and \`--no-exec-config\` reads nothing there.`,
    }));
}

interface NamedText {
  readonly path: readonly PropertyKey[];
  readonly text: string;
}

/** A text, or those of a list, with the keys that lead to them; `others` says what else holds some. */
function textsAt(
  path: readonly PropertyKey[],
  value: unknown,
  others: (entry: unknown, path: readonly PropertyKey[]) => readonly NamedText[] = () => [],
): readonly NamedText[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (!Array.isArray(value)) return others(value, path);
  return value.flatMap((entry: unknown, at) => textsAt([...path, at], entry, others));
}
