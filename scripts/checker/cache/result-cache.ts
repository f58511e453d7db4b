import { hash, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FamilyResult, Judgement } from '../engine/judge-family.ts';
import { reasonOf } from '../operational-error.ts';
import { makeCacheFolder } from './cache-folder.ts';
import { mapsAsLists } from './name-family.ts';

/** Results of families, kept from run to run by the content of everything they rest on. */
export interface ResultCache {
  /** By the name that `nameFamily` gives. */
  readonly get: (name: string) => FamilyResult | undefined;
  /** `json` is the result written out, where somebody has done that already. */
  readonly put: (name: string, result: FamilyResult, json?: string) => void;
  /**
   * Keeps what this run used, and of the other families of the project what was kept before; gives back why it could
   * not, where it could not.
   */
  readonly save: (keys: ReadonlySet<string>) => string | undefined;
}

/**
 * Opens what is kept of runs by the same judgement and the same program.
 *
 * A file that is not there, not whole or not ours is as good as none: each entry is believed only with its checksum.
 */
export function openResultCache(place: string, judgement: Judgement, program: string): ResultCache {
  const file = join(place, `${nameOfJudgement(judgement, program)}${ending}`);
  const kept = readEntries(file);
  const used = new Set<string>();
  const added = new Map<string, { readonly key: string; readonly line: Buffer }>();
  return {
    get: (name) => {
      const json = kept.get(name)?.json();
      if (json === undefined) return undefined;
      used.add(name);
      return JSON.parse(json) as FamilyResult;
    },
    put: (name, result, json = JSON.stringify(result)) => {
      // A rule that broke may judge the next time.
      if (result.crashes.length > 0) return;
      const { key } = result;
      added.set(name, { key, line: entryOf(name, key, json) });
    },
    save: (keys) => {
      try {
        makeCacheFolder(place);
        if (added.size > 0) {
          const fresh = [...added.values()];
          const judged = new Set([
            ...fresh.map(({ key }) => key),
            ...Array.from(used, (name) => kept.get(name)?.key),
          ]);
          const others = [...kept].filter(
            ([name, { key }]) => used.has(name) || (keys.has(key) && !judged.has(key)),
          );
          replaceFile(file, [...others.map(([, { line }]) => line), ...fresh.map(({ line }) => line)]);
        } else if (used.size > 0) {
          const now = new Date();
          utimesSync(file, now, now);
        }
        removeOldFiles(place);
        return undefined;
      } catch (error) {
        return reasonOf(error);
      }
    },
  };
}

const ending = '.results';

/** What is kept of one family. */
interface Entry {
  readonly key: string;
  /** As it stands in the file. */
  readonly line: Buffer;
  /** `undefined` where the checksum does not hold. */
  readonly json: () => string | undefined;
}

/** A line is the name, the checksum and the key of a family, and its result as JSON, parted by tabs. */
function entryOf(name: string, key: string, json: string): Buffer {
  const rest = Buffer.from(`${JSON.stringify(key)}\t${json}\n`);
  return Buffer.concat([Buffer.from(`${name}\t${checksumOf(rest)}\t`), rest]);
}

function readEntries(file: string): ReadonlyMap<string, Entry> {
  const entries = new Map<string, Entry>();
  let content: Buffer;
  try {
    content = readFileSync(file);
  } catch {
    return entries;
  }
  let at = 0;
  for (let end = content.indexOf(lineEnd, at); end !== -1; end = content.indexOf(lineEnd, at)) {
    const line = content.subarray(at, end + 1);
    at = end + 1;
    const head = /^([0-9a-f]{64})\t([0-9a-f]{40})\t("(?:[^"\\]|\\.)*")\t/.exec(
      line.toString('latin1', 0, 2000),
    );
    if (head === null) continue;
    const [whole, name = '', checksum, key = ''] = head;
    const restAt = whole.length - key.length - 1;
    entries.set(name, {
      key: JSON.parse(Buffer.from(key, 'latin1').toString()) as string,
      line,
      json: () =>
        checksumOf(line.subarray(restAt)) === checksum ? line.toString('utf8', whole.length) : undefined,
    });
  }
  return entries;
}

const lineEnd = 0x0a;

function checksumOf(bytes: Buffer): string {
  return hash('sha1', bytes);
}

/** Another run may read or write at the same time: it sees the old file or the new one, never a half. */
function replaceFile(file: string, lines: readonly Buffer[]): void {
  const draft = `${file}.${randomUUID()}`;
  try {
    writeFileSync(draft, Buffer.concat(lines));
    renameSync(draft, file);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

/** Files beyond these belong to settings, rules or a program that nobody has used for long. */
const mostFiles = 8;

function removeOldFiles(place: string): void {
  const files = readdirSync(place)
    .filter((name) => name.includes(ending))
    .map((name) => ({ name, time: statSync(join(place, name), { throwIfNoEntry: false })?.mtimeMs ?? 0 }))
    .toSorted((one, other) => other.time - one.time);
  for (const { name } of files.slice(mostFiles)) rmSync(join(place, name), { force: true });
}

/** A name for all that results rest on beside the pages: what another judgement or program came to is of no use. */
export function nameOfJudgement({ rules, ...rest }: Judgement, program: string): string {
  const ids = rules.map((rule) => rule.id);
  return hash('sha256', JSON.stringify([program, ids, rest], mapsAsLists)).slice(0, 32);
}
