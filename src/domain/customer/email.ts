import { toAscii } from './normalise.ts';

/** Letters, digits and marks of any script: people have addresses in their own script. */
const local = /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;
const domain =
  /^(?:[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?\.)+(?:\p{L}[\p{L}\p{M}]{1,23}|xn--[a-z0-9-]+)$/iu;

/**
 * Where anybody can open a mailbox. That an education customer's address is the school's own and neither free mail nor
 * onmicrosoft.com is documented ("Sell to education customers", 2021); which services are free mail is general knowledge.
 */
const freeMail = new Set(
  (
    'gmail.com googlemail.com outlook.com hotmail.com hotmail.se live.com live.se msn.com yahoo.com yahoo.com.tw ' +
    'icloud.com aol.com gmx.com gmx.de proton.me mail.ru bk.ru list.ru inbox.ru rambler.ru yandex.ru ya.ru qq.com ' +
    'foxmail.com 163.com 126.com sina.com'
  ).split(' '),
);

/**
 * What is wrong with an e-mail address that is not empty, or `undefined`. Documented: it is not one at microsoft.com.
 * @example emailFault('anna.lind@norrsken-bakery.example', { education: false }) // => undefined
 * @example emailFault('anna.lind@norrsken', { education: false }) // => 'format'
 */
export function emailFault(
  typed: string,
  { education }: { readonly education: boolean },
): 'format' | 'microsoft' | 'education' | undefined {
  const address = toAscii(typed);
  const at = address.lastIndexOf('@');
  const host = address.slice(at + 1).toLowerCase();
  if (at < 1 || address.length > 254 || !local.test(address.slice(0, at)) || !domain.test(host))
    return 'format';
  if (host === 'microsoft.com') return 'microsoft';
  return education && (freeMail.has(host) || /(?:^|\.)onmicrosoft\.com$/u.test(host))
    ? 'education'
    : undefined;
}
