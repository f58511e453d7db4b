import { OperationalError, reasonOf } from '../operational-error.ts';
import { escapeForLog } from '../reporters/escape-controls.ts';

/** What standard error is told of what went wrong: message and hint, and of what nobody foresaw where it happened, too. */
export function failureText(error: unknown): string {
  if (error instanceof OperationalError) {
    const lines = [...error.message.split('\n'), error.hint].map(escapeForLog);
    return `lockstep: ${lines.join('\n  ')}\n`;
  }
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  return `lockstep: Something broke inside the checker: ${escapeForLog(reasonOf(error))}\n${stack.split('\n').map(escapeForLog).join('\n')}\n`;
}
