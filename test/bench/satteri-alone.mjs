/** The least that any check of Markdown does: reads every page of a folder, parses it with Sätteri, drops the tree. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { markdownToMdast } from 'satteri';

const folder = process.argv[2] ?? '.';
let blocks = 0;
for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
  if (file.endsWith('.md'))
    blocks += markdownToMdast(readFileSync(join(folder, file), 'utf8')).children.length;
}
process.stdout.write(`${blocks}\n`);
