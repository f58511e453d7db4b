import { describe, expect, it } from 'vitest';
import { commandsIn, obeyed } from '../reporters/obeyed.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { runLockstep } from './run-lockstep.ts';

const evil = '\u001B]0;owned\u0007\u009B2J\u202E ##[error]owned ##vso[task.complete]owned';
const name = `::error::${evil}`;
const source = `---\ntitle: "${evil}"\n---\n\n# Add ::error::\n\n1. Select **${evil}**.\n2. Wait 5 days.\n`;
const translation = `# Lägg till\n\n::error::owned 6 ${evil}\n\n1. Välj **Kunder** .\n`;
const settings = {
  sourceLocale: 'en',
  pages: ['{path}.md', 'translated/{locale}/{path}.md'],
  sourceRevision: { frontMatter: 'source' },
};

/** A project that a stranger has made, in every place that a command could print. */
const hostile = {
  'lockstep.config.json': JSON.stringify(settings),
  [`${name}.md`]: source,
  [`translated/sv/${name}.md`]: translation,
  [`translated/sv/other ${name}.md`]: translation,
  [`translated/sv/broken ${name}.md`]: '\0',
};

describe('a project of a stranger commands neither the terminal nor the log of a build', () => {
  it.each([
    [['check']],
    [['check', '--verbose']],
    [['check', '--fix']],
    [['check', '--format=json']],
    [['check', '--format=sarif']],
    [['check', '--format=junit']],
    [['check', '--format=markdown']],
    [['check', '--format=html']],
    [['check', `${name}.rst`]],
    [['check', `--config=${name}.json`]],
    [['check', `--rule=${evil}`]],
    [['check', `--${evil}`]],
    [[name]],
    [['check', `--format=json=${name}.json`]],
    [['check', `--baseline=${name}.json`]],
    [['baseline', `--output=${name}.json`]],
    [['pair', `${name}.md`, `translated/sv/${name}.md`]],
    [['pair', `${name}.md`, `translated/sv/broken ${name}.md`]],
    [['stamp', 'translated']],
    [['stamp', `translated/sv/${name}.md`]],
    [['stamp', `translated/sv/other ${name}.md`]],
    [['explain', name]],
    [['status']],
    [['status', '--format=json']],
    [['status', '--format=html']],
    [['init', '--print']],
    [['init']],
  ])('by %j', async (args) => {
    const { stdout, stderr } = await runLockstep(temporaryFolder(hostile), args);
    expect(stdout + stderr).not.toBe('');
    for (const text of [stdout, stderr]) {
      expect(text).not.toMatch(obeyed);
      expect(commandsIn(text)).toEqual([]);
    }
  });

  it.each([
    ['wrong settings', { ...settings, [name]: name, pages: evil, ignore: name }],
    ['a glossary', { ...settings, glossary: `${name}.json` }],
    ['labels', { ...settings, labels: `${name}{locale}.json` }],
    ['a baseline', { ...settings, baseline: `${name}.json` }],
    ['messages', { ...settings, messages: `${name}/{locale}.json` }],
    ['patterns', { ...settings, pages: `${name}/{locale}/{path}.md` }],
  ])('by %s', async (_, own) => {
    const folder = temporaryFolder({ ...hostile, 'lockstep.config.json': JSON.stringify(own, null, 2) });
    for (const command of ['check', 'baseline']) {
      const { stdout, stderr } = await runLockstep(folder, [command]);
      expect(stdout + stderr).not.toMatch(obeyed);
      expect(commandsIn(stdout + stderr)).toEqual([]);
    }
  });

  it('by settings that are no JSON, or code that breaks', async () => {
    for (const file of ['lockstep.config.json', 'lockstep.config.mjs']) {
      const folder = temporaryFolder({ [file]: `throw new Error(${JSON.stringify(`x\n${name}`)});` });
      const { stderr, code } = await runLockstep(folder, ['check']);
      expect(code).toBe(2);
      expect(stderr).not.toMatch(obeyed);
      expect(commandsIn(stderr)).toEqual([]);
    }
  });
});
