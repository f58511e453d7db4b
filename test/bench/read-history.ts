/**
 * A process of its own, so that its memory is its own: finds out which source texts the translations of the working folder were
 * made from, and prints as JSON how many pages came to which state.
 */
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { gitHistory } from '../../scripts/checker/history/git-history.ts';
import { readPins } from '../../scripts/checker/history/read-pins.ts';
import { findPages } from '../../scripts/checker/workspace/find-pages.ts';
import { historySettings } from './generated-history.ts';

const settings = { ...historySettings, pages: [...historySettings.pages] };
const { pages } = findPages(settings, process.cwd());
const read = pages.map((page) => ({ ...page, text: readFileSync(page.path, 'utf8') }));
const history = gitHistory(process.cwd(), settings.sourceRevision, pages);
const start = performance.now();
for (const { path } of pages) history.changesOf(path);
const passed = performance.now();
const pins = [...readPins(read, history, () => new Map()).values()];
const states = Map.groupBy(pins, ({ state }) => state);
process.stdout.write(
  JSON.stringify({
    pass: (passed - start) / 1000,
    texts: (performance.now() - passed) / 1000,
    states: Object.fromEntries(Array.from(states, ([state, found]) => [state, found.length])),
  }),
);
