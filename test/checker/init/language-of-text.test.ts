import { describe, expect, it } from 'vitest';
import { languageOfText } from '../../../scripts/checker/init/language-of-text.ts';

describe('languageOfText', () => {
  it.each([
    ['Wählen Sie den Kunden und warten Sie auf die Antwort.', 'de'],
    ['Sélectionnez le client dans la liste, et attendez.', 'fr'],
    ['Select the customer and wait for the answer.', 'en'],
    ['Выберите клиента и дождитесь ответа.', 'ru'],
    ['顧客を選択し、返事を待ちます。', 'ja'],
    ['选择客户，然后等待答复。', 'zh'],
    ['Code: `och att är inte` <b>x</b>', 'en'],
    ['', 'en'],
  ])('takes %j for %s', (text, language) => {
    expect(languageOfText(text, [])).toBe(language);
  });

  it('takes no language that the text is translated into', () => {
    expect(languageOfText('Välj kunden och vänta på den.', ['sv'])).not.toBe('sv');
  });
});
