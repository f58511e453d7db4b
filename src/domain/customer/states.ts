/** A state or province: its two-letter code and its name as it is written there. */
export interface State {
  readonly code: string;
  readonly name: string;
}

/**
 * The four countries whose states are chosen from a list. Documented: "Validate an address" checks the state against
 * a list only in these, with two-letter codes. The names are general knowledge and stay in their own language.
 */
const listed: Readonly<Record<string, string>> = {
  US:
    'AL Alabama|AK Alaska|AZ Arizona|AR Arkansas|CA California|CO Colorado|CT Connecticut|DE Delaware|' +
    'DC District of Columbia|FL Florida|GA Georgia|HI Hawaii|ID Idaho|IL Illinois|IN Indiana|IA Iowa|KS Kansas|' +
    'KY Kentucky|LA Louisiana|ME Maine|MD Maryland|MA Massachusetts|MI Michigan|MN Minnesota|MS Mississippi|' +
    'MO Missouri|MT Montana|NE Nebraska|NV Nevada|NH New Hampshire|NJ New Jersey|NM New Mexico|NY New York|' +
    'NC North Carolina|ND North Dakota|OH Ohio|OK Oklahoma|OR Oregon|PA Pennsylvania|RI Rhode Island|' +
    'SC South Carolina|SD South Dakota|TN Tennessee|TX Texas|UT Utah|VT Vermont|VA Virginia|WA Washington|' +
    'WV West Virginia|WI Wisconsin|WY Wyoming',
  CA:
    'AB Alberta|BC British Columbia|MB Manitoba|NB New Brunswick|NL Newfoundland and Labrador|' +
    'NT Northwest Territories|NS Nova Scotia|NU Nunavut|ON Ontario|PE Prince Edward Island|QC Québec|' +
    'SK Saskatchewan|YT Yukon',
  CN:
    'AH 安徽 Anhui|BJ 北京 Beijing|CQ 重庆 Chongqing|FJ 福建 Fujian|GS 甘肃 Gansu|GD 广东 Guangdong|GX 广西 Guangxi|' +
    'GZ 贵州 Guizhou|HI 海南 Hainan|HE 河北 Hebei|HL 黑龙江 Heilongjiang|HA 河南 Henan|HB 湖北 Hubei|HN 湖南 Hunan|' +
    'JS 江苏 Jiangsu|JX 江西 Jiangxi|JL 吉林 Jilin|LN 辽宁 Liaoning|NM 内蒙古 Nei Mongol|NX 宁夏 Ningxia|QH 青海 Qinghai|' +
    'SN 陕西 Shaanxi|SD 山东 Shandong|SH 上海 Shanghai|SX 山西 Shanxi|SC 四川 Sichuan|TJ 天津 Tianjin|XJ 新疆 Xinjiang|' +
    'XZ 西藏 Xizang|YN 云南 Yunnan|ZJ 浙江 Zhejiang',
  MX:
    'AG Aguascalientes|BC Baja California|BS Baja California Sur|CM Campeche|CS Chiapas|CH Chihuahua|' +
    'CX Ciudad de México|CO Coahuila|CL Colima|DG Durango|GT Guanajuato|GR Guerrero|HG Hidalgo|JA Jalisco|EM México|' +
    'MI Michoacán|MO Morelos|NA Nayarit|NL Nuevo León|OA Oaxaca|PU Puebla|QT Querétaro|QR Quintana Roo|' +
    'SL San Luis Potosí|SI Sinaloa|SO Sonora|TB Tabasco|TM Tamaulipas|TL Tlaxcala|VE Veracruz|YU Yucatán|ZA Zacatecas',
};

/**
 * The states to choose from in `country`, or none where any text is accepted.
 * @example statesOf('US')[0] // => { code: 'AL', name: 'Alabama' }
 * @example statesOf('SE') // => []
 */
export function statesOf(country: string): readonly State[] {
  const list = listed[country];
  if (list === undefined) return [];
  return list.split('|').map((entry) => ({ code: entry.slice(0, 2), name: entry.slice(3) }));
}
