import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import ts from 'typescript';

/** A place in the checker's code that makes an `OperationalError`. */
export interface FailureSite {
  /** `<file>:<line>`, relative to scripts/checker. */
  readonly place: string;
  /** The message as the code has it. */
  readonly message: string;
}

const root = join(import.meta.dirname, '../../../scripts/checker');

/** Every place that makes an `OperationalError`; what scripts alone can call is no part of the command line. */
export function failureSites(): readonly FailureSite[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.startsWith('api'))
    .toSorted()
    .flatMap((path) => sitesIn(join(root, path)));
}

/** The place of the second function of a stack: of what has called the one that made the error. */
export function callerIn(stack: string): string {
  const frame = stack.split('\n')[2] ?? '';
  const [, file = '', line = ''] = /\(?([^\s(]+?):(\d+):\d+\)?$/.exec(frame) ?? [];
  return placeOf(file.replace(/^file:\/\//, ''), Number(line));
}

function sitesIn(file: string): readonly FailureSite[] {
  const text = readFileSync(file, 'utf8');
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const sites: FailureSite[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isNewExpression(node) && node.expression.getText() === 'OperationalError') {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      sites.push({ place: placeOf(file, line + 1), message: node.arguments?.[0]?.getText() ?? '' });
    }
    ts.forEachChild(node, visit);
  };
  if (text.includes('new OperationalError(')) visit(source);
  return sites;
}

function placeOf(file: string, line: number): string {
  return `${relative(root, file).split(sep).join('/')}:${line}`;
}
