import { expect, it } from 'vitest';
import { coloursFor } from '../../../scripts/checker/cli/terminal.ts';

it.each([
  [{ isTTY: true }, {}, true],
  [{ isTTY: false }, {}, false],
  [{}, {}, false],
  [{ isTTY: true }, { TERM: 'dumb' }, false],
  [{ isTTY: true }, { NO_COLOR: '1' }, false],
  [{ isTTY: true }, { NO_COLOR: '' }, true],
  [{ isTTY: true }, { FORCE_COLOR: '0' }, false],
  [{ isTTY: true }, { FORCE_COLOR: 'false' }, false],
  [{ isTTY: false }, { FORCE_COLOR: '1', TERM: 'dumb' }, true],
  [{ isTTY: false }, { FORCE_COLOR: '1', NO_COLOR: '1' }, false],
  // The log of a build is no terminal, and often kept as a file.
  [{ isTTY: false }, { CI: 'true' }, false],
])('colours an output %j with %j: %s', (look, environment, isColoured) => {
  const { error } = coloursFor({ ...look, write: () => true }, environment);
  expect(error('3 errors')).toBe(isColoured ? '\u001B[31m3 errors\u001B[39m' : '3 errors');
});
