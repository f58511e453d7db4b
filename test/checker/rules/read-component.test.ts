import { describe, expect, it } from 'vitest';
import { readComponent } from '../../../scripts/checker/rules/components/read-component.ts';

function keyOf(source: string): string {
  return readComponent(source).key;
}

describe('how a component is called', () => {
  it('is the same in two languages, titles and descriptions aside', () => {
    expect(keyOf('<Card href="/en-us/a/" title="All customers">')).toBe(
      keyOf('<Card title="Alla kunder" href="/sv-se/a/">'),
    );
    expect(keyOf('{{< term id="tenant" text="tenant" >}}')).toBe('term id=tenant');
    expect(keyOf(':::image type="content" source="media/form.png" alt-text="Das Formular":::')).toBe(
      'image source=/media/form.png type=content',
    );
    expect(keyOf('[!INCLUDE [Consent](../includes/consent.md)]')).toBe('include 0=/includes/consent');
    expect(keyOf('/// tab | Kunden')).toBe('tab');
  });

  it('keeps expressions without the texts in them', () => {
    expect(readComponent('{limits.note("the limit")}').key).toBe('{} 0=limits.note("")');
    expect(readComponent('<Video items={[{ id: 1 }]} autoplay />').attributes).toEqual([
      { name: 'items', value: '[{id:1}]', isFixed: true },
      { name: 'autoplay', value: '', isFixed: true },
    ]);
  });

  it('takes what is written otherwise from what the parser made of it', () => {
    expect(readComponent('# [Windows](#tab/windows)', 'tab windows').key).toBe('tab 0=windows');
  });
});
