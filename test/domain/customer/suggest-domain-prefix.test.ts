import { assert, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { domainPrefixFault } from '../../../src/domain/customer/domain-prefix.ts';
import { suggestDomainPrefix } from '../../../src/domain/customer/suggest-domain-prefix.ts';

describe('a domain prefix', () => {
  test.each([
    ['Norrsken Bakery Supplies', 'norrskenbakerysupplies'],
    ['Smörgås & Łódź Bröd AB', 'smorgaslodzbrod'],
    ['Straße Æbleskiver', 'strasseaebleskiver'],
    ['ООО «Хлебозавод №2»', 'khlebozavodno2'],
    ['Щедрый Юг, ИП', 'shchedryyug'],
    ['Їжа України ТОВ', 'izhaukraini'],
    ['Αρτοποιία Ευρώπη Α.Ε.', 'artopoiiaevropi'],
    ['Ουρανός Γάγγρα', 'ouranosgangra'],
    ['შპს თბილისის პური', 'tbilisispuri'],
    ['Երևանի Հաց', 'yerevanihats'],
    ['주식회사 한강', 'hangang'],
    ['株式会社トヨタ', 'toyota'],
    ['シャープきっちょむ', 'shapukitchomu'],
    ['Ｎｏｒｒｓｋｅｎ　２', 'norrsken2'],
  ])('for %s can be %s', (name, suggestion) => {
    expect(suggestDomainPrefix(name)).toBe(suggestion);
  });

  test.each(['北京面包', '北京 ABC 面包有限公司', 'خبز الشمال', 'ขนมปังเหนือ', 'לחם הצפון', '—', ''])(
    'is not made up for %s',
    (name) => {
      expect(suggestDomainPrefix(name)).toBe('');
    },
  );

  test.each([
    ['Norrsken GmbH & Co. KG', 'norrsken'],
    ['Panadería Norte, S. de R.L. de C.V.', 'panaderianorte'],
    ['Piekarnia Północ sp. z o.o.', 'piekarniapolnoc'],
    ['Nordlys Bageri A/S', 'nordlysbageri'],
    ['АО «Север»', 'sever'],
    ['AB Norrsken', 'norrsken'],
    ['The Inc Spot', 'theincspot'],
    ['GmbH', 'gmbh'],
  ])('leaves the legal form out of %s: %s', (name, suggestion) => {
    expect(suggestDomainPrefix(name)).toBe(suggestion);
  });

  test('writes umlauts out where the country does', () => {
    expect(suggestDomainPrefix('Bäckerei Müller', 'DE')).toBe('baeckereimueller');
    expect(suggestDomainPrefix('Bäckerei Müller', 'SE')).toBe('backereimuller');
  });

  test('ends with a whole word, if the first one fits', () => {
    expect(suggestDomainPrefix('A very long company name of bakeries')).toBe('averylongcompanynameof');
    expect(suggestDomainPrefix('Donaudampfschifffahrtsgesellschaft')).toBe('donaudampfschifffahrtsgesel');
  });

  test('is one that the rule accepts, whatever the name', () => {
    const faults = new Set<unknown>();
    assert(
      property(string({ unit: 'grapheme' }), (name) => {
        const suggestion = suggestDomainPrefix(name);
        faults.add(suggestion === '' ? undefined : domainPrefixFault(suggestion));
      }),
    );
    expect(faults).toEqual(new Set([undefined]));
  });
});
