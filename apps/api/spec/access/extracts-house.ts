import { Global, Module } from '@nestjs/common';
import {
  CasePeople,
  ExtractModule,
  ExtractPeople,
  ExtractWork,
  GrantModule,
  GrantPeople,
  NeedToKnowModule,
  ProfileValues,
  RoleHolders,
  SESSION_COOKIE,
  ViolationModule,
} from '@smartpar/access/api';
import { needToKnowAccess } from '@smartpar/access/model';
import { ActiveHolders, AddMembers, ExtractMembers, MemberAdministrationModule, MemberValues } from '@smartpar/members/api';
import { membersAccess } from '@smartpar/members/model';
import { KeyRing } from '@smartpar/platform/http';
import { PerformDueWork, type WorkKind } from '@smartpar/platform/jobs';
import { ConcernedMembersQuery } from '@smartpar/requests/api';
import { requestsAccess } from '@smartpar/requests/model';
import { parse } from 'csv-parse/sync';
import { PeopleOfGrants } from '../../src/wiring/grant-wires';
import { PeopleOfCases } from '../../src/wiring/people-of-cases';
import { Invited } from '../members/members-house';
import { House } from '../organizations/house';
import type { Answer, Person } from '../organizations/person';
import { PHONE } from './need-to-know-house';

const KEYS = [{ provide: KeyRing, useValue: KeyRing.parse(KeyRing.generate()) }];

/** The secret keys values are sealed with. */
@Global()
@Module({ providers: KEYS, exports: [KeyRing] })
class Keys {}

/** A house with grants, reveals, reports and extracts. */
export const extractsHouse = (): Promise<House> =>
  House.start({
    modules: [Invited, Keys, NeedToKnowModule, GrantModule, ExtractModule, ViolationModule, MemberAdministrationModule],
    wires: [
      { provide: ProfileValues, useExisting: MemberValues },
      { provide: RoleHolders, useExisting: ActiveHolders },
      { provide: ExtractPeople, useExisting: ExtractMembers },
      { provide: ConcernedMembersQuery, useClass: ConcernedMembersQuery },
      { provide: GrantPeople, useClass: PeopleOfGrants },
      { provide: CasePeople, useClass: PeopleOfCases },
    ],
    rules: [...needToKnowAccess, ...membersAccess, ...requestsAccess],
  });

/** What somebody wants to take out where a spec does not say otherwise: the phone numbers of everybody, for security. */
export const WISH = { whom: { kind: 'filter' }, categories: [PHONE], purpose: 'security', reason: { template: 'unusual-sign-in' } } as const;

/** Somebody takes the data of many people out. */
export const takesOut = (who: Person, wish: object = {}, key?: string): Promise<Answer> => who.post('/extracts', { ...WISH, ...wish }, key);

/** Somebody asks what would happen. */
export function previews(who: Person, choice: object = {}): Promise<Answer> {
  const { whom, categories, purpose } = WISH;
  return who.post('/extracts/preview', { whom, categories, purpose, ...choice });
}

/** Somebody agrees. */
export const agrees = (who: Person, { body }: Answer): Promise<Answer> => who.post(`/extracts/${body.extractId}/approval`, {});

/** One extract as somebody reads it. */
export const extractOf = async (who: Person, { body }: Answer): Promise<Answer['body']> => (await who.get(`/extracts/${body.extractId}`)).body;

/** Does everything that is due by now, to the end. @param change what becomes of each kind of work; a failure fails the spec */
export const work = (house: House, change: (kind: WorkKind) => WorkKind = (kind) => kind, failed: (error: unknown) => void = fail): Promise<number> =>
  new PerformDueWork(house.database, house.time, house.get(ExtractWork).kinds().map(change), (_, error) => failed(error)).run();

function fail(error: unknown): never {
  throw error;
}

/** Has something happen before a step of writing, counted from 1. */
export const beforeStep = (which: number, happens: () => Promise<unknown>) => {
  let step = 0;
  return (kind: WorkKind): WorkKind => ({
    ...kind,
    perform: async (tx, due) => {
      if (kind.kind === 'access.extract-write' && ++step === which) await happens();
      await kind.perform(tx, due);
    },
  });
};

/** A file as somebody fetches it. */
export interface FetchedFile {
  readonly status: number;
  readonly text: string;
  /** its lines without the first */
  readonly lines: readonly (readonly string[])[];
  readonly code: string | undefined;
}

/** Somebody fetches the file of an extract. */
export async function fetches(house: House, { is }: Person, { body }: Answer, locale = 'en'): Promise<FetchedFile> {
  const { statusCode: status, body: text } = await house.app.inject({
    method: 'POST',
    url: `/api/organizations/${is.organizationId}/extracts/${body.extractId}/file`,
    headers: { cookie: `${SESSION_COOKIE}=${is.accountId}` },
    payload: { locale },
  });
  if (status !== 200) return { status, text, lines: [], code: JSON.parse(text).code };
  return { status, text, lines: parse(text, { bom: true, relax_column_count: true }).slice(1), code: undefined };
}

/** Adds so many members with a phone number each. @returns their ids */
export async function crowd(house: House, organizationId: string, count: number): Promise<readonly string[]> {
  const people = Array.from({ length: count }, (_, n) => ({
    email: `crowd${++made}@larkspur.example`,
    firstName: 'Mira',
    lastName: `Kestrel ${n}`,
    phone: `+49 30 ${1_000_000 + n}`,
    locale: 'en' as const,
  }));
  return (await house.get(AddMembers).run(organizationId, people)).map(({ memberId }) => memberId);
}

let made = 0;

/** Who is in the file, and whose ledger says so, in one order. */
export async function bothSides(house: House, organizationId: string): Promise<{ readonly stored: readonly string[]; readonly told: readonly string[] }> {
  const [stored, told] = await Promise.all([
    house.rows<{ key: string }>(
      organizationId,
      `select extract_id || ' ' || member_id as key from extract_lines where organization_id = $1 and sealed is not null order by 1`,
      [organizationId],
    ),
    house.rows<{ key: string }>(
      organizationId,
      `select extract_id || ' ' || member_id as key from reveals where organization_id = $1 and extract_id is not null order by 1`,
      [organizationId],
    ),
  ]);
  return { stored: stored.map(({ key }) => key), told: told.map(({ key }) => key) };
}
