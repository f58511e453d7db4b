import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface LockedPackage {
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly resolved?: string;
}

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  packages: Readonly<Record<string, LockedPackage>>;
};

test('the lock file names every optional platform package that its entries ask for', () => {
  expect(missingFrom(packages)).toEqual([]);
});

test('a lock file that lacks a platform package is found out', () => {
  const cut = Object.fromEntries(
    Object.entries(packages).filter(([path]) => !path.endsWith('@biomejs/cli-darwin-arm64')),
  );
  expect(missingFrom(cut)).toEqual([
    expect.stringMatching(/^node_modules\/@biomejs\/biome asks for @biomejs\/cli-darwin-arm64@/),
  ]);
});

test('the lock file names no download address, so any registry serves it', () => {
  expect(Object.keys(packages).filter((path) => packages[path]?.resolved)).toEqual([]);
});

/**
 * The optional packages that an entry asks for and the lock does not hold. `npm install` leaves them out without a
 * word when a registry lacks them, and `npm ci` then fails on the platform that needs one.
 */
function missingFrom(locked: Readonly<Record<string, LockedPackage>>): string[] {
  return Object.entries(locked).flatMap(([from, entry]) =>
    Object.entries(entry.optionalDependencies ?? {})
      .filter(([name]) => !isReachable(locked, from, name))
      .map(([name, range]) => `${from || 'the root'} asks for ${name}@${range}`),
  );
}

/** Looks as npm does: inside the package that asks, then in each folder above it. */
function isReachable(locked: Readonly<Record<string, LockedPackage>>, from: string, name: string): boolean {
  if (locked[`${from && `${from}/`}node_modules/${name}`]) return true;
  if (!from) return false;
  const parent = from.slice(0, Math.max(0, from.lastIndexOf('node_modules/') - 1));
  return isReachable(locked, parent, name);
}
