import { shownLabelOf } from '../../../src/domain/document/label-text.ts';
import { type EntityKind, entityKindOf } from '../../../src/domain/locale/entity-kind.ts';
import { localeTagOf, servingLocale } from '../../../src/domain/locale/locale-tag.ts';
import type { NotCompared } from '../../../src/domain/report/report.ts';
import type { Settings } from '../config/settings.ts';
import { OperationalError, reasonOf } from '../operational-error.ts';
import { parseJson } from '../parse-json.ts';
import type { EntityList, Label, Product } from '../rules/rule.ts';
import { type FileTree, type TreePlace, treeOf } from './file-tree.ts';
import { listFiles } from './list-files.ts';
import { loadGlossary } from './load-glossary.ts';
import { parsePagePattern } from './page-pattern.ts';

/**
 * What the product itself says: its labels in each of `locales`, and the lists that pages print; `unlabelled` names
 * the locales that it has no labels in.
 * @throws {OperationalError} Where a resource that the settings name is not there or no JSON.
 */
export function loadProduct(
  settings: Settings,
  place: TreePlace,
  locales: readonly string[],
): {
  readonly product: Product;
  readonly unlabelled: readonly (NotCompared & { readonly locale: string })[];
} {
  const tree = treeOf(place);
  const sourceLocale = localeTagOf(settings.sourceLocale) ?? settings.sourceLocale;
  const patterns = [settings.labels ?? []].flat();
  const resources = patterns.map((pattern) => loadLabels(pattern, tree));
  const labels = new Map<string, ReadonlyMap<string, Label>>();
  const unlabelled: (NotCompared & { locale: string })[] = [];
  for (const locale of new Set([sourceLocale, ...locales])) {
    // Resources may spell locales differently: `sv` in one, `sv-SE` in another.
    const own = resources.flatMap((byLocale) => {
      const serving = servingLocale(locale, byLocale.keys());
      return serving === undefined ? [] : (byLocale.get(serving) ?? []);
    });
    if (own.length > 0) labels.set(locale, new Map(own.map((label) => [label.id, label])));
    else if (patterns.length > 0) {
      unlabelled.push({
        locale,
        path: (patterns[0] ?? '').replace(/#.*$/, '').replaceAll('{locale}', locale),
        reason: `\`${locale}\` has no labels, so bold text in its pages was not held against the product.`,
      });
    }
  }
  const entityLists = (settings.entityLists ?? []).map((list): EntityList => {
    const codes =
      typeof list.codes === 'string' ? loadCodes(list.codes, tree, entityKindOf(list.kind)) : list.codes;
    return { name: list.name, kind: list.kind, codes, pages: list.pages };
  });
  const requiredAnchors = (settings.requiredAnchors ?? []).map(({ pages, ids }) => {
    return {
      pages: [pages].flat(),
      ids: loadNames(ids, 'requiredAnchors', tree, textsIn),
      from: nameOf(ids),
    };
  });
  const requiredMessages = (settings.requiredMessages ?? []).map(({ files, keys, prefix = '' }) => {
    const names = loadNames(keys, 'requiredMessages', tree, keysIn);
    return { files: [files].flat(), keys: names.map((name) => `${prefix}${name}`), from: nameOf(keys) };
  });
  const { same = [], own = [] } = settings.frontMatter ?? {};
  const glossary = loadGlossary(settings.glossary, tree);
  const product: Product = {
    sourceLocale,
    labels,
    entityLists,
    ...(requiredAnchors.length > 0 && { requiredAnchors }),
    ...(requiredMessages.length > 0 && { requiredMessages }),
    fields: { same, own },
    glossary,
  };
  return { product, unlabelled };
}

/** Labels of one resource by locale, spelled in BCP 47. */
function loadLabels(resource: string, tree: FileTree): ReadonlyMap<string, readonly Label[]> {
  const [text = '', part] = resource.split('#');
  const pattern = parsePagePattern(text);
  const byLocale = new Map<string, readonly Label[]>();
  for (const path of listFiles(tree, pattern)) {
    const spelling = pattern.read(path)?.locale;
    const locale = spelling === undefined ? undefined : localeTagOf(spelling);
    if (locale === undefined) continue;
    const texts = flattened(partOf(readJson(path, tree), part));
    // An empty label is one that nobody has translated yet.
    const labels = Array.from(
      texts,
      ([id, label]): Label => ({ id, text: shownLabelOf(label), path }),
    ).filter((label) => label.text !== '');
    byLocale.set(locale, [...(byLocale.get(locale) ?? []), ...labels]);
  }
  if (byLocale.size > 0) return byLocale;
  throw new OperationalError(
    `The settings' \`labels\` name \`${resource}\`, and no file is there.`,
    'Correct the pattern; it is relative to the working folder.',
  );
}

function partOf(value: unknown, part: string | undefined): unknown {
  if (part === undefined || part === '') return value;
  return part.split('.').reduce<unknown>((inner, key) => {
    if (!isRecord(inner)) return undefined;
    return key === '*' ? Object.values(inner) : inner[key];
  }, value);
}

/** Texts of a resource by dotted id; what is neither text nor object is no label. */
function* flattened(value: unknown, prefix = ''): Iterable<readonly [string, string]> {
  if (!isRecord(value)) return;
  for (const [key, inner] of Object.entries(value)) {
    if (typeof inner === 'string') yield [`${prefix}${key}`, inner];
    else yield* flattened(inner, `${prefix}${key}.`);
  }
}

function loadCodes(path: string, tree: FileTree, { one, standard, isCode }: EntityKind): readonly string[] {
  const value = readJson(path, tree);
  if (Array.isArray(value) && value.every((code) => typeof code === 'string' && isCode(code))) {
    return value as string[];
  }
  throw new OperationalError(
    `\`${path}\`, which the settings' \`entityLists\` name, is not a list of ${one} codes.`,
    `Write a JSON array of ${standard}.`,
  );
}

/** Names that are written out, or those of a JSON file or a part of it. */
function loadNames(
  names: string | readonly string[],
  setting: 'requiredAnchors' | 'requiredMessages',
  tree: FileTree,
  namesIn: (value: unknown) => readonly string[],
): readonly string[] {
  if (typeof names !== 'string') return names;
  const [path = '', part] = names.split('#');
  const found = namesIn(partOf(readJson(path, tree), part));
  // A check that asks for nothing must not pass for one that has found everything.
  if (found.length > 0) return [...new Set(found)];
  throw new OperationalError(
    `The settings' \`${setting}\` name \`${names}\`, and no names are there.`,
    'Correct the path, or the part of the file that stands behind `#`.',
  );
}

function nameOf(names: string | readonly string[]): string | undefined {
  return typeof names === 'string' ? names : undefined;
}

/** Every text, however nested. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** The keys of an object, or the texts of a list. */
function keysIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.filter((each) => typeof each === 'string');
  return isRecord(value) ? Object.keys(value) : [];
}

function readJson(path: string, tree: FileTree): unknown {
  try {
    return parseJson(tree.read(path));
  } catch (error) {
    throw new OperationalError(
      `Could not read \`${path}\`, which the settings name: ${reasonOf(error)}.`,
      'Correct the file or the settings.',
      { cause: error },
    );
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
