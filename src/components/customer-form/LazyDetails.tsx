import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { FormMessages } from '../../i18n/form-messages.ts';
import type { FormTranslator } from '../../i18n/form-translator.ts';

/** Code that brings its words along. */
interface WithWords {
  readonly loadWords: (locale: string) => Promise<FormMessages>;
}

/** A part of the form whose code and words are loaded when it is opened for the first time. */
export function LazyDetails<Part extends WithWords>({
  t,
  id,
  summary,
  isOpen,
  load,
  children,
}: {
  readonly t: FormTranslator;
  /** The id of the control that opens it. */
  readonly id?: string;
  readonly summary: string;
  /** Opens it from outside. */
  readonly isOpen?: boolean;
  readonly load: () => Promise<Part>;
  /** Shows what was loaded. */
  readonly children: (part: Part, words: FormMessages) => ComponentChildren;
}) {
  const [part, setPart] = useState<{ readonly code: Part; readonly words: FormMessages }>();
  const [hasFailed, setHasFailed] = useState(false);
  const open = async (): Promise<void> => {
    try {
      const code = await load();
      setPart({ code, words: await code.loadWords(t.locale) });
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
      <summary id={id}>{summary}</summary>
      {part === undefined ? null : children(part.code, part.words)}
      <output>{hasFailed ? <span class="form-note">{t.text('notices.partNotLoaded')}</span> : null}</output>
    </details>
  );
}
