import { AxeBuilder } from '@axe-core/playwright';
import { type CDPSession, expect, type Page, test } from '@playwright/test';
import { toCsv } from '../../src/domain/customer/exports/csv.ts';
import { finishedLocales, localeNames, type SiteLocale } from '../../src/domain/locale/locales.ts';
import { type AccessibilityTree, accessibilityTree, type Control } from './accessibility-tree.ts';
import { company, FormPage } from './form-page.ts';
import { LocaleWords } from './locale-words.ts';

/** Where the words of each control stand; `#` is a number. Of a group, the words of its legend. */
const named: Readonly<Record<string, string>> = {
  'form-country': 'labels.countryRegion',
  'form-companyName': 'labels.companyName',
  'form-registrationId': 'labels.registrationId',
  'form-specialQualifications': 'labels.specialQualifications',
  'form-validationCode': 'labels.validationCode',
  'form-culture': 'form.fields.culture',
  'form-addressLine1': 'labels.addressLine1',
  'form-addressLine2': 'labels.addressLine2',
  'form-city': 'labels.city',
  'form-firstName': 'labels.firstName',
  'form-middleName': 'labels.middleName',
  'form-lastName': 'labels.lastName',
  'form-email': 'labels.emailAddress',
  'form-phone': 'labels.phoneNumber',
  'form-domain': 'labels.primaryDomain',
  'form-reseller': 'labels.selectReseller',
  'form-additionalResellers-#': 'form.fields.mpnId',
  'form-additionalResellers-add': 'form.fields.addReseller',
  'form-attestPartnerRole': 'form.options.attestPartnerRole',
  'form-attestNoResale': 'form.options.attestNoResale',
  'form-agreementConfirmed': 'form.options.agreementConfirmed',
  'form-agreementFirstName': 'form.fields.agreementFirstName',
  'form-agreementLastName': 'form.fields.agreementLastName',
  'form-agreementEmail': 'form.fields.agreementEmail',
  'form-agreementPhone': 'form.fields.agreementPhone',
  'form-filter-name': 'form.filter.name',
  'form-filter-publisher': 'form.filter.publisher',
  'form-filter-billingType': 'form.filter.billingType',
  'form-filter-category': 'form.filter.category',
  'form-service-wish': 'service.wish',
  'form-export-format': 'exports.format',
  'form-customers-search': 'customers.list.search',
  'form-many-file': 'many.source.file',
  'form-many-text': 'many.source.paste',
  'form-many-delimiter': 'many.columns.delimiter',
  'form-many-partnerType': 'labels.partnerType',
  'form-many-role': 'labels.role',
  'form-many-show': 'many.result.show',
  'form-many-rule': 'many.result.rule',
  'form-many-field': 'many.result.field',
};

/** What parts of the address are called in the countries of the walk. */
const countryNames: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '': { 'form-state': 'labels.stateProvince', 'form-postalCode': 'labels.postalCode' },
  BY: { 'form-state': 'address.names.oblast', 'form-postalCode': 'labels.postalCode' },
  SE: { 'form-city': 'address.names.postTown', 'form-postalCode': 'labels.postalCode' },
  US: { 'form-state': 'address.names.state', 'form-postalCode': 'address.names.zip' },
};

/** Radio buttons, by the beginning of their ids: where the words of their question and of each answer stand. */
const choices: Readonly<
  Record<string, { readonly legend: string; readonly options: Record<string, string> }>
> = {
  'form-partnerType': {
    legend: 'labels.partnerType',
    options: {
      directBillPartner: 'labels.directBillPartner',
      indirectProvider: 'labels.indirectProvider',
      indirectReseller: 'labels.indirectReseller',
    },
  },
  'form-role': {
    legend: 'labels.role',
    options: {
      globalAdmin: 'labels.globalAdmin',
      userManagementAdmin: 'labels.userManagementAdmin',
      adminAgent: 'labels.adminAgent',
      salesAgent: 'labels.salesAgent',
    },
  },
  'form-agreementPerson': {
    legend: 'form.fields.agreementPerson',
    options: { primary: 'form.options.agreementPrimary', other: 'form.options.agreementOther' },
  },
  'form-agreement': {
    legend: 'form.fields.agreement',
    options: { attested: 'form.options.agreementAttested', invited: 'form.options.agreementInvited' },
  },
};

/** Questions whose labels say themselves whether an answer is needed, and what is no question of the form. */
const saysItself =
  /^form-(?:addressLine2|middleName|specialQualifications|additionalResellers|filter|service|export|customers|many)/u;

/** The roles that controls have here; a link that is a button, say, is none of them. */
const rolesOf: Readonly<Record<string, readonly string[]>> = {
  a: ['link'],
  button: ['button'],
  input: ['textbox', 'searchbox', 'radio', 'checkbox', 'combobox', 'button'],
  select: ['combobox'],
  textarea: ['textbox'],
  summary: ['DisclosureTriangle'],
  div: ['option'],
};

