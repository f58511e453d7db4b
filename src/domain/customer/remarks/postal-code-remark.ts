import { toCode } from '../normalise.ts';
import type { Remark } from './remark.ts';

/**
 * Postal codes by country, one for each sequence of letters and digits that codes there have, the most usual first. A star
 * stands behind a code of which letters and digits can take each other's place.
 *
 * General knowledge, not documented by Microsoft: Google's address data (libaddressinput). Countries whose pattern is
 * documented are not among them, for there the rule speaks.
 */
const codes: ReadonlyMap<string, readonly string[]> = new Map(
  (
    'AD AD100|AF 1001|AI 2640,AI-2640|AL 1001|AM 0010,375010|AR C1070AAM,1070,B1000,1070AAM|' +
    'AS 96799,96799 2511|AT 1010|AU 2060|AX 22150|AZ 1000|BA 71000|BB BB23026,23026|BD 1340|BE 4000|' +
    'BG 1000|BH 317,1118|BL 97100|BM HM 12*|BN BT2328|BR 40301-110|BT 11001|BY 223016|CA H3Z 2Y7|CC 6799|' +
    'CH 2544|CL 8340457|CN 266033|CO 111221|CR 10102,1000,155-3535|CU 10700|CV 7600|CX 6798|CY 2008|' +
    'CZ 100 00|DE 26133|DK 8660|DO 11903|DZ 40304|EC 090105|EE 69501|EG 12411|EH 70000|ES 28039|ET 1000|' +
    'FI 00550|FK FIQQ 1ZZ|FM 96941,96941 9106|FO 100|FR 33380|' +
    'GB EC1A 1BB,GIR 0AA,M2 5BQ,M34 4AB,CR0 2YR,DN16 9AA,W1A 4ZZ,BFPO 9,BFPO 61,BFPO 468,BFPO 6081|' +
    'GE 0101|GF 97300|GG GY1 1AA,GY1D5XX,GY38 2DU|GI GX11 1AA|GL 3900|GN 001|GP 97100|GR 151 24|' +
    'GS SIQQ 1ZZ|GT 09001|GU 96910,96932 1435|GW 1000|HM 7050|HN 31301|HR 10000|HT 6120|HU 1037|ID 40115|' +
    'IE A65 F4E2*|IL 9614303,61479|IM IM2 1AA,IM99 1PS,IM8C0UB|IN 110034|IO BBND 1ZZ|IQ 31001|' +
    'IR 11936-12345|IS 320|IT 00144|JE JE1 1AA,JE7Q 9NO,JE515XR|JO 11937|JP 154-0023|KE 20100|KG 720001|' +
    'KH 12203|KR 03051|KW 54541|KY KY1-1100|KZ 040900|LA 01160|LB 2038 3054,1000|LI 9496|LK 20000|LR 1000|' +
    'LS 100|LT 04340|LU 4750|LV LV-1073,1073|MA 53000|MC 98000|MD 2012|ME 81257|MF 97100|MG 501|' +
    'MH 96960,96967 6023|MK 1314|MM 11181|MN 65030|MP 96950,96951 6371|MQ 97220|' +
    'MT VCT 1753,NXR 01,QGL 838|MU 42602,122DR394|MV 20026|MX 02860|MY 43000|MZ 1102|NA 10001|NC 98814|' +
    'NE 8001|NF 2899|NG 930283|NI 52000|NL 1234 AB|NO 0025|NP 44601|NZ 6001|OM 133,PC 425|' +
    'PE 02001,LIMA 3,LIMA 23,CALLAO 2,CALLAO 00|PF 98709|PG 111|PH 1008|PK 44000|PL 00-950|PM 97500|' +
    'PN PCRN 1ZZ|PR 00930,00723 6541|PW 96940,96939 8419|PY 1536|RE 97400|RO 060274|RS 106314,55950|' +
    'RU 247112|SA 11564|SD 11042|SE 114 55|SG 546080|SH STHL 1ZZ|SI 4000|SJ 9170|SK 010 01|SM 47890|' +
    'SN 12500|SO JH 09010|SV CP 1101|SZ H100|TC TKCA 1ZZ|TH 10150|TJ 735450|TM 744000|TN 1002|TR 01960|' +
    'TW 106,10603,106409|TZ 6090,34413|UA 15432|UM 96898|UY 11600|UZ 702100|VA 00120|VC VC0100,0100|' +
    'VE 1010|VG VG1110|VI 00802,00802-1222|VN 70010,521783|WF 98600|YT 97600|ZA 0083|ZM 50100'
  )
    .split('|')
    .map((row) => [row.slice(0, 2), row.slice(3).split(',')]),
);

/**
 * A postal code as they look in `country`, or `undefined` where that is not known.
 * @example postalCodeExample('CA') // => 'H3Z 2Y7'
 */
export function postalCodeExample(country: string): string | undefined {
  return codes.get(country)?.[0]?.replace('*', '');
}

/**
 * What is to be noticed about a postal code that is not empty, or `undefined`. Capital and small letters, spaces and
 * hyphens make no difference.
 * @example remarkOnPostalCode('22003', 'BY') // => { kind: 'unlikePostalCode', country: 'BY', example: '223016' }
 */
export function remarkOnPostalCode(typed: string, country: string): Remark | undefined {
  const example = postalCodeExample(country);
  const isLike = codes.get(country)?.some((code) => shapeOf(typed, code) === shapeOf(code, code));
  return example === undefined || isLike ? undefined : { kind: 'unlikePostalCode', country, example };
}

/** Letters and digits by their kind alone; where the model has a star, by their number alone. */
function shapeOf(code: string, model: string): string {
  const plain = toCode(code.replace('*', ''));
  if (model.endsWith('*')) return plain.replace(/[a-z0-9]/giu, 'x');
  return plain.replace(/[a-z]/giu, 'A').replace(/\d/gu, '9');
}
