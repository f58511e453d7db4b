import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { temporaryFolder } from '../temporary-folder.ts';
import { pages, project } from './pages.ts';
import { runLockstep } from './run-lockstep.ts';

const disk = vi.hoisted(() => ({ isFull: false }));

vi.mock(import('node:fs'), async (importOriginal) => {
  const original = await importOriginal();
  const writeFileSync: typeof original.writeFileSync = (file, data, options) => {
    if (!disk.isFull) return original.writeFileSync(file, data, options);
    throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
  };
  return { ...original, writeFileSync, default: { ...original, writeFileSync } };
});

const path = 'content/sv-SE/add.md';
const spaced = pages[path].replace('**Kunder**.', '**Kunder** .');

describe('a disk that is full', () => {
  it.each([
    [['stamp', path], `Could not write \`${path}\`: the disk is full.`],
    [['check', '--fix'], `Could not write \`${path}\`: the disk is full.`],
    [['baseline'], 'Could not write the baseline to `lockstep.baseline.json`: the disk is full.'],
    [['check', '--format=json=out.json'], 'Could not write the report to `out.json`: the disk is full.'],
    [['init'], 'Could not write lockstep.config.json: the disk is full.'],
  ])('is named by %j, and every file stays as it was', async (args, message) => {
    const { 'lockstep.config.json': settings, ...others } = project;
    const folder = temporaryFolder({
      ...others,
      [path]: spaced,
      ...(args[0] !== 'init' && { 'lockstep.config.json': settings }),
    });
    const before = readdirSync(folder, { recursive: true }).toSorted();
    disk.isFull = true;
    const { stderr, code } = await runLockstep(folder, [
      ...args,
      ...(args[0] === 'check' ? ['--no-cache'] : []),
    ]);
    disk.isFull = false;
    expect(stderr).toContain(`lockstep: ${message}\n`);
    expect(code).toBe(2);
    expect(readFileSync(join(folder, path), 'utf8')).toBe(spaced);
    const after = readdirSync(folder, { recursive: true }).toSorted();
    expect(after.filter((name) => !name.includes('.lockstep-cache'))).toEqual(before);
  });
});
