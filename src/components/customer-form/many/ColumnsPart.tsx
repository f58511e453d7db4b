import { useState } from 'preact/hooks';
import { knownColumns, missingColumns } from '../../../domain/customer/many/columns.ts';
import { type Encoding, encodings } from '../../../domain/customer/many/detect-encoding.ts';
import { type Delimiter, delimiters } from '../../../domain/customer/many/read-csv.ts';
import type { GivenAnswers } from '../../../domain/customer/many/read-row.ts';
import { type FieldId, partnerTypes, roleAnswers } from '../../../domain/customer/values.ts';
import { fieldIds } from '../../../i18n/form-translator.ts';
import type { TableSay } from '../../../i18n/row-problem-text.ts';
import type { FormPart } from '../field.tsx';
import type { CheckOrder, OpenedTable } from './table-session.ts';

/** What the columns of a table hold, as it was recognised, to be mended where that went wrong. */
export function ColumnsPart({
  form,
  t,
  say,
  name,
  opened,
  onReading,
  onCheck,
}: FormPart & {
  readonly say: TableSay;
  readonly name: string;
  readonly opened: OpenedTable;
  readonly onReading: (reading: { readonly encoding: Encoding; readonly delimiter?: Delimiter }) => void;
  readonly onCheck: (order: Omit<CheckOrder, 'context'>) => void;
}) {
  const { header, columns, encoding, delimiter, isEncodingSure } = opened;
  const [map, setMap] = useState(columns.map);
  const [given, setGiven] = useState(() => givenOf(form.state.value.values));
  const [isTried, setIsTried] = useState(false);
  const [hasHeader, setHasHeader] = useState(opened.hasHeader);
  const [areColumnsShown, setAreColumnsShown] = useState(knownColumns(columns.map) === 0 || !isEncodingSure);
  const asked = (['partnerType', 'role'] as const).filter((field) => !map.includes(field));
  const missing = missingColumns(map, given).filter((field) => field !== 'partnerType' && field !== 'role');
  const nameOf = (index: number): string => (hasHeader && header[index]?.trim()) || say('columns.noHeading');
  /** Without headings the first row is a customer like the others. */
  const exampleOf = (index: number): string =>
    (hasHeader ? '' : header[index]?.trim()) || (opened.examples[index] ?? '');
  const namesOf = (indexes: readonly number[]): string => t.allOf(indexes.map(nameOf));
  const unknown = [...header.keys()].filter(
    (index) => map[index] === undefined && !columns.repeated.includes(index),
  );
  const repeated = columns.repeated.filter((index) => map[index] === undefined);
  const isNothingRead = knownColumns(map) === 0;
  const choose = (index: number, chosen: FieldId | undefined): void =>
    // A question has one column: the one that was chosen last.
    setMap(map.map((field, at) => (at === index ? chosen : field === chosen ? undefined : field)));
  const check = (): void => {
    setIsTried(true);
    const open = asked.find((field) => given[field] === '');
    if (isNothingRead) {
      setAreColumnsShown(true);
      setTimeout(() => document.getElementById('form-many-column-0')?.focus());
    } else if (open === undefined) onCheck({ map, hasHeader, given });
    else document.getElementById(`form-many-${open}`)?.focus();
  };
  return (
    <>
      <h4 tabIndex={-1}>{say('columns.heading')}</h4>
      <p>{say('columns.table', { name, count: t.number(header.length) })}</p>
      {header.length === 1 ? <p class="form-note">{say('columns.one')}</p> : null}
      {isNothingRead ? (
        <p class="form-note">{say(isTried ? 'columns.chooseOne' : 'columns.noHeader')}</p>
      ) : null}
      {missing.length === 0 || isNothingRead ? null : (
        <p class="form-note">
          {say('columns.missing', { fields: t.allOf(missing.map((field) => t.field(field))) })}
        </p>
      )}
      {repeated.length === 0 ? null : <p>{say('columns.repeated', { columns: namesOf(repeated) })}</p>}
      {unknown.length === 0 ? null : <p>{say('columns.unknown', { columns: namesOf(unknown) })}</p>}
      {isEncodingSure ? null : <p class="form-note">{say('columns.unsure')}</p>}
      <div class="form-filter">
        <div class="form-field">
          <label for="form-many-encoding">{say('columns.encoding')}</label>
          <select
            id="form-many-encoding"
            value={encoding}
            // The options are made of these encodings.
            onChange={({ currentTarget }) => onReading({ encoding: currentTarget.value as Encoding })}
          >
            {encodings.map((id) => (
              <option key={id} value={id}>
                {encodingNames[id]}
              </option>
            ))}
          </select>
        </div>
        <div class="form-field">
          <label for="form-many-delimiter">{say('columns.delimiter')}</label>
          <select
            id="form-many-delimiter"
            value={delimiter}
            onChange={({ currentTarget }) =>
              // The options are made of these delimiters.
              onReading({ encoding, delimiter: currentTarget.value as Delimiter })
            }
          >
            {delimiters.map((sign) => (
              <option key={sign} value={sign}>
                {say(`columns.${delimiterNames[sign]}`)}
              </option>
            ))}
          </select>
        </div>
      </div>
      <div class="form-choice">
        <input
          id="form-many-header"
          type="checkbox"
          checked={hasHeader}
          onChange={({ currentTarget }) => setHasHeader(currentTarget.checked)}
        />
        <label for="form-many-header">{say('columns.firstRow')}</label>
      </div>
      <details
        open={areColumnsShown}
        onToggle={({ currentTarget }) => setAreColumnsShown(currentTarget.open)}
      >
        <summary>{say('columns.change')}</summary>
        {areColumnsShown
          ? header.map((_, index) => {
              const id = `form-many-column-${index}`;
              const example = exampleOf(index);
              return (
                <div class="form-field" key={id}>
                  <label for={id}>
                    {say('columns.column', { number: t.number(index + 1), heading: nameOf(index) })}
                  </label>
                  {example === '' ? null : (
                    <p class="form-hint" id={`${id}-hint`}>
                      {say('columns.example', { value: example.slice(0, 80) })}
                    </p>
                  )}
                  <select
                    id={id}
                    value={map[index] ?? ''}
                    aria-describedby={example === '' ? undefined : `${id}-hint`}
                    onChange={({ currentTarget }) =>
                      choose(
                        index,
                        fieldIds.find((field) => field === currentTarget.value),
                      )
                    }
                  >
                    <option value="">{say('columns.notRead')}</option>
                    {fieldIds.map((field) => (
                      <option key={field} value={field}>
                        {t.field(field)}
                      </option>
                    ))}
                  </select>
                </div>
              );
            })
          : null}
      </details>
      {asked.length === 0 ? null : (
        <fieldset>
          <legend>{say('columns.given')}</legend>
          {asked.map((field) => {
            const id = `form-many-${field}`;
            const isOpen = isTried && given[field] === '';
            return (
              <div class="form-field" key={field}>
                <label for={id}>{t.field(field)}</label>
                {isOpen ? (
                  <div class="form-issue" id={`${id}-issue`}>
                    <p>{t.text(`issues.${field}.missing`)}</p>
                  </div>
                ) : null}
                <select
                  id={id}
                  value={given[field]}
                  aria-invalid={isOpen}
                  aria-describedby={isOpen ? `${id}-issue` : undefined}
                  onChange={({ currentTarget }) => setGiven({ ...given, [field]: currentTarget.value })}
                >
                  <option value="">{t.text('options.choose')}</option>
                  {options[field].map((option) => (
                    <option key={option} value={option}>
                      {t.option(option)}
                    </option>
                  ))}
                </select>
              </div>
            );
          })}
        </fieldset>
      )}
      <div class="form-buttons">
        <button type="button" onClick={check}>
          {say('columns.check')}
        </button>
      </div>
    </>
  );
}

