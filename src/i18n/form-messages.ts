import type enAddress from '../../locales/en-US/address.json';
import type enForm from '../../locales/en-US/form.json';
import type enIssues from '../../locales/en-US/issues.json';
import type enLabels from '../../locales/en-US/labels.json';

/** The id of a UI label: the same words in the form and, in bold, in the guide. */
export type LabelId = keyof typeof enLabels;

/** The labels of one locale, as `locales/<locale>/labels.json` holds them. */
export type LabelMessages = Readonly<Record<string, string>>;

/** Messages in groups, as `locales/<locale>/form.json` holds them. */
export interface FormMessages {
  readonly [key: string]: string | FormMessages;
}

/** Links in the page's language, by the place of the form that they explain. */
export type Explanations = Readonly<Record<string, { readonly href: string; readonly text: string }>>;

/** What the form needs to speak one language. */
export interface FormWords {
  readonly labels: LabelMessages;
  readonly form: FormMessages;
  /** What is wrong with answers, which is loaded with the rules. */
  readonly issues?: FormMessages | undefined;
  /** The ways to pages that explain places of the form, by the place. */
  readonly explanations?: Explanations | undefined;
  /** Words about addresses, which are loaded once the form asks for one. */
  readonly address?: FormMessages | undefined;
  /** What names states, which is loaded with them. */
  readonly stateName?: ((country: string, code: string, locale: string) => string) | undefined;
}

type PluralSuffix = '_zero' | '_one' | '_two' | '_few' | '_many' | '_other';
type WithoutPlural<Key extends string> = Key extends `${infer Stem}${PluralSuffix}` ? Stem : Key;
type PathsOf<Messages> = {
  [Key in keyof Messages & string]: Messages[Key] extends string
    ? WithoutPlural<Key>
    : `${Key}.${PathsOf<Messages[Key]>}`;
}[keyof Messages & string];

/** The id of a message of the form, such as `issues.city.missing`; plural forms share one. */
export type FormMessageId = PathsOf<typeof enForm> | PathsOf<typeof enIssues>;

/** The id of a message about addresses, such as `names.prefecture`. */
export type AddressMessageId = PathsOf<typeof enAddress>;
