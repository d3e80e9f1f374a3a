import { codeOfPlace, placeOfCode as place, regimesFor } from './regime';
const regimes = (controller: string, person: string | null, capacity: 'work' | 'private') =>
  regimesFor({ controller: place(controller), person: person === null ? null : place(person), capacity });

describe('the law that applies', () => {
  it.each([
    ['DE', 'gdpr'],
    ['DE-BY', 'gdpr'],
    ['NO', 'gdpr'],
    ['RE', 'gdpr'],
    ['GB', 'uk-gdpr'],
    ['GB-SCT', 'uk-gdpr'],
    ['BR', 'br-lgpd'],
    ['BR-SP', 'br-lgpd'],
    ['CA', 'ca-pipeda'],
    ['CA-ON', 'ca-pipeda'],
    ['CA-QC', 'ca-qc-25'],
    ['KR', 'kr-pipa'],
    ['US-CA', 'us-ca'],
  ])('to people at work for a controller in %s is %s', (code, regime) => {
    expect(regimes(code, null, 'work').map((one) => one.regime)).toEqual([regime]);
  });

  it('names the place that decided: the country, or the part of it where its own law does', () => {
    expect(regimes('DE-BY', null, 'work')).toEqual([{ regime: 'gdpr', ground: 'controller-place', place: 'DE' }]);
    expect(regimes('CA-QC', null, 'work')).toEqual([{ regime: 'ca-qc-25', ground: 'controller-place', place: 'CA-QC' }]);
  });

  it('leaves people at work out of the consumer laws of other states of the US, and keeps the house rule instead', () => {
    expect(regimes('US-VA', null, 'private').map((one) => one.regime)).toEqual(['us-va']);
    expect(regimes('US-VA', null, 'work')).toEqual([{ regime: 'gdpr', ground: 'house-rule', place: 'US-VA' }]);
  });

  it.each(['US', 'US-NY', 'AU', 'CH', 'ZA'])('is the house rule, said to be one, for %s', (code) => {
    expect(regimes(code, null, 'private')).toEqual([{ regime: 'gdpr', ground: 'house-rule', place: code }]);
  });

  it("is that of the person's place as well, where it is known and differs", () => {
    expect(regimes('DE', 'US-CA', 'work')).toEqual([
      { regime: 'gdpr', ground: 'controller-place', place: 'DE' },
      { regime: 'us-ca', ground: 'person-place', place: 'US-CA' },
    ]);
    expect(regimes('DE', 'FR', 'work')).toHaveLength(1);
    expect(regimes('AU', 'DE', 'work')).toEqual([{ regime: 'gdpr', ground: 'person-place', place: 'DE' }]);
  });
});

describe('the code of a place', () => {
  it.each(['DE', 'DE-BY', 'US-CA', 'GB-SCT'])('%s names it and is read back', (code) => {
    expect(codeOfPlace(place(code))).toBe(code);
  });

  it('keeps country and subdivision apart', () => {
    expect(place('CA-QC')).toEqual({ country: 'CA', subdivision: 'CA-QC' });
    expect(place('CA')).toEqual({ country: 'CA', subdivision: null });
  });
});
