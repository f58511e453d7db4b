import { partnerTypes, roles } from '../../domain/customer/values.ts';
import { ChoiceField, type FormPart } from './field.tsx';

/** Who the partner is: it decides whether they can add a customer, and what they are asked. */
export function OpeningStage({ form, t }: FormPart) {
  const isDisabled = !form.isReady.value;
  return (
    <>
      <ChoiceField
        form={form}
        t={t}
        field="partnerType"
        legend={t.label('partnerType')}
        hint={t.text('hints.partnerType')}
        options={partnerTypes}
        isDisabled={isDisabled}
      />
      <output>
        {form.state.value.values.partnerType === 'indirectReseller' ? (
          <span class="form-note">
            {t.text('notices.indirectReseller')}{' '}
            <a href="#existing-customers">{t.text('notices.indirectResellerLink')}</a>
          </span>
        ) : null}
      </output>
      <ChoiceField
        form={form}
        t={t}
        field="role"
        legend={t.label('role')}
        hint={t.text('hints.role')}
        options={roles}
        isDisabled={isDisabled}
      />
    </>
  );
}
