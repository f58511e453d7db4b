import { partnerTypes, roleAnswers } from '../../domain/customer/values.ts';
import { ChoiceField, type FormPart } from './field.tsx';
import { PartnerNote, RoleNote } from './who/WhoNotes.tsx';

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
      <PartnerNote form={form} t={t} />
      <ChoiceField
        form={form}
        t={t}
        field="role"
        legend={t.label('role')}
        hint={t.text('hints.role')}
        options={roleAnswers}
        isDisabled={isDisabled}
      />
      <RoleNote form={form} t={t} />
    </>
  );
}
