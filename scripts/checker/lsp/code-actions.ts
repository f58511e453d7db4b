import {
  type AnnotatedTextEdit,
  type CodeAction,
  CodeActionKind,
  type Diagnostic,
  type Range,
  type SnippetTextEdit,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { indexLines } from '../../../src/domain/document/line-index.ts';
import type { PageDocument } from '../../../src/domain/document/page-document.ts';
import type { Finding } from '../../../src/domain/report/report.ts';
import { applyFixes } from '../fixes/apply-fixes.ts';
import { writeSuppression } from '../suppressions/write-suppression.ts';
import type { Places } from './places.ts';

/** The kind of action that applies all safe fixes of a page: editors run it on saving where they are asked to. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.lockstep`;

/** What an editor asks actions for, and what it can do. */
export interface ActionContext {
  readonly uri: string;
  /** Version of the text that the findings are of; null where the file is not open. */
  readonly version: number | null;
  readonly text: string;
  readonly places: Places;
  /** What the editor has selected; the place of its cursor. */
  readonly range: Range;
  /** Kinds that it wants; `undefined`: all. */
  readonly only: readonly string[] | undefined;
  /** The problems that it shows there. */
  readonly diagnostics: readonly Diagnostic[];
  readonly isVersionKnown: boolean;
  /** Whether the reason of a comment can be left to be written in place. */
  readonly isSnippetKnown: boolean;
  /** The page, parsed; `undefined` for a file that comments cannot stand in. */
  readonly document: () => PageDocument | undefined;
}

/** What can be done about findings of one page, those at the editor's place first. */
export function codeActionsFor(findings: readonly Finding[], context: ActionContext): CodeAction[] {
  const here = findings.filter(({ range }) => isTouched(context.places.rangeOf(range), context.range));
  const fixes = isWanted(CodeActionKind.QuickFix, context)
    ? here.flatMap((each) => fixOf(each, context))
    : [];
  const ignores = isWanted(CodeActionKind.QuickFix, context) ? ignoringActions(here, context) : [];
  return [...fixes, ...ignores, ...fixAll(findings, context)];
}

function fixOf(finding: Finding, context: ActionContext): CodeAction[] {
  const { fix } = finding;
  if (fix === null) return [];
  const edits = fix.edits.map(({ range, text }) => ({
    range: context.places.rangeOf(range),
    newText: text,
  }));
  return [
    {
      title: fix.title,
      kind: CodeActionKind.QuickFix,
      diagnostics: shownOf(finding, context),
      isPreferred: fix.safety === 'safe',
      edit: workspaceEdit(edits, context),
    },
  ];
}

/** One for each rule and line, however often the rule found something in it. */
function ignoringActions(here: readonly Finding[], context: ActionContext): CodeAction[] {
  const byPlace = Map.groupBy(here, ({ rule, range }) => `${rule}\n${range.start.line}`);
  return Array.from(byPlace.values()).flatMap((findings) => {
    const [finding] = findings;
    const document = finding === undefined || unignorable.has(finding.rule) ? undefined : context.document();
    if (finding === undefined || document === undefined) return [];
    const comment = writeSuppression(document, finding.rule, finding.range.start.line);
    if (comment === undefined) return [];
    const { line, character } = positionAt(context, comment.offset);
    const range = { start: { line, character }, end: { line, character } };
    const { before, after } = comment;
    const edit = context.isSnippetKnown
      ? {
          range,
          snippet: {
            kind: 'snippet' as const,
            value: `${plain(before)}\${1:${reasonToWrite}}${plain(after)}`,
          },
        }
      : { range, newText: `${before}${reasonToWrite}${after}` };
    return [
      {
        title: `Ignore \`${finding.rule}\` here, with a reason`,
        kind: CodeActionKind.QuickFix,
        diagnostics: findings.flatMap((each) => shownOf(each, context)),
        edit: workspaceEdit([edit], context),
      },
    ];
  });
}

/** What comments themselves are found for is not to be ignored with another. */
const unignorable: ReadonlySet<string> = new Set(['invalid-suppression', 'unused-suppression']);

const reasonToWrite = 'say why this may differ';

function fixAll(findings: readonly Finding[], context: ActionContext): CodeAction[] {
  if (!isWanted(fixAllKind, context)) return [];
  const safe = findings.flatMap(({ fix }) =>
    fix?.safety === 'safe'
      ? [
          {
            edits: fix.edits.map(({ range, text }) => ({
              from: range.start.offset,
              to: range.end.offset,
              text,
              range,
            })),
          },
        ]
      : [],
  );
  const { applied } = applyFixes(context.text, safe);
  // Two rules may say the same of one place.
  const edits = new Map(
    applied.flatMap((fix) =>
      fix.edits.map(({ from, to, text, range }) => {
        return [`${from} ${to} ${text}`, { range: context.places.rangeOf(range), newText: text }] as const;
      }),
    ),
  );
  if (edits.size === 0) return [];
  return [
    {
      title: 'Fix all in this page that has exactly one right answer',
      kind: fixAllKind,
      edit: workspaceEdit([...edits.values()], context),
    },
  ];
}

function workspaceEdit(
  edits: readonly (TextEdit | SnippetTextEdit)[],
  context: ActionContext,
): WorkspaceEdit {
  const { uri, version, isVersionKnown } = context;
  return isVersionKnown
    ? {
        documentChanges: [
          {
            textDocument: { uri, version },
            edits: [...edits] as (TextEdit | AnnotatedTextEdit | SnippetTextEdit)[],
          },
        ],
      }
    : { changes: { [uri]: edits.filter((edit): edit is TextEdit => 'newText' in edit) } };
}

/** A kind holds those below it: `source` asks for `source.fixAll.lockstep`, too. */
function isWanted(kind: string, { only }: ActionContext): boolean {
  return only === undefined || only.some((wanted) => kind === wanted || kind.startsWith(`${wanted}.`));
}

function shownOf({ fingerprint }: Finding, { diagnostics }: ActionContext): Diagnostic[] {
  return diagnostics.filter(({ data }) => fingerprintOf(data) === fingerprint);
}

function fingerprintOf(data: unknown): unknown {
  return typeof data === 'object' && data !== null && 'fingerprint' in data ? data.fingerprint : undefined;
}

function positionAt({ places, text }: ActionContext, offset: number): Range['start'] {
  return places.rangeOf(indexLines(text).spanOf(offset, offset)).start;
}

function isTouched(one: Range, other: Range): boolean {
  return !isBefore(one.end, other.start) && !isBefore(other.end, one.start);
}

function isBefore(one: Range['start'], other: Range['start']): boolean {
  return one.line < other.line || (one.line === other.line && one.character < other.character);
}

/** Text that a snippet takes as it is. */
function plain(text: string): string {
  return text.replaceAll(/[\\$}]/g, String.raw`\$&`);
}
