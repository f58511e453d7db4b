import { describe, expect, test } from 'vitest';
import type { Dialect } from '../../../src/domain/document/page-document.ts';
import { parsePage } from '../../../src/domain/document/parse-page.ts';
import { changedPage } from '../changed-page.ts';
import type { ParityPage, ParityPair } from '../mutation.ts';
import { mutationKinds } from './index.ts';

const english = `# Add a customer

Read this page before you begin with a new customer.

See the [rules for names](#names) and \`Get-Customer\`. A name has 2 to 255 signs.

1. Sign in to Partner Center.
2. Select **Add customer**. Wait **calmly** until the page is there.

   > [!NOTE]
   > You see this page only with the right role.

3. Select **Submit order** at the end.

## Names

- Enter the whole legal name.
- Enter no short forms.

![The form](form.png)

\`\`\`powershell
Get-Customer -All
\`\`\`

## Countries

The form needs an ID in these countries.

- Armenia
- Belarus
- Brazil
- Türkiye

| Country | Digits |
| --- | --- |
| Armenia | 8 |
| Belarus | 9 |

## Next steps you can take

Enjoy the peace and quiet of a finished page.

Read the [instructions](guide.md), and set the term:

- P1M
`;

const swedish = `# Lägg till en kund

Läs den här sidan innan du börjar med en ny kund, och läs den gärna en gång till.

Se [reglerna för namn](#names) och \`Get-Customer\`. Ett namn har 2 till 255 tecken.

1. Logga in på Partnercenter.
2. Välj **Lägg till kund**. Vänta **lugnt** tills sidan visas.

   > [!NOTE]
   > Du ser sidan bara med rätt roll.

3. Välj **Skicka beställning** på slutet.

## Namn

- Ange hela det juridiska namnet.
- Ange inga ”kortformer”.

![Formuläret](form.png)

\`\`\`powershell
Get-Customer -All
\`\`\`

## Länder

Formuläret kräver ett ID i de här länderna.

- Armenien
- Belarus
- Brasilien
- Turkiet

| Land | Siffror |
| --- | --- |
| Armenien | 8 |
| Belarus | 9 |

## Nästa steg som du kan ta

Njut av att sidan är färdig.

Läs [instruktionerna](guide.md), och ange perioden:

- P1M
`;

function pageOf(path: string, text: string, dialect: Dialect): ParityPage {
  return { path, text, document: parsePage(text, { dialect }) };
}

function pairOf(source: string, translation: string, dialect: Dialect = 'gfm'): ParityPair {
  return {
    key: 'add-a-new-customer',
    sourceLocale: 'en-US',
    locale: 'sv-SE',
    source: pageOf('en-US/page.md', source, dialect),
    translation: pageOf('sv-SE/page.md', translation, dialect),
    labels: new Set(['Lägg till kund', 'Skicka beställning']),
  };
}

const guide = pairOf(english, swedish);

/** The page after the n-th mutation of a kind; `undefined` where it did not do what it says. */
function mutated(name: string, n = 0, pair = guide): string | undefined {
  const kind = mutationKinds.find((candidate) => candidate.name === name);
  const mutation = kind?.mutationsOf(pair)[n];
  if (mutation === undefined) throw new RangeError(`There is no mutation ${n} of "${name}".`);
  return changedPage(pair, mutation)?.text;
}

/** Kinds that need another page than this one. */
const elsewhere = new Set([
  'change a date',
  'drop a line of code',
  'set typographic quotes in code',
  'translate a placeholder',
  'write another locale in a link',
  'sort a list by its letters',
  'drop a component',
  'drop the title or description',
  'leave the title or description untranslated',
  'write a date that no calendar has',
  'change a number or switch of the front matter',
  'change an id',
  'write a character of the other Chinese',
  'write a Latin letter in a Cyrillic word',
  'glue a word to a link',
  'change a line of a session',
  'sort countries another way',
  'garble a list of countries',
  'links in another order',
  'split a list item',
  'swap two callouts',
  'swap two code blocks',
  'swap two images',
]);

test.each(mutationKinds.map(({ name }) => name).filter((name) => !elsewhere.has(name)))(
  'can %s, and the page then is what it is meant to be',
  (name) => {
    expect(mutated(name)).toBeTypeOf('string');
  },
);

test('another date has another year, whichever way it is written', () => {
  const pair = pairOf('# Limits\n\nSince October 1, 2019.\n', '# Gränser\n\nSedan 1 oktober 2019.\n');
  expect(mutated('change a date', 0, pair)).toContain('Sedan 1 oktober 2010.');
});

