import { useEffect, useRef, useState } from 'preact/hooks';
import type { FormWords } from '../../../i18n/form-messages.ts';
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
