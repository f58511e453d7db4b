/**
 * A process of its own, so that nothing is warm: judges the pages of the working folder by all rules, in one thread, and
 * prints as JSON how many milliseconds of its processor time each part took. The first argument is the settings file.
 */
import process from 'node:process';
import { loadSettings } from '../../scripts/checker/config/load-settings.ts';
import { judgeFamily, type Watch } from '../../scripts/checker/engine/judge-family.ts';
import { rules } from '../../scripts/checker/rules/index.ts';
import { diskTree } from '../../scripts/checker/workspace/file-tree.ts';
import { findPages } from '../../scripts/checker/workspace/find-pages.ts';
import { loadProduct } from '../../scripts/checker/workspace/load-product.ts';
import { noMemory } from '../../scripts/checker/workspace/memory.ts';
import { readFamilies } from '../../scripts/checker/workspace/read-families.ts';

const folder = process.cwd();
const settings = await loadSettings(folder, process.argv[2]);
const { pages, expected, locales } = findPages(settings, folder);
const { product } = loadProduct(settings, folder, locales);
const judgement = { rules, product, dialect: settings.dialect, pinKey: undefined };

const parts = new Map<string, number>(rules.map(({ id }) => [id, 0]));
const watch: Watch = (part, work) => {
  const start = milliseconds();
  try {
    return work();
  } finally {
    parts.set(part, (parts.get(part) ?? 0) + milliseconds() - start);
  }
};
const before = process.threadCpuUsage();
const allBefore = process.cpuUsage();
for (const family of readFamilies(noMemory(diskTree(folder)), pages, expected, undefined)) {
  judgeFamily(family.read(), judgement, watch);
}
const thread = sumOf(process.threadCpuUsage(before));
const all = sumOf(process.cpuUsage(allBefore));
let watched = 0;
for (const own of parts.values()) watched += own;
parts.set('reading files, and what is left', thread - watched);
parts.set('other threads: compiling and clearing up', all - thread);
process.stdout.write(JSON.stringify(Object.fromEntries(parts)));

/** Of this thread alone: others compile and clear up, and the machine may do other things. */
function milliseconds(): number {
  return sumOf(process.threadCpuUsage());
}

function sumOf({ user, system }: NodeJS.CpuUsage): number {
  return (user + system) / 1000;
}
