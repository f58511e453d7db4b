import type { ComponentChildren, InputHTMLAttributes } from 'preact';
import type { FieldPath, Issue, RuleId } from '../../domain/customer/issues.ts';
import type { PracticePlace } from '../../domain/customer/practice-places.ts';
import { isRequired } from '../../domain/customer/questions.ts';
import type { FieldId, TextFieldId, TickFieldId } from '../../domain/customer/values.ts';
import type { FormTranslator } from '../../i18n/form-translator.ts';
import { gapAfter } from '../../i18n/punctuation.ts';
import { controlId, type FormStore } from './form-store.ts';

/** What every part of the form gets: the form itself and the words for it. */
export interface FormPart {
  readonly form: FormStore;
  readonly t: FormTranslator;
}

/** How a box for text differs from others. */
interface TextBox {
  /** True where going on needs an answer. Default: false. */
  readonly isRequired?: boolean;
  readonly hint?: string | undefined;
  readonly autocomplete?: string;
  readonly inputMode?: 'text' | 'numeric' | 'tel' | 'email';
  /** Names and addresses are no misspelt words. */
  readonly spellcheck?: boolean;
  readonly suffix?: string;
  /** What is to be noticed about the answer, which may be nothing yet. */
  readonly remark?: RemarkWords;
  readonly onLeave?: () => void;
  /** What makes a combobox of the box, and the list that it opens. */
  readonly combobox?: InputHTMLAttributes;
  readonly list?: ComponentChildren;
}

/** What is to be noticed, with the rule that says what such a remark means, if it has one. */
export interface RemarkWords {
  readonly text: string;
  readonly rule?: RuleId | undefined;
}

/** A box for one line of text. */
export function TextField({
  form,
  t,
  field,
  label,
  ...box
}: FormPart & TextBox & { readonly field: TextFieldId & FieldId; readonly label?: string | undefined }) {
  return (
    <TextInput
      form={form}
      t={t}
      path={field}
      label={label ?? labelOf(field, { form, t })}
      isRequired={needsAnswer(field, form)}
      value={form.answers[field].value}
      onText={(text) => form.change({ [field]: text })}
      {...box}
    />
  );
}

/** A box for one line of text, wherever its value is kept. */
export function TextInput({
  form,
  t,
  path,
  label,
  value,
  onText,
  isRequired: needsText = false,
  hint,
  suffix,
  autocomplete = 'off',
  inputMode = 'text',
  spellcheck = false,
  remark,
  onLeave,
  combobox,
  list,
}: FormPart &
  TextBox & {
    readonly path: FieldPath;
    readonly label: ComponentChildren;
    readonly value: string;
    readonly onText: (text: string) => void;
  }) {
  const id = controlId(path);
  const issues = form.issuesAt(path);
  return (
    <div class="form-field">
      <label for={id}>{label}</label>
      <Hint id={id} hint={hint} />
      <Issues path={path} form={form} t={t} />
      <div class={suffix === undefined ? 'form-box' : 'form-affix'}>
        <input
          id={id}
          type="text"
          value={value}
          autocomplete={autocomplete}
          inputMode={inputMode}
          spellcheck={spellcheck}
          aria-required={needsText || undefined}
          aria-invalid={hasError(issues)}
          aria-describedby={describedBy(id, { hint, issues, suffix, remark: remark?.text })}
          onInput={(event) => onText(event.currentTarget.value)}
          onBlur={onLeave}
          {...combobox}
        />
        {list}
        {suffix === undefined ? null : <span id={`${id}-suffix`}>{suffix}</span>}
      </div>
      {remark === undefined ? null : (
        <output>
          {remark.text === '' ? null : (
            // An output describes nothing by itself: its text is taken for a value.
            <span class="form-remark" id={`${id}-remark`}>
              {remark.text}
            </span>
          )}
        </output>
      )}
      {/* Behind the output, which would read the link aloud with the remark. */}
      {remark?.rule === undefined ? null : (
        <p class="form-guide">
          <RuleLink t={t} rule={remark.rule} about={remark.text} />
        </p>
      )}
      <Explanation t={t} place={path} />
    </div>
  );
}

