import { describe, expect, it } from 'vitest';
import type { Report } from '../../../src/domain/report/report.ts';
import { runLockstep } from '../cli/run-lockstep.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const settings = JSON.stringify({ sourceLocale: 'en-US', pages: ['{locale}/{path}.md'] });

const pages = {
  'sv-SE/invite.md': '---\nsource_hash: 4f1c\n---\n# Bjud in\n\n1. Välj **Kunder**.\n2. Välj **Bjud in**.\n',
  'zh-CN/invite.md':
    '---\nsource_hash: 4f1c\n---\n# 邀请\n\n1. 选择 **客户**。\n2. 选择 **邀请**。\n3. 等待答复。\n',
  'ru-RU/invite.md':
    '---\nsource_hash: 4f1c\n---\n# Приглашение\n\n1. Выберите **Клиенты**.\n2. Выберите **Пригласить**.\n3. Дождитесь ответа.\n',
};

describe('a tree without source pages', () => {
  it('holds three translations against each other', async () => {
    const folder = temporaryFolder({ 'lockstep.config.json': settings, ...pages });
    const { stdout, code } = await runLockstep(folder, ['check', '--format', 'json']);
    const report = JSON.parse(stdout) as Report;
    expect(report.findings.map(({ rule, path, message }) => [rule, path, message])).toEqual([
      [
        'odd-one-out',
        'sv-SE/invite.md',
        '`sv-SE` lacks the step that `ru-RU` and `zh-CN` have: `Дождитесь ответа.`',
      ],
    ]);
    expect(report.pages.map(({ state }) => state)).toEqual(['unknown', 'unknown', 'unknown']);
    expect(report.notCompared).toEqual([]);
    expect(code).toBe(1);
  });

  it('says which pages have too few others', async () => {
    const folder = temporaryFolder({
      'lockstep.config.json': settings,
      ...pages,
      'sv-SE/remove.md': '# Ta bort en kund\n',
    });
    const { stdout } = await runLockstep(folder, ['check', '--format', 'json']);
    const { notCompared } = JSON.parse(stdout) as Report;
    expect(notCompared.map(({ path }) => path)).toEqual(['sv-SE/remove.md']);
  });

  it('has nothing to compare with two translations', async () => {
    const folder = temporaryFolder({
      'lockstep.config.json': settings,
      'sv-SE/invite.md': pages['sv-SE/invite.md'],
      'zh-CN/invite.md': pages['zh-CN/invite.md'],
    });
    const { stderr, code } = await runLockstep(folder, ['check']);
    expect(stderr).toContain('none in the source locale `en-US`');
    expect(code).toBe(2);
  });
});
