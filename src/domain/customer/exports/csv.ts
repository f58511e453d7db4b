/** Rows of cells as a table with commas. */
export type CsvRows = readonly (readonly string[])[];

/**
 * A table in the form of RFC 4180: commas, CRLF, quotation marks where a cell needs them.
 *
 * A cell that a spreadsheet would run as a formula gets an apostrophe in front, which spreadsheets do not show; `readCell`
 * takes it off again. General knowledge: OWASP, "CSV Injection".
 * @example toCsv([['Name', 'Note'], ['Bageri, AB', '=1+1']]) // => 'Name,Note\r\n"Bageri, AB",\'=1+1\r\n'
 */
export function toCsv(rows: CsvRows): string {
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/**
 * What a cell said before it was made safe.
 * @example readCell("'+46 8 123") // => '+46 8 123'
 */
export function readCell(text: string): string {
  return formula.test(text.slice(1)) && text.startsWith("'") ? text.slice(1) : text;
}

/** What begins a formula in some spreadsheet; full-width signs too, which some of them take for the ordinary ones. */
const formula = /^[=+\-@\t\r\n＝＋－＠]/u;

function cell(text: string): string {
  const safe = formula.test(text) ? `'${text}` : text;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
