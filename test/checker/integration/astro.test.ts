import { build } from 'astro';
import { describe, expect, it, vi } from 'vitest';
import { lockstep } from '../../../scripts/checker/integration/astro.ts';
import { garbledPage, project } from '../cli/pages.ts';
import { temporaryFolder } from '../temporary-folder.ts';

describe('the Astro integration', () => {
  it('stops a build at an error, with the report', async () => {
    const written = await buildOutput({ ...project, 'content/sv-SE/add.md': garbledPage });
    expect(written.error).toMatchObject({
      message: 'The check found errors in the pages; the report is above. Fix them and build again.',
      hint: expect.stringContaining('lockstep check'),
    });
    expect(written.stdout).toContain('content/sv-SE/add.md:7:4-7:9  error mojibake');
  });

  it('stops a build that has nothing to compare', async () => {
    const { error } = await buildOutput({ 'lockstep.config.json': project['lockstep.config.json'] });
    expect(error).toMatchObject({ message: expect.stringContaining('There is nothing to compare') });
  });

  it('lets a build go on where pages are in step', async () => {
    const { stdout, error } = await buildOutput({ ...project, 'src/pages/index.md': '# Welcome\n' });
    expect(error).toBeUndefined();
    expect(stdout).toContain('nothing to fix');
  });
});

async function buildOutput(
  files: Readonly<Record<string, string>>,
): Promise<{ stdout: string; error: unknown }> {
  let stdout = '';
  const write = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    stdout += text;
    return true;
  });
  try {
    const root = temporaryFolder(files);
    await build({ root, configFile: false, logLevel: 'silent', integrations: [lockstep()] });
    return { stdout, error: undefined };
  } catch (error) {
    return { stdout, error };
  } finally {
    write.mockRestore();
  }
}
