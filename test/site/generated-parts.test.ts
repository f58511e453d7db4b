import { describe, expect, test } from 'vitest';
import { localeOfSlug, type SiteLocale } from '../../src/domain/locale/locales.ts';
import { glossaryEntries } from '../../src/i18n/glossary.ts';
import { registrationIdRows } from '../../src/i18n/registration-id-rows.ts';
import { siteMessages } from '../../src/i18n/site-messages.ts';
import { attribute, type BuiltPage, byTag, elementsIn, guidePages, textIn } from './built-pages.ts';

const pagesNamed = (key: string) => guidePages.filter(({ path }) => path.endsWith(`/${key}/`));

function localeOfPath({ path }: BuiltPage): SiteLocale {
  const locale = localeOfSlug(path.split('/')[1] ?? '');
  if (locale === undefined) throw new RangeError(`${path} has no locale.`);
  return locale;
}

describe('what pages print from data', () => {
  test.each(pagesNamed('registration-ids'))('$path prints what the form knows of each ID', (page) => {
    const locale = localeOfPath(page);
    const printed = byTag(page, 'tr')
      .filter((row) => attribute(row, 'id')?.startsWith('country-'))
      .map((row) => ({
        id: attribute(row, 'id'),
        cells: elementsIn(row)
          .filter(({ tagName }) => tagName === 'td')
          .map((cell) => textIn(cell).trim()),
        links: elementsIn(row).flatMap((element) => attribute(element, 'href') ?? []),
      }));
    expect(printed).toHaveLength(24);
    expect(printed).toEqual(
      registrationIdRows(locale).map(({ id, country, name, digits }) => ({
        id,
        cells: [country, name, digits ?? siteMessages(locale)('notDocumented')],
        links: [`#${id}`],
      })),
    );
  });

  test.each(pagesNamed('glossary'))('$path prints each term with its note and its English name', (page) => {
    const printed = page.elements
      .filter((element) => attribute(element, 'id')?.startsWith('term-'))
      .map((element) => elementsIn(element).filter(({ tagName }) => ['dt', 'dd'].includes(tagName)))
      .map((parts) => parts.map((part) => textIn(part).trim()));
    expect(printed.length).toBeGreaterThan(15);
    expect(printed).toEqual(
      glossaryEntries(localeOfPath(page)).map(({ term, source, note }) =>
        term === source ? [term, note] : [term, source, note],
      ),
    );
  });
});
