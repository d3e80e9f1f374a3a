import { Temporal } from '@smartpar/kernel';
import { holidaysOf } from './holidays';

const day = (text: string) => Temporal.PlainDate.from(text);

describe('the public holidays of a place', () => {
  it.each([
    ['DE', '2026-10-03', 'Tag der Deutschen Einheit'],
    ['DE-BY', '2026-01-06', 'Heilige Drei Könige'],
    ['DE', '2026-04-06', 'Ostermontag'],
    ['GB', '2026-12-25', 'Christmas Day'],
    ['US-CA', '2026-07-04', 'Independence Day'],
  ])('in %s know %s as %s', (place, on, name) => {
    expect(holidaysOf(place)(day(on))).toBe(name);
  });

  it.each([
    ['DE', '2026-01-06'],
    ['DE-BE', '2026-01-06'],
    ['DE', '2026-12-24'],
    ['GB', '2026-07-04'],
    ['XX', '2026-12-25'],
    ['DE-XX', '2026-03-02'],
  ])('in %s do not hold %s for one', (place, on) => {
    expect(holidaysOf(place)(day(on))).toBeNull();
  });

  it('fall on another day each year', () => {
    const monday = holidaysOf('DE');
    expect([monday(day('2027-03-29')), monday(day('2027-04-06'))]).toEqual(['Ostermontag', null]);
  });
});
