import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadSettings } from '../../../scripts/checker/config/load-settings.ts';
import { rules } from '../../../scripts/checker/rules/index.ts';
import { checkWorkspace } from '../../../scripts/checker/workspace/check-workspace.ts';
import { diskTree } from '../../../scripts/checker/workspace/file-tree.ts';
import { stages } from '../../../src/domain/customer/form-state.ts';
import { stepsOf } from '../../../src/domain/customer/guide-steps.ts';
import practicePlaces from '../../../src/domain/customer/practice-places.json' with { type: 'json' };
import { finishedLocales } from '../../../src/domain/locale/locales.ts';
import { source } from './own-pages.ts';

const folder = join(import.meta.dirname, '../../..');
const asked = rules.filter(({ id }) => id === 'missing-anchor' || id === 'missing-required-message');

test('steps, rules, names and messages that the form needs are missed once no language has them', async () => {
  const steps = stages.flatMap((stage) => stepsOf(stage).map(({ anchor }) => anchor));
  const gone = [steps[0] ?? '', 'rule-state', steps.at(-1) ?? '', 'rule-phone-hint', 'rule-cost-management'];
  const page = gone.reduce(withoutId, source.text);
  expect(page.split('\n')).toHaveLength(source.text.split('\n').length - gone.length);
  const files = finishedLocales.flatMap((locale) => [
    [`locales/${locale}/form.json`, ['intro.review', 'fields.addressLine2']] as const,
    [`locales/${locale}/issues.json`, ['issues.city.missing']] as const,
    [`locales/${locale}/labels.json`, ['phoneNumber', 'subscriptions']] as const,
  ]);
  const changed = new Map([
    [source.path, page],
    ...files.map(([path, ids]) => [path, withoutMessages(path, ids)] as const),
  ]);

  const customer = 'src/domain/customer';
  expect(await findingsWith(changed)).toEqual([
    `error missing-anchor ${source.path}: Ids \`select-customers\`, \`done\`, \`rule-state\` and 2 more are missing, which ` +
      `\`${customer}/guide-steps.json#steps\`, \`${customer}/issue-rules.json\`, ` +
      `\`${customer}/remarks/remark-rules.json\` and 2 more name`,
    'error missing-required-message locales/en-US/form.json: Messages `intro.review` and `fields.addressLine2` ' +
      `are missing, which \`${customer}/guide-steps.json#steps\` and \`src/i18n/form-names.json#fieldWords.*\` name`,
    'error missing-required-message locales/en-US/issues.json: Message `issues.city.missing` is missing, which ' +
      `\`${customer}/issue-rules.json\` names`,
    'error missing-required-message locales/en-US/labels.json: Messages `phoneNumber` and `subscriptions` are missing, ' +
      'which `src/i18n/form-names.json#fieldLabels.*` and `src/i18n/form-names.json#stageLabels.*` name',
  ]);
});

test('a section that leads to the form is missed on its page, whichever page that is', async () => {
  const settings = await loadSettings(folder);
  const required = settings.requiredAnchors?.flatMap(({ pages, ids }) =>
    typeof ids === 'string' ? [[pages, ids]] : [],
  );
  const changed = new Map<string, string>();
  for (const [page, places] of Object.entries(practicePlaces)) {
    expect(required).toContainEqual([page, `src/domain/customer/practice-places.json#${page}`]);
    const path = `content/en-US/${page}.mdx`;
    const text = new TextDecoder().decode(diskTree(folder).read(path));
    const [anchor = ''] = Object.values(places).flat();
    expect(text).toContain(`/* #${anchor} */`);
    changed.set(path, withoutId(text, anchor));
  }
  const findings = await findingsWith(changed);
  expect(findings.map((finding) => finding.replace(/: .*/, ''))).toEqual(
    [...changed.keys()].toSorted().map((path) => `error missing-anchor ${path}`),
  );
});

/** What the check says of our files, some of them with other texts. */
async function findingsWith(changed: ReadonlyMap<string, string>): Promise<readonly string[]> {
  const disk = diskTree(folder);
  const tree = {
    ...disk,
    read: (path: string) => {
      const text = changed.get(path);
      return text === undefined ? disk.read(path) : new TextEncoder().encode(text);
    },
  };
  const settings = await loadSettings(folder);
  const { report } = await checkWorkspace(folder, settings, asked, {}, { tree, isCached: false, threads: 1 });
  return report.findings.map(
    ({ severity, rule, path, message }) => `${severity} ${rule} ${path}: ${message}`,
  );
}

function withoutId(text: string, id: string): string {
  const line = text.split('\n').find((each) => each.includes(`/* #${id} */`)) ?? '';
  return text.replace(`${line}\n`, '');
}

/** A file of messages without some of them. */
function withoutMessages(path: string, ids: readonly string[]): string {
  const messages: unknown = JSON.parse(new TextDecoder().decode(diskTree(folder).read(path)));
  for (const id of ids) {
    const keys = id.split('.');
    const last = keys.pop() ?? '';
    // Every key but the last leads to a group of messages.
    const group = keys.reduce(
      (inner, key) => inner[key] as Record<string, unknown>,
      messages as Record<string, unknown>,
    );
    expect(group).toHaveProperty([last]);
    delete group[last];
  }
  return JSON.stringify(messages, undefined, 2);
}
