import { localeTagOf } from '../../../src/domain/locale/locale-tag.ts';
import { describeFault, sentenceOf } from '../config/describe-fault.ts';
import { type GlossarySettings, glossarySchema } from '../config/glossary.ts';
import type { Settings } from '../config/settings.ts';
import { OperationalError, reasonOf } from '../operational-error.ts';
import { parseJson } from '../parse-json.ts';
import type { GlossaryTerm } from '../rules/rule.ts';
import { type FileTree, type TreePlace, treeOf } from './file-tree.ts';

/**
 * The terms that the settings name, written there or in files, those of several files one after another.
 * @throws {OperationalError} Where a file is not there, is no JSON or says something that a glossary cannot.
 */
export function loadGlossary(glossary: Settings['glossary'], place: TreePlace): readonly GlossaryTerm[] {
  if (glossary === undefined) return [];
  const isWrittenOut = typeof glossary === 'object' && !Array.isArray(glossary);
  const glossaries = isWrittenOut
    ? [glossary]
    : [glossary].flat().map((path) => readGlossary(path, treeOf(place)));
  return glossaries.flatMap(({ terms }) => terms.map(termOf));
}

function readGlossary(path: string, tree: FileTree): GlossarySettings {
  const parsed = glossarySchema.safeParse(readJson(path, tree), { reportInput: true });
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues
    .flatMap((issue) => describeFault(issue, glossarySchema))
    .map((fault) => sentenceOf(fault, path));
  throw new OperationalError(
    `The glossary does not fit.${faults.length === 1 ? ' ' : '\n'}${faults.join('\n')}`,
    'Correct it and run the command again; a term looks like { "source": "tenant", "translations": { "de": "Mandant" } }.',
  );
}

function termOf(term: GlossarySettings['terms'][number]): GlossaryTerm {
  return {
    sources: [term.source ?? []].flat(),
    translations: byTag(term.translations),
    forbidden: byTag(term.forbidden),
    isUntouchable: term.untouchable ?? false,
  };
}

function byTag(
  words: Readonly<Record<string, string | readonly string[]>> = {},
): ReadonlyMap<string, readonly string[]> {
  return new Map(Object.entries(words).map(([locale, own]) => [localeTagOf(locale) ?? locale, [own].flat()]));
}

function readJson(path: string, tree: FileTree): unknown {
  try {
    return parseJson(tree.read(path));
  } catch (error) {
    throw new OperationalError(
      `Could not read the glossary \`${path}\`, which the settings name: ${reasonOf(error)}.`,
      'Correct the file or the settings.',
      { cause: error },
    );
  }
}
