/** Pages in two languages that rules on the whole tree have something to say of; keys are `page-1` and so on. */
export function generatedTree(pages: number): Record<string, string> {
  const files: Record<string, string> = {};
  for (let at = 1; at <= pages; at++) {
    const next = (at % pages) + 1;
    files[`content/en-US/page-${at}.md`] = sourcePage(at, next);
    files[`content/sv-SE/page-${at}.md`] = translatedPage(at, next);
  }
  return files;
}

function sourcePage(at: number, next: number): string {
  return `# Part ${at} of the guide

Before you begin, make sure that the account of the partner is open, that its address is right, and that somebody has
agreed to the terms in the last ${at + 10} days. Otherwise nothing of what follows can be done.

## Add the customer

1. Select **Customers**, then select **Add customer**.
2. Enter the name, the address and the telephone number of the customer, at most ${at + 20} letters each.
3. On the page, select **Next part**.

See [the next part](page-${next}.md#add-the-customer) for what comes then.
`;
}

function translatedPage(at: number, next: number): string {
  const name = at % 3 === 0 ? 'Lägg till en kund' : 'Lägg till kund';
  return `# Del ${at} av guiden

Innan du börjar, se till att partnerns konto är öppet, att dess adress är rätt och att någon har
godkänt villkoren under de senaste ${at + 10} dagarna. Annars kan inget av det som följer göras.

## Lägg till kunden

1. Välj **Kunder** och välj sedan **${name}**.
2. Ange kundens namn, adress och telefonnummer, högst ${at + 20} bokstäver vardera.
3. Välj **Nästa del** på sidan.

Se [nästa del](page-${next}.md#lägg-till-kunden) för vad som kommer sedan.
`;
}
