import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';

const packageSchema = z.object({ name: z.string(), version: z.string(), license: z.string().optional() });

/**
 * Writes the licences of the packages that a bundle holds into one file: theirs ask that they go where the code goes.
 *
 * `inputs` are paths of files that went into the bundle, relative to `root`.
 */
export async function writeLicences(root: string, file: string, inputs: readonly string[]): Promise<void> {
  const folders = new Set(
    inputs.flatMap((input) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0] ?? []),
  );
  const parts: string[] = [];
  for (const folder of [...folders].toSorted()) parts.push(await licenceOf(join(root, folder)));
  await writeFile(
    file,
    `The bundled files beside this one hold code of these packages.\n\n${parts.join('\n')}`,
  );
}

async function licenceOf(folder: string): Promise<string> {
  const { name, version, license } = packageSchema.parse(
    JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')),
  );
  const found = (await readdir(folder)).find((entry) => /^licen[cs]e(?:\.(?:md|txt))?$/i.test(entry));
  if (found === undefined && license === undefined) {
    throw new Error(`${name} ${version} says nothing of its licence, so its code cannot be given on.`);
  }
  const text = found === undefined ? '' : `${(await readFile(join(folder, found), 'utf8')).trim()}\n`;
  return `## ${name} ${version} (${license ?? 'see below'})\n\n${text}`;
}
