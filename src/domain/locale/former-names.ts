import type { Aliases } from './territories-aliases.ts';

/**
 * Names that states have given up or asked not to be called by any more, by language and ISO 3166-1 alpha-2 code; Chinese
 * by language and script. A page that prints one speaks of the same country, and is older than the new name.
 *
 * General knowledge: Swaziland is Eswatini since 2018, Macedonia North Macedonia since 2019, Turkey Türkiye since 2022
 * (in languages that follow), Georgia left its Russian name in Japanese (2015) and Korean (2010), Czechia is the short name since
 * 2016, Belarus replaced "White Russia" in the languages that translated it. Whether a name is out of use is CLDR's to
 * say: where it still has it, it is a name like any other.
 */
export const formerNames: Readonly<Record<string, Aliases>> = {
  en: {
    BF: 'Upper Volta',
    BY: 'Byelorussia',
    CD: 'Zaire',
    CV: 'Cape Verde',
    CZ: 'Czech Republic',
    KG: 'Kirghizia',
    LK: 'Ceylon',
    MK: 'Macedonia | Republic of Macedonia | FYROM | Former Yugoslav Republic of Macedonia',
    MM: 'Burma',
    SZ: 'Swaziland',
    TL: 'East Timor',
    TR: 'Turkey',
  },
  sv: {
    BY: 'Vitryssland',
    CD: 'Zaire',
    CZ: 'Tjeckiska republiken',
    MK: 'Makedonien',
    MM: 'Burma',
    SZ: 'Swaziland',
    TL: 'Östtimor',
  },
  da: {
    BY: 'Hviderusland',
    CD: 'Zaire',
    CZ: 'Den Tjekkiske Republik',
    MK: 'Makedonien',
    MM: 'Burma',
    SZ: 'Swaziland',
    TL: 'Østtimor',
  },
  nb: {
    BY: 'Hviterussland',
    CD: 'Zaire',
    CZ: 'Den tsjekkiske republikk',
    MK: 'Makedonia',
    MM: 'Burma',
    SZ: 'Swaziland',
    TL: 'Øst-Timor',
  },
  de: {
    BY: 'Weißrussland | Weissrussland | Belorussland',
    CD: 'Zaire',
    CV: 'Kap Verde',
    CZ: 'Tschechische Republik',
    KG: 'Kirgisien',
    MK: 'Mazedonien | Republik Mazedonien | Mazedonien, Republik',
    MM: 'Birma | Burma',
    SZ: 'Swasiland',
    TL: 'Osttimor',
  },
  nl: {
    BY: 'Wit-Rusland',
    CD: 'Zaïre',
    CZ: 'Tsjechische Republiek',
    MK: 'Macedonië',
    MM: 'Birma',
    SZ: 'Swaziland',
    TL: 'Oost-Timor',
  },
  fr: {
    CD: 'Zaïre',
    CZ: 'République tchèque',
    KG: 'Kirghizie',
    MK: 'Macédoine | République de Macédoine | Macédoine, République de',
    MM: 'Birmanie',
    SZ: 'Swaziland',
    TL: 'Timor oriental',
  },
  es: {
    CD: 'Zaire',
    CZ: 'República Checa',
    MK: 'Macedonia',
    MM: 'Birmania',
    SZ: 'Suazilandia | Swazilandia',
    TL: 'Timor Oriental',
  },
  pt: {
    CD: 'Zaire',
    CZ: 'República Checa | República Tcheca',
    MK: 'Macedônia | Macedónia',
    MM: 'Birmânia',
    SZ: 'Suazilândia',
  },
  it: {
    CD: 'Zaire',
    CZ: 'Repubblica Ceca',
    MK: 'Macedonia',
    MM: 'Birmania',
    SZ: 'Swaziland',
    TL: 'Timor Est',
  },
  ca: {
    CZ: 'República Txeca',
    MK: 'Macedònia',
    MM: 'Birmània',
    SZ: 'Swazilàndia',
  },
  ro: {
    CZ: 'Republica Cehă',
    MK: 'Macedonia',
    MM: 'Birmania',
    SZ: 'Swaziland',
  },
  pl: {
    CZ: 'Republika Czeska',
    MK: 'Macedonia',
    MM: 'Birma',
    SZ: 'Suazi',
  },
  cs: {
    MK: 'Makedonie',
    MM: 'Barma',
    SZ: 'Svazijsko',
  },
  sk: {
    MK: 'Macedónsko',
    MM: 'Barma',
    SZ: 'Svazijsko',
  },
  hr: {
    MK: 'Makedonija',
    SZ: 'Svazi',
  },
  sl: {
    MK: 'Makedonija',
    SZ: 'Svazi',
  },
  sr: {
    MK: 'Македонија | Makedonija',
    SZ: 'Свазиленд | Svazilend',
  },
  hu: {
    CZ: 'Cseh Köztársaság',
    MK: 'Macedónia',
    MM: 'Burma',
    SZ: 'Szváziföld',
  },
  tr: {
    CZ: 'Çek Cumhuriyeti',
    MK: 'Makedonya',
    MM: 'Burma | Birmanya',
    SZ: 'Svaziland',
  },
  fi: {
    CZ: 'Tšekin tasavalta',
    MK: 'Makedonia',
    MM: 'Burma',
    SZ: 'Swazimaa',
  },
  et: {
    MK: 'Makedoonia',
    SZ: 'Svaasimaa',
  },
  lt: {
    MK: 'Makedonija',
    SZ: 'Svazilandas',
  },
  lv: {
    MK: 'Maķedonija',
    SZ: 'Svazilenda',
  },
  el: {
    CZ: 'Τσεχική Δημοκρατία',
    MK: 'Μακεδονία',
    MM: 'Βιρμανία',
    SZ: 'Σουαζιλάνδη',
  },
  ru: {
    CD: 'Заир',
    CZ: 'Чешская Республика',
    MK: 'Македония',
    MM: 'Бирма',
    SZ: 'Свазиленд',
  },
  uk: {
    CD: 'Заїр',
    CZ: 'Чеська Республіка',
    MK: 'Македонія',
    MM: 'Бірма',
    SZ: 'Свазіленд',
  },
  bg: {
    CZ: 'Чешка република',
    MK: 'Македония',
    MM: 'Бирма',
    SZ: 'Свазиленд',
  },
  mk: {
    SZ: 'Свазиленд',
  },
  ja: {
    CZ: 'チェコ共和国',
    GE: 'グルジア',
    MK: 'マケドニア | マケドニア旧ユーゴスラビア共和国',
    MM: 'ビルマ',
    SZ: 'スワジランド',
  },
  ko: {
    CZ: '체코 공화국',
    GE: '그루지야',
    MK: '마케도니아',
    MM: '버마',
    SZ: '스와질란드',
    TR: '터키',
  },
  'zh-Hans': {
    CZ: '捷克共和国',
    MK: '马其顿',
  },
  'zh-Hant': {
    CZ: '捷克共和國',
    MK: '馬其頓',
    SZ: '史瓦濟蘭',
  },
  vi: {
    CZ: 'Cộng hòa Séc',
    MK: 'Macedonia',
    SZ: 'Swaziland',
  },
  id: {
    CZ: 'Republik Ceko',
    MK: 'Makedonia',
    SZ: 'Swaziland',
  },
  ms: {
    CZ: 'Republik Czech',
    MK: 'Macedonia',
    SZ: 'Swaziland',
    TR: 'Turki',
  },
  th: {
    MK: 'มาซิโดเนีย',
    SZ: 'สวาซิแลนด์',
  },
  ar: {
    CZ: 'جمهورية التشيك',
    MK: 'مقدونيا',
    MM: 'بورما',
    SZ: 'سوازيلاند',
  },
  he: {
    MK: 'מקדוניה',
    MM: 'בורמה',
    SZ: 'סווזילנד',
  },
  hi: {
    MK: 'मकदूनिया | मैसिडोनिया',
    MM: 'बर्मा',
    SZ: 'स्वाज़ीलैंड',
    TR: 'तुर्की',
  },
};