/** Looks at one state after the other, in every theme and as assistive technology is told of it. */
class Looker {
  readonly #page: Page;
  readonly #session: CDPSession;
  readonly #words: LocaleWords;
  /** The customer's, which has its own names for parts of the address. */
  country = '';

  constructor(page: Page, session: CDPSession, words: LocaleWords) {
    this.#page = page;
    this.#session = session;
    this.#words = words;
  }

  async look(state: string, part = '.customer-form'): Promise<AccessibilityTree> {
    const tree = await accessibilityTree(this.#page, this.#session, part);
    const faults = [
      ...(tree.controls.length > 0 ? [] : ['there is no control']),
      ...tree.controls.flatMap((control) => this.#faultsOf(control)),
      ...repeated(tree.controls),
      ...tree.live
        .flatMap(({ texts }) => texts)
        .filter((text) => !this.#isSaid(text))
        .map((text) => `tells: ${text}`),
      ...spacedMarks(await this.#page.locator(part).innerText()).map(
        (text) => `has a space too many: ${text}`,
      ),
      ...(await this.#violations()),
    ];
    expect.soft({ state, faults }).toEqual({ state, faults: [] });
    return tree;
  }

  /** What axe finds: everything in light colours, and what depends on colours in the others. */
  async #violations(): Promise<readonly string[]> {
    const found: string[] = [];
    for (const [theme, media] of Object.entries(themes)) {
      // Colours are to be those of the theme at once, not on their way there.
      await this.#page.emulateMedia({ ...media, reducedMotion: 'reduce' });
      const axe = new AxeBuilder({ page: this.#page }).include('.customer-form').setLegacyMode();
      if (theme !== 'light') axe.withRules(['color-contrast', 'link-in-text-block']);
      const { violations } = await axe.analyze();
      found.push(
        ...violations.flatMap(({ id, nodes }) =>
          nodes.map(({ html }) => `${theme}: ${id} at ${html.slice(0, 200)}`),
        ),
      );
    }
    await this.#page.emulateMedia(themes.light);
    return found;
  }

  #faultsOf(control: Control): readonly string[] {
    const { id, tag, role, name, group, description, notes, isInvalid, hasError } = control;
    const place = `${role} ${id} “${name}”`;
    const expected = this.#nameOf(control);
    const legend = legendOf(control);
    return [
      ...(rolesOf[tag]?.includes(role) ? [] : [`${place} is a ${tag}`]),
      ...(name === '' ? [`${place} has no name`] : []),
      ...(expected === undefined || name === expected ? [] : [`${place} is not named ${expected}`]),
      ...(expected === undefined && role !== 'option' && !this.#isSaid(name)
        ? [`${place} has another language`]
        : []),
      ...(legend === undefined || group.name === this.#words.at(legend)
        ? []
        : [`${place} is in the group ${group.name}`]),
      ...(boxRoles.has(role) && id.startsWith('form-') && role !== 'radio'
        ? notes
            .filter((note) => !`${description} ${group.description}`.includes(note))
            .map((note) => `${place} is not described by: ${note}`)
        : []),
      ...(role !== 'radio' && boxRoles.has(role) && isInvalid !== hasError
        ? [`${place}: invalid is ${isInvalid}`]
        : []),
    ];
  }

  /** The name that the word files give to a control, or nothing where they do not say it by its id. */
  #nameOf({ id, role, value, isRequired }: Control): string | undefined {
    const words = this.#words;
    if (role === 'radio') {
      const question = Object.keys(choices).find((one) => id === one || id.startsWith(`${one}-`));
      const option = question === undefined ? undefined : choices[question]?.options[value];
      return option === undefined ? undefined : words.at(option);
    }
    const offer = /^form-(offers|licences|terms)-(\w+)$/u.exec(id);
    if (offer?.[1] === 'offers') return words.at(`form.offers.${offer[2]}`);
    if (offer !== null) {
      const label = words.at(offer[1] === 'licences' ? 'labels.licences' : 'form.fields.terms');
      return words.at('form.fields.forOffer', { label, offer: words.at(`form.offers.${offer[2]}`) });
    }
    const number = /-(\d+)$/u.exec(id)?.[1];
    const path = countryNames[this.country]?.[id] ?? named[id.replace(/-\d+$/u, '-#')];
    if (path === undefined) return undefined;
    const name = words.at(path, number === undefined ? {} : { number: String(Number(number) + 1) });
    return isRequired || saysItself.test(id) ? name : words.at('form.fields.optional', { label: name });
  }

  /** What was typed and stands alone, such as the name of a customer in a list, is in nobody's language. */
  #isSaid(text: string): boolean {
    return text === company.name || this.#words.says(text);
  }
}

const themes = {
  light: { colorScheme: 'light', forcedColors: 'none' },
  dark: { colorScheme: 'dark', forcedColors: 'none' },
  forced: { colorScheme: 'light', forcedColors: 'active' },
} as const;

const boxRoles = new Set(['textbox', 'searchbox', 'combobox', 'checkbox', 'radio']);

function legendOf({ id, role }: Control): string | undefined {
  if (role === 'radio') {
    const question = Object.keys(choices).find((one) => id === one || id.startsWith(`${one}-`));
    return question === undefined ? undefined : choices[question]?.legend;
  }
  if (id.startsWith('form-agreementDate')) return 'labels.agreementDate';
  if (id.startsWith('form-additionalResellers-')) return 'labels.additionalResellers';
  if (id.startsWith('form-offers-')) return 'form.fields.offers';
  if (id.startsWith('form-filter-')) return 'form.filter.label';
  return undefined;
}

/** Two controls of one group that nobody could tell apart by ear, unless they are links to one place. */
function repeated(controls: readonly Control[]): readonly string[] {
  const keys = controls.map(({ role, name, group }) => `${role} “${name}” of “${group.name}”`);
  return keys
    .filter((key, index) => {
      const first = controls[keys.indexOf(key)];
      return keys.indexOf(key) < index && (first?.target === '' || first?.target !== controls[index]?.target);
    })
    .map((key) => `${key} is there twice`);
}

/** Wide marks of Chinese with a space beside them, each with the words around it; they have their space in themselves. */
function spacedMarks(text: string): readonly string[] {
  return text.match(/.{0,20}(?:[，。、：；！？）」』》] | [（「『《，。、：；！？]).{0,20}/gu) ?? [];
}

function focusedHeading(
  form: FormPage,
  stage: 'account' | 'subscriptions' | 'review' | 'confirmation' | 'done',
) {
  return new RegExp(`^heading .*${RegExp.escape(form.t.stage(stage))}`, 'u');
}

const table = toCsv([
  ['Company name', 'Country/region', 'Email', 'Note'],
  ['Norrsken Bageri AB', 'Atlantis', 'b at norrsken', 'n'],
  ['Хлебозавод', 'BY', 'c@norrsken.example', ''],
]);

for (const locale of finishedLocales) {
  test(`in ${localeNames[locale]} every state has its names, roles and contrast`, async ({ page }) => {
    await walk(page, locale);
  });
}

async function walk(page: Page, locale: SiteLocale): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const words = new LocaleWords(locale);
  const form = new FormPage(page, locale);
  const { t, root } = form;
  const looker = new Looker(page, session, words);
  const look = (state: string, part?: string) => looker.look(state, part);
  const chooseCountry = async (country: string): Promise<void> => {
    await form.chooseCountry(country);
    looker.country = country;
  };
  const refuse = async (state: string): Promise<void> => {
    await form.submitButton.click();
    await expect(form.summary).toBeFocused();
    const { focused, groups } = await look(state);
    // What is wrong is told at once, by the name of what has the focus.
    const title = (await form.summary.getByRole('heading').textContent()) ?? '';
    expect(words.says(title)).toBe(true);
    expect(focused).toBe(`region ${title}`);
    expect(groups).toContainEqual(expect.objectContaining({ role: 'region', name: title }));
  };

  await form.open();
  await look('opening');
  await refuse('opening with errors');
  await form.choose('indirectReseller');
  await look('opening of an indirect reseller');
  await form.passOpening('indirectProvider');
  expect((await look('account')).focused).toMatch(focusedHeading(form, 'account'));
  await refuse('account with errors');

  // Everything that only some customers are asked.
  await chooseCountry('SE');
  await form.control('reseller').selectOption({ index: 1 });
  await root.locator('#form-additionalResellers-add').click();
  await root.locator('#form-additionalResellers-add').click();
  await form.choose('attested');
  await form.choose('other');
  await form.text(t.field('companyName')).fill('Norrsken Bageri');
  await look('account with every question');
  await form.control('additionalResellers.1').fill('MPN');
  await refuse('account with errors in every question');
  await form.control('additionalResellers.0').fill('4299887');
  const removal = root.getByRole('button', { name: t.text('fields.removeReseller') });
  await removal.nth(1).click();
  await look('account with a reseller removed');
  await removal.first().click();
  await chooseCountry('US');
  await form.control('specialQualifications').selectOption('governmentCommunityCloud');
  await expect(form.control('validationCode')).toBeVisible();
  await form.control('state').focus();
  await page.keyboard.press('ArrowDown');
  const opened = await look('account with the list of states open');
  expect(opened.controls.find(({ id }) => id === 'form-state')?.isExpanded).toBe(true);
  await page.keyboard.press('Escape');
  const closed = await look('account of the United States');
  expect(closed.controls.find(({ id }) => id === 'form-state')?.isExpanded).toBe(false);
  await form.control('specialQualifications').selectOption('education');
  await form.control('registrationId').fill('1');
  await form.control('phone').fill('+375 29 1');
  await form.choose('primary');
  await form.fillAccount();
  looker.country = 'BY';
  await look('account, filled');
  await form.button('nextSubscriptions').click();
  await form.expectStage('subscriptions');

  expect((await look('subscriptions')).focused).toMatch(focusedHeading(form, 'subscriptions'));
  await root.locator('#form-filter-name').fill('zzz');
  const none = await look('subscriptions without a match');
  expect(none.live.flatMap(({ texts }) => texts).join(' ')).toContain(words.at('form.filter.nothing'));
  await root.locator('#form-filter-name').fill('');
  await refuse('subscriptions without an offer');
  await form.control('offers.threatGuard').check();
  await form.control('offers.officeSmall').check();
  await refuse('subscriptions with errors');
  await form.control('offers.threatGuard').uncheck();
  await form.chooseOffer('officeSmall', '25');
  await form.button('nextReview').click();
  await form.expectStage('review');

  const wish = root.locator('#form-service-wish');
  await expect(wish).toBeVisible();
  expect((await look('review')).focused).toMatch(focusedHeading(form, 'review'));
  await root.locator('summary', { hasText: t.text('exports.open') }).click();
  await expect(root.locator('.form-exports textarea')).toBeVisible();
  await look('review with exports');
  await wish.selectOption('domainTaken');
  await refuse('review, refused by the practice service');
  await form.summary.getByRole('button').first().click();
  await expect(form.control('domain')).toBeFocused();
  await look('account after a refusal');
  await form.control('domain').fill('norrskenbageri');
  await form.button('nextReview').click();
  await form.expectStage('review');
  await form.button('submit').click();
  await form.expectStage('confirmation');

  expect((await look('confirmation')).focused).toMatch(focusedHeading(form, 'confirmation'));
  await root.locator('.form-review button').first().click();
  await expect(root.locator('output', { hasText: /./u }).first()).toBeVisible();
  await look('confirmation, copied');
  await form.button('done').click();
  await expect(form.dialog).toBeVisible();
  const asked = await look('the question before leaving', 'dialog[open]');
  expect(asked.groups).toContainEqual(
    expect.objectContaining({ role: 'dialog', name: words.at('form.confirmation.leaveTitle') }),
  );
  await form.dialog.getByRole('button', { name: t.text('confirmation.leave'), exact: true }).click();
  await form.expectStage('done');

  expect((await look('done')).focused).toMatch(focusedHeading(form, 'done'));
  await root.locator('.form-customers').getByRole('button', { name: company.name, exact: true }).click();
  await expect(form.heading).toBeFocused();
  await look('a customer');
  await root.getByRole('button', { name: words.at('customers.qualification.deny'), exact: true }).click();
  await expect(root.locator('#form-qualification-step')).toBeFocused();
  await look('a customer whose qualification is denied');
  await root.getByRole('button', { name: t.label('addProducts'), exact: true }).click();
  await expect(page).toHaveURL(/#stage-products$/u);
  await expect(form.heading).toBeFocused();
  await look('products');
  for (const offer of ['officeSmall', 'cloudUsage'] as const) await form.control(`offers.${offer}`).uncheck();
  await refuse('products without an offer');
  await form.chooseOffer('cloudUsage');
  await form.submitButton.click();
  await expect(page).toHaveURL(/#stage-customer$/u);
  const ordered = await look('a customer with an order');
  const placed = words.at('customers.notices.ordered', { company: company.name });
  expect(ordered.live.flatMap(({ texts }) => texts)).toContain(placed);
  await root.getByRole('button', { name: words.at('customers.record.removeButton'), exact: true }).click();
  await form.expectStage('opening');
  await look('opening after a removal');

  await root.locator('#many-at-once summary').click();
  const many = root.locator('#many-at-once');
  await expect(many.locator('#form-many-file')).toBeVisible();
  await look('many customers');
  await many.locator('#form-many-text').fill(table);
  await many.getByRole('button', { name: words.at('many.source.read'), exact: true }).click();
  await expect(many.getByRole('heading', { name: words.at('many.columns.heading') })).toBeFocused();
  await look('the columns of a table');
  await many.locator('#form-many-partnerType').selectOption('directBillPartner');
  await many.locator('#form-many-role').selectOption('adminAgent');
  await many.getByRole('button', { name: words.at('many.columns.check'), exact: true }).click();
  await expect(many.getByRole('heading', { name: words.at('many.result.heading') })).toBeFocused();
  await look('the rows of a table');
}
