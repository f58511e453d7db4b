import { useEffect, useState } from 'preact/hooks';
import type { FormPart } from '../field.tsx';
import { type LoadedWho, loadWho } from './load-who.ts';

/** What an indirect reseller does instead of adding a customer. For other partners it is nothing. */
export function PartnerNote({ form, t }: FormPart) {
  const isReseller = form.answers.partnerType.value === 'indirectReseller';
  const who = useWho(isReseller, { form, t });
  return (
    // What is longer than a sentence or two is there to be read, not to be read aloud in one go.
    <div class="form-told">
      <output>
        {isReseller ? <span class="form-note">{t.text('notices.indirectReseller')}</span> : null}
      </output>
      {isReseller && who !== undefined ? <who.ResellerWay form={form} t={t} words={who.words} /> : null}
    </div>
  );
}

/** What somebody with the chosen role has to leave to others, and whom to ask. An Admin agent may do everything here. */
export function RoleNote({ form, t }: FormPart) {
  const role = form.answers.role.value;
  const isLimited = role !== '' && role !== 'adminAgent';
  const who = useWho(isLimited, { form, t });
  return (
    <div class="form-told">
      <output>
        {isLimited ? (
          <span class="form-note">
            {t.text(role === 'otherRole' ? 'notices.otherRole' : 'notices.limitedRole', {
              role: t.option(role),
            })}
          </span>
        ) : null}
      </output>
      {isLimited && who !== undefined ? <who.RoleLimits role={role} t={t} words={who.words} /> : null}
    </div>
  );
}

function useWho(isWanted: boolean, { form, t }: FormPart): LoadedWho | undefined {
  const [who, setWho] = useState<LoadedWho>();
  useEffect(() => {
    if (!isWanted || who !== undefined) return undefined;
    let isCurrent = true;
    loadWho(t.locale).then(
      (loaded) => isCurrent && setWho(loaded),
      () => isCurrent && form.tellPartNotLoaded(),
    );
    return () => {
      isCurrent = false;
    };
  }, [isWanted, who, form, t]);
  return who;
}
