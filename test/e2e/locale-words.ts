import { readdirSync, readFileSync } from 'node:fs';
import type { SiteLocale } from '../../src/domain/locale/locales.ts';
import type { FormMessages } from '../../src/i18n/form-messages.ts';
import { formatMessage, type MessageParams } from '../../src/i18n/format-message.ts';

/** Every message of a locale, read from its files and from nothing that shows them. */
export class LocaleWords {
  readonly #locale: SiteLocale;
  readonly #files: Readonly<Record<string, FormMessages>>;
  readonly #whole = new Set<string>();
  readonly #patterns: RegExp[] = [];

  constructor(locale: SiteLocale) {
    this.#locale = locale;
    const folder = new URL(`../../locales/${locale}/`, import.meta.url);
    this.#files = Object.fromEntries(
      readdirSync(folder).map((file) => [
        file.replace(/\.json$/u, ''),
        JSON.parse(readFileSync(new URL(file, folder), 'utf8')),
      ]),
    );
    for (const messages of Object.values(this.#files)) this.#learn(messages);
  }

  /** The message at a path whose first part is the file: `labels.submit`. */
  at(path: string, params: MessageParams = {}): string {
    const [file = '', ...rest] = path.split('.');
    const id = rest.join('.');
    const text = formatMessage(this.#files[file] ?? {}, id, this.#locale, params);
    if (text === id) throw new Error(`${this.#locale} has no message ${path}.`);
    return text;
  }

  /** True for what a message of this locale says, or several of them one after the other. */
  says(said: string): boolean {
    const text = spaced(said);
    if (text === '' || this.#fits(text)) return true;
    // A wide mark has its space in itself.
    return [...text.matchAll(/ |(?<=[。：；！？])/gu)].some(
      ({ index }) => this.#fits(text.slice(0, index)) && this.says(text.slice(index).trimStart()),
    );
  }

  #fits(text: string): boolean {
    return this.#whole.has(text) || this.#patterns.some((pattern) => pattern.test(text));
  }

  #learn(messages: FormMessages): void {
    for (const message of Object.values(messages)) {
      if (typeof message !== 'string') {
        this.#learn(message);
        continue;
      }
      const spacedMessage = spaced(message);
      this.#whole.add(spacedMessage);
      const parts = spacedMessage.split(/\{\{\w+\}\}/u);
      // A message that is little more than its placeholders would fit every text.
      if (parts.length > 1 && (parts.join('').match(/\p{L}/gu)?.length ?? 0) > 1) {
        this.#patterns.push(new RegExp(`^${parts.map((part) => RegExp.escape(part)).join('.+')}$`, 'u'));
      }
    }
  }
}

/** Spaces that keep words together are spaces here. */
function spaced(text: string): string {
  return text.replace(/\s+/gu, ' ');
}
