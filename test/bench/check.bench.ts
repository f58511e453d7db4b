import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Report, reportSchema } from '../../src/domain/report/report.ts';
import { corpus, corpusFolder } from './corpora.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const bundled = join(root, 'dist-cli', 'lockstep.js');
const command = existsSync(bundled) ? bundled : join(root, 'scripts', 'lockstep.ts');

/** How long whole runs of the command take, how much memory they need, and what they find. */
export function run(print: (line: string) => void): void {
  print(
    command === bundled ? 'the bundled command' : 'the command as TypeScript (`npm run build` bundles it)',
  );
  measure('--version', ['--version'], root, print);
  measure('check of our own guide', ['check', '--format', 'json'], root, print);
  if (corpus('fastapi', print)) {
    const folder = mkdtempSync(join(tmpdir(), 'lockstep-bench-'));
    const settings = join(folder, 'settings.json');
    writeFileSync(
      settings,
      JSON.stringify({ sourceLocale: 'en', pages: ['{locale}/docs/{path}.md'], dialect: 'mkdocs' }),
    );
    measure(
      'check of fastapi',
      ['check', '--config', settings, '--format', 'json'],
      corpusFolder('fastapi'),
      print,
    );
    rmSync(folder, { recursive: true });
  }
}

function measure(name: string, args: readonly string[], folder: string, print: (line: string) => void): void {
  const start = performance.now();
  const { stdout, status } = spawnSync(process.execPath, [command, ...args], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  const seconds = (performance.now() - start) / 1000;
  print(`${name}: ${seconds.toFixed(2)} s, exit code ${status}`);
  if (stdout.startsWith('{')) printFindings(reportSchema.parse(JSON.parse(stdout)), print);
}

function printFindings({ summary, findings }: Report, print: (line: string) => void): void {
  print(
    `  ${summary.pairs} pairs: ${summary.errors} errors, ${summary.warnings} warnings, ${summary.notes} notes`,
  );
  const byRule = Map.groupBy(findings, ({ severity, rule }) => `${severity} ${rule}`);
  for (const [rule, found] of [...byRule].toSorted(([, a], [, b]) => b.length - a.length)) {
    print(`  ${String(found.length).padStart(6)} ${rule}`);
  }
}
