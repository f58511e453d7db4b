import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../temporary-folder.ts';
import { garbledPage, pages, project } from './pages.ts';
import { runLockstep } from './run-lockstep.ts';

describe('--verbose', () => {
  it('shows which block answers which, how sure that is and why', async () => {
    const folder = temporaryFolder({
      'en.md': pages['content/en-US/add.md'],
      'sv.md': pages['content/sv-SE/add.md'].replace('2. Välj **Lägg till kund**.\n', ''),
    });
    const args = ['pair', 'en.md', 'sv.md', '--locale=sv', '--source-locale=en'];
    const { stdout, stderr } = await runLockstep(folder, [...args, '--verbose']);
    const [first, ...rows] = stderr.split('\n');
    expect(first).toMatch(/^sv\.md answers en\.md, score 0\.\d\d$/);
    expect(rows[0]).toMatch(
      /^ {2}5:1 = 5:1 {2}section {2}same {5}[01]\.\d\d {2}Lägg till en ny kund {2}\(.*position\)$/,
    );
    expect(stderr).toMatch(/^ {2}– +?= 8:1 {2}step {5}missing {2}0\.\d\d {2}Select Add customer\./m);
    expect(stdout).toBe((await runLockstep(folder, args)).stdout);
    expect((await runLockstep(folder, args)).stderr).toBe('');
  });

  it('shows pages with findings, or those that were asked about', async () => {
    const folder = temporaryFolder({ ...project, 'content/sv-SE/add.md': garbledPage });
    const shown = async (...args: readonly string[]): Promise<readonly string[]> => {
      const { stderr } = await runLockstep(folder, ['check', '--verbose', ...args]);
      return Array.from(stderr.matchAll(/^(\S+) answers/gm), ([, path = '']) => path);
    };
    expect(await shown()).toEqual(['content/sv-SE/add.md']);
    expect(await shown('content/zh-CN')).toEqual(['content/zh-CN/add.md']);
    expect(await shown('content')).toEqual(['content/sv-SE/add.md', 'content/zh-CN/add.md']);
  });
});
