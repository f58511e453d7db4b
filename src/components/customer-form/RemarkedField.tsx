import type { ComponentProps } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { isBlank } from '../../domain/customer/normalise.ts';
import {
  type FindRemark,
  loadFinder,
  type RemarkedFieldId,
} from '../../domain/customer/remarks/load-finder.ts';
import { type Remark, remarkRules } from '../../domain/customer/remarks/remark.ts';
import type { FormTranslator } from '../../i18n/form-translator.ts';
import { type RemarkWords, TextField } from './field.tsx';

/**
 * A box for one line of text that says what is to be noticed about it, once it is left. While it is mended, the remark
 * stays as long as it is true, and no other takes its place.
 */
export function RemarkedField({
  field,
  ...part
}: ComponentProps<typeof TextField> & { readonly field: RemarkedFieldId }) {
  const { form, t } = part;
  const answer = form.answers[field].value;
  const country = form.answers.country.value;
  const [left, setLeft] = useState(answer);
  const findRemark = useFinder(field, !isBlank(left));
  const about = (typed: string): RemarkWords => {
    const remark = findRemark?.(typed, country);
    return remark === undefined ? nothing : { text: remarkText(remark, t), rule: remarkRules[remark.kind] };
  };
  const remark = about(answer);
  return (
    <TextField
      {...part}
      field={field}
      remark={remark.text === about(left).text ? remark : nothing}
      onLeave={() => afterPress(() => setLeft(form.answers[field].value))}
    />
  );
}

const nothing: RemarkWords = { text: '' };

/**
 * What finds remarks weighs as much as the form itself, so it is loaded when there is an answer to look at. A remark is
 * no more than help: if it cannot be loaded, nothing is said.
 */
function useFinder(field: RemarkedFieldId, isWanted: boolean): FindRemark | undefined {
  const [finder, setFinder] = useState<{ readonly find: FindRemark }>();
  useEffect(() => {
    if (!isWanted || finder !== undefined) return;
    loadFinder(field).then(
      (find) => setFinder({ find }),
      () => undefined,
    );
  }, [field, isWanted, finder]);
  return finder?.find;
}

/** Waits for the end of a press: what appears meanwhile would push the button from under the pointer. */
function afterPress(act: () => void): void {
  if (document.querySelector(':active') === null) act();
  else addEventListener('mouseup', () => setTimeout(act), { once: true });
}

function remarkText(remark: Remark, t: FormTranslator): string {
  switch (remark.kind) {
    case 'checkDigit':
      return t.text('remarks.checkDigit', { name: remark.name });
    case 'international':
      return t.text('remarks.international', { number: remark.number });
    case 'unlikePostalCode':
      return t.address('remarks.unlike', { country: t.country(remark.country), example: remark.example });
    case 'unknownPhone':
    case 'otherCountryCode':
      return t.text(`remarks.${remark.kind}`);
  }
}
