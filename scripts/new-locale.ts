/** Begins the translation into a new language: `npm run new-locale -- de-DE`. */
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { localeNames, siteLocales, sourceLocale } from '../src/domain/locale/locales.ts';
import { OperationalError } from './checker/operational-error.ts';
import { finishInSettings, finishInSiteLocales } from './new-locale/add-to-lists.ts';
import { planLocale, siteList } from './new-locale/plan-locale.ts';

const usage = 'npm run new-locale -- TAG [--name "NAME"] [--dry-run], or npm run new-locale -- TAG --finish';
const root = process.cwd();
const read = (path: string): string | undefined =>
  existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : undefined;

try {
  const { spelling, name, isDry, isFinish } = readArguments();
  if (isFinish) finish(spelling);
  else begin(spelling, name, isDry);
} catch (error) {
  if (!(error instanceof OperationalError)) throw error;
  console.error(`new-locale: ${error.message}\n  ${error.hint}`);
  process.exitCode = 2;
}

function begin(spelling: string, name: string | undefined, isDry: boolean): void {
  const messageFiles = globSync('*.json', { cwd: join(root, 'locales', sourceLocale) }).toSorted();
  const project = { sourceLocale, locales: siteLocales, messageFiles, read };
  const plan = planLocale(project, spelling, name);
  const { locale } = plan;
  if (locale !== spelling) console.log(`\`${spelling}\` is written \`${locale}\`.`);
  for (const [path, text] of plan.writes) {
    if (!isDry) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    console.log(`${isDry ? 'Would write' : 'Wrote'} ${path}`);
  }
  if (!isDry) mkdirSync(join(root, 'content', locale), { recursive: true });
  console.log(`${isDry ? 'Would make' : 'Made'} content/${locale}/`);
  if (isDry) return;
  const example = 'add-a-new-customer';
  console.log(`
${plan.name} (${locale}) is in progress: what is not translated yet is shown in ${localeNames[sourceLocale]}.

  1. Translate the empty texts in locales/${locale}/, labels.json first.
  2. Name the terms in locales/glossary.json.
  3. Copy a page from content/${sourceLocale}/ to content/${locale}/, translate it, and note what it was made from:
       npm run lockstep -- stamp content/${locale}/${example}.mdx
  4. Look at it: npm run dev, then /${locale.toLowerCase()}/
  5. See what is left: npm run lockstep -- check --locale ${locale}
  6. When nothing is: npm run new-locale -- ${locale} --finish

README.md tells the whole way under "Translate into a new language".`);
}

function finish(spelling: string): void {
  const locale = siteLocales.find((known) => known.toLowerCase() === spelling.toLowerCase());
  if (locale === undefined) {
    throw new OperationalError(
      `\`${spelling}\` is none of the guide's locales: ${siteLocales.join(', ')}.`,
      'Begin it first: npm run new-locale -- TAG.',
    );
  }
  for (const [path, edit] of [
    [siteList, finishInSiteLocales],
    ['package.json', finishInSettings],
  ] as const) {
    const text = read(path) ?? '';
    const edited = edit(text, locale);
    if (edited === text) continue;
    writeFileSync(join(root, path), edited);
    console.log(`Wrote ${path}`);
  }
  console.log(`${localeNames[locale]} is held to all that finished languages are held to: npm run check`);
}

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { name: { type: 'string' }, 'dry-run': { type: 'boolean' }, finish: { type: 'boolean' } },
    });
    const [spelling, ...more] = positionals;
    if (spelling === undefined || more.length > 0)
      throw new Error(spelling === undefined ? 'No locale is named' : 'More than one locale is named');
    if (values.name?.trim() === '') throw new Error('The name is empty');
    // Without `--` npm takes the flag for its own.
    const isDry = values['dry-run'] === true || process.env['npm_config_dry_run'] === 'true';
    return { spelling, name: values.name?.trim(), isDry, isFinish: values.finish === true };
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.split('. ')[0] : String(cause);
    throw new OperationalError(`${reason}.`, `Write ${usage}.`, { cause });
  }
}
