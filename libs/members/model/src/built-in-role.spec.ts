import { ORGANIZATION_ROLES, ROLES, STAFF_ROLES } from '@smartpar/access/model';
import { BUILT_IN_ROLES, mayBeHeldIn } from './built-in-role';

describe('the built-in roles', () => {
  it('are all there, each once', () => expect(BUILT_IN_ROLES.map(({ role }) => role)).toEqual(ROLES));

  it.each(ORGANIZATION_ROLES)('let anybody’s organization have a %s', (role) => {
    expect(mayBeHeldIn(role, { workforce: false })).toBe(true);
    expect(mayBeHeldIn(role, { workforce: true })).toBe(true);
  });

  it.each(STAFF_ROLES)('let only the workforce have %s', (role) => {
    expect(mayBeHeldIn(role, { workforce: false })).toBe(false);
    expect(mayBeHeldIn(role, { workforce: true })).toBe(true);
  });
});