describe('steps', () => {
  test('are numbered anew when one is gone', () => {
    expect(mutated('drop a step', 0)).toContain(
      '1. Välj **Lägg till kund**. Vänta **lugnt** tills sidan visas.\n\n   > [!NOTE]\n   > Du ser sidan bara med rätt roll.\n\n2. Välj **Skicka',
    );
  });

  test('keep what is below them when they change places', () => {
    expect(mutated('swap two steps', 1)).toContain(
      '2. Välj **Skicka beställning** på slutet.\n\n3. Välj **Lägg till kund**. Vänta **lugnt** tills sidan visas.\n\n   > [!NOTE]',
    );
  });

  test('become one with what is below both', () => {
    expect(mutated('merge two steps', 0)).toContain(
      '1. Logga in på Partnercenter. Välj **Lägg till kund**. Vänta **lugnt** tills sidan visas.\n\n   > [!NOTE]\n   > Du ser sidan bara med rätt roll.\n\n2. Välj **Skicka',
    );
  });

  test('become two at the end of a sentence', () => {
    expect(mutated('split a step', 0)).toContain(
      '2. Välj **Lägg till kund**.\n3. Vänta **lugnt** tills sidan visas.\n\n   > [!NOTE]\n   > Du ser sidan bara med rätt roll.\n\n4. Välj **Skicka',
    );
  });

  test('move what is below them when their number grows', () => {
    const steps = Array.from({ length: 9 }, (_, n) => `${n + 1}. Steg ${n + 1}.`).join('\n');
    const list = `${steps}\n\n   > [!TIP]\n   > Vänta.\n`;
    expect(mutated('duplicate a step', 0, pairOf(list, list))).toMatch(
      /10\. Steg 9\.\n\n {4}> \[!TIP\]\n {4}> Vänta\.\n$/,
    );
  });
});

describe('items and blocks', () => {
  test('split and merge at the end of a sentence', () => {
    const list = '- Ange namnet. Det syns på fakturan.\n- Ange ingen kortform.\n';
    const pair = pairOf(list, list);
    expect(mutated('split a list item', 0, pair)).toMatch(/^- Ange namnet\.\n- Det syns på fakturan\.\n/);
    expect(mutated('merge two list items', 0, pair)).toBe(
      '- Ange namnet. Det syns på fakturan. Ange ingen kortform.\n',
    );
  });

  test('change places as a whole', () => {
    const code = ['```sh\nlogin\n```', '```sh\nlogout\n```'];
    const images = ['![Före](before.png)', '![Efter](after.png)'];
    const callouts = ['> [!NOTE]\n> Läs.', '> [!TIP]\n> Vänta.\n>\n> Läs igen.'];
    for (const [kind, [one = '', other = '']] of [
      ['swap two code blocks', code],
      ['swap two images', images],
      ['swap two callouts', callouts],
    ] as const) {
      const text = `${one}\n\nText.\n\n${other}\n`;
      expect(mutated(kind, 0, pairOf(text, text))).toBe(`${other}\n\nText.\n\n${one}\n`);
    }
  });

  test('stand twice', () => {
    expect(mutated('duplicate a callout')).toMatch(/(\n {3}> \[!NOTE\]\n {3}> Du ser .+\n){2}/);
    expect(mutated('duplicate a table row')).toContain('| Armenien | 8 |\n| Armenien | 8 |\n');
  });
});

