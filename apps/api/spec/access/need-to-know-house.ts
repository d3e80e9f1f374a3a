import { InfrastructureModule, LockboxPeople, NeedToKnowModule, ProfileValues, RoleHolders } from '@smartpar/access/api';
import { needToKnowAccess, type OrganizationPurpose, type ProfileCategory } from '@smartpar/access/model';
import { ActiveHolders, MemberValues } from '@smartpar/members/api';
import { membersAccess } from '@smartpar/members/model';
import { PeopleOfLockboxes } from '../../src/wiring/lockbox-wires';
import { House, type Wing } from '../organizations/house';
import type { Answer, Person } from '../organizations/person';

const NEED_TO_KNOW: Wing = {
  modules: [NeedToKnowModule, InfrastructureModule],
  wires: [
    { provide: ProfileValues, useExisting: MemberValues },
    { provide: RoleHolders, useExisting: ActiveHolders },
    { provide: LockboxPeople, useClass: PeopleOfLockboxes },
  ],
  rules: [...needToKnowAccess, ...membersAccess],
};

/** Category keys, shorter. */
export const [NAME, EMAIL, PHONE]: readonly [ProfileCategory, ProfileCategory, ProfileCategory] = [
  'user.name',
  'user.contact.email.work',
  'user.contact.phone_number.work',
];

/** A look as a spec asks for it; what is not said is a helpdesk's ordinary one at the phone number. */
export interface Glance {
  readonly categories?: readonly ProfileCategory[];
  readonly purpose?: OrganizationPurpose;
  readonly reason?: object;
  readonly key?: string;
}

/** A house with grants, reveals and the ledger. */
export const startHouse = (): Promise<House> => House.start(NEED_TO_KNOW);

/** Members who signed in these specs. */
const signers = new Set<string>();

/** Somebody signs the undertaking in force. */
export async function signs(who: Person, name = 'Linden Ashgrove'): Promise<Answer> {
  const { body } = await who.get('/undertaking');
  const [text] = body.texts ?? [];
  const answer = await who.post('/undertaking/signatures', { version: body.version, hash: text?.hash, name });
  if (answer.status === 201) signers.add(who.is.memberId);
  return answer;
}

/** Somebody looks at a member, whatever they have signed. */
export const triesToLook = (who: Person, memberId: string, { key, ...glance }: Glance = {}): Promise<Answer> =>
  who.post(`/members/${memberId}/reveals`, { categories: [PHONE], purpose: 'support', reason: { template: 'asked-for-help' }, ...glance }, key);

/** Somebody who signed looks at a member. */
export async function looksAt(who: Person, memberId: string, glance: Glance = {}): Promise<Answer> {
  if (!signers.has(who.is.memberId)) await signs(who);
  return triesToLook(who, memberId, glance);
}

/** Gives a member a phone number. */
export const hasPhone = (house: House, { is }: Person, phone: string): Promise<object[]> =>
  house.rows(is.organizationId, 'update members set phone = $3 where organization_id = $1 and id = $2', [is.organizationId, is.memberId, phone]);

/** What lies in the ledger's table, oldest first. */
export const ledgerOf = (house: House, organizationId: string): Promise<{ member_id: string; categories: string[]; reason_words: string | null }[]> =>
  house.rows(organizationId, 'select * from reveals where organization_id = $1 order by id', [organizationId]);

/** Lets nothing be written into a table while something happens. */
export async function breaking(house: House, table: string, work: () => Promise<void>): Promise<void> {
  await house.owner.query(`revoke insert on ${table} from smartpar_app`);
  try {
    await work();
  } finally {
    await house.owner.query(`grant insert on ${table} to smartpar_app`);
  }
}
