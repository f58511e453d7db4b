// oxlint-disable jsx-a11y/prefer-tag-over-role -- the pattern is made of roles: no element is an editable combobox.
// oxlint-disable jsx-a11y/interactive-supports-focus -- an active option is told by aria-activedescendant.
// oxlint-disable jsx-a11y/click-events-have-key-events -- keys are those of the box, which keeps the focus.
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { FieldPath } from '../../domain/customer/issues.ts';
import type { NameSearch } from '../../domain/customer/name-search.ts';
import { cleanText } from '../../domain/customer/normalise.ts';
import { type FormPart, TextInput } from './field.tsx';
import { controlId } from './form-store.ts';

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
  nothingFound,
  keepsText = false,
  isRequired = false,
  onChoose,
  ...part
}: FormPart & {
  readonly path: FieldPath;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly autocomplete: string;
  readonly options: ReadonlyMap<string, string>;
  readonly value: string;
  readonly search: NameSearch;
  /** What to say of a text that fits nothing. */
  readonly nothingFound: (text: string) => string;
  /** Whether a text that fits nothing is kept as the answer, which a rule then asks to choose again. */
  readonly keepsText?: boolean;
  readonly isRequired?: boolean;
  readonly onChoose: (code: string) => void;
}) {
  const { t } = part;
  const id = controlId(path);
  const chosen = options.get(value) ?? (keepsText ? value : '');
  const [typed, setTyped] = useState<string>();
  const [isOpen, setIsOpen] = useState(false);
  const [active, setActive] = useState<string>();
  const list = useRef<HTMLDivElement>(null);

  const isTyping = typed !== undefined && typed !== chosen;
  const found = isOpen ? search.find(isTyping ? typed : '') : [];
  const isShown = found.length > 0;
  const shownText = (typed ?? chosen).trim();
  const isUnknown =
    shownText !== '' &&
    (typed !== undefined || !options.has(value)) &&
    (isOpen && isTyping ? found : search.find(shownText)).length === 0;

  // The letter that opens a long list is shown before the options that only scrolling brings into view.
  const [isDrawn, setIsDrawn] = useState(false);
  useEffect(() => setIsDrawn(isShown), [isShown]);
  const isWhole = isDrawn || !isTyping || active !== undefined;
  const drawn = isWhole ? found : found.slice(0, mostAtOnce);

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
  const settle = (settled: string): void => {
    close();
    if (settled === chosen && (settled === '' || options.has(value))) return setTyped(undefined);
    const code = settled.trim() === '' ? '' : search.exactly(settled);
    if (code !== undefined) return choose(code);
    if (keepsText) return choose(settled);
    if (value !== '') onChoose('');
    setTyped(settled);
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
    ? nothingFound(cleanText(shownText))
    : isShown && isTyping
      ? t.address('find.count', { count: t.number(found.length) })
      : '';
  return (
    <TextInput
      {...part}
      path={path}
      label={label}
      hint={hint}
      isRequired={isRequired}
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
          <div
            // What was typed leaves little of a long list: that is quicker taken away whole than option by option.
            key={isTyping && typed.trim() !== ''}
            class="form-options"
            id={`${id}-list`}
            role="listbox"
            aria-label={label}
            ref={list}
          >
            {drawn.map((code, index) => (
              <div
                // By its place: looking for each option among all that were there before takes longer than writing it.
                key={index}
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

/** More options than fit into the list's height. */
const mostAtOnce = 16;
