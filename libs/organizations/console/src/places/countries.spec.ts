import { countriesIn, languagesIn } from './countries';

describe('the countries to choose from', () => {
  it('are named and ordered in the reader’s language', () => {
    const german = countriesIn('de').map(({ label }) => label);
    expect(german).toContain('Österreich');
    expect(german.indexOf('Österreich')).toBeGreaterThan(german.indexOf('Norwegen'));
    expect(german.indexOf('Österreich')).toBeLessThan(german.indexOf('Polen'));
    expect(countriesIn('en').find(({ value }) => value === 'DE')?.label).toBe('Germany');
  });
});

describe('languages', () => {
  it('are named in the reader’s language', () =>
    expect(languagesIn('de', ['en', 'de', 'bg'])).toEqual([
      { value: 'bg', label: 'Bulgarisch' },
      { value: 'de', label: 'Deutsch' },
      { value: 'en', label: 'Englisch' },
    ]));
});
