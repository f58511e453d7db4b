import type { Block, PageDocument } from '../../../../src/domain/document/page-document.ts';

/** How a code block has to be read: what of it a reader types, and what a translator may say in other words. */
export type CodeReading = 'code' | 'shell' | 'data' | 'markup' | 'text' | 'drawing';

/** The language of a code block. */
export interface CodeLanguage {
  /** One name for all that are kin: `bash`, `sh` and `console` are `shell`; empty where the page names none. */
  readonly name: string;
  /** As the page writes it; empty where it names none. */
  readonly written: string;
  readonly reading: CodeReading;
}

/**
 * The language that a fence names, whatever its case and form: `Python hl_lines="1"`, `{ .python .annotate }`.
 *
 * @example codeLanguageOf(page, block) // => { name: 'shell', written: 'console', reading: 'shell' }
 */
export function codeLanguageOf(document: PageDocument, block: Block): CodeLanguage {
  const written = writtenLanguage(document, block);
  const lower = written.toLowerCase().replace(/-interactive$/, '');
  const name = kin.get(lower) ?? lower;
  return { name, written, reading: readings.get(name) ?? (name === '' ? 'text' : 'code') };
}

function writtenLanguage(document: PageDocument, { span }: Block): string {
  const fence = /^[`~]{3,}[ \t]*([^\r\n]*)/.exec(document.text.slice(span.start.offset, span.end.offset));
  const info = (fence?.[1] ?? '').trim();
  const inBraces = /^\{\s*\.?([\w+#-]+)/.exec(info)?.[1];
  const first = inBraces ?? /^[^\s{,:;=]+(?=$|[\s{,:;])/.exec(info)?.[0] ?? '';
  return /^\p{L}/u.test(first) ? first : '';
}

const kin: ReadonlyMap<string, string> = new Map(
  Object.entries({
    shell: 'ash bash cli console fish ksh sh shell-session shellsession terminal zsh azurecli',
    powershell: 'azurepowershell ps ps1 pwsh posh',
    batch: 'bat cmd dos',
    javascript: 'cjs js jsx mjs node',
    typescript: 'cts mts ts tsx',
    python: 'py py3 pycon python3',
    yaml: 'yml',
    json: 'json5 jsonc',
    csharp: 'c# cs dotnet',
    cpp: 'c++ cc cxx',
    docker: 'dockerfile',
    go: 'golang',
    kotlin: 'kt kts',
    ruby: 'rb',
    rust: 'rs',
    html: 'htm xhtml vue svelte astro jinja jinja2 django handlebars hbs liquid razor cshtml',
    xml: 'svg xaml',
    make: 'makefile',
    ini: 'cfg conf dotenv env properties',
    text: 'ascii log none nohighlight no-highlight output plain plaintext txt',
    markdown: 'md mdx',
  }).flatMap(([name, others]) => others.split(' ').map((other): [string, string] => [other, name])),
);

const readings: ReadonlyMap<string, CodeReading> = new Map(
  Object.entries({
    shell: 'shell',
    batch: 'shell',
    powershell: 'shell',
    yaml: 'data',
    json: 'data',
    toml: 'data',
    ini: 'data',
    html: 'markup',
    xml: 'markup',
    text: 'text',
    markdown: 'text',
    rst: 'text',
    diff: 'text',
    csv: 'text',
    gherkin: 'text',
    tex: 'text',
    latex: 'text',
    mermaid: 'drawing',
    plantuml: 'drawing',
    dot: 'drawing',
    graphviz: 'drawing',
  } satisfies Record<string, CodeReading>),
);
