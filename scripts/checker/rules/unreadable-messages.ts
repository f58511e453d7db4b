import type { MessagesRule } from './rule.ts';

/** Finds files of messages that cannot be read. */
export const unreadableMessages: MessagesRule = {
  id: 'unreadable-messages',
  on: 'messages',
  severity: 'error',
  docs: {
    summary:
      'A file of messages cannot be read: broken JSON, a wrong encoding; a warning for comments and trailing commas.',
    why: 'The program does not start, or shows bare keys. Some readers forgive comments and trailing commas, most do not.',
    fix: 'Correct the place that the finding names, and save the file as UTF-8.',
  },
  *check({ source, translations }) {
    for (const { path, file } of source === undefined ? translations : [source, ...translations]) {
      const [first, ...more] = file.problems;
      if (first === undefined) continue;
      const { message, help, span, isForgiven } = first;
      const others = more.filter((problem) => problem.message === message).length;
      yield {
        message: others === 0 ? message : `${message}, and ${others} more`,
        help,
        span,
        path,
        ...(isForgiven && { severity: 'warning' }),
        data: { isForgiven, count: others + 1 },
      };
    }
  },
};
