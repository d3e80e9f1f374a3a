import { inviteMember } from './invitation.contract';
import { memberSearch } from './member-search.contract';
import { correctMember } from './member.contract';

describe('a search', () => {
  it('asks for everybody by default, fifty at a time', () => expect(memberSearch.parse({})).toEqual({ size: 50 }));

  it('takes terms as people paste them', () => expect(memberSearch.parse({ search: '  Zoë  ' }).search).toBe('Zoë'));

  it('lists former members where they are asked for', () => expect(memberSearch.safeParse({ status: 'de-identified' }).success).toBe(true));
});

describe('an invitation', () => {
  const wren = { email: 'wren@nordwerk.example', firstName: 'Wren', locale: 'en' };

  it('needs an address, a name and a language', () => {
    expect(inviteMember.parse(wren)).toEqual({ ...wren, lastName: null, phone: null, siteId: null, roles: [] });
    for (const field of Object.keys(wren)) expect(inviteMember.safeParse({ ...wren, [field]: undefined }).success).toBe(false);
  });
});

describe('a correction', () => {
  it('leaves what is not named, and clears what is null', () => {
    expect(correctMember.parse({ version: 3, lastName: null })).toEqual({ version: 3, lastName: null });
    expect(correctMember.safeParse({ version: 3, firstName: null }).success).toBe(false);
  });
});
