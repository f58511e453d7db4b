import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fillMessages } from '../../src/domain/messages/fill-messages.ts';

/** What a bundler asks of it, as far as it is used here. */
interface MessagesPlugin {
  readonly name: string;
  readonly enforce: 'pre';
  readonly transform: (
    this: { readonly addWatchFile: (path: string) => void },
    code: string,
    id: string,
  ) => string | undefined;
}

/**
 * Lets the source's messages stand in for those that a locale has left empty, in the files that the form is given, so that
 * it needs neither the source beside them nor a program that looks for it.
 * @param root the folder of the site's sources
 */
export function untranslatedMessages(root: string, sourceLocale: string): MessagesPlugin {
  return {
    name: 'untranslated-messages',
    enforce: 'pre',
    transform(code, id) {
      const [, locale, file] = /\/locales\/([^/]+)\/([^/?]+\.json)$/.exec(id) ?? [];
      if (locale === undefined || file === undefined || locale === sourceLocale) return undefined;
      const source = join(root, 'locales', sourceLocale, file);
      this.addWatchFile(source);
      return JSON.stringify(fillMessages(JSON.parse(code), JSON.parse(readFileSync(source, 'utf8'))));
    },
  };
}
