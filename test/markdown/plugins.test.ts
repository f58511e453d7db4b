import { describe, expect, test } from 'vitest';
import { markdownPlugins } from '../../src/markdown/plugins.ts';
import { renderMdx } from './render-mdx.ts';

const plugins = markdownPlugins({
  changeNote: () => ({ title: ({ kind }) => `Source ${kind}`, added: 'new', removed: 'gone' }),
  calloutTitle: (locale, kind) => `${kind} in ${locale}`,
  stepLinkName: (locale, number) => `step ${number} in ${locale}`,
  phrasesOf: (text) => text.split('|'),
  practicePlaceText: (locale, place) => `try ${place} in ${locale}`,
  practiceLinkText: (locale, number) => `practice ${number} in ${locale}`,
});

// White space that a browser folds is folded here as well.
const render = (source: string, file?: string) => renderMdx(source, plugins, file).replaceAll(/ +/g, ' ');

describe('anchors', () => {
  test('a comment in a heading names the heading, and leaves no space behind', () => {
    expect(render('## Överväganden {/* #considerations */}')).toBe(
      '<h2 id="considerations">Överväganden</h2>',
    );
  });

  test('a comment at the end of a paragraph names all of it', () => {
    expect(render('Use the **legal name**. {/* #rule-legal-name */}')).toBe(
      '<p><span id="rule-legal-name">Use the <strong>legal name</strong>.</span></p>',
    );
  });

  test('each further comment names what stands since the one before', () => {
    expect(
      render('使用法定名称。{/* #rule-legal-name */}不要使用测试名称。{/* #rule-test-names */} 谢谢。'),
    ).toBe(
      '<p><span id="rule-legal-name">使用法定名称。</span><span id="rule-test-names">不要使用测试名称。</span> 谢谢。</p>',
    );
  });

  test('a span begins with its words, not with the space before them', () => {
    expect(render('Enter the name. {/* #rule-company-name */} Enter the phone. {/* #rule-phone */}')).toBe(
      '<p><span id="rule-company-name">Enter the name.</span> <span id="rule-phone">Enter the phone.</span></p>',
    );
  });

  test('two comments in a row both lead to their place', () => {
    expect(render('Both are required. {/* #rule-phone */} {/* #rule-email */}')).toBe(
      '<p><span id="rule-phone">Both are required.</span> <span id="rule-email"></span></p>',
    );
  });

  test('a comment in a list item names the item', () => {
    expect(render('- Add no test names. {/* #rule-test-names */}')).toBe(
      '<ul>\n<li id="rule-test-names">Add no test names.</li>\n</ul>',
    );
  });

  test('a second comment in a list item names the words since the first', () => {
    expect(render('- Enter the phone. {/* #rule-phone */} Digits only. {/* #rule-phone-format */}')).toBe(
      '<ul>\n<li id="rule-phone">Enter the phone. <span id="rule-phone-format">Digits only.</span></li>\n</ul>',
    );
  });

  test('words on both sides of a comment stay apart', () => {
    expect(render('Enter digits. {/* #rule-phone-format */}No letters.')).toBe(
      '<p><span id="rule-phone-format">Enter digits.</span> No letters.</p>',
    );
  });

  test('a comment in a later paragraph of an item names that paragraph', () => {
    const html = render('- First. {/* #first */}\n\n  Then a rule. {/* #rule-email */}');
    expect(html).toContain('<li id="first">');
    expect(html).toContain('<p><span id="rule-email">Then a rule.</span></p>');
  });

  test('a comment in a table cell names what the cell says', () => {
    expect(render('| ID | Digits |\n| --- | --- |\n| УНП {/* #unp */} | 9 |')).toContain(
      '<td><span id="unp">УНП</span></td>',
    );
  });

  test('a comment alone between blocks marks that place', () => {
    expect(render('One.\n\n{/* #between */}\n\nTwo.')).toBe(
      '<p>One.</p>\n<div id="between"></div>\n<p>Two.</p>',
    );
  });

  test('other comments disappear and name nothing', () => {
    expect(render('Ask the customer.{/* translators: formal */}')).toBe('<p>Ask the customer.</p>');
  });
});

