/** An indirect reseller that an indirect provider can choose. */
export interface Reseller {
  readonly name: string;
  readonly mpnId: string;
  /** What a request names the reseller by. */
  readonly tenantId: string;
}

/** The resellers to choose from. Invented; sample MPN IDs in the documentation have six or seven digits. */
export const resellers: Readonly<Record<string, Reseller>> = {
  fjallvind: { name: 'Fjällvind IT AB', mpnId: '4100231', tenantId: '3f0c2f9e-6d2a-4a53-9d43-0d5e1b7a11c2' },
  brightwater: {
    name: 'Brightwater Systems Ltd',
    mpnId: '4100544',
    tenantId: '7b1de0a4-52f9-4c1b-8a77-63c8f02d9e15',
  },
  severnyeSeti: { name: 'Северные сети', mpnId: '4100876', tenantId: 'c29a4e6b-0f83-4d7e-b5a1-9e417d6032f8' },
  mingyuan: { name: '明远科技', mpnId: '4101120', tenantId: 'e84f7d13-a6c5-4290-91be-2f5a70c3d96b' },
};

/** How many additional resellers there can be. Documented: "Add a new customer", September 2021. */
export const additionalResellerLimit = 5;
