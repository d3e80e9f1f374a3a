import { GrantModule, GrantPeople, GrantWork, NeedToKnowModule, ProfileValues, RoleHolders } from '@smartpar/access/api';
import { needToKnowAccess } from '@smartpar/access/model';
import { Temporal } from '@smartpar/kernel';
import { ActiveHolders, MemberAdministrationModule, MemberValues } from '@smartpar/members/api';
import { membersAccess } from '@smartpar/members/model';
import { ConcernedMembersQuery } from '@smartpar/requests/api';
import { requestsAccess } from '@smartpar/requests/model';
import { PeopleOfGrants } from '../../src/wiring/grant-wires';
import { Invited } from '../members/members-house';
import { House, type Wing } from '../organizations/house';
import type { Answer, Person } from '../organizations/person';
import { PHONE } from './need-to-know-house';

const GRANTS: Wing = {
  modules: [Invited, NeedToKnowModule, GrantModule, MemberAdministrationModule],
  wires: [
    { provide: ProfileValues, useExisting: MemberValues },
    { provide: RoleHolders, useExisting: ActiveHolders },
    { provide: ConcernedMembersQuery, useClass: ConcernedMembersQuery },
    { provide: GrantPeople, useClass: PeopleOfGrants },
  ],
  rules: [...needToKnowAccess, ...membersAccess, ...requestsAccess],
};

/** A house with grants, reveals and the list of members. */
export const grantsHouse = (): Promise<House> => House.start(GRANTS);

/** A moment from now on, as texts carry it. */
export const inHours = (house: House, hours: number): string => house.time.now().add({ hours }).toString();

/** What somebody asks for where a spec does not say otherwise: the phone number of everybody, for security, for eight hours. */
export const asksFor = (house: House, who: Person, wish: object = {}, key?: string): Promise<Answer> =>
  who.post(
    '/grants/requests',
    {
      categories: [PHONE],
      mode: 'on-reveal',
      purposes: ['security'],
      scope: { kind: 'all' },
      until: inHours(house, 8),
      reason: 'An odd sign-in has to be looked into.',
      ...wish,
    },
    key,
  );

/** Somebody allows what was asked for, or less. */
export const approves = (who: Person, { body }: Answer, given: object = {}): Promise<Answer> => who.post(`/grants/${body.grantId}/approval`, given);

/** Somebody is granted something at once. @returns its id */
export async function granted(house: House, to: Person, by: Person, wish: object = {}): Promise<string> {
  const asked = await asksFor(house, to, wish);
  const answer = await approves(by, asked);
  if (answer.status !== 200) throw new Error(`${asked.status} ${JSON.stringify(asked.body)} ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body.grantId;
}

/** Performs what has fallen due. */
export const timePasses = (house: House): Promise<number> => house.perform(house.get(GrantWork).kinds());

/** Moves the house's time on. */
export const goOn = (house: House, hours: number): void => house.time.advance({ hours });

/** A moment as an instant. */
export const momentOf = (text: string): Temporal.Instant => Temporal.Instant.from(text);
