import { execFileSync, spawnSync } from 'node:child_process';
import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** Settings of the generated project: nothing but history says what translations were made from. */
export const historySettings = {
  sourceLocale: 'en',
  pages: ['{locale}/{path}.md'],
  dialect: 'gfm',
  sourceRevision: { history: true },
} as const;

const locales = ['en', 'sv', 'de', 'ru', 'zh'] as const;

/**
 * Makes a repository of that many pages, a fifth of them sources, and that many commits, and checks it out. The same every time.
 *
 * The first commits write the pages, ten at a time; of the others one in five changes a source, one in 50 moves a page in every
 * locale, one in 100 touches 100 pages at once, and the rest bring a translation up to date, wholly or in a word.
 */
export function writeHistory(folder: string, pages: number, commits: number): void {
  execFileSync('git', ['-c', 'init.defaultBranch=main', 'init', '--quiet'], { cwd: folder });
  const stream = join(folder, '.git', 'told');
  const file = openSync(stream, 'w');
  const random = randomOf(7);
  const keys = Array.from({ length: pages / locales.length }, (_, at) => ({ at, moves: 0, version: 1 }));
  const told = new Map<string, number>();
  const write = (key: (typeof keys)[number], locale: string, version: number, typo = ''): string => {
    told.set(`${locale} ${key.at}`, version);
    const text = pageText(key.at, locale, version, typo);
    return `M 100644 inline ${pathOf(key, locale)}\ndata ${Buffer.byteLength(text)}\n${text}\n`;
  };
  const pick = (): (typeof keys)[number] =>
    keys[Math.floor(random() * keys.length)] ?? { at: 0, moves: 0, version: 1 };
  for (let commit = 0; commit < commits; commit++) {
    const changes: string[] = [];
    const first = (commit * 10) / locales.length;
    if (first < keys.length) {
      for (const key of keys.slice(first, first + 2))
        for (const locale of locales) changes.push(write(key, locale, 1));
    } else if (commit % 100 === 0) {
      for (let count = 0; count < 20; count++) {
        const key = pick();
        for (const locale of locales) {
          changes.push(write(key, locale, told.get(`${locale} ${key.at}`) ?? 1, ` Commit ${commit}.`));
        }
      }
    } else if (commit % 50 === 0) {
      const key = pick();
      const before = locales.map((locale) => pathOf(key, locale));
      key.moves++;
      changes.push(...locales.map((locale, at) => `R ${before[at] ?? ''} ${pathOf(key, locale)}\n`));
    } else {
      const key = pick();
      const locale = locales[1 + Math.floor(random() * 4)] ?? 'sv';
      if (commit % 5 === 0) changes.push(write(key, 'en', ++key.version));
      else if (commit % 3 === 0) changes.push(write(key, locale, key.version));
      else changes.push(write(key, locale, told.get(`${locale} ${key.at}`) ?? 1, ` Word ${commit}.`));
    }
    const message = `Commit ${commit}`;
    const time = 1_700_000_000 + commit * 600;
    writeSync(
      file,
      `commit refs/heads/main\ncommitter Ada <ada@example.com> ${time} +0000\ndata ${message.length}\n${message}\n${changes.join('')}\n`,
    );
  }
  closeSync(file);
  const input = openSync(stream, 'r');
  spawnSync('git', ['fast-import', '--quiet'], { cwd: folder, stdio: [input, 'ignore', 'inherit'] });
  closeSync(input);
  rmSync(stream);
  execFileSync('git', ['reset', '--hard', '--quiet', 'main'], { cwd: folder });
}

function pathOf({ at, moves }: { readonly at: number; readonly moves: number }, locale: string): string {
  return `${locale}/part-${(at + moves) % 20}/page-${at}.md`;
}

function pageText(key: number, locale: string, version: number, typo: string): string {
  const lines = Array.from(
    { length: 30 },
    (_, at) =>
      `${locale} ${key} line ${at} says ${at % 3 === version % 3 ? `version ${version}` : 'the same'} of it.\n`,
  );
  return `# ${locale} ${key}\n\n${lines.join('')}${typo}\n`;
}

/** Numbers from 0 to 1 that are the same in every run. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}
