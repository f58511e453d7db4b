/**
 * The four countries whose states are chosen from a list, by the codes of the states. Documented: "Validate an address"
 * checks the state against a list only in these, with two-letter codes; that of the United States is documented as the
 * 50 states and the District of Columbia. Its territories are countries of their own (ISO 3166-1), as in the list of
 * countries. The other three lists are general knowledge (Google's address data, libaddressinput).
 */
const listed: Readonly<Record<string, string>> = {
  US:
    'AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK ' +
    'OR PA RI SC SD TN TX UT VT VA WA WV WI WY',
  CA: 'AB BC MB NB NL NT NS NU ON PE QC SK YT',
  CN: 'AH BJ CQ FJ GS GD GX GZ HI HE HL HA HB HN JS JX JL LN NM NX QH SN SD SH SX SC TJ XJ XZ YN ZJ',
  MX: 'AG BC BS CM CS CH CX CO CL DG GT GR HG JA EM MI MO NA NL OA PU QT QR SL SI SO TB TM TL VE YU ZA',
};

/**
 * The codes of the states to choose from in `country`, or none where any text is accepted. Their names are apart, in
 * `state-names.ts`, for rules need none.
 * @example statesOf('CA').slice(0, 2) // => ['AB', 'BC']
 * @example statesOf('SE') // => []
 */
export function statesOf(country: string): readonly string[] {
  return Object.hasOwn(listed, country) ? (listed[country]?.split(' ') ?? []) : [];
}
