/** An indirect reseller that an indirect provider can choose. */
export interface Reseller {
  readonly name: string;
  readonly mpnId: string;
}

/** The resellers to choose from. Invented; sample MPN IDs in the documentation have six or seven digits. */
export const resellers: Readonly<Record<string, Reseller>> = {
  fjallvind: { name: 'Fjällvind IT AB', mpnId: '4100231' },
  brightwater: { name: 'Brightwater Systems Ltd', mpnId: '4100544' },
  severnyeSeti: { name: 'Северные сети', mpnId: '4100876' },
  mingyuan: { name: '明远科技', mpnId: '4101120' },
};

/** How many additional resellers there can be. Documented: "Add a new customer", September 2021. */
export const additionalResellerLimit = 5;