describe('other changes', () => {
  test('swap whole sections', () => {
    expect(mutated('swap two sections', 1)).toMatch(/## Nästa steg som du kan ta\n\nNjut [^#]+## Länder\n/);
  });

  test('leave the words of a link that is gone', () => {
    expect(mutated('drop a link')).toContain('Se reglerna för namn och `Get-Customer`.');
  });

  test('let bold end in the middle of a label, or begin there', () => {
    expect(mutated('cut the bold of a label')).toContain('Välj **Lägg** till kund. Vänta');
    expect(mutated('shift the bold of a label')).toContain('Välj Skicka **beställning på** slutet');
  });

  test('break the letters of a word as windows-1252 does', () => {
    expect(mutated('break the letters of a word')).toContain('# LÃ¤gg till en kund');
  });

  test('write what looks like a letter, or is a character of the other Chinese', () => {
    const cyrillic = pairOf('Open the page.\n', 'Откройте страницу.\n');
    expect(mutated('write a Latin letter in a Cyrillic word', 0, cyrillic)).toBe('Откpойте страницу.\n');
    const chinese = { ...pairOf('Open the page.\n', '請選擇網頁。\n'), locale: 'zh-TW' };
    expect(mutated('write a character of the other Chinese', 1, chinese)).toBe('請选擇網頁。\n');
  });

  test('glue words to each other', () => {
    const linked = pairOf('See [it](a.md) and wait.\n', 'Se [den](a.md) och vänta, men inte länge.\n');
    expect(mutated('glue a word to a link', 0, linked)).toBe('Se [den](a.md)och vänta, men inte länge.\n');
    expect(mutated('take the space behind a comma', 0, linked)).toContain('vänta,men');
    expect(mutated('type a comma of another width', 0, linked)).toContain('vänta，men');
  });

  test('put a text of the source where its translation was', () => {
    expect(mutated('leave a text untranslated')).toContain(
      '# Lägg till en kund\n\nRead this page before you begin with a new customer.\n\nSe [',
    );
  });

  test('take a country out, and put another in', () => {
    expect(mutated('drop a country', 1)).toContain('- Armenien\n- Brasilien\n');
    expect(mutated('repeat a country', 3)).toContain('- Turkiet\n- Turkiet\n\n| Land');
  });

  test('write what a country is not, or was called before', () => {
    const list = '- Armenien\n- Belarus\n- Brasilien\n- Turkiet\n';
    const pair = pairOf(list, list);
    expect(mutated('a continent for a country', 0, pair)).toBe(list.replace('Armenien', 'Afrika'));
    expect(mutated('an older name for a country', 0, pair)).toBe(list.replace('Belarus', 'Vitryssland'));
  });

  test('turn the names of a list around', () => {
    const names = 'Armenien Belarus Brasilien Indien Irak Polen Ryssland Turkiet'.split(' ');
    const list = names.map((name) => `- ${name}\n`).join('');
    expect(mutated('garble a list of countries', 0, pairOf(list, list))).toBe(
      '- Armenien\n- suraleB\n- neilisarB\n- neidnI\n- Irak\n- neloP\n- dnalssyR\n- teikruT\n',
    );
  });

  test('find the id of a heading in MDX', () => {
    const text = '# Kund\n\n## Namn {/* #names */}\n\nEtt namn.\n\n<Form />\n';
    const pair = pairOf(text, text, 'mdx');
    expect(mutated('change an id', 0, pair)).toContain('## Namn {/* #names-2 */}');
    expect(mutated('drop a component', 0, pair)).not.toContain('<Form />');
  });
});

describe('code, images and placeholders', () => {
  test('get letters and quotation marks that only look right', () => {
    expect(mutated('write code in other letters')).toContain('`Gеt-Customer`');
    const code = '```python\nread("customer.json")\n```\n';
    expect(mutated('set typographic quotes in code', 0, pairOf(code, code))).toContain(
      'read(“customer.json”)',
    );
  });

  test('are those of another page', () => {
    expect(mutated('show another image')).toContain('![Formuläret](before-the-move.png)');
    const text = 'Öppna {baseUrl} i en webbläsare.\n';
    expect(mutated('translate a placeholder', 0, pairOf(text, text))).toContain('Öppna {öbaseUrl} i en');
  });
});

describe('harmless edits', () => {
  test('break lines below the first word of an item', () => {
    const long = `- ${'Ange hela det juridiska namnet från kundens officiella handlingar. '.repeat(2)}\n`;
    expect(mutated('break lines anew', 0, pairOf(long, long))).toMatch(/^- Ange .+\n {2}\S/);
  });

  test('sort items by their letters', () => {
    const list = '- Öppna sidan.\n- Ange namnet.\n';
    expect(mutated('sort a list by its letters', 0, pairOf(list, list))).toBe(
      '- Ange namnet.\n- Öppna sidan.\n',
    );
  });

  test('sort countries by their codes', () => {
    const list = '- Turkiet\n- Armenien\n- Belarus\n- Brasilien\n';
    expect(mutated('sort countries another way', 0, pairOf(list, list))).toBe(
      '- Armenien\n- Brasilien\n- Belarus\n- Turkiet\n',
    );
  });
});

test('a change that does something else is not taken', () => {
  const text = '# Kund\n\nText.\n';
  const pair = pairOf(text, text);
  const edits = [{ from: 0, to: 6, text: '# Kunder' }];
  expect(
    changedPage(pair, { what: 'the heading', edits, isMeant: (after) => after.sections.length === 0 }),
  ).toBeUndefined();
});
