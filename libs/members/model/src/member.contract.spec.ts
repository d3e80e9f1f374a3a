import { newMember } from './member.contract';

const facts = { email: 'ana@nordwerk.example', firstName: 'Ana', lastName: 'Silva', locale: 'de' };

describe('a new member', () => {
  it('is active and without phone and site unless told', () =>
    expect(newMember.parse(facts)).toEqual({ ...facts, phone: null, siteId: null, status: 'active' }));

  it.each([
    { email: 'ana' },
    { email: `${'ﷺ'.repeat(60)}@nordwerk.example` },
    { firstName: '' },
    { lastName: 'x'.repeat(201) },
    { locale: 'fr' },
    { status: 'de-identified' },
    { siteId: '7' },
    { firstName: 'A\u0000' },
    { role: 'owner' },
  ])('cannot have %j', (bad) => {
    expect(newMember.safeParse({ ...facts, ...bad }).success).toBe(false);
  });
});

describe('a person with a single name', () => {
  const { lastName: _, ...single } = facts;

  it('has no last name', () => expect(newMember.parse(single).lastName).toBeNull());
});
