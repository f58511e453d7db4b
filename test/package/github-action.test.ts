import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { validateAction, validateWorkflow } from '@action-validator/core';
import { describe, expect, it } from 'vitest';
import { garbledPage, project } from '../checker/cli/pages.ts';
import { entry } from '../checker/cli/run-lockstep.ts';
import { temporaryFolder } from '../checker/temporary-folder.ts';
import { readAction, runStep } from './composite-step.ts';

const root = join(import.meta.dirname, '../..');
const actionPath = join(root, '.github/actions/lockstep');
const file = join(actionPath, 'action.yml');
const action = readAction(file);

/** A program in place of Lockstep that says with what it was called. */
const listening = {
  'listen.mjs': 'process.stdout.write(`${JSON.stringify(process.argv.slice(2))}\\n`);\n',
};

/** What a shell would take for commands, a glob and an escape. */
function hostile(name: string): string {
  return `${name}"; touch stolen; $(touch stolen) \`touch stolen\` '* \\`;
}

describe('the GitHub Action', () => {
  it('is an action as GitHub defines them, and so are our workflows', () => {
    expect(validateAction(readFileSync(file, 'utf8')).errors).toEqual([]);
    const workflow = readFileSync(join(root, '.github/workflows/test.yml'), 'utf8');
    expect(validateWorkflow(workflow).errors).toEqual([]);
    expect(validateAction('name: Lockstep\nruns: { using: compsite, steps: [] }\n').errors).not.toEqual([]);
  });

  it('takes other actions by their commit, and inputs into no text of a script', () => {
    const uses = action.runs.steps.flatMap((step) => step.uses ?? []);
    expect(uses).toEqual([expect.stringMatching(/^[\w-]+\/[\w-]+@[0-9a-f]{40}$/)]);
    expect(action.runs.steps.map(({ run }) => run ?? '').join('\n')).not.toContain('${{');
  });

  it('annotates what it finds, writes a summary and says how much there is', () => {
    const workspace = temporaryFolder({ ...project, 'content/sv-SE/add.md': garbledPage });
    const { stdout, code, outputs, summary } = runStep(action, { path: entry }, { workspace, actionPath });
    expect(stdout).toContain(
      '::error file=content/sv-SE/add.md,line=7,endLine=7,col=4,endColumn=9,title=mojibake::',
    );
    expect(code).toBe(1);
    expect(outputs).toEqual({
      'exit-code': '1',
      errors: '1',
      warnings: '0',
      notes: '0',
      report: join(workspace, '.runner/lockstep-report.json'),
    });
    expect(summary).toMatch(/^### Lockstep\n/);
    expect(summary).toContain('`mojibake`');
    expect(Object.keys(action.outputs).toSorted()).toEqual(Object.keys(outputs).toSorted());
  });

  it('runs the Lockstep beside it where a project has none', () => {
    const workspace = temporaryFolder(project);
    expect(runStep(action, {}, { workspace, actionPath })).toMatchObject({
      stdout: 'Compared 2 translations with their sources: nothing to fix.\n',
      code: 0,
      outputs: { 'exit-code': '0', errors: '0' },
    });
  });

  it('runs the Lockstep that the project has installed, from a folder above too', () => {
    const workspace = temporaryFolder({
      'node_modules/lockstep/dist-cli/lockstep.js': 'console.log(`installed: ${process.argv[2]}`);\n',
      'docs/lockstep.config.json': '{}',
    });
    const folder = join(workspace, 'docs');
    expect(runStep(action, {}, { workspace, folder, actionPath }).stdout).toBe('installed: check\n');
  });

  it('names places from the root of the repository where the pages lie in a folder of it', () => {
    const files = { ...project, 'content/sv-SE/add.md': garbledPage };
    const workspace = temporaryFolder(
      Object.fromEntries(Object.entries(files).map(([path, text]) => [`docs/${path}`, text])),
    );
    const folder = join(workspace, 'docs');
    const { stdout, outputs } = runStep(
      action,
      { path: entry, 'sarif-file': 'lockstep.sarif' },
      { workspace, folder, actionPath },
    );
    expect(stdout).toContain('::error file=docs/content/sv-SE/add.md,line=7,');
    expect(readFileSync(join(folder, 'lockstep.sarif'), 'utf8')).toContain(
      '"uri":"docs/content/sv-SE/add.md"',
    );
    expect(JSON.parse(readFileSync(String(outputs['report']), 'utf8'))).toMatchObject({
      findings: [{ path: 'content/sv-SE/add.md' }],
    });
  });

  it('says that the check could not run where it could not', () => {
    const { stdout, stderr, code, outputs, summary } = runStep(
      action,
      { path: entry },
      { workspace: temporaryFolder(), actionPath },
    );
    expect(stdout).toBe('::error title=Lockstep::The check could not run; the log of this step says why.\n');
    expect(stderr).toMatch(/^lockstep: There are no settings here/);
    expect([code, outputs, summary]).toEqual([2, { 'exit-code': '2' }, '']);
  });

  it('gives every input to the command as one argument, whatever it holds', () => {
    const workspace = temporaryFolder(listening);
    const { stdout, code } = runStep(
      action,
      {
        path: 'listen.mjs',
        config: hostile('config'),
        'fail-on': hostile('fail-on'),
        base: hostile('base'),
        format: hostile('format'),
        'sarif-file': hostile('sarif'),
        args: `--locale\n${hostile('sv')}\n\nARGUMENTS\n  two words\n`,
      },
      { workspace, actionPath },
    );
    expect(JSON.parse(stdout)).toEqual([
      'check',
      `--format=${hostile('format')}`,
      `--format=json=${join(workspace, '.runner/lockstep-report.json')}`,
      `--format=markdown=${join(workspace, '.runner/lockstep-summary.md')}`,
      `--format=sarif=${hostile('sarif')}`,
      `--config=${hostile('config')}`,
      `--fail-on=${hostile('fail-on')}`,
      `--base=${hostile('base')}`,
      '--locale',
      hostile('sv'),
      'ARGUMENTS',
      '  two words',
    ]);
    expect(code).toBe(0);
    expect(existsSync(join(workspace, 'stolen'))).toBe(false);
  });

  it('takes no command from a path either', () => {
    const workspace = temporaryFolder(listening);
    const { code } = runStep(action, { path: '$(touch stolen); listen.mjs' }, { workspace, actionPath });
    expect(code).toBe(1);
    expect(existsSync(join(workspace, 'stolen'))).toBe(false);
  });
});
