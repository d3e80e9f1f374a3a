import { Global, Module } from '@nestjs/common';
import {
  CasePeople,
  EvaluationModule,
  EvaluationWork,
  GrantModule,
  GrantPeople,
  NeedToKnowModule,
  ProfileValues,
  RoleHolders,
  ViolationModule,
} from '@smartpar/access/api';
import { needToKnowAccess } from '@smartpar/access/model';
import { ActiveHolders, MemberValues } from '@smartpar/members/api';
import { membersAccess } from '@smartpar/members/model';
import { KeyRing } from '@smartpar/platform/http';
import { ConcernedMembersQuery } from '@smartpar/requests/api';
import { requestsAccess } from '@smartpar/requests/model';
import { PeopleOfGrants } from '../../src/wiring/grant-wires';
import { PeopleOfCases } from '../../src/wiring/people-of-cases';
import { House } from '../organizations/house';
import type { Answer, Person } from '../organizations/person';

const KEYS = [{ provide: KeyRing, useValue: KeyRing.parse(KeyRing.generate()) }];

/** The keys receipts are signed with. */
@Global()
@Module({ providers: KEYS, exports: [KeyRing] })
class Keys {}

/** A house with evaluations of worker data, and everything that asks whether they are on. */
export const evaluationsHouse = (): Promise<House> =>
  House.start({
    modules: [Keys, NeedToKnowModule, ViolationModule, GrantModule, EvaluationModule],
    wires: [
      { provide: ProfileValues, useExisting: MemberValues },
      { provide: RoleHolders, useExisting: ActiveHolders },
      { provide: CasePeople, useClass: PeopleOfCases },
      { provide: ConcernedMembersQuery, useClass: ConcernedMembersQuery },
      { provide: GrantPeople, useClass: PeopleOfGrants },
    ],
    rules: [...needToKnowAccess, ...membersAccess, ...requestsAccess],
  });

/** An agreement as a spec enters it where it does not say otherwise. */
export const AGREEMENT = { title: 'Works agreement on the console', reference: 'BV 12/2026', concludedOn: '2026-01-15', validUntil: null } as const;

/** Says what is needed and agreed on; the version is read first. */
export async function rules(owner: Person, change: object = {}, key?: string): Promise<Answer> {
  const { version } = (await owner.get('/evaluation-rules')).body;
  return owner.put('/evaluation-rules', { version, needed: true, askedBy: 'the works council', agreement: null, ...change }, key);
}

/** Somebody looks at somebody so many times, one second after the other. */
export const looked = (house: House, by: Person, at: string, times: number): Promise<object[]> =>
  house.rows(
    by.is.organizationId,
    `insert into reveals (organization_id, id, member_id, at, by_member_id, by_roles, categories, purpose, reason_template)
     select $1, gen_random_uuid(), $2, $3::timestamptz + n * interval '1 second', $2, '{helpdesk}', '{user.name}', 'support', 'asked-for-help' from generate_series(1, $4) n`,
    [by.is.organizationId, by.is.memberId, at, times],
  );

/** Plans what is done again and again, and does it. */
export async function rounds(house: House, job: 'access.plan-look-volume' | 'access.plan-receipts'): Promise<void> {
  const work = house.get(EvaluationWork);
  await work
    .jobs()
    .find(({ name }) => name === job)
    ?.run();
  await house.perform(work.kinds());
}

/** What was evaluated, as kinds and figures, newest first. */
export const evaluated = async (who: Person): Promise<object[]> =>
  (await who.get('/evaluations')).body.items.map(({ kind, by, people, findings }: { kind: string; by: object; people: number; findings: number }) => ({
    kind,
    by,
    people,
    findings,
  }));