describe('callouts', () => {
  test('are asides titled in the language of their page', () => {
    expect(
      render('> [!NOTE]\n> Inget skickas. {/* #before-you-read */}', '/guide/content/sv-SE/page.mdx'),
    ).toBe(
      [
        '<aside class="callout callout-note" role="note" aria-label="note in sv-SE">',
        '<p class="callout-title">note in sv-SE</p>',
        '<p><span id="before-you-read">Inget skickas.</span></p>',
        '</aside>',
      ].join('\n'),
    );
  });

  test.each(['TIP', 'IMPORTANT', 'WARNING', 'CAUTION'])('%s is a kind of its own', (marker) => {
    const kind = marker.toLowerCase();
    expect(render(`> [!${marker}]\n> **Copy** the password.`)).toContain(
      `<aside class="callout callout-${kind}" role="note" aria-label="${kind} in en-US">\n<p class="callout-title">${kind} in en-US</p>\n<p><strong>Copy</strong> the password.</p>`,
    );
  });

  test('keep the paragraphs and lists after the first', () => {
    const html = render('> [!TIP]\n>\n> One.\n>\n> - Two');
    expect(html).toContain(
      '<p class="callout-title">tip in en-US</p>\n<p>One.</p>\n<ul>\n<li>Two</li>\n</ul>',
    );
    expect(html).not.toContain('[!TIP]');
  });

  test('a quote without a known marker stays a quote', () => {
    expect(render('> [!HINT]\n> Words.')).toMatch(/^<blockquote>/);
    expect(render('> Words.')).toBe('<blockquote>\n<p>Words.</p>\n</blockquote>');
  });
});

describe('steps', () => {
  const page =
    '1. Select **Customers**. {/* #select-customers */}\n2. Select **Add customer**. {/* #add-customer */}\n';

  test('each step of a list with ids links to itself, and the link names it', () => {
    expect(render(page, '/guide/content/ru-RU/page.mdx')).toBe(
      [
        '<ol class="steps" role="list">',
        '<li id="select-customers" class="step">',
        '<a class="step-link" href="#select-customers" aria-label="step 1 in ru-RU">#</a>',
        'Select <strong>Customers</strong>.</li>',
        '<li id="add-customer" class="step">',
        '<a class="step-link" href="#add-customer" aria-label="step 2 in ru-RU">#</a>',
        'Select <strong>Add customer</strong>.</li>',
        '</ol>',
      ].join('\n'),
    );
  });

  test('a step that the form practices leads to its stage, on the page that holds the form', () => {
    const source =
      '3. Select **Submit**. {/* #submit */}\n\n   Then wait.\n\n4. Close the page. {/* #close */}';
    const html = render(source, '/guide/content/sv-SE/add-a-new-customer.mdx');
    expect(html).toContain('<li id="submit" data-stage="review" class="step">');
    expect(html).toContain(
      '<p class="step-practice"><a href="#stage-review">practice 3 in sv-SE</a></p>\n</li>',
    );
    expect(html.match(/step-practice/g)).toHaveLength(1);
    expect(render(source, '/guide/content/sv-SE/customer-list.mdx')).not.toContain('practice');
  });

  test('count from where the list starts', () => {
    const html = render('3. Select **Submit**. {/* #submit */}');
    expect(html).toContain('<ol start="3" class="steps" role="list">');
    expect(html).toContain('aria-label="step 3 in en-US"');
  });

  test('a list inside a step belongs to the step', () => {
    const html = render(`${page}\n   1. Copy the account. {/* #copy-account */}\n`);
    expect(html.match(/class="steps"/g)).toHaveLength(1);
    expect(html).toContain('<li id="copy-account">Copy the account.</li>');
  });

  test('an ordered list without ids, or with bullets, stays as it is', () => {
    expect(render('1. One\n2. Two')).toBe('<ol>\n<li>One</li>\n<li>Two</li>\n</ol>');
    expect(render('- One {/* #one */}')).not.toContain('steps');
  });
});