/** A list to choose one of. */
export function SelectField({
  form,
  t,
  field,
  value = form.answers[field].value,
  ...list
}: FormPart & {
  /** Default: what was chosen. */
  readonly value?: string;
  readonly field: Exclude<TextFieldId & FieldId, 'agreementDate'> | 'specialQualifications';
  readonly hint?: string;
  readonly autocomplete?: string;
  readonly children: ComponentChildren;
}) {
  return (
    <SelectInput
      form={form}
      t={t}
      path={field}
      label={labelOf(field, { form, t })}
      isRequired={needsAnswer(field, form)}
      value={value}
      onChoose={(option) => form.change({ [field]: option })}
      {...list}
    />
  );
}

/** A list to choose one of, wherever what was chosen is kept. */
export function SelectInput({
  form,
  t,
  path,
  label,
  value,
  onChoose,
  isRequired: needsChoice = false,
  hint,
  autocomplete = 'off',
  children,
}: FormPart & {
  readonly path: FieldPath;
  readonly label: string;
  readonly isRequired?: boolean;
  readonly value: string;
  readonly onChoose: (option: string) => void;
  readonly hint?: string;
  readonly autocomplete?: string;
  readonly children: ComponentChildren;
}) {
  const id = controlId(path);
  const issues = form.issuesAt(path);
  return (
    <div class="form-field">
      <label for={id}>{label}</label>
      <Hint id={id} hint={hint} />
      <Issues path={path} form={form} t={t} />
      <select
        id={id}
        autocomplete={autocomplete}
        value={value}
        aria-required={needsChoice || undefined}
        aria-invalid={hasError(issues)}
        aria-describedby={describedBy(id, { hint, issues })}
        onChange={(event) => onChoose(event.currentTarget.value)}
      >
        {children}
      </select>
      <Explanation t={t} place={path} />
    </div>
  );
}

/** A question whose few answers are all in sight. */
export function ChoiceField<Option extends string>({
  form,
  t,
  field,
  legend,
  hint,
  options,
  isDisabled = false,
}: FormPart & {
  readonly field: 'partnerType' | 'role' | 'agreement' | 'agreementPerson';
  readonly legend: string;
  readonly hint?: string;
  readonly options: readonly Option[];
  readonly isDisabled?: boolean;
}) {
  const id = controlId(field);
  return (
    <Group form={form} t={t} path={field} legend={legend} hint={hint} isDisabled={isDisabled} isChoice>
      {options.map((option, index) => (
        <div class="form-choice" key={option}>
          <input
            id={index === 0 ? id : `${id}-${option}`}
            type="radio"
            name={id}
            value={option}
            checked={form.answers[field].value === option}
            onChange={() => form.change({ [field]: option })}
          />
          <label for={index === 0 ? id : `${id}-${option}`}>{t.option(option)}</label>
        </div>
      ))}
    </Group>
  );
}

/** A statement to confirm. */
export function TickField({
  form,
  t,
  field,
  label,
}: FormPart & { readonly field: TickFieldId; readonly label: string }) {
  const id = controlId(field);
  const issues = form.issuesAt(field);
  return (
    <div class="form-field">
      <Issues path={field} form={form} t={t} />
      <div class="form-choice">
        <input
          id={id}
          type="checkbox"
          checked={form.answers[field].value}
          aria-required
          aria-invalid={hasError(issues)}
          aria-describedby={describedBy(id, { issues })}
          onChange={(event) => form.change({ [field]: event.currentTarget.checked })}
        />
        <label for={id}>{label}</label>
      </div>
    </div>
  );
}

