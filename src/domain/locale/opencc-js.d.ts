/** The dictionaries of OpenCC as the package holds them: `simplified traditional` pairs, set apart by `|`. */
declare module 'opencc-js/dict/*' {
  const pairs: string;
  export default pairs;
}