describe('links and tables', () => {
  test('a link that leaves the site says so, and opens where any link opens', () => {
    expect(render('[Multichannel](https://learn.microsoft.com/sv-se/partner-center/multichannel)')).toBe(
      '<p><a href="https://learn.microsoft.com/sv-se/partner-center/multichannel" rel="external" class="external">Multichannel</a></p>',
    );
  });

  test('a link inside the page stays as it is', () => {
    expect(render('[The form](#practice-form)')).toBe('<p><a href="#practice-form">The form</a></p>');
  });

  test('a table can be scrolled by keyboard, and is named after the heading above it', () => {
    const html = render('## Roller {/* #roles */}\n\n| Uppgift |\n| --- |\n| Lägg till |');
    expect(html).toContain('<div class="table-scroll" role="group" tabindex="0" aria-label="Roller"><table>');
  });

  test('a table above every heading needs no name', () => {
    expect(render('| Task |\n| --- |\n| Add |')).toContain(
      '<div class="table-scroll" role="group" tabindex="0"><table>',
    );
  });
});

describe('links inside the guide', () => {
  test('a link to another page of the language becomes a link to where the site has it', () => {
    expect(render('See [Roles](appropriate-roles.mdx#who) and [offers](./csp-offers.mdx).')).toBe(
      '<p>See <a href="../appropriate-roles/#who">Roles</a> and <a href="../csp-offers/">offers</a>.</p>',
    );
  });

  test('links that lead elsewhere stay as they are', () => {
    expect(render('[a](https://example.org/a.mdx) [b](#steps)')).toBe(
      '<p><a href="https://example.org/a.mdx" rel="external" class="external">a</a> <a href="#steps">b</a></p>',
    );
  });
});

describe('headings', () => {
  test('say where their lines may end, at any depth of their text', () => {
    expect(render('## 验证|联系人 **姓名**\n\n验证|联系人')).toBe(
      '<h2>验证<wbr></wbr>联系人 <strong>姓名</strong></h2>\n<p>验证|联系人</p>',
    );
  });
});

describe('compounds', () => {
  const table =
    '| **Administratörsagent** | direkt |\n| --- | --- |\n| återförsäljare | ja |\n\nAdministratörsagent';
  const hyphens = (file: string) => render(table, file).match(/[^>]*\u00ad[^<]*/gu);

  test('are divided wherever they stand in a table, whatever stands before it', () => {
    const divided = ['åter\u00adförsäljare', 'Administratörs\u00adagent'];
    const page = '/guide/content/sv-SE/page.mdx';
    const words =
      'En återförsäljare.\n\n| återförsäljare | Administratörsagent |\n| --- | --- |\n| ja | nej |';
    expect(render(words, page).match(/[^>]*\u00ad[^<]*/gu)).toEqual(divided);
  });

  test('may be divided where their parts join, in Swedish tables alone', () => {
    expect(hyphens('/guide/content/sv-SE/page.mdx')).toEqual([
      'Administratörs\u00adagent',
      'åter\u00adförsäljare',
    ]);
    expect(hyphens('/guide/content/en-US/page.mdx')).toBeNull();
  });
});

describe('practice links', () => {
  const source = [
    '## När det krävs {/* #when-required */}',
    '## Telefon {/* #write-phone-number */}',
    'Write digits.',
    '### More',
    '## Fel {/* #errors */}',
    '- One.',
  ].join('\n\n');

  test('a section that tells of something in the form ends with a link there', () => {
    expect(render(source, '/guide/content/sv-SE/registration-ids.mdx')).toBe(
      [
        '<h2 id="when-required">När det krävs</h2>',
        '<h2 id="write-phone-number">Telefon</h2>',
        '<p>Write digits.</p>',
        '<p class="section-practice" data-search-ignore=""><a href="../add-a-new-customer/#try-phone">try phone in sv-SE</a></p>',
        '<h3>More</h3>',
        '<h2 id="errors">Fel</h2>',
        '<ul>\n<li>One.</li>\n</ul>',
        '<p class="section-practice" data-search-ignore=""><a href="../add-a-new-customer/#try-service">try service in sv-SE</a></p>',
      ].join('\n'),
    );
  });

  test('on the page with the form it stays there, and other pages have none', () => {
    const own = render('## Затраты {/* #cost-management */}', '/guide/content/ru-RU/add-a-new-customer.mdx');
    expect(own).toContain('<a href="#try-costs">try costs in ru-RU</a>');
    expect(render(source, '/guide/content/sv-SE/glossary.mdx')).not.toContain('practice');
    expect(render(source)).not.toContain('practice');
  });
});
