import type { Role } from './actor';
import { PROFILE_CATEGORIES } from './category';
import { GRANTED_ROLES, grantsInForce, heldGrants, SHIPPED_GRANTS, type StandingGrant } from './grant';

const [NAME, EMAIL, PHONE, ...FURTHER] = PROFILE_CATEGORIES;

describe('the grants an organization starts with', () => {
  it('speak of every role and category once', () => {
    const spoken = SHIPPED_GRANTS.map(({ role, category }) => `${role} ${category}`);
    expect(spoken.toSorted()).toEqual(GRANTED_ROLES.flatMap((role) => PROFILE_CATEGORIES.map((category) => `${role} ${category}`)).toSorted());
  });

  it.each<[Role, readonly (string | undefined)[]]>([
    ['owner', ['shown', 'shown', 'on-reveal']],
    ['user-administrator', ['shown', 'shown', 'on-reveal']],
    ['privacy-officer', ['on-reveal', 'on-reveal', 'on-reveal']],
    ['helpdesk', ['on-reveal', 'on-reveal', 'on-reveal']],
    ['auditor', [undefined, undefined, undefined]],
    ['works-council', [undefined, undefined, undefined]],
    ['support', [undefined, undefined, undefined]],
    ['privacy-counsel', [undefined, undefined, undefined]],
  ])('let %s see name, address and phone as %s', (role, modes) => {
    const held = heldGrants([role], []);
    expect([NAME, EMAIL, PHONE].map((category) => held.find((grant) => grant.category === category)?.mode)).toEqual(modes);
  });

  it.each<[Role, readonly (string | undefined)[]]>([
    ['owner', ['on-reveal', 'on-reveal', 'shown', 'shown']],
    ['user-administrator', ['on-reveal', 'on-reveal', 'shown', 'shown']],
    ['privacy-officer', ['on-reveal', 'on-reveal', 'on-reveal', 'on-reveal']],
    ['helpdesk', [undefined, undefined, 'on-reveal', 'on-reveal']],
    ['auditor', [undefined, undefined, undefined, undefined]],
  ])('let %s see private address and phone, place at work and country as %s', (role, modes) => {
    const held = heldGrants([role], []);
    expect(FURTHER.map((category) => held.find((grant) => grant.category === category)?.mode)).toEqual(modes);
  });

  it('name a purpose for whatever may be seen, and none for what may not', () => {
    expect(SHIPPED_GRANTS.filter(({ mode, purposes }) => (mode === 'hidden') !== (purposes.length === 0))).toEqual([]);
  });
});

describe('grants', () => {
  const hidden: StandingGrant = { role: 'owner', category: NAME, mode: 'hidden', purposes: [] };

  it('are the shipped ones but for what was changed', () => {
    const changed = grantsInForce([hidden]).filter((grant, index) => grant !== SHIPPED_GRANTS[index]);
    expect(changed).toEqual([hidden]);
  });

  it('show nothing that was hidden', () => {
    expect(heldGrants(['owner'], [hidden]).map(({ category }) => category)).toEqual([EMAIL, PHONE, ...FURTHER]);
  });

  it('are one for each role that gives sight, of everybody and for good', () => {
    const held = heldGrants(['helpdesk', 'owner'], []).filter(({ category }) => category === NAME);
    expect(held).toEqual([
      { id: `owner ${NAME}`, category: NAME, mode: 'shown', purposes: ['administration'], scope: { kind: 'all' }, until: null },
      { id: `helpdesk ${NAME}`, category: NAME, mode: 'on-reveal', purposes: ['sign-in-help', 'support'], scope: { kind: 'all' }, until: null },
    ]);
  });

  it('give nothing to nobody', () => {
    expect(heldGrants([], [])).toEqual([]);
  });
});
