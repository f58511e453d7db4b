import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { remark } from 'remark';
import { VFile } from 'vfile';
import { reporter } from 'vfile-reporter';
import { describe, expect, it } from 'vitest';
import remarkLockstep, { type RemarkLockstepOptions } from '../../../scripts/checker/integration/remark.ts';
import { garbledPage, pages, project, settings } from '../cli/pages.ts';
import { temporaryFolder, writeInto } from '../temporary-folder.ts';

const swedish = 'content/sv-SE/add.md';

/** Runs remark with the plugin over a text, as it does in an editor that has opened the folder. */
async function lint(
  folder: string,
  path: string,
  text: string,
  options: RemarkLockstepOptions = {},
): Promise<VFile> {
  const file = new VFile({ cwd: folder, path, value: text });
  return remark().use(remarkLockstep, options).process(file);
}

describe('the remark plugin', () => {
  it('puts what is found on a page into messages that reporters print', async () => {
    const folder = temporaryFolder({ ...project, [swedish]: garbledPage });
    const file = await lint(folder, swedish, garbledPage);
    expect(file.messages).toHaveLength(1);
    expect(file.messages[0]).toMatchObject({
      reason: expect.stringContaining('`VÃ¤lj`'),
      place: { start: { line: 7, column: 4, offset: 64 }, end: { line: 7, column: 9, offset: 69 } },
      ruleId: 'mojibake',
      source: 'lockstep',
      fatal: true,
      note: expect.stringMatching(/^\S.*\.$/),
      url: expect.stringMatching(/^file:.*#mojibake$/),
      actual: 'VÃ¤lj',
      expected: ['Välj'],
    });
    expect(reporter(file, { color: false })).toMatch(
      /^content\/sv-SE\/add\.md\n7:4-7:9 +error +.* mojibake +lockstep\n/,
    );
  });

  it('judges the text as it is in the editor, against the source on the disk', async () => {
    const folder = temporaryFolder(project);
    const without = pages[swedish].replace('2. Välj **Lägg till kund**.\n', '');
    const [message, ...more] = (await lint(folder, swedish, without)).messages;
    expect(message).toMatchObject({
      ruleId: 'missing-step',
      place: { line: 7 },
      fatal: true,
      note: expect.stringMatching(/\nthe source: content\/en-US\/add\.md:8:4$/),
    });
    expect(message?.expected).toBeUndefined();
    expect(more).toEqual([]);
    expect((await lint(folder, swedish, pages[swedish])).messages).toEqual([]);
  });

  it('sees what has changed on the disk since the last run', async () => {
    const folder = temporaryFolder(project);
    const rules = async (): Promise<readonly unknown[]> =>
      (await lint(folder, swedish, pages[swedish])).messages.map(({ ruleId }) => ruleId);
    expect(await rules()).toEqual([]);
    const source = pages['content/en-US/add.md'];
    writeInto(folder, 'content/en-US/add.md', `${source}4. Select **Submit**.\n`);
    expect(await rules()).toEqual(['missing-step']);
    writeInto(
      folder,
      'lockstep.config.json',
      JSON.stringify({ ...settings, rules: { 'missing-step': 'off' } }),
    );
    expect(await rules()).toEqual([]);
  });

  it('looks at source pages, and tells what concerns all pages', async () => {
    const folder = temporaryFolder({
      ...project,
      'content/en-US/link.md': '# Links\n\nSee [there](gone.md).\n',
    });
    const { messages } = await lint(folder, 'content/en-US/link.md', '# Links\n\nSee [there](gone.md).\n');
    expect(messages.map(({ ruleId, line }) => [ruleId, line])).toEqual([['broken-link', 3]]);
  });

  it('leaves files alone that are no pages of the settings, and texts from nowhere', async () => {
    const folder = temporaryFolder({ ...project, 'README.md': '# VÃ¤lj\n' });
    expect((await lint(folder, 'README.md', '# VÃ¤lj\n')).messages).toEqual([]);
    expect((await lint(folder, '../elsewhere.md', '# VÃ¤lj\n')).messages).toEqual([]);
    const nowhere = new VFile({ cwd: folder, value: '# VÃ¤lj\n' });
    expect((await remark().use(remarkLockstep).process(nowhere)).messages).toEqual([]);
  });

  it('finds the settings above the folder that a program runs in, or takes those that it is given', async () => {
    const folder = temporaryFolder({ ...project, [swedish]: garbledPage });
    const below = await lint(join(folder, 'content'), 'sv-SE/add.md', garbledPage);
    expect(below.messages.map(({ ruleId }) => ruleId)).toEqual(['mojibake']);
    rmSync(join(folder, 'lockstep.config.json'));
    const given = await lint(folder, swedish, garbledPage, { folder: '.', settings, rules: ['mojibake'] });
    expect(given.messages.map(({ ruleId }) => ruleId)).toEqual(['mojibake']);
  });

  it.each([
    ['there are no settings', pages, {}, /^There are no settings here/],
    [
      'settings do not fit',
      { ...pages, 'lockstep.config.json': '{ "page": "x" }' },
      {},
      /^The settings do not fit/,
    ],
    ['a rule is unknown', project, { rules: ['mojibak'] }, /^There is no rule `mojibak`/],
    [
      'there is nothing to compare',
      { [swedish]: pages[swedish], 'lockstep.config.json': project['lockstep.config.json'] },
      {},
      /^There is nothing to compare/,
    ],
  ])('fails a page where %s, and says what to do', async (_, files, options, reason) => {
    const { messages } = await lint(temporaryFolder(files), swedish, pages[swedish], options);
    expect(messages).toMatchObject([
      {
        reason: expect.stringMatching(reason),
        ruleId: 'cannot-check',
        source: 'lockstep',
        fatal: true,
        note: expect.any(String),
      },
    ]);
  });

  it('checks once for all files of a run', async () => {
    const names = Array.from({ length: 40 }, (_, at) => `page-${at}.md`);
    const folder = temporaryFolder({
      ...project,
      ...Object.fromEntries(names.map((name) => [`content/en-US/${name}`, `# Page ${name.length}\n`])),
      ...Object.fromEntries(
        names.map((name) => [`content/sv-SE/${name}`, `# Sida ${name.length}\n\nVÃ¤lj.\n`]),
      ),
    });
    const files = await Promise.all(
      names.map((name) => lint(folder, `content/sv-SE/${name}`, `# Sida ${name.length}\n\nVÃ¤lj.\n`)),
    );
    expect(
      files.flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId)).filter((id) => id === 'mojibake'),
    ).toHaveLength(40);
  });
});
