import { describe, expect, it } from 'vitest';
import { canonicalZone, mayBeTimeZone, resolveTimeZone } from '../../../src/domain/locale/time-zones.ts';

describe('resolveTimeZone', () => {
  it.each([
    ['en', 'Europe/Stockholm', 'Europe/Stockholm'],
    ['en', 'Pacific Time', 'America/Los_Angeles'],
    ['en', 'Pacific Daylight Time', 'America/Los_Angeles'],
    ['en', '(UTC-08:00) Pacific Time (US & Canada)', 'America/Los_Angeles'],
    ['en', 'GMT+9 – Japan Standard Time', 'Asia/Tokyo'],
    ['sv', 'centraleuropeisk sommartid', 'Europe/Paris'],
    ['ja', '日本標準時', 'Asia/Tokyo'],
    ['zh-CN', '北美太平洋时间', 'America/Los_Angeles'],
    ['ru', 'Тихоокеанское время', 'America/Los_Angeles'],
  ])('reads ids and names: in %s, %s', (locale, name, code) => {
    expect(resolveTimeZone(name, locale)?.code).toBe(code);
  });

  it('knows an older id of the same zone', () => {
    expect(resolveTimeZone('Asia/Kolkata', 'en')).toEqual(resolveTimeZone('Asia/Calcutta', 'sv'));
  });

  it.each([
    ['en', 'Read/Write'],
    ['en', 'Europe/Malmo'],
    ['en', 'Time'],
    ['en', 'Sweden'],
    ['sv', 'Pacific Time'],
  ])('takes nothing else for a time zone: in %s, %s', (locale, name) => {
    expect(resolveTimeZone(name, locale)).toBeUndefined();
  });
});

describe('mayBeTimeZone', () => {
  it('sees at a glance what is no time zone', () => {
    const texts = ['Japan Standard Time', 'Asia/Tokyo', 'Select Customers', 'Japan'];
    expect(texts.map((text) => mayBeTimeZone({ text, folded: '' }, 'en'))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});

describe('canonicalZone', () => {
  it('knows the zones of the IANA database alone', () => {
    expect(canonicalZone('Etc/GMT+8')).toBe('Etc/GMT+8');
    expect(canonicalZone('Europe/Nowhere')).toBeUndefined();
  });
});
