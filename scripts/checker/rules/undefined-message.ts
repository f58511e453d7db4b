import { closest } from '../closest.ts';
import { knownKeys, withoutNamespace } from './messages/message-usage.ts';
import type { UsageRule } from './rule.ts';

/** Finds messages that code says and nobody has written. */
export const undefinedMessage: UsageRule = {
  id: 'undefined-message',
  on: 'usage',
  severity: 'error',
  docs: {
    summary: 'Code asks for a message by a key that no file of messages of the source locale has.',
    why: 'The program shows the bare key to every reader.',
    fix: 'Add the message, or correct the key in the code. Keys that code puts together from parts are not looked at.',
  },
  *check(context) {
    const calls = context.code.flatMap(({ path, references }) =>
      references.calls.map((call) => ({ ...call, path })),
    );
    if (calls.length === 0 || context.sources.length === 0) return;
    const known = knownKeys(context);
    const haveSpaces = [...known].some((key) => key.includes(' '));
    for (const { key, span, path } of calls) {
      const wanted = withoutNamespace(key);
      if (known.has(key) || known.has(wanted)) continue;
      // A sentence in the place of a key is its own text to fall back to.
      if (/\s/.test(wanted) && !haveSpaces) continue;
      const near = known.size > mostCompared ? undefined : closest(wanted, known);
      yield {
        message: `Message \`${key}\` is defined nowhere`,
        help:
          near === undefined
            ? 'Add the message, or correct the key.'
            : `Add the message; did you mean \`${near}\`?`,
        span,
        path,
        data: { key },
      };
    }
  },
};

/** Comparing a key with more than these takes longer than the hint is worth. */
const mostCompared = 5000;
