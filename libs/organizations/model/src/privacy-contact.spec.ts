import { type ContactPerson, gapsOf, withChange } from './privacy-contact';

const person = (facts: Partial<ContactPerson> = {}): ContactPerson => ({
  memberId: null,
  name: 'Mara Lindt',
  email: 'privacy@nordwerk.example',
  postalAddress: 'Hafenweg 1',
  languages: ['de'],
  ...facts,
});

describe('what a privacy contact lacks', () => {
  it.each([
    ['nobody', { contact: null, substitute: null }, ['nobody-named']],
    ['only a substitute', { contact: null, substitute: person() }, ['nobody-named']],
    ['no substitute', { contact: person(), substitute: null }, ['no-substitute']],
    ['one mailbox twice', { contact: person(), substitute: person({ name: 'Jo Falk', email: 'Privacy@Nordwerk.example' }) }, ['same-person-twice']],
    [
      'one member twice',
      { contact: person({ memberId: 'm1' }), substitute: person({ memberId: 'm1', email: 'mara@nordwerk.example' }) },
      ['same-person-twice'],
    ],
    ['two members who share a mailbox', { contact: person({ memberId: 'm1' }), substitute: person({ memberId: 'm2' }) }, []],
    ['nothing', { contact: person(), substitute: person({ email: 'jo@nordwerk.example' }) }, []],
  ])('with %s', (_situation, contacts, gaps) => expect(gapsOf(contacts)).toEqual(gaps));
});

describe('a change of the privacy contact', () => {
  const before = { contact: person(), substitute: person({ name: 'Jo Falk' }) };

  it('leaves what it does not name and clears what it names as null', () => {
    expect(withChange(before, {})).toEqual(before);
    expect(withChange(before, { contact: null })).toEqual({ contact: null, substitute: before.substitute });
    expect(withChange(before, { substitute: person({ name: 'Ida' }) }).substitute?.name).toBe('Ida');
  });
});
