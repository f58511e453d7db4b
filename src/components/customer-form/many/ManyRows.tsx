import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { FormWords } from '../../../i18n/form-messages.ts';
import { keepRow, keptRow } from '../browser-draft.ts';
import type { FormPart } from '../field.tsx';
import { LazyDetails } from '../LazyDetails.tsx';

/** The id of this part, which is also its address. */
const id = 'many-at-once';

/**
 * A whole table of customers to check. It stands below the opening, or wherever its address is followed; results stay
 * while a row of them is looked at in the form.
 */
export function ManyRows({ form, t, words: formWords }: FormPart & { readonly words: FormWords }) {
  const [isAddressed, setIsAddressed] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const stage = form.stage.value;
  useKeptRow({ form, t });
  useEffect(() => {
    const follow = (): void => setIsAddressed(location.hash === `#${id}`);
    follow();
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  useEffect(() => {
    if (isAddressed) root.current?.scrollIntoView({ behavior: 'instant' });
  }, [isAddressed]);
  return (
    <div
      class="form-many"
      id={id}
      ref={root}
      hidden={!isAddressed && (stage !== 'opening' || form.view.value !== undefined)}
    >
      <LazyDetails
        t={t}
        summary={t.text('exports.many')}
        isOpen={isAddressed}
        load={async () => {
          // What is wrong with a row is told in the words of the rules.
          if (!(await form.loadRules())) throw new Error('The rules could not be loaded.');
          return import('./ManyPanel.tsx');
        }}
      >
        {({ ManyPanel }, loaded) => (
          <ManyPanel
            form={form}
            t={t}
            formWords={formWords}
            words={loaded}
            openRow={(values) => {
              setIsAddressed(false);
              form.fill(values);
            }}
            onReturn={() => {
              location.hash = id;
            }}
          />
        )}
      </LazyDetails>
    </div>
  );
}

/** Says of a draft that is taken up again from which row of a table it has come. */
function useKeptRow({ form, t }: FormPart): void {
  const shown = useRef<VNode>();
  const isTakenUp = useRef<boolean>();
  const isReady = form.isReady.value;
  const isEmpty = form.isEmpty.value;
  useEffect(() => {
    if (!isReady) return;
    isTakenUp.current ??= !isEmpty;
    const kept = keptRow();
    // Another row, opened since, says more; the same one is said anew once more words are there.
    const isOwn = (): boolean => form.beside.peek() === shown.current;
    if (kept === undefined || isEmpty || !isOwn()) return;
    if (!isTakenUp.current) {
      // The draft that it belongs to could not be read, and is written over.
      keepRow(undefined);
      return;
    }
    const show = async (): Promise<void> => {
      const { showKeptRow } = await import('./KeptRow.tsx');
      const next = await showKeptRow({ form, t }, kept);
      if (!isOwn() || keptRow() !== kept) return;
      shown.current = next;
      form.beside.value = next;
    };
    // Where it cannot be loaded, the draft is all there all the same.
    show().catch(() => undefined);
  }, [form, t, isReady, isEmpty]);
}
