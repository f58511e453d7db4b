// oxlint-disable jsx-a11y/prefer-tag-over-role -- the pattern is made of roles: no element is an editable combobox.
// oxlint-disable jsx-a11y/interactive-supports-focus -- an active option is told by aria-activedescendant.
// oxlint-disable jsx-a11y/click-events-have-key-events -- keys are those of the box, which keeps the focus.
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { FieldPath } from '../../domain/customer/issues.ts';
import { cleanText } from '../../domain/customer/normalise.ts';
import { type FormPart, TextInput } from './field.tsx';
import { controlId } from './form-store.ts';

/** What a search tells of what was typed. */
export interface ComboboxSearch {
  /** The codes that fit, the likeliest first; all for an empty text. */
  readonly find: (typed: string) => readonly string[];
  /** The code that is meant beyond doubt. */
  readonly exactly: (typed: string) => string | undefined;
}

/**
 * A box to type in, with a list of what fits: the editable combobox of the ARIA Authoring Practices Guide.
 *
 * What was typed and fits nothing stays in the box and is told. While a word is composed, its keys are the input
 * method's. A browser that fills in a name or a code is understood, too.
 */
export function Combobox({
  path,
  label,
  hint,
  autocomplete,
  options,
  value,
  search,
  onChoose,
  ...part
}: FormPart & {
  readonly path: FieldPath;
  readonly label: string;
  readonly hint?: string;
  readonly autocomplete: string;
  readonly options: ReadonlyMap<string, string>;
  readonly value: string;
  readonly search: ComboboxSearch;
  readonly onChoose: (code: string) => void;
}) {
  const { t } = part;
  const id = controlId(path);
  const chosen = options.get(value) ?? '';
  const [typed, setTyped] = useState<string>();
  const [isOpen, setIsOpen] = useState(false);
  const [active, setActive] = useState<string>();
  const list = useRef<HTMLDivElement>(null);

  const isTyping = typed !== undefined && typed !== chosen;
  const found = isOpen ? search.find(isTyping ? typed : '') : [];
  const isShown = found.length > 0;
  const isUnknown = typed !== undefined && typed.trim() !== '' && search.find(typed).length === 0;

  useLayoutEffect(() => {
    list.current?.scrollIntoView({ block: 'nearest' });
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [active, isShown]);

  const close = (): void => {
    setIsOpen(false);
    setActive(undefined);
  };
  const choose = (code: string): void => {
    close();
    setTyped(undefined);
    if (code !== value) onChoose(code);
  };
  /** Takes what stands in the box for what it says, when it is left or filled in by the browser. */
  const settle = (text: string): void => {
    close();
    if (text === chosen) return setTyped(undefined);
    const code = text.trim() === '' ? '' : search.exactly(text);
    if (code !== undefined) return choose(code);
    if (value !== '') onChoose('');
    setTyped(text);
  };
  const move = (step: number): void => {
    const all = isShown ? found : search.find(isTyping ? typed : '');
    setIsOpen(true);
    const from = active ?? (isShown ? undefined : value || undefined);
    const index = from === undefined ? -1 : all.indexOf(from);
    const isFirst = !isShown && index >= 0;
    const next = isFirst ? index : index < 0 && step < 0 ? all.length - 1 : index + step;
    setActive(all[(next + all.length) % all.length]);
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.isComposing || event.keyCode === 229) return;
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp':
        move(event.key === 'ArrowDown' ? 1 : -1);
        break;
      case 'Enter':
        if (active !== undefined) choose(active);
        else if (isShown && isTyping) {
          // Among several, the likeliest is shown first: what is chosen must have been seen.
          const only = search.exactly(typed) ?? (found.length === 1 ? found[0] : undefined);
          if (only === undefined) move(1);
          else choose(only);
        } else return settle(typed ?? chosen);
        break;
      case 'Escape':
        if (!isOpen && typed === undefined) return;
        close();
        if (!isShown) setTyped(undefined);
        break;
      default:
        return;
    }
    event.preventDefault();
  };

  const message = isUnknown
    ? t.address('find.nothing', { text: cleanText(typed) })
    : isShown && isTyping
      ? t.address('find.count', { count: t.number(found.length) })
      : '';
  return (
    <TextInput
      {...part}
      path={path}
      label={label}
      hint={hint}
      autocomplete={autocomplete}
      value={typed ?? chosen}
      onText={(text) => {
        setTyped(text);
        setActive(undefined);
        // A browser that fills the box in does so while the focus is elsewhere.
        if (document.activeElement?.id === id) setIsOpen(true);
        else settle(text);
      }}
      onLeave={() => settle(typed ?? chosen)}
      remark={{ text: message }}
      combobox={{
        role: 'combobox',
        'aria-autocomplete': 'list',
        'aria-expanded': isShown,
        'aria-controls': isShown ? `${id}-list` : undefined,
        'aria-activedescendant': isShown && active !== undefined ? `${id}-option-${active}` : undefined,
        onKeyDown: onKey,
        onClick: () => setIsOpen(true),
        onFocus: ({ currentTarget }) => currentTarget.select(),
      }}
      list={
        isShown ? (
          <div class="form-options" id={`${id}-list`} role="listbox" aria-label={label} ref={list}>
            {found.map((code) => (
              <div
                key={code}
                id={`${id}-option-${code}`}
                role="option"
                aria-selected={code === (active ?? value)}
                data-active={code === active}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => choose(code)}
              >
                {options.get(code)}
              </div>
            ))}
          </div>
        ) : null
      }
    />
  );
}
