import { escapeControls } from '../reporters/escape-controls.ts';
import type { Terminal } from './terminal.ts';

/** Prints notes on the settings on standard error, each once, however often a run checks. */
export function notesPrinter({ stderr }: Terminal): (notes: readonly string[]) => void {
  const printed = new Set<string>();
  return (notes) => {
    for (const note of notes) {
      if (printed.has(note)) continue;
      printed.add(note);
      stderr.write(`${escapeControls(note)}\n`);
    }
  };
}
