import {
  parseMessages,
  type RawMessages,
  readRawMessages,
  unreadableMessages,
} from '../../../src/domain/messages/parse-messages.ts';
import { readCode } from '../../../src/domain/messages/read-code.ts';
import { recogniseFormat } from '../../../src/domain/messages/recognise-format.ts';
import type { Settings } from '../config/settings.ts';
import type { MessageInput } from '../engine/judge-messages.ts';
import { OperationalError } from '../operational-error.ts';
import type { CheckedCode, CheckedMessages } from '../rules/rule.ts';
import { type FileTree, type TreePlace, treeOf } from './file-tree.ts';
import type { FoundMessages, MessagePlaces } from './find-messages.ts';
import { readPage } from './read-page.ts';

/**
 * Reads files of messages, and the code that says them where the settings list it.
 *
 * Files of one pattern are taken to be written alike: unless the settings say how, their sources tell.
 * @throws {OperationalError} Where the settings list code and none is there.
 */
export function readMessages(
  { files, expected, notCompared }: MessagePlaces,
  settings: Settings,
  place: TreePlace,
): MessageInput {
  const tree = treeOf(place);
  const checked = [...Map.groupBy(files, ({ pattern }) => pattern).values()].flatMap((alike) =>
    readAlike(alike, settings, tree),
  );
  return { files: checked, expected, code: readCodeOf(settings, tree), notCompared };
}

function readAlike(
  files: readonly FoundMessages[],
  settings: Settings,
  tree: FileTree,
): readonly CheckedMessages[] {
  const read = files.map((file) => {
    const content = readPage(file.path, tree);
    return {
      file,
      raw: content.kind === 'text' ? readRawMessages(content.text, file.path) : content.problem,
    };
  });
  const raws = read.flatMap(({ file, raw }) => ('json' in raw ? [{ file, raw }] : []));
  const sources = raws.filter(({ file }) => file.isSource);
  const telling = (sources.length > 0 ? sources : raws).map(({ raw }): RawMessages => raw);
  const format = settings.messageFormat ?? recogniseFormat(telling);
  return read.map(({ file: { key, locale, path, isSource }, raw }): CheckedMessages => {
    const own =
      'json' in raw
        ? parseMessages(raw, format, locale)
        : unreadableMessages({
            message: raw.message,
            help: 'Save the file as text in UTF-8, or leave it out with `ignore` in the settings.',
            span: raw.span,
            isForgiven: false,
          });
    return { key, locale, path, isSource, file: own };
  });
}

function readCodeOf({ messageUsage }: Settings, tree: FileTree): readonly CheckedCode[] {
  if (messageUsage === undefined) return [];
  const globs = [messageUsage.code].flat();
  const paths = tree.matching(globs);
  if (paths.length === 0) {
    throw new OperationalError(
      `The settings' \`messageUsage\` lists ${globs.map((glob) => `\`${glob}\``).join(' and ')}, and no file is there.`,
      'Correct the globs; they are relative to the working folder.',
    );
  }
  return paths.flatMap((path): CheckedCode[] => {
    const content = readPage(path, tree);
    if (content.kind !== 'text') return [];
    const references = readCode(content.text, messageUsage.functions);
    return [{ path, references }];
  });
}
