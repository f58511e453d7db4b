import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rules } from '../../../scripts/checker/rules/index.ts';
import { type PageFile, runCheck } from '../../../scripts/checker/run-check.ts';
import type { Dialect } from '../../../src/domain/document/page-document.ts';
import { parsePage } from '../../../src/domain/document/parse-page.ts';
import type { Finding } from '../../../src/domain/report/report.ts';
import type { ParityPage, ParityPair } from '../../mutations/mutation.ts';

const folder = join(import.meta.dirname, '../../fixtures/metamorphic');

/**
 * Pages as other projects write them, without ids on their steps, and faithful translations that look just like
 * them: `test/fixtures/metamorphic/<dialect>/<name>/{source,translation.<locale>}.<extension>`.
 */
export const realPages: readonly ParityPair[] = namesIn(folder).flatMap((dialect) =>
  namesIn(join(folder, dialect)).flatMap((name) => readPairs(dialect as Dialect, name)),
);

function namesIn(path: string): readonly string[] {
  return readdirSync(path).toSorted();
}

function readPairs(dialect: Dialect, name: string): readonly ParityPair[] {
  const files = namesIn(join(folder, dialect, name));
  const read = (file: string): ParityPage => {
    const text = readFileSync(join(folder, dialect, name, file), 'utf8');
    return { path: `${name}/${file}`, text, document: parsePage(text, { dialect }) };
  };
  const [source, ...others] = files.map((file) => ({ locale: file.split('.')[1] ?? '', page: read(file) }));
  if (source === undefined) throw new RangeError(`There is no page in ${dialect}/${name}.`);
  return others.map(({ locale, page }) => ({
    key: `${dialect}/${name}`,
    sourceLocale: 'en-US',
    locale,
    source: source.page,
    translation: page,
    labels: new Set(),
  }));
}

/** What the check says of a translation with this text, notes too. */
export function findingsOf(pair: ParityPair, text = pair.translation.text): readonly Finding[] {
  const { key, sourceLocale, locale, source, translation } = pair;
  const file = (page: ParityPage, isSource: boolean, content: string): PageFile => ({
    key,
    locale: isSource ? sourceLocale : locale,
    path: page.path,
    isSource,
    content: { kind: 'text', text: content },
  });
  const { report, crashes } = runCheck({
    files: [file(source, true, source.text), file(translation, false, text)],
    expected: [],
    product: { sourceLocale, labels: new Map(), entityLists: [] },
    rules,
    dialect: source.document.dialect,
  });
  if (crashes.length > 0) throw new Error(crashes.join('\n'));
  return report.findings;
}
