import { webcrypto } from 'node:crypto';
import { expect, test } from 'vitest';
import { createCredentials, passwordLength } from '../../../src/domain/customer/credentials.ts';

const random = (bytes: Uint8Array<ArrayBuffer>) => webcrypto.getRandomValues(bytes);

test('names the admin user of the domain', () => {
  expect(createCredentials('Norrsken', random).adminUser).toBe('admin@norrsken.onmicrosoft.com');
});

test('makes passwords of all classes without characters that look alike', () => {
  const passwords = Array.from({ length: 500 }, () => createCredentials('norrsken', random).password);
  expect(new Set(passwords).size).toBe(500);
  for (const password of passwords) {
    expect(password).toHaveLength(passwordLength);
    expect(password).toMatch(/^(?=.*[A-Z])(?=.*[a-z])(?=.*\d)(?=.*[#%+=?@])[^IlOo0S5Z2B8|1]+$/);
  }
});

test('draws again where a byte would favour some characters', () => {
  // 255 lies past the last whole multiple of the alphabet's size, so it does not count.
  let drawn = 0;
  const source = (bytes: Uint8Array<ArrayBuffer>) => {
    random(bytes);
    drawn += 1;
    if (drawn % 2 === 0) bytes.fill(255);
  };
  expect(createCredentials('norrsken', source).password).toHaveLength(passwordLength);
  expect(drawn).toBeGreaterThanOrEqual(2 * passwordLength - 1);
});

test('gives the customer an ID shaped like a tenant’s', () => {
  expect(createCredentials('norrsken', random).customerId).toMatch(
    /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/,
  );
});
