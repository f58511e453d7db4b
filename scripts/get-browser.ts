/** Prints the path of a Chromium to test with: one that is named, one that is installed, or one that it gets. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';

/** There is no browser to test with; `message` says what to do. */
export class NoBrowserError extends Error {
  override readonly name = 'NoBrowserError';
}

/**
 * The path of a Chromium that starts: `CHROME_PATH`, an installed Chrome or Chromium, or one fetched now, as root on
 * Debian its own package and else the one of Playwright.
 * @throws {NoBrowserError} When `CHROME_PATH` leads nowhere, or none of this works.
 */
export function getBrowser(): string {
  const named = process.env['CHROME_PATH'];
  if (named !== undefined && named !== '') {
    if (existsSync(named)) return named;
    throw new NoBrowserError(
      `There is no browser at \`${named}\`, which \`CHROME_PATH\` names. Correct the path, or unset the variable to have a browser looked for.`,
    );
  }
  return (
    findInstalled() ??
    installPackage() ??
    installFromPlaywright() ??
    fail(
      'There is no Chrome or Chromium here, and none could be installed. Install one, or set `CHROME_PATH` to the path of its program, and start the tests again.',
    )
  );
}

/** Where Chrome and Chromium stand on each system, the likeliest first. */
export function browserPlaces(
  platform: NodeJS.Platform,
  environment: Readonly<Record<string, string | undefined>>,
): string[] {
  if (platform === 'darwin') {
    return ['/Applications', join(environment['HOME'] ?? '', 'Applications')].flatMap((folder) => [
      `${folder}/Google Chrome.app/Contents/MacOS/Google Chrome`,
      `${folder}/Chromium.app/Contents/MacOS/Chromium`,
    ]);
  }
  if (platform === 'win32') {
    const folders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap(
      (name) => environment[name] ?? [],
    );
    return folders.flatMap((folder) => [
      `${folder}\\Google\\Chrome\\Application\\chrome.exe`,
      `${folder}\\Chromium\\Application\\chrome.exe`,
      `${folder}\\Microsoft\\Edge\\Application\\msedge.exe`,
    ]);
  }
  const folders = [
    ...(environment['PATH'] ?? '').split(delimiter),
    '/usr/bin',
    '/snap/bin',
    '/opt/google/chrome',
  ];
  const names = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'chrome'];
  return names.flatMap((name) => [...new Set(folders)].filter(Boolean).map((folder) => join(folder, name)));
}

function findInstalled(): string | undefined {
  return browserPlaces(process.platform, process.env).find((place) => existsSync(place));
}

function installPackage(): string | undefined {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get'))
    return undefined;
  run('apt-get', ['update', '-qq']);
  // Without the fonts Chinese shows as boxes.
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-cjk']);
  return findInstalled();
}

function installFromPlaywright(): string | undefined {
  const fetched = chromium.executablePath();
  if (!existsSync(fetched)) run('npx', ['playwright', 'install', 'chromium']);
  return existsSync(fetched) ? fetched : undefined;
}

/** Runs a program, its output on standard error: standard output is for the path alone. */
function run(program: string, args: readonly string[]): void {
  spawnSync(program, args, {
    stdio: ['ignore', 2, 2],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    shell: process.platform === 'win32',
  });
}

function fail(message: string): never {
  throw new NoBrowserError(message);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    console.log(getBrowser());
  } catch (error) {
    if (!(error instanceof NoBrowserError)) throw error;
    console.error(error.message);
    process.exitCode = 2;
  }
}
