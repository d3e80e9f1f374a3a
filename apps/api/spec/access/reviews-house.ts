import { Global, Module } from '@nestjs/common';
import {
  GrantModule,
  GrantPeople,
  GrantWork,
  NeedToKnowModule,
  ProfileValues,
  ReviewedRoles,
  ReviewModule,
  ReviewWork,
  RoleHolders,
} from '@smartpar/access/api';
import { needToKnowAccess } from '@smartpar/access/model';
import { ActiveHolders, AuditorWork, MemberAdministrationModule, MemberReviewedRoles, MemberValues } from '@smartpar/members/api';
import { membersAccess } from '@smartpar/members/model';
import { KeyRing } from '@smartpar/platform/http';
import { ConcernedMembersQuery } from '@smartpar/requests/api';
import { requestsAccess } from '@smartpar/requests/model';
import { PeopleOfGrants } from '../../src/wiring/grant-wires';
import { Invited } from '../members/members-house';
import { House, type Wing } from '../organizations/house';
import type { Answer, Person } from '../organizations/person';
import { placesOf } from './explain-house';

/** What certificates and checkpoints are signed with. */
export const keyRing = KeyRing.parse(KeyRing.generate());

const KEYS = { provide: KeyRing, useValue: keyRing };

/** What signs certificates. */
@Global()
@Module({ providers: [KEYS], exports: [KeyRing] })
class Keys {}

const REVIEWS: Wing = {
  modules: [Keys, Invited, NeedToKnowModule, GrantModule, ReviewModule, MemberAdministrationModule],
  wires: [
    { provide: ProfileValues, useExisting: MemberValues },
    { provide: RoleHolders, useExisting: ActiveHolders },
    { provide: ConcernedMembersQuery, useClass: ConcernedMembersQuery },
    { provide: GrantPeople, useClass: PeopleOfGrants },
    { provide: ReviewedRoles, useExisting: MemberReviewedRoles },
  ],
  rules: [...needToKnowAccess, ...membersAccess, ...requestsAccess],
};

/** A house with grants, roles and reviews of them. */
export const reviewsHouse = (): Promise<House> => House.start(REVIEWS);

/** Words that are long enough for a reason. */
export const REASON = 'They look after it every week.';

/** The people of a review. */
export interface Panel {
  readonly owner: Person;
  readonly reviewer: Person;
  readonly fallback: Person;
  readonly confirmer: Person;
}

/** An organization with an owner and a panel of members who hold nothing. */
export async function panelIn(house: House, organizationId: string): Promise<Panel> {
  return {
    owner: await house.person(organizationId, 'owner'),
    reviewer: await house.person(organizationId),
    fallback: await house.person(organizationId),
    confirmer: await house.person(organizationId),
  };
}

/** An organization with its panel, and two whose roles are looked at. */
export async function reviewedIn(house: House) {
  const organizationId = await house.organization();
  const panel = await panelIn(house, organizationId);
  const [helpdesk, officer] = [await house.person(organizationId, 'helpdesk'), await house.person(organizationId, 'privacy-officer')];
  return { organizationId, panel, helpdesk, officer };
}

/** What an owner asks for where a spec does not say otherwise: all roles and grants, within ten days, one answer. */
export const wishOf = (house: House, { reviewer, fallback }: Panel, wish: object = {}): object => ({
  covers: ['roles', 'grants'],
  scope: { kind: 'all' },
  reviewers: [reviewer.is.memberId],
  fallbacks: [fallback.is.memberId],
  dueAt: house.time.now().add({ hours: 240 }).toString(),
  ...wish,
});

/** Starts a review. @returns its id */
export async function started(house: House, panel: Panel, wish: object = {}): Promise<string> {
  const { status, body } = await panel.owner.post('/access-reviews', wishOf(house, panel, wish));
  if (status !== 201) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body.id;
}

/** One thing that is looked at, as a reader sees it. */
export interface SeenItem {
  readonly item: number;
  readonly kind: 'role' | 'grant';
  readonly holder: { readonly memberId: string } | null;
  readonly role: { readonly role: string } | null;
  readonly outcome: { readonly outcome: string; readonly cause: string } | null;
}

/** Everything a review looks at, as somebody reads it. */
export async function itemsOf(who: Person, id: string, show = 'all'): Promise<SeenItem[]> {
  const found: SeenItem[] = [];
  for (let after: string | null = ''; after !== null;) {
    const { status, body }: Answer = await who.get(`/access-reviews/${id}/items?show=${show}&size=3${after === '' ? '' : `&after=${after}`}`);
    if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
    found.push(...body.items);
    after = body.next;
  }
  return found;
}

/** Where in the list somebody's role stands. */
export async function placeOf(who: Person, id: string, holder: Person, role: string): Promise<number> {
  const found = (await itemsOf(who, id)).find((one) => one.holder?.memberId === holder.is.memberId && one.role?.role === role);
  if (found === undefined) throw new Error(`Nobody holds ${role}.`);
  return found.item;
}

/** Somebody says what is to become of some things. */
export const says = (who: Person, id: string, items: readonly number[], verdict: string, more: object = {}, key?: string): Promise<Answer> =>
  who.post(`/access-reviews/${id}/answers`, { items, verdict, reason: REASON, ...more }, key);

/** Performs what has fallen due. */
export const timePasses = (house: House): Promise<number> =>
  house.perform([...house.get(GrantWork).kinds(), ...house.get(ReviewWork).kinds(), ...house.get(AuditorWork).kinds()]);

/** Which roles somebody holds now. */
export const rolesOf = async (house: House, { is }: Person): Promise<string[]> =>
  (
    await house.rows<{ role: string }>(
      is.organizationId,
      `select role from member_roles where organization_id = $1 and member_id = $2
       union all select coalesce(built_in, custom_role_id::text) || ' at one place' from role_assignments where organization_id = $1 and member_id = $2 order by 1`,
      [is.organizationId, is.memberId],
    )
  ).map(({ role }) => role);

/** A new site. @returns its id */
export const siteOf = async ({ owner }: Panel): Promise<string> => (await placesOf(owner)).sites[0] ?? '';

/** Which mails somebody was sent. */
export const mailsOf = async (house: House, { is }: Person): Promise<string[]> =>
  (await house.owner.query<{ template: string }>('select template from mail_outbox where to_address = $1 order by id', [is.email])).rows.map(
    ({ template }) => template,
  );

/** A report about somebody is confirmed: they are kept from others' data. */
export const isReported = (house: House, { is }: Person, by: Person): Promise<unknown> =>
  house.rows(
    is.organizationId,
    `insert into violations (organization_id, id, state, member_id, reported_by, reported_at, words, salt, evidence, lapses_at, decided_at)
     values ($1, gen_random_uuid(), 'confirmed', $2, $3, now(), 'Looked at a neighbour.', 'x', '{}', now(), now())`,
    [is.organizationId, is.memberId, by.is.memberId],
  );

/** The version of a member, which a change of them names. */
export const versionOf = async ({ owner }: Panel, { is }: Person): Promise<number> => (await owner.get(`/members/${is.memberId}`)).body.version;
