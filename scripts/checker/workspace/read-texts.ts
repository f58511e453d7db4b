import type { Report } from '../../../src/domain/report/report.ts';
import { type Pin, pinName, type SourceHistory } from '../history/source-history.ts';
import type { TextReader } from '../report/finish-findings.ts';
import { type TreePlace, treeOf } from './file-tree.ts';
import { readPage } from './read-page.ts';

/** Texts that are kept at a time: reporters quote page after page. */
const mostTexts = 64;

/**
 * Gives texts of pages from where they are, and old texts of sources from the history, for those who quote them: no run
 * keeps them all.
 *
 * `findings` are those that will be quoted, in that order: git is asked for the old texts of many at once.
 */
export function textReader(
  place: TreePlace,
  history: SourceHistory | undefined,
  findings: Report['findings'],
): TextReader {
  const tree = treeOf(place);
  const recent = new Map<string, string | undefined>();
  const remember = (name: string, text: string | undefined): void => {
    recent.set(name, text);
    for (const oldest of recent.keys()) {
      if (recent.size <= mostTexts) break;
      recent.delete(oldest);
    }
  };
  let upcoming: readonly Pin[] | undefined;
  const readOld = (pin: Pin): void => {
    upcoming ??= findings.flatMap((finding) =>
      finding.related.flatMap(({ path, revision }) =>
        revision === undefined ? [] : [{ revision, sourcePath: path }],
      ),
    );
    const at = upcoming.findIndex((other) => pinName(other) === pinName(pin));
    const wanted = at === -1 ? [pin] : upcoming.slice(at, at + mostTexts / 2);
    const texts = history?.readTexts(wanted);
    for (const each of wanted) remember(pinName(each), texts?.get(pinName(each))?.text);
    if (at !== -1) upcoming = upcoming.slice(at);
  };
  return (path, revision) => {
    const pin = revision === undefined ? undefined : { revision, sourcePath: path };
    const name = pin === undefined ? path : pinName(pin);
    if (!recent.has(name)) {
      if (pin !== undefined) readOld(pin);
      else {
        const content = readPage(path, tree);
        remember(name, content.kind === 'text' ? content.text : undefined);
      }
    }
    return recent.get(name);
  };
}
