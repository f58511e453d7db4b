import { execFileSync, type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import * as z from 'zod';
import { buildPackage } from '../../scripts/build/build-package.ts';

const root = join(import.meta.dirname, '../..');

/** The package as `npm pack` makes it, and a folder where `npm install` put it and nothing else. */
export interface InstalledPackage {
  /** The packed file. */
  readonly tarball: string;
  /** Files of the package, in the order of their paths. */
  readonly files: readonly string[];
  /** The folder that it is installed in. */
  readonly folder: string;
  readonly remove: () => void;
}

/**
 * Builds the package, packs it and installs it into an empty folder, without network.
 *
 * The parser, its one dependency, is there before: a copy of ours, with what that needs.
 */
export async function installPackage(): Promise<InstalledPackage> {
  const place = realpathSync(mkdtempSync(join(tmpdir(), 'lockstep-package-')));
  const source = join(place, 'source');
  const folder = join(place, 'project');
  for (const file of ['package.json', 'README.md', 'LICENSE'])
    cpSync(join(root, file), join(source, file), { recursive: true });
  await buildPackage(root, join(source, 'dist-cli'));
  const packed = npm(source, ['pack', '--json', '--ignore-scripts', '--pack-destination', place], place);
  const [description] = packSchema.parse(JSON.parse(packed));
  const tarball = join(place, description.filename);
  for (const name of withDependencies('satteri', new Set())) {
    cpSync(join(root, 'node_modules', name), join(folder, 'node_modules', name), { recursive: true });
  }
  npm(folder, ['install', '--offline', '--ignore-scripts', '--no-audit', '--no-fund', tarball], place);
  return {
    tarball,
    files: description.files.map(({ path }) => path).toSorted(),
    folder,
    remove: () => rmSync(place, { recursive: true, force: true }),
  };
}

const packSchema = z.tuple([
  z.object({ filename: z.string(), files: z.array(z.object({ path: z.string() })) }),
]);

/** A cache of its own keeps npm from what this machine happens to have. */
function npm(folder: string, args: readonly string[], place: string): string {
  mkdirSync(folder, { recursive: true });
  return execFileSync('npm', [...args, '--cache', join(place, 'cache')], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  });
}

/** A package, and all that it needs and that is installed here: of platforms, only this one's. */
function withDependencies(name: string, seen: Set<string>): ReadonlySet<string> {
  const description = join(root, 'node_modules', name, 'package.json');
  if (seen.has(name) || !existsSync(description)) return seen;
  seen.add(name);
  const { dependencies = {}, optionalDependencies = {} } = dependenciesSchema.parse(
    JSON.parse(readFileSync(description, 'utf8')),
  );
  for (const other of Object.keys({ ...dependencies, ...optionalDependencies }))
    withDependencies(other, seen);
  return seen;
}

const dependenciesSchema = z.object({
  dependencies: z.record(z.string(), z.string()).optional(),
  optionalDependencies: z.record(z.string(), z.string()).optional(),
});

/** Runs `npx lockstep` in a folder, as a person does there, with the Node that runs the tests. */
export function npxLockstep(folder: string, args: readonly string[]): SpawnSyncReturns<string> {
  return spawnSync('npx', ['--offline', '--no', '--', 'lockstep', ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: {
      ...process.env,
      PATH: `${dirname(process.execPath)}${delimiter}${process.env['PATH']}`,
      // npm sets colours for what it starts; a person's shell may, too.
      NO_COLOR: undefined,
      FORCE_COLOR: undefined,
    },
    shell: process.platform === 'win32',
  });
}
