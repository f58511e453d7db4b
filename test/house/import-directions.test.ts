import { globSync, readFileSync } from 'node:fs';
import { dirname, posix } from 'node:path';
import { describe, expect, test } from 'vitest';

/** Rooms and what each may import; the first room that holds a file is its room. */
const rooms: readonly { readonly room: string; readonly mayImport: readonly string[] }[] = [
  { room: 'src/domain/', mayImport: ['src/domain/'] },
  { room: 'src/i18n/', mayImport: ['src/i18n/', 'src/domain/', 'locales/'] },
  { room: 'src/markdown/', mayImport: ['src/markdown/', 'src/i18n/', 'src/domain/', 'locales/'] },
  {
    room: 'src/components/',
    mayImport: [
      'src/components/',
      'src/styles/',
      'src/markdown/',
      'src/i18n/',
      'src/domain/',
      'locales/',
      'package.json',
    ],
  },
  {
    room: 'src/layouts/',
    mayImport: [
      'src/layouts/',
      'src/components/',
      'src/styles/',
      'src/markdown/',
      'src/i18n/',
      'src/domain/',
      'locales/',
      'package.json',
    ],
  },
  { room: 'src/pages/', mayImport: ['src/', 'locales/', 'package.json'] },
  { room: 'src/', mayImport: ['src/', 'locales/'] },
  { room: 'scripts/checker/align/', mayImport: ['scripts/checker/align/', 'src/domain/'] },
  {
    room: 'scripts/checker/drift/',
    mayImport: ['scripts/checker/drift/', 'scripts/checker/align/', 'src/domain/'],
  },
  {
    room: 'scripts/checker/rules/',
    // What is close to a word is a matter of letters alone.
    mayImport: [
      'scripts/checker/rules/',
      'scripts/checker/align/',
      'scripts/checker/drift/',
      'scripts/checker/closest.ts',
      'src/domain/',
    ],
  },
  { room: 'scripts/checker/reporters/', mayImport: ['scripts/checker/reporters/', 'src/domain/'] },
  { room: 'scripts/checker/', mayImport: ['scripts/checker/', 'src/domain/', 'package.json'] },
  { room: 'scripts/', mayImport: ['scripts/', 'src/domain/', 'package.json'] },
];

/** Packages that only some rooms may know. */
const packages: readonly { readonly pattern: RegExp; readonly rooms: readonly string[] }[] = [
  {
    pattern: /^(astro|astro:.*|@astrojs\/.*)$/,
    rooms: [
      'src/content.config.ts',
      'src/i18n/',
      'src/markdown/',
      'src/components/',
      'src/layouts/',
      'src/pages/',
      'scripts/build.ts',
      'scripts/start.ts',
      'scripts/site/',
      'scripts/checker/integration/',
    ],
  },
  { pattern: /^(preact|preact\/.*|@preact\/.*)$/, rooms: ['src/components/'] },
  // Commands that serve no editor do without.
  { pattern: /^vscode-languageserver/, rooms: ['scripts/checker/lsp/', 'scripts/checker/cli/lsp.ts'] },
  { pattern: /^i18next$/, rooms: ['src/i18n/', 'src/components/'] },
  {
    pattern: /^(node:(fs|fs\/promises|child_process|process|path|os|url)|cac|picocolors)$/,
    rooms: [
      'scripts/',
      'src/content.config.ts',
      'src/markdown/',
      'src/i18n/',
      'src/pages/',
      'src/layouts/',
      'src/components/',
    ],
  },
];

const files = globSync('{src,scripts}/**/*.{ts,tsx,mjs,astro}').map((file) => file.replaceAll('\\', '/'));

describe('imports go one way', () => {
  test('there are files to look at', () => {
    expect(files.length).toBeGreaterThan(20);
  });

  test('every file imports only what its room may', () => {
    expect(files.flatMap((file) => faultsOf(file, readFileSync(file, 'utf8')))).toEqual([]);
  });

  test('a rule imports no other rule', () => {
    const rules = files.filter((file) => /^scripts\/checker\/rules\/[^/]+\.ts$/.test(file));
    const shared = new Set(['rule.ts', 'index.ts']);
    const faults = rules
      .filter((file) => !file.endsWith('/index.ts'))
      .flatMap((file) =>
        importsOf(readFileSync(file, 'utf8'))
          .filter((target) => /^\.\/[^/]+\.ts$/.test(target) && !shared.has(target.slice(2)))
          .map((target) => `${file} imports ${target}`),
      );
    expect(faults).toEqual([]);
  });

  test('a wrong direction is found out', () => {
    expect(faultsOf('src/domain/locale/x.ts', "import { a } from '../../pages/a.ts';")).toHaveLength(1);
    expect(faultsOf('src/domain/locale/x.ts', "import { readFileSync } from 'node:fs';")).toHaveLength(1);
    expect(faultsOf('src/pages/x.astro', "import { a } from '../../scripts/lockstep.ts';")).toHaveLength(1);
    expect(faultsOf('scripts/checker/align/x.ts', "export { a } from '../rules/index.ts';")).toHaveLength(1);
    expect(
      faultsOf('scripts/checker/cli/x.ts', "const a = await import('../../../src/i18n/a.ts');"),
    ).toHaveLength(1);
  });
});

function faultsOf(file: string, text: string): string[] {
  const room = rooms.find((candidate) => file.startsWith(candidate.room));
  if (!room) return [`${file} is in no room`];
  return importsOf(text)
    .filter((target) => !isAllowed(file, room.mayImport, target))
    .map((target) => `${file} imports ${target}`);
}

function isAllowed(file: string, mayImport: readonly string[], target: string): boolean {
  if (target.startsWith('.')) {
    const path = posix.join(dirname(file), target.replace(/\?.*$/, ''));
    return mayImport.some((prefix) => path.startsWith(prefix));
  }
  const kept = packages.find(({ pattern }) => pattern.test(target));
  return !kept || kept.rooms.some((prefix) => file.startsWith(prefix));
}

function importsOf(text: string): string[] {
  const pattern =
    /(?:^|[\s;}])(?:import|export)\s(?:[^'"`;]*?\sfrom\s*)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g;
  return [...text.matchAll(pattern)].map((match) => match[1] ?? match[2] ?? '');
}