/** An indirect reseller cannot add a customer, so there is nothing to check for one. */
const options = {
  partnerType: partnerTypes.filter((type) => type !== 'indirectReseller'),
  role: roleAnswers,
} as const;

/** What the form knows of the partner already. */
function givenOf({ partnerType, role }: GivenAnswers): GivenAnswers {
  return { partnerType: partnerType === 'indirectReseller' ? '' : partnerType, role };
}

const delimiterNames = { ',': 'comma', ';': 'semicolon', '\t': 'tab' } as const satisfies Record<
  Delimiter,
  string
>;

/** Proper names, the same in every language. */
const encodingNames: Readonly<Record<Encoding, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
  'windows-1250': 'Windows-1250 (Čeština, Polski, Magyar)',
  'windows-1251': 'Windows-1251 (кириллица)',
  'windows-1252': 'Windows-1252 (Latin)',
  'windows-1253': 'Windows-1253 (Ελληνικά)',
  'windows-1254': 'Windows-1254 (Türkçe)',
  'windows-1255': 'Windows-1255 (עברית)',
  'windows-1256': 'Windows-1256 (العربية)',
  'windows-1257': 'Windows-1257 (Eesti, Latviešu, Lietuvių)',
  'windows-1258': 'Windows-1258 (Tiếng Việt)',
  'windows-874': 'Windows-874 (ไทย)',
  ibm866: 'IBM 866 (кириллица)',
  'koi8-r': 'KOI8-R (кириллица)',
  gb18030: 'GBK / GB 18030 (简体中文)',
  big5: 'Big5 (繁體中文)',
  shift_jis: 'Shift_JIS (日本語)',
  'euc-kr': 'EUC-KR (한국어)',
};
