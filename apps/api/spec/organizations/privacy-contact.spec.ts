import { systemActor } from '@smartpar/access/model';
import { ChangeMemberStatus, MemberFactsQuery } from '@smartpar/members/api';
import { OrganizationFactsQuery } from '@smartpar/organizations/api';
import { House } from './house';
import type { Person } from './person';

let house: House;
let larkspur: string;
let owner: Person;
let officer: Person;
let employee: Person;

const hazel = { name: 'Hazel Quietwater', email: 'privacy@larkspur.example', postalAddress: 'Lerchenweg 1\n34117 Kassel', languages: ['de', 'en'] };
const birke = { name: 'Birke Moorgreen', email: 'privacy.substitute@larkspur.example', postalAddress: 'Lerchenweg 1', languages: ['de'] };

beforeAll(async () => {
  house = await House.start();
});

beforeEach(async () => {
  larkspur = await house.organization();
  [owner, officer, employee] = await Promise.all([house.person(larkspur, 'owner'), house.person(larkspur, 'privacy-officer'), house.person(larkspur)]);
});

afterAll(() => house.stop());

it('is nobody at first', async () => {
  expect((await employee.get('/privacy-contact')).body).toEqual({ contact: null, substitute: null, version: 1 });
});

it('is named by a privacy officer and seen by everybody', async () => {
  const { status } = await officer.put('/privacy-contact', { version: 1, contact: { ...hazel, memberId: officer.is.memberId }, substitute: birke });
  expect(status).toBe(200);
  expect((await employee.get('/privacy-contact')).body).toEqual({
    contact: { ...hazel, memberId: officer.is.memberId },
    substitute: { ...birke, memberId: null },
    version: 2,
  });
});

it('keeps whom the change does not name, and clears whom it names as null', async () => {
  await owner.put('/privacy-contact', { version: 1, contact: hazel, substitute: birke });
  expect((await owner.put('/privacy-contact', { version: 2, contact: null })).body).toMatchObject({
    contact: null,
    substitute: { name: birke.name },
    version: 3,
  });
  expect((await owner.put('/privacy-contact', { version: 3, substitute: null })).body).toMatchObject({ contact: null, substitute: null, version: 4 });
});

it('lets the first of two win who change it at once', async () => {
  const answers = await Promise.all([
    owner.put('/privacy-contact', { version: 1, contact: hazel }),
    officer.put('/privacy-contact', { version: 1, contact: birke }),
  ]);
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  expect((await owner.get('/privacy-contact')).body.version).toBe(2);
});

it('can be linked to active members of this organization only', async () => {
  const stranger = await house.person(await house.organization(), 'owner');
  await house.get(ChangeMemberStatus).run(systemActor(larkspur, 'spec'), employee.is.memberId, 'suspended');
  for (const memberId of [stranger.is.memberId, employee.is.memberId]) {
    const { status, body } = await owner.put('/privacy-contact', { version: 1, substitute: { ...hazel, memberId } });
    expect(status).toBe(422);
    expect(body).toMatchObject({ code: 'privacy_contact.unknown_member', errors: [{ field: 'substitute.memberId' }] });
  }
  expect((await owner.get('/privacy-contact')).body).toEqual({ contact: null, substitute: null, version: 1 });
});

it.each([
  ['contact.languages', { contact: { ...hazel, languages: ['Klingon'] } }],
  ['contact.email', { contact: { ...hazel, email: 'hazel' } }],
  ['contact.name', { contact: { ...hazel, name: 'Ha\u0007zel' } }],
  ['substitute.phone', { substitute: { ...birke, phone: '1' } }],
  ['deputy', { deputy: birke }],
])('refuses %s when it cannot be used', async (field, change) => {
  const { status, body } = await owner.put('/privacy-contact', { version: 1, ...change });
  expect(status).toBe(422);
  expect(body.errors[0].field).toMatch(field.replace(/\.languages$/, '.languages'));
});

it('is written down by member and never by name or address', async () => {
  await owner.put('/privacy-contact', { version: 1, contact: { ...hazel, memberId: officer.is.memberId } });
  const [entry] = await house.rows<{ facts: object }>(larkspur, `select facts from audit_entries where action = 'privacy-contact.named'`);
  expect(entry?.facts).toEqual({ contactNamed: true, contactMemberId: officer.is.memberId, substituteNamed: false, substituteMemberId: null });
});

it('is told to requests with the rest of the organization in one statement, and to nobody of another', async () => {
  await owner.put('/privacy-contact', { version: 1, contact: hazel, substitute: birke });
  const facts = await house.database.tenant(systemActor(larkspur, 'spec'), (tx) => house.get(OrganizationFactsQuery).within(tx));
  expect(facts).toMatchObject({ organizationId: larkspur, country: 'DE', timeZone: 'Europe/Berlin', contact: hazel, substitute: birke });
  const other = await house.organization();
  await expect(house.database.tenant(systemActor(other, 'spec'), (tx) => house.get(MemberFactsQuery).find(tx, [owner.is.memberId]))).resolves.toEqual([]);
  expect(await house.get(OrganizationFactsQuery).find(other)).toMatchObject({ contact: null, substitute: null });
});
