import { afterEach, describe, expect, test, vi } from 'vitest';
import { browserPlaces, getBrowser, NoBrowserError } from '../../scripts/get-browser.ts';

afterEach(() => vi.unstubAllEnvs());

describe('the browser that the tests run in', () => {
  test('is the one that CHROME_PATH names', () => {
    vi.stubEnv('CHROME_PATH', process.execPath);
    expect(getBrowser()).toBe(process.execPath);
  });

  test('is not silently another when CHROME_PATH leads nowhere', () => {
    vi.stubEnv('CHROME_PATH', '/nowhere/chrome');
    expect(() => getBrowser()).toThrow(NoBrowserError);
    expect(() => getBrowser()).toThrow('`/nowhere/chrome`, which `CHROME_PATH` names');
  });

  test('is looked for on the search path of Linux, Chrome before Chromium', () => {
    const places = browserPlaces('linux', { PATH: '/opt/bin:/usr/bin' });
    expect(places[0]).toBe('/opt/bin/google-chrome');
    expect(places).toContain('/usr/bin/chromium');
    expect(places).toContain('/snap/bin/chromium');
    expect(places.indexOf('/usr/bin/google-chrome')).toBeLessThan(places.indexOf('/usr/bin/chromium'));
  });

  test('is looked for where macOS and Windows keep programs', () => {
    expect(browserPlaces('darwin', { HOME: '/Users/ada' })).toContain(
      '/Users/ada/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    );
    expect(browserPlaces('win32', { PROGRAMFILES: 'C:\\Program Files' })).toContain(
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    );
  });
});
