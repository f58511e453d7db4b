import { isMostOf } from './messages/message-pairs.ts';
import { definedMessages, tailsOf, withoutNamespace } from './messages/message-usage.ts';
import type { UsageContext, UsageRule } from './rule.ts';

/** Finds messages that no code says. */
export const unusedMessage: UsageRule = {
  id: 'unused-message',
  on: 'usage',
  severity: 'warning',
  docs: {
    summary: 'A message of the source locale is named nowhere in the code that `messageUsage` lists.',
    why: 'Translators work on what nobody reads.',
    fix: 'Remove the message in every locale, or add the code that says it to `messageUsage`. Whatever is quoted in code counts as a use, and so does the beginning of a key that code completes.',
  },
  *check(context) {
    const isUsed = usageTeller(context);
    const labels = new Set<string>();
    for (const byId of context.product.labels.values())
      for (const { path } of byId.values()) labels.add(path);
    // Pages say labels too.
    const defined = definedMessages(context).filter(({ messages }) => !labels.has(messages.path));
    const unused = defined.filter(
      ({ unit }) =>
        !isUsed(
          unit.id,
          unit.forms.map(({ message }) => message.id),
        ),
    );
    // Code that names so few says them in some other way.
    if (isMostOf(unused.length, defined.length)) return;
    for (const { messages, unit } of unused) {
      const [first] = unit.forms;
      if (first === undefined) continue;
      yield {
        message: `No code says the message \`${unit.id}\``,
        help: 'Remove it in every locale, or list the code that says it.',
        span: first.message.keySpan,
        path: messages.path,
        data: { key: unit.id },
      };
    }
  },
};

/** Tells whether code names a message: as a whole, by its last parts, or by what its key begins or ends with. */
function usageTeller({ code, sources }: UsageContext): (id: string, ids: readonly string[]) => boolean {
  const texts = new Set<string>();
  const names = new Set<string>();
  const beginnings = new Set<string>();
  const endings = new Set<string>();
  for (const { references } of code) {
    for (const text of references.texts) texts.add(text).add(withoutNamespace(text));
    for (const name of references.names) names.add(name);
    for (const beginning of references.beginnings) beginnings.add(withoutNamespace(beginning));
    for (const ending of references.endings) endings.add(ending);
  }
  // What messages say inside each other is said.
  for (const { file } of sources) {
    for (const { placeholders } of file.messages) {
      for (const { kind, name } of placeholders)
        if (kind === 'nesting') texts.add(withoutNamespace(name.slice(3, -1)));
    }
  }
  const begins = startsTeller(beginnings);
  const isNamed = (name: string): boolean => texts.has(name) || names.has(name);
  return (id, ids) => {
    const [whole = id, ...tails] = tailsOf(id);
    if (isNamed(whole) || ids.some(isNamed) || endings.has(whole) || begins(whole)) return true;
    if ([...endings].some((ending) => id.endsWith(ending))) return true;
    return tails.some((tail) => {
      if (begins(tail)) return true;
      if (!isNamed(tail)) return false;
      // `city` alone may be anything, unless the code names its group too.
      const above = id.slice(0, id.length - tail.length - 1);
      return tail.includes('.') || tailsOf(above).some(isNamed) || begins(above);
    });
  };
}

/** Tells whether a key begins with one of many beginnings. */
function startsTeller(beginnings: ReadonlySet<string>): (key: string) => boolean {
  const lengths = [...new Set(Array.from(beginnings, ({ length }) => length))];
  return (key) => lengths.some((length) => length <= key.length && beginnings.has(key.slice(0, length)));
}
