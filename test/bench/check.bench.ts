import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod/mini';
import { buildPackage } from '../../scripts/build/build-package.ts';
import { type Report, reportSchema } from '../../src/domain/report/report.ts';
import { corpus, corpusFolder } from './corpora.ts';
import { treeSettings, writeTree } from './generated-tree.ts';
import { measureProcess, type ProcessMeasure } from './measure-process.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const satteriAlone = fileURLToPath(new URL('satteri-alone.mjs', import.meta.url));
const shares = fileURLToPath(new URL('shares.ts', import.meta.url));

/** Rules on which pages, sections, steps and blocks there are. */
const structureRules = [
  'missing-page',
  'orphan-page',
  'unreadable-page',
  'missing-section',
  'extra-section',
  'moved-section',
  'changed-heading-level',
  'changed-anchor',
  'broken-anchor',
  'missing-step',
  'extra-step',
  'merged-steps',
  'split-step',
  'moved-step',
  'renumbered-step',
  'changed-list-kind',
  'broken-list',
  'missing-block',
  'extra-block',
  'moved-block',
  'missing-callout',
  'changed-callout',
  'missing-code',
  'changed-code',
  'missing-image',
  'missing-table-row',
  'changed-component',
  'truncated-text',
] as const;

/** How long whole runs of the bundled command take, beside Sätteri alone, and how much memory they hold. */
export async function run(print: (line: string) => void): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'lockstep-bench-'));
  try {
    await buildPackage(root, join(folder, 'bin'));
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    const command = join(folder, 'bin', 'lockstep.js');
    print(`the bundled command; the machine runs ${availableParallelism()} threads at once`);
    print(`--version: ${timeOf(measureProcess(command, ['--version'], folder, 7))}`);
    if (corpus('fastapi', print) !== undefined) measureFastapi(command, folder, print);
    measureTrees(command, folder, print);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function measureFastapi(command: string, folder: string, print: (line: string) => void): void {
  const pages = corpusFolder('fastapi');
  const work = join(folder, 'fastapi');
  mkdirSync(work);
  const settings = join(folder, 'fastapi.json');
  // Linked, so that what the command keeps does not lie among the pages of others.
  symlinkSync(pages, join(work, 'pages'));
  writeFileSync(
    settings,
    JSON.stringify({ sourceLocale: 'en', pages: ['pages/{locale}/docs/{path}.md'], dialect: 'mkdocs' }),
  );
  const alone = measureProcess(satteriAlone, [pages], work, 5);
  print(`fastapi: Sätteri alone ${timeOf(alone)}`);
  const rules = { 'the structure rules': ['--rule', structureRules.join(',')], 'all rules': [] };
  for (const [name, choice] of Object.entries(rules)) {
    const args = ['check', '--config', settings, '--format', 'json', ...choice];
    const cold = measureProcess(command, [...args, '--no-cache'], work, 3);
    measureProcess(command, args, work);
    const warm = measureProcess(command, args, work, 5);
    print(`  ${name}, cold: ${timeOf(cold)}, ${ratio(cold, alone)} Sätteri alone, ${memoryOf(cold)}`);
    print(`  ${name}, warm: ${timeOf(warm)}, ${ratio(warm, alone)} Sätteri alone, ${memoryOf(warm)}`);
    if (warm.stdout !== cold.stdout) print('  the warm run says something else than the cold one');
    printFindings(reportSchema.parse(JSON.parse(cold.stdout)), print);
  }
  printShares(
    z.record(z.string(), z.number()).parse(JSON.parse(measureProcess(shares, [settings], work).stdout)),
    print,
  );
}

/** What each part of a cold check costs; a new rule appears by itself. */
function printShares(milliseconds: Readonly<Record<string, number>>, print: (line: string) => void): void {
  const parts = Object.entries(milliseconds).toSorted(([, one], [, other]) => other - one);
  const whole = parts.reduce((sum, [, own]) => sum + own, 0);
  print(
    '  what each part costs, cold, in one thread (what rules share is counted where it is asked for first):',
  );
  for (const [part, own] of parts) {
    const share = ((100 * own) / whole).toFixed(1);
    print(`    ${own.toFixed(0).padStart(6)} ms ${share.padStart(5)} %  ${part}`);
  }
}

function measureTrees(command: string, folder: string, print: (line: string) => void): void {
  let smaller: ProcessMeasure | undefined;
  for (const pages of [5000, 50_000]) {
    const work = join(folder, `generated-${pages}`);
    mkdirSync(work);
    writeTree(work, pages);
    writeFileSync(join(work, 'lockstep.config.json'), JSON.stringify(treeSettings));
    const cold = measureProcess(command, ['check', '--format', 'json'], work);
    const warm = measureProcess(command, ['check', '--format', 'json'], work);
    print(`${pages.toLocaleString('en')} generated pages`);
    print(`  cold: ${timeOf(cold)}, ${memoryOf(cold)}; warm: ${timeOf(warm)}, ${memoryOf(warm)}`);
    if (smaller !== undefined) {
      const growth = (cold.cpuSeconds / smaller.cpuSeconds).toFixed(1);
      const memory = (cold.megabytes / smaller.megabytes).toFixed(1);
      print(`  ten times the pages: ${growth} times the work, ${memory} times the memory`);
    }
    smaller = cold;
  }
}

function timeOf({ seconds, cpuSeconds }: ProcessMeasure): string {
  return `${seconds.toFixed(2)} s (${cpuSeconds.toFixed(2)} s of work)`;
}

function memoryOf({ megabytes }: ProcessMeasure): string {
  return `${megabytes.toFixed(0)} MB`;
}

function ratio(one: ProcessMeasure, other: ProcessMeasure): string {
  return `${(one.seconds / other.seconds).toFixed(2)} times`;
}

function printFindings({ summary, findings }: Report, print: (line: string) => void): void {
  print(
    `    ${summary.pairs} pairs: ${summary.errors} errors, ${summary.warnings} warnings, ${summary.notes} notes`,
  );
  const byRule = Map.groupBy(findings, ({ severity, rule }) => `${severity} ${rule}`);
  for (const [rule, found] of [...byRule].toSorted(([, a], [, b]) => b.length - a.length)) {
    print(`    ${String(found.length).padStart(6)} ${rule}`);
  }
}
