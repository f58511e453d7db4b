// What a reader's browser loads, and when: budgets in gzip, by the chunks that import each other in the built site.
import { readdirSync, readFileSync } from 'node:fs';

const folder = 'dist/_astro';
const chunks = readdirSync(folder).filter((file) => file.endsWith('.js'));
const importsOf = new Map(
  chunks.map((file) => [file, importedBy(readFileSync(`${folder}/${file}`, 'utf8'))]),
);

const formPage = readFileSync('dist/en-us/add-a-new-customer/index.html', 'utf8');
const first = closureOf(chunks.filter((file) => formPage.includes(`/_astro/${file}`)));

/** Parts that are loaded when somebody needs them: what their chunks begin with, and their budgets. */
const parts = [
  {
    name: 'the stages behind the opening with their rules and names, once somebody is at work in the form',
    chunks: ['later-stages', 'form-rules', 'address'],
    limit: '27.5 kB',
  },
  {
    name: 'what is wrong with answers, with the rules, in five languages',
    chunks: ['issues'],
    limit: '13 kB',
  },
  { name: 'what reads a draft, once there is one', chunks: ['read-draft'], limit: '9.8 kB' },
  {
    name: 'what is told of partner types and roles, once one is chosen that cannot do all, with words in five languages',
    chunks: ['who-part', 'who'],
    limit: '6.3 kB',
  },
  {
    name: 'what exports answers, once it is opened, with its words in five languages',
    chunks: ['ExportPanel', 'exports'],
    limit: '8.3 kB',
  },
  {
    name: 'what shows a table of many customers, once it is opened, with its words in five languages',
    chunks: ['ManyPanel', 'many'],
    limit: '24 kB',
  },
  {
    name: 'what says of a kept draft from which row of a table it has come, with its words in five languages',
    chunks: ['KeptRow', 'many'],
    limit: '18 kB',
  },
  {
    name: 'the worker that checks tables, once one is chosen, with what tables are called in five languages',
    chunks: ['check-tables.worker'],
    limit: '49 kB',
  },
  {
    name: 'the practice customers with what reads them, once there is one, with words in five languages',
    chunks: ['customer-pages', 'customers'],
    limit: '25.5 kB',
  },
  {
    name: 'the practice service that answers Submit, at Review, with its words in five languages',
    chunks: ['service-part', 'service', 'refusals'],
    limit: '21 kB',
  },
  {
    name: 'the names of countries in five languages, at Account info',
    chunks: ['country-search'],
    limit: '11 kB',
  },
  {
    name: 'the names of states in five languages, at Account info',
    chunks: ['state-search'],
    limit: '6 kB',
  },
  {
    name: 'what finds remarks on a registration ID, once there is one',
    chunks: ['registration-id-remark'],
    limit: '6 kB',
  },
  {
    name: 'what finds remarks on a phone number, once there is one',
    chunks: ['phone-remark'],
    limit: '32 kB',
  },
  { name: 'what searches, on the search page alone', chunks: ['search'], limit: '2 kB' },
];

const stages = filesOf(parts[0]?.chunks ?? [], first);
const lazy = parts.map(({ name, chunks: beginnings, limit }, index) => ({
  name,
  limit,
  // What comes with the first page or the stages is there already.
  files: index === 0 ? stages : filesOf(beginnings, [...first, ...stages]),
}));

const known = new Set([...first, ...lazy.flatMap(({ files }) => files)]);
const unknown = chunks.filter((file) => !known.has(file));
if (unknown.length > 0)
  throw new Error(`No budget holds ${unknown.join(', ')}: name the part it belongs to.`);

/**
 * @param {readonly string[]} beginnings
 * @param {readonly string[]} loaded
 */
function filesOf(beginnings, loaded) {
  // A dot follows the name, or, where the chunk is a worker, a hyphen and the hash.
  const entries = chunks.filter((file) =>
    beginnings.some((name) => file.startsWith(`${name}.`) || file.startsWith(`${name}-`)),
  );
  if (entries.length === 0) throw new Error(`No chunk is called ${beginnings.join(' or ')} any more.`);
  return closureOf(entries).filter((file) => !loaded.includes(file));
}

/** @param {string} code */
function importedBy(code) {
  // Static imports alone: what `import()` loads is a part of its own.
  return [...code.matchAll(/(?:import|from)\s*["']\.\/([\w.-]+\.js)["']/g)].map(([, file]) => file ?? '');
}

/**
 * @param {readonly string[]} entries
 * @returns {string[]}
 */
function closureOf(entries) {
  const found = new Set(entries);
  for (const file of found) for (const next of importsOf.get(file) ?? []) found.add(next);
  return [...found];
}

/** @param {readonly string[]} files */
const paths = (files) => files.map((file) => `${folder}/${file}`);

export default [
  { name: 'JavaScript of a page with the form, at first', path: paths(first), limit: '35 kB', gzip: true },
  ...lazy.map(({ name, files, limit }) => ({ name, path: paths(files), limit, gzip: true })),
  { name: 'style sheets', path: `${folder}/*.css`, limit: '12 kB', gzip: true },
  { name: 'the largest page', path: 'dist/ru-ru/add-a-new-customer/index.html', limit: '32 kB', gzip: true },
];
