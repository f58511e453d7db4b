/** Messages in groups, as a file of them holds them. */
export interface MessageTree {
  readonly [key: string]: string | MessageTree;
}

/**
 * The messages of a translation, with those of the source where it has none or an empty one. A plural form that the
 * source does not have is filled with its form `other`.
 * @example fillMessages({ send: '', stop: 'Halt' }, { send: 'Send', stop: 'Stop' }) // => { send: 'Send', stop: 'Halt' }
 */
export function fillMessages(translation: MessageTree, source: MessageTree): MessageTree {
  const filled: Record<string, string | MessageTree> = {};
  for (const key of new Set([...Object.keys(source), ...Object.keys(translation)])) {
    const own = translation[key];
    const other = source[key] ?? source[key.replace(pluralForm, '_other')];
    if (typeof own === 'object') filled[key] = fillMessages(own, typeof other === 'object' ? other : {});
    else if (isText(own)) filled[key] = own;
    else if (other !== undefined) filled[key] = other;
  }
  return filled;
}

/**
 * True where at least half of the texts are translated: a reader by ear is told that the whole is in the translation's
 * language, or in the source's.
 * @example isMostlyTranslated({ send: 'Senden', stop: 'Stop' }, { send: 'Send', stop: 'Stop' }) // => true
 */
export function isMostlyTranslated(translation: MessageTree, source: MessageTree): boolean {
  const texts = textsOf(translation);
  const sources = new Map(textsOf(source));
  return texts.filter(([id, text]) => isText(text) && text !== sources.get(id)).length * 2 >= texts.length;
}

function textsOf(tree: MessageTree, group = ''): (readonly [id: string, text: string])[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${group}${key}`, value] as const] : textsOf(value, `${group}${key}.`),
  );
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

const pluralForm = /_(?:zero|one|two|few|many|other)$/;