/** Controls that answer one question together; a choice of one of them must be made. */
export function Group({
  form,
  t,
  path,
  legend,
  hint,
  isDisabled = false,
  isChoice = false,
  children,
}: FormPart & {
  readonly path: FieldPath;
  readonly legend: string;
  readonly hint?: string | undefined;
  readonly isDisabled?: boolean;
  readonly isChoice?: boolean;
  readonly children: ComponentChildren;
}) {
  const id = controlId(path);
  const issues = form.issuesAt(path);
  return (
    <fieldset
      id={`${id}-group`}
      class="form-field"
      tabIndex={-1}
      {...(isChoice
        ? { role: 'radiogroup', 'aria-required': true, 'aria-invalid': hasError(issues) || undefined }
        : {})}
      disabled={isDisabled}
      aria-describedby={describedBy(id, { hint, issues })}
    >
      <legend>{legend}</legend>
      <Hint id={id} hint={hint} />
      <Explanation t={t} place={path} />
      <Issues path={path} form={form} t={t} />
      {children}
    </fieldset>
  );
}

/** What is wrong with an answer, with a way to the rule that says so. */
export function Issues({ form, t, path }: FormPart & { readonly path: FieldPath }) {
  return form.issuesAt(path).map((issue) => {
    const severity = t.text(`summary.${issue.severity}`);
    const words = t.issue(issue);
    return (
      <div class="form-issue" data-severity={issue.severity} key={issue.code}>
        <p id={`${controlId(path)}-${nameOf(issue)}`}>
          <span class="form-hidden">
            {severity}
            {gapAfter(severity)}
          </span>
          {words}
        </p>
        <RuleLink t={t} rule={issue.rule} about={words} />
      </div>
    );
  });
}

/** The way to the sentence of the guide that states a rule. */
export function RuleLink({
  t,
  rule,
  about,
}: Pick<FormPart, 't'> & { readonly rule: RuleId; readonly about: string }) {
  return (
    <a href={`#${rule}`}>
      {t.text('summary.rule')}
      <span class="form-hidden"> {about}</span>
    </a>
  );
}

/** The way to the page that explains a place of the form, where one does. What was typed is kept meanwhile. */
export function Explanation({
  t,
  place,
}: Pick<FormPart, 't'> & { readonly place: PracticePlace | FieldPath }) {
  const link = t.explanation(place);
  return link === undefined ? null : (
    <p class="form-guide">
      <a href={link.href}>{link.text}</a>
    </p>
  );
}

/** The words above a control, with a note if it can be left empty. */
export function labelOf(field: FieldId, { form, t }: FormPart): string {
  const name = t.field(field, form.answers.country.value);
  return needsAnswer(field, form) || field === 'specialQualifications' ? name : t.optional(name);
}

/** True where the stage cannot be left without an answer, for as long as the country is this one. */
export function needsAnswer(field: FieldId, form: FormStore): boolean {
  return isRequired(field, { country: form.answers.country.value });
}

function Hint({ id, hint }: { readonly id: string; readonly hint?: string | undefined }) {
  return hint === undefined ? null : (
    <p class="form-hint" id={`${id}-hint`}>
      {hint}
    </p>
  );
}

function hasError(issues: readonly Issue[]): boolean {
  return issues.some(({ severity }) => severity === 'error');
}

function describedBy(
  id: string,
  parts: {
    readonly hint?: string | undefined;
    readonly issues: readonly Issue[];
    readonly suffix?: string | undefined;
    readonly remark?: string | undefined;
  },
): string | undefined {
  const ids = [
    ...(parts.suffix === undefined ? [] : [`${id}-suffix`]),
    ...(parts.hint === undefined ? [] : [`${id}-hint`]),
    ...parts.issues.map((issue) => `${id}-${nameOf(issue)}`),
    ...(parts.remark ? [`${id}-remark`] : []),
  ];
  return ids.length > 0 ? ids.join(' ') : undefined;
}

function nameOf({ code }: Issue): string {
  return code.replace('.', '-');
}
