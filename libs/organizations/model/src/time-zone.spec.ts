import { isTimeZone, timeZones } from './time-zone';

describe('time zones', () => {
  it.each(['Europe/Berlin', 'America/Sao_Paulo', 'UTC'])('include %s', (name) => expect(isTimeZone(name)).toBe(true));

  it.each(['', '+02:00', 'Europe/Atlantis', 'Berlin', "Europe/Berlin'; drop"])('refuse "%s"', (name) => expect(isTimeZone(name)).toBe(false));

  it('offer a choice in which every entry is usable', () => {
    expect(timeZones()).toContain('Europe/Berlin');
    expect(timeZones().filter((name) => !isTimeZone(name))).toEqual([]);
  });
});
