/**
 * How long it takes until a page that somebody types in has a new report: a generated tree, and FastAPI's documentation
 * where it lies beside the project.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rules } from '../../scripts/checker/rules/index.ts';
import { openSession, type SessionSubject } from '../../scripts/checker/session/open-session.ts';
import { corpus, corpusFolder } from './corpora.ts';
import { treeSettings, writeTree } from './generated-tree.ts';

/** Changes that are measured, and those before them that let the code grow warm, as typing does. */
const changes = { measured: 15, before: 5 } as const;

export async function run(print: (line: string) => void): Promise<void> {
  await withFolder(async (folder) => {
    writeTree(folder, 2000);
    await measure('a generated tree', folder, { ...treeSettings, pages: [...treeSettings.pages] }, print);
  });
  if (corpus('fastapi', print) === undefined) return;
  await withFolder(async (folder) => {
    cpSync(corpusFolder('fastapi'), folder, { recursive: true });
    const pages = ['{locale}/docs/{path}.md'];
    await measure('FastAPI', folder, { sourceLocale: 'en', pages, dialect: 'mkdocs' }, print);
  });
}

async function measure(
  name: string,
  folder: string,
  settings: SessionSubject['settings'],
  print: (line: string) => void,
): Promise<void> {
  const session = openSession(folder, { settings, rules }, { isCached: false });
  const start = performance.now();
  const { report } = await session.report();
  const first = performance.now() - start;
  const { path = '' } = report.pages.find((page) => page.source !== null && page.state !== 'missing') ?? {};
  const text = readFileSync(join(folder, path), 'utf8');
  const times: number[] = [];
  for (let change = 0; change < changes.before + changes.measured; change++) {
    session.overlay(path, `${text}\n\n${change} ${change}.\n`);
    const before = performance.now();
    await session.report();
    if (change >= changes.before) times.push(performance.now() - before);
  }
  times.sort((one, other) => one - other);
  const median = times[Math.floor(times.length / 2)] ?? 0;
  const slowest = times.at(-1) ?? 0;
  print(
    `${name}, ${report.summary.pages} pages: first report ${first.toFixed(0)} ms; after a change of one page ${median.toFixed(0)} ms, at most ${slowest.toFixed(0)} ms`,
  );
}

async function withFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'lockstep-session-'));
  try {
    await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
