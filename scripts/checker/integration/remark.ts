import { resolve } from 'node:path';
import type { Finding } from '../../../src/domain/report/report.ts';
import type { CheckResult } from '../engine/join-results.ts';
import { OperationalError } from '../operational-error.ts';
import { ruleUrl } from '../reference/rule-url.ts';
import { relativePath } from '../workspace/select-paths.ts';
import { projectAt } from './checked-project.ts';
import type { ProjectOptions } from './project-options.ts';

/** See `remarkLockstep`. */
export type RemarkLockstepOptions = ProjectOptions;

/** What the plugin needs of a file of unified's, a `VFile`. */
export interface RemarkFile {
  /** Folder that the program runs in, or that the editor has opened. */
  readonly cwd: string;
  /** `undefined` for a text that comes from nowhere. */
  readonly path: string | undefined;
  readonly toString: () => string;
  readonly message: (reason: string, options: RemarkMessageOptions) => RemarkMessage;
}

/** Where a message belongs, as unified has it. */
export interface RemarkMessageOptions {
  readonly place?: RemarkPoint | { readonly start: RemarkPoint; readonly end: RemarkPoint };
  readonly ruleId: string;
  readonly source: string;
}

/** A place in a file: line and column from 1, offset from 0. */
export interface RemarkPoint {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** What the plugin says of a message, a `VFileMessage`. */
export interface RemarkMessage {
  fatal?: boolean | null | undefined;
  note?: string | undefined;
  url?: string | undefined;
  actual?: string | null | undefined;
  expected?: string[] | null | undefined;
}

/**
 * A remark plugin that checks each page in its project and puts what is found on it into the file's messages.
 *
 * The file's own text is judged, saved or not, against its source and the other pages on the disk. Files that are no
 * pages of the settings get nothing, and the tree is left as it is. Errors are fatal messages, warnings are warnings,
 * notes are information. Where exactly one text fits the place, it is `expected`, which editors offer as a fix.
 *
 * A run over many files is one check; in a program that goes on, what has changed on the disk is looked at again.
 * @example unified().use(remarkParse).use(remarkLockstep).use(remarkStringify)
 */
export default function remarkLockstep(
  options: RemarkLockstepOptions = {},
): (tree: unknown, file: RemarkFile) => Promise<void> {
  return async (_tree, file) => {
    if (file.path === undefined) return;
    try {
      const project = await projectAt(file.cwd, options);
      const path = relativePath(resolve(file.cwd, file.path), project.folder);
      const text = file.toString();
      const result = await project.checkWith(path, text);
      if (result !== undefined) addMessages(file, path, text, result);
    } catch (error) {
      if (!(error instanceof OperationalError)) throw error;
      const message = file.message(error.message, { ruleId: 'cannot-check', source });
      Object.assign(message, { fatal: true, note: error.hint });
    }
  };
}

const source = 'lockstep';

function addMessages(file: RemarkFile, path: string, text: string, { report }: CheckResult): void {
  for (const entry of report.notCompared) {
    if (entry.path !== path) continue;
    const message = file.message(`Not compared: ${entry.reason}`, { ruleId: 'not-compared', source });
    message.fatal = undefined;
  }
  for (const finding of report.findings) {
    if (finding.path !== path) continue;
    const { range, rule, severity } = finding;
    const { start, end } = range;
    const place = start.offset === end.offset ? start : { start, end };
    const message = file.message(finding.message, { place, ruleId: rule, source });
    message.fatal = { error: true, warning: false, note: undefined }[severity];
    message.note = noteOf(finding);
    message.url = ruleUrl(rule);
    const replacement = replacementOf(finding);
    if (replacement === undefined) continue;
    message.actual = text.slice(start.offset, end.offset);
    message.expected = [replacement];
  }
}

/** What to do now, and where the counterpart stands: messages have one place alone. */
function noteOf({ help, related }: Finding): string {
  const places = related.map(({ label, path, range: { start } }) => {
    return `${label}: ${path}:${start.line}:${start.column}`;
  });
  return [help, ...places].join('\n');
}

/** What ought to stand at the finding's place, where one edit of just that place mends it. */
function replacementOf({ fix, range }: Finding): string | undefined {
  const [edit, ...more] = fix?.edits ?? [];
  const isThere =
    edit?.range.start.offset === range.start.offset && edit.range.end.offset === range.end.offset;
  return isThere && more.length === 0 ? edit.text : undefined;
}
