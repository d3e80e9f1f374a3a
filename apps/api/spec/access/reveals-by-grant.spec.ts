import {
  type GrantMode,
  heldGrants,
  ORGANIZATION_PURPOSES,
  GRANTED_ROLES,
  ORGANIZATION_ROLES,
  type OrganizationPurpose,
  PROFILE_CATEGORIES,
  type ProfileCategory,
  type StandingGrant,
} from '@smartpar/access/model';
import fc from 'fast-check';
import type { House } from '../organizations/house';
import type { Person } from '../organizations/person';
import { hasPhone, ledgerOf, looksAt, startHouse } from './need-to-know-house';

let house: House;
let organizationId: string;
let owner: Person;
let member: Person;
let version = 1;
const holders: Person[] = [];
const ROLES = [[], ...ORGANIZATION_ROLES.map((role) => [role]), ['helpdesk', 'privacy-officer'], ['auditor', 'user-administrator']] as const;

beforeAll(async () => {
  house = await startHouse();
  organizationId = await house.organization();
  [owner, member] = [await house.person(organizationId, 'owner'), await house.person(organizationId)];
  await hasPhone(house, member, '+49 30 1234567');
  for (const roles of ROLES) holders.push(await house.person(organizationId, ...roles));
});
afterAll(() => house.stop());

const grant = fc
  .record({
    // the owner who changes them widens nothing of their own alone
    role: fc.constantFrom(...GRANTED_ROLES.filter((role) => role !== 'owner')),
    category: fc.constantFrom(...PROFILE_CATEGORIES),
    mode: fc.constantFrom<GrantMode>('shown', 'on-reveal', 'hidden'),
    purposes: fc.uniqueArray(fc.constantFrom(...ORGANIZATION_PURPOSES), { minLength: 1 }),
  })
  .map((made): StandingGrant => (made.mode === 'hidden' ? { ...made, purposes: [] } : made));

const situation = fc.record({
  grants: fc.uniqueArray(grant, { selector: ({ role, category }) => `${role} ${category}`, maxLength: 10 }),
  looks: fc.array(
    fc.record({
      who: fc.nat(ROLES.length - 1),
      categories: fc.uniqueArray(fc.constantFrom<ProfileCategory>(...PROFILE_CATEGORIES), { minLength: 1 }),
      purpose: fc.constantFrom<OrganizationPurpose>(...ORGANIZATION_PURPOSES),
    }),
    { minLength: 4, maxLength: 8 },
  ),
});

it('under any grants, a look returns exactly what it asks for where every category may be seen for the purpose, and else nothing; the ledger has exactly those', async () => {
  await fc.assert(
    fc.asyncProperty(situation, async ({ grants, looks }) => {
      const changed = await owner.put('/standing-grants', { version, grants });
      version = changed.body.version;
      for (const { who, categories, purpose } of looks) {
        const held = heldGrants(ROLES[who] ?? [], grants);
        const may = categories.every((category) => held.some((one) => one.category === category && one.purposes.includes(purpose)));
        const before = (await ledgerOf(house, organizationId)).length;
        const { status, body } = await looksAt(holders[who] ?? member, member.is.memberId, {
          categories,
          purpose,
          reason: { words: 'Because it is asked for.' },
        });
        expect({ who: ROLES[who], categories, purpose, status }).toEqual({ who: ROLES[who], categories, purpose, status: may ? 201 : 404 });
        expect(Object.keys(body.values ?? {}).toSorted()).toEqual(may ? [...categories].toSorted() : []);
        const told: readonly { category: ProfileCategory }[] = body.fields ?? [];
        expect(told.filter(({ category }) => !may || !categories.includes(category))).toEqual([]);
        expect((await ledgerOf(house, organizationId)).length - before).toBe(may ? 1 : 0);
      }
    }),
    { numRuns: 25 },
  );
}, 60_000);
