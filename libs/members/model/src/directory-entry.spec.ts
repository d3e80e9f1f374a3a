import { accountFault, isPerson } from './directory-entry';

it.each([
  ['top;person;organizationalPerson;user', true],
  ['user', true],
  ['inetOrgPerson;posixAccount', true],
  ['contact', true],
  ['top;person;organizationalPerson;user;computer', false],
  ['top;person;organizationalPerson;user;msDS-GroupManagedServiceAccount', false],
  ['top;group', false],
  ['groupOfNames', false],
  ['organizationalUnit', false],
])('entries of the classes %s are people: %s', (classes, expected) => expect(isPerson(classes)).toBe(expected));

it.each([
  ...(['512', '66048', '544', '8389120', 'True', 'TRUE', 'Wahr', 'enabled'] as const).map((state) => [state, null] as const),
  ...(['514', '66050', '546', 'False', 'FALSCH'] as const).map((state) => [state, 'account_off'] as const),
  ...(['4096', '4098', '532480', '2080'] as const).map((state) => [state, 'not_a_person'] as const),
  ...(['0', '1', 'perhaps', '-512', '0x202', '99999999999'] as const).map((state) => [state, 'account_unclear'] as const),
])('an account that is said to be %s: %s', (state, expected) => expect(accountFault(state)).toBe(expected));
