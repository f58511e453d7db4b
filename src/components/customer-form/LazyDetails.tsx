import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { FormMessages } from '../../i18n/form-messages.ts';
import type { FormTranslator } from '../../i18n/form-translator.ts';

/** Loads the words of a part of the form, by the path of their file. */
export type WordFiles = Readonly<Record<string, () => Promise<FormMessages>>>;

/** A part of the form whose code and words are loaded when it is opened for the first time. */
export function LazyDetails({
  t,
  summary,
  isOpen,
  load,
  words,
}: {
  readonly t: FormTranslator;
  readonly summary: string;
  /** Opens it from outside. */
  readonly isOpen?: boolean;
  /** Loads the code, and gives back what shows it. */
  readonly load: () => Promise<(words: FormMessages) => ComponentChildren>;
  readonly words: WordFiles;
}) {
  const [part, setPart] = useState<{ readonly children: ComponentChildren }>();
  const [hasFailed, setHasFailed] = useState(false);
  const open = async (): Promise<void> => {
    try {
      const file = Object.keys(words).find((path) => path.includes(`/${t.locale}/`)) ?? '';
      const [show, loaded] = await Promise.all([load(), words[file]?.()]);
      setPart({ children: show(loaded ?? {}) });
      setHasFailed(false);
    } catch {
      setHasFailed(true);
    }
  };
  return (
    <details
      open={isOpen}
      onToggle={({ currentTarget }) => {
        if (currentTarget.open && part === undefined) void open();
      }}
    >
      <summary>{summary}</summary>
      {part?.children}
      <output>{hasFailed ? <span class="form-note">{t.text('notices.partNotLoaded')}</span> : null}</output>
    </details>
  );
}
