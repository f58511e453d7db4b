import { domainSuffix, toDomainPrefix } from './domain-prefix.ts';

/** What Confirmation shows once. None of it opens anything: no customer exists. */
export interface Credentials {
  readonly adminUser: string;
  readonly password: string;
  /** Shaped like the ID of a tenant. */
  readonly customerId: string;
}

/** Fills the array with random bytes, as `crypto.getRandomValues` does. */
export type RandomBytes = (bytes: Uint8Array<ArrayBuffer>) => unknown;

/** How many characters a generated password has. */
export const passwordLength = 16;

/** Four classes without the characters that are mistaken for each other: I l 1 |, O o 0, S 5, Z 2, B 8. */
const characterClasses = ['ACDEFGHJKLMNPQRTUVWXY', 'abcdefghijkmnpqrstuvwxyz', '34679', '#%+=?@'] as const;

/**
 * Credentials for a practice customer. The admin's name is documented ("admin" in the samples of "Create a customer").
 * @example createCredentials('norrskenbakery', (bytes) => crypto.getRandomValues(bytes)).adminUser
 * // => 'admin@norrskenbakery.onmicrosoft.com'
 */
export function createCredentials(domain: string, fillRandom: RandomBytes): Credentials {
  return {
    adminUser: adminUserOf(domain),
    password: createPassword(fillRandom),
    customerId: createCustomerId(fillRandom),
  };
}

/** The admin user account of a customer with this domain. */
export function adminUserOf(domain: string): string {
  return `admin@${toDomainPrefix(domain)}${domainSuffix}`;
}

/** Every password of all classes is as likely as any other: one that lacks a class is thrown away whole. */
function createPassword(fillRandom: RandomBytes): string {
  const alphabet = characterClasses.join('');
  for (;;) {
    const password = Array.from(
      { length: passwordLength },
      () => alphabet[randomBelow(alphabet.length, fillRandom)],
    );
    if (
      characterClasses.every((members) => password.some((character) => members.includes(character ?? '')))
    ) {
      return password.join('');
    }
  }
}

/** Bytes past the last whole multiple of `limit` would make its first numbers likelier, so they are drawn again. */
function randomBelow(limit: number, fillRandom: RandomBytes): number {
  const bytes = new Uint8Array(1);
  const end = 256 - (256 % limit);
  for (;;) {
    fillRandom(bytes);
    const value = bytes[0] ?? 0;
    if (value < end) return value % limit;
  }
}

function createCustomerId(fillRandom: RandomBytes): string {
  const bytes = new Uint8Array(16);
  fillRandom(bytes);
  // Version 4 and its variant, as in every random UUID.
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/u, '$1-$2-$3-$4-$5');
}
