import { billingTypes, offerCategories, publishers } from '../../domain/customer/offers/catalogue.ts';
import { type OfferFilter as Filter, noFilter } from '../../domain/customer/offers/filter-offers.ts';
import { joinSentences } from '../../i18n/punctuation.ts';
import type { FormPart } from './field.tsx';

/** What the filter has found, in numbers. */
interface Counts {
  readonly found: number;
  readonly all: number;
  readonly chosen: number;
  /** True where an offer is in the list only because it is chosen. */
  readonly hasOthers: boolean;
}

/** What offers can be looked for by. It decides what the list shows and nothing else, so it is no answer. */
export function OfferFilter({
  form,
  t,
  filter,
  onFilter,
  counts,
}: FormPart & {
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
  readonly counts: Counts;
}) {
  const list = (
    part: 'publisher' | 'billingType' | 'category',
    options: Readonly<Record<string, string>>,
  ) => (
    <div class="form-field">
      <label for={`form-filter-${part}`}>{t.text(`filter.${part}`)}</label>
      <select
        id={`form-filter-${part}`}
        autocomplete="off"
        value={filter[part]}
        onChange={(event) => onFilter({ ...filter, [part]: event.currentTarget.value })}
      >
        <option value="">{t.text('filter.all')}</option>
        {Object.entries(options).map(([option, name]) => (
          <option key={option} value={option}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
  const named = (options: readonly ((typeof billingTypes)[number] | (typeof offerCategories)[number])[]) =>
    Object.fromEntries(options.map((option) => [option, t.text(`filter.${option}`)]));
  const isFiltering = Object.values(filter).some((part) => part !== '');
  return (
    <search class="form-filter" aria-label={t.text('filter.label')}>
      <div class="form-field">
        <label for={nameId}>{t.text('filter.name')}</label>
        <input
          id={nameId}
          type="search"
          value={filter.text}
          autocomplete="off"
          spellcheck={false}
          onInput={(event) => onFilter({ ...filter, text: event.currentTarget.value })}
          // Whoever looks for an offer is not done with the stage.
          onKeyDown={(event) => {
            if (event.key === 'Enter') event.preventDefault();
          }}
        />
      </div>
      {list('publisher', publishers)}
      {list('billingType', named(billingTypes))}
      {list('category', named(offerCategories))}
      <output>
        {joinSentences([
          t.text('filter.status', {
            count: t.number(counts.found),
            total: t.number(counts.all),
            chosen: t.number(counts.chosen),
          }),
          ...(counts.found === 0 ? [t.text('filter.nothing')] : []),
          ...(counts.hasOthers ? [t.text('filter.selectedStay')] : []),
        ])}
      </output>
      {isFiltering ? (
        <button
          type="button"
          class="form-secondary"
          onClick={() => {
            onFilter(noFilter);
            form.focus({ control: nameId });
          }}
        >
          {t.text('filter.clear')}
        </button>
      ) : null}
    </search>
  );
}

const nameId = 'form-filter-name';
