import { useEffect, useState } from 'preact/hooks';
import { domainPrefixLimit, domainSuffix, toDomainPrefix } from '../../domain/customer/domain-prefix.ts';
import { isBlank, lengthOf } from '../../domain/customer/normalise.ts';
import { suggestDomainPrefix } from '../../domain/customer/suggest-domain-prefix.ts';
import type { FormTranslator } from '../../i18n/form-translator.ts';
import { type FormPart, TextField } from './field.tsx';
import { controlId } from './form-store.ts';

/** The prefix of the domain, how much room it has left, and one that resembles the company name while it is empty. */
export function DomainFields(part: FormPart) {
  const { form, t } = part;
  const companyName = useOnceDrawn(form.answers.companyName.value);
  const country = form.answers.country.value;
  const domain = form.answers.domain.value;
  const counted = useSettled(domain);
  const suggestion = suggestDomainPrefix(companyName, country);
  const isWanted = toDomainPrefix(domain) === '' && !isBlank(companyName);
  return (
    <>
      <TextField
        {...part}
        field="domain"
        hint={t.text('hints.domain', { max: t.number(domainPrefixLimit) })}
        suffix={domainSuffix}
        remark={{ text: lengthText(toDomainPrefix(counted), t) }}
      />
      {isWanted && suggestion !== '' ? (
        <>
          <button
            type="button"
            class="form-secondary"
            aria-describedby="form-domain-suggestion"
            onClick={() => {
              form.change({ domain: suggestion });
              form.focus({ control: controlId('domain') });
            }}
          >
            {t.text('hints.domainSuggestion', { suggestion })}
          </button>
          <p class="form-hint" id="form-domain-suggestion">
            {t.address('domain.suggested')}
          </p>
        </>
      ) : null}
      {isWanted && suggestion === '' ? <p class="form-hint">{t.address('domain.none')}</p> : null}
    </>
  );
}

function lengthText(prefix: string, t: FormTranslator): string {
  if (prefix === '') return '';
  const left = domainPrefixLimit - lengthOf(prefix);
  return left < 0
    ? t.address('domain.tooLong', { count: t.number(-left) })
    : t.address('domain.left', { count: t.number(left) });
}

/** A text once the frame that shows it is drawn: what follows from a key is not to delay the key itself. */
function useOnceDrawn(text: string): string {
  const [drawn, setDrawn] = useState(text);
  useEffect(() => setDrawn(text), [text]);
  return drawn;
}

/** A text once nothing has been typed for a second: who hears the page is not to be told at every key. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), 1000);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
