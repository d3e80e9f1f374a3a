import {
  BreakGlassModule,
  CasePeople,
  GrantModule,
  GrantPeople,
  LockboxPeople,
  NeedToKnowModule,
  ProfileValues,
  RoleHolders,
  ViolationModule,
} from '@smartpar/access/api';
import { needToKnowAccess } from '@smartpar/access/model';
import { ActiveHolders, ExplainModule, MemberAdministrationModule, MemberValues } from '@smartpar/members/api';
import { membersAccess } from '@smartpar/members/model';
import { ConcernedMembersQuery } from '@smartpar/requests/api';
import { PeopleOfGrants } from '../../src/wiring/grant-wires';
import { PeopleOfLockboxes } from '../../src/wiring/lockbox-wires';
import { PeopleOfCases } from '../../src/wiring/people-of-cases';
import { Invited } from '../members/members-house';
import { House } from '../organizations/house';
import type { Person } from '../organizations/person';

/** A house with everything that lets somebody see something, and with explanations of it. */
export const explainHouse = (): Promise<House> =>
  House.start({
    modules: [Invited, NeedToKnowModule, GrantModule, MemberAdministrationModule, ViolationModule, BreakGlassModule, ExplainModule],
    wires: [
      { provide: ProfileValues, useExisting: MemberValues },
      { provide: RoleHolders, useExisting: ActiveHolders },
      { provide: ConcernedMembersQuery, useClass: ConcernedMembersQuery },
      { provide: GrantPeople, useClass: PeopleOfGrants },
      { provide: CasePeople, useClass: PeopleOfCases },
      { provide: LockboxPeople, useClass: PeopleOfLockboxes },
    ],
    rules: [...needToKnowAccess, ...membersAccess],
  });

const SITE = { country: 'DE', postalAddress: 'Hafenstraße 1', subdivision: null, contactName: null, contactEmail: null, timeZone: null };

/** Sites and groups of an organization. */
export interface Places {
  readonly sites: readonly string[];
  readonly groups: readonly string[];
}

/** Two sites and two groups, made by an owner. */
export async function placesOf(owner: Person): Promise<Places> {
  const { body: entity } = await owner.post('/legal-entities', { name: 'Larkspur', country: 'DE', postalAddress: 'Hafenstraße 1' });
  const [sites, groups]: [string[], string[]] = [[], []];
  for (const name of ['Harbour', 'Hill']) sites.push((await owner.post('/sites', { ...SITE, name, legalEntityId: entity.id })).body.id);
  for (const name of ['Night', 'Day']) groups.push((await owner.post('/groups', { name })).body.id);
  return { sites, groups };
}

/** Puts a member where they belong. */
export async function belongs(house: House, { is }: Person, siteId: string | null, groups: readonly string[]): Promise<void> {
  const here = [is.organizationId, is.memberId];
  await house.rows(is.organizationId, 'update members set site_id = $3 where organization_id = $1 and id = $2', [...here, siteId]);
  for (const group of groups) {
    await house.rows(is.organizationId, 'insert into grouped_members (organization_id, member_id, group_id, added_at) values ($1, $2, $3, now())', [
      ...here,
      group,
    ]);
  }
}
