import { Injectable } from '@nestjs/common';
import { KnownActors } from '@smartpar/access/api';
import type { AuditEntry } from '@smartpar/audit/model';
import { isId, newId } from '@smartpar/kernel';
import {
  applyPatch,
  departedStays,
  ENTERPRISE_SCHEMA,
  invalidValue,
  isKeptByPerson,
  notUnique,
  type PatchOperation,
  type ReadBody,
  readBody,
  readUser,
  resourceNotFound,
  type NamedLeader,
  type ScimValue,
  sourceOf,
  USER_TYPE,
  type UserValues,
} from '@smartpar/members/model';
import { Database, type TenantTransaction } from '@smartpar/platform/database';
import { ChangeMemberStatus } from '../change-member-status';
import { type LockedMember, lockMember } from '../locked-member';
import { reactivatedMail, suspendedMail } from '../mails/access-changed.mail';
import { tellMember } from '../member-mails';
import { OrganizationNames } from '../organization-names';
import { ProfileRepository, type ProfileValuesKept } from '../profile/profile.repository';
import { together } from '../together';
import { NumberBlocks } from './number-blocks';
import { ReadUsers, type ReadUser } from './read-users';
import { refuseOlder, sayScim } from './refusals';
import { SEEN } from './user-columns';
import { fieldsOfUser, NEW_SURROUNDINGS, statusOfNew, type UserFields, type UserSurroundings, wholeName } from './user-fields';
import { UserRepository } from './user.repository';

/** What a change came to. */
export interface ChangedResource extends ReadUser {
  readonly id: string;
  /** names of what changed */
  readonly changed: readonly string[];
  readonly notKept: readonly string[];
  /** done once it is kept */
  readonly after?: (() => void) | undefined;
}

/** Somebody who is to be made, and the number they get. */
export interface NewUser extends ReadBody {
  readonly user: UserValues;
  readonly number: number;
}

/** How a change is asked for. */
export interface ChangeOrder {
  readonly id: string;
  readonly base: string;
  /** the header If-Match, where there is one */
  readonly ifMatch: string | undefined;
}

/** A member who is being changed, and what the directory says of them. */
interface Held {
  readonly member: LockedMember;
  readonly kept: KeptUser;
  readonly resource: ScimValue;
}

/** How a member is to be; where nothing is said of whether they may enter, that was taken back, or was not spoken of. */
interface Wish extends ReadBody {
  readonly silence: 'taken-back' | 'as-it-is';
}

/** What was kept, and what was said of somebody who is not here. */
interface Kept {
  readonly changed: readonly string[];
  readonly unknown: readonly string[];
}

interface KeptUser {
  readonly workerType: UserFields['workerType'];
  readonly ends: boolean;
  readonly ownUserName: string | null;
  readonly externalId: string | null;
  readonly guest: boolean;
  readonly directoryValues: object | null;
}

/** Changes members as their organization's directory says. */
@Injectable()
export class ChangeUsers {
  constructor(
    private readonly database: Database,
    private readonly users: UserRepository,
    private readonly reading: ReadUsers,
    private readonly numbers: NumberBlocks,
    private readonly profiles: ProfileRepository,
    private readonly states: ChangeMemberStatus,
    private readonly organizations: OrganizationNames,
    private readonly actors: KnownActors,
  ) {}

  /** Reads somebody new and takes a number for them, before the transaction that makes them. @throws {DomainError} `scim.invalid_value`, `scim.invalid_syntax` */
  async prepare(organizationId: string, body: unknown): Promise<NewUser> {
    const { resource, notKept } = readBody(USER_TYPE, body);
    const user = readUser(resource);
    return { resource, notKept, user, number: await this.numbers.next(organizationId) };
  }

  /** Makes somebody new. @throws {DomainError} `scim.uniqueness`, `scim.invalid_value` */
  async create(tx: TenantTransaction, { resource, notKept, user, number }: NewUser, base: string): Promise<ChangedResource> {
    const [taken, leader, country] = await Promise.all([
      this.users.isTaken(tx, user.userName, null),
      managerOf(tx, user.manager, null),
      countryOf(tx, user, null),
    ]);
    if (taken) throw notUnique('userName is taken by another user.');
    const fields = fieldsOfUser(user, { ...NEW_SURROUNDINGS, country, ...leader });
    const id = newId();
    const entry = entryOf('provisioned', id, { number, guest: fields.guest });
    const adding = this.users.add(tx, { id, number, status: statusOfNew(user), fields }, entry);
    const [, read] = await together([adding, this.reading.within(tx, id, base)]);
    return { ...read, id, changed: namesIn(resource), notKept: [...notKept, ...unknownIn(leader)] };
  }

  /** Puts everything the directory says in place of what it said before. @throws {DomainError} `not_found`, `scim.version`, and as `create` */
  replace(tx: TenantTransaction, order: ChangeOrder, body: unknown): Promise<ChangedResource> {
    return this.change(tx, order, () => ({ ...readBody(USER_TYPE, body), silence: 'as-it-is' }));
  }

  /** Changes parts. @throws {DomainError} as `replace`, and `scim.no_target`, `scim.invalid_path`, `scim.mutability` */
  patch(tx: TenantTransaction, order: ChangeOrder, operations: readonly PatchOperation[]): Promise<ChangedResource> {
    return this.change(tx, order, (resource) => ({ ...applyPatch(USER_TYPE, resource, operations), silence: 'taken-back' }));
  }

  /**
   * Suspends a member and hides them from the directory; nothing of them is erased.
   * @throws {DomainError} `not_found`, `scim.version`, `scim.last_owner`
   */
  async remove(tx: TenantTransaction, { id, base, ifMatch }: ChangeOrder): Promise<Pick<ChangedResource, 'after'>> {
    const { member } = await this.hold(tx, id, base);
    refuseOlder(ifMatch, member.version);
    if (member.status === 'invited' || member.status === 'active') await this.move(tx, member, 'suspended');
    await this.users.hide(tx, id, entryOf('hidden', id, {}));
    return { after: this.forgetting(member) };
  }

  /** What this process remembers of somebody goes at once; other processes hear of it. */
  private forgetting({ accountId }: LockedMember): (() => void) | undefined {
    return accountId === null ? undefined : () => this.actors.forgetAccount(accountId);
  }

  private async change(tx: TenantTransaction, { id, base, ifMatch }: ChangeOrder, next: (resource: ScimValue) => Wish): Promise<ChangedResource> {
    const held = await this.hold(tx, id, base);
    const { member, resource } = held;
    refuseOlder(ifMatch, member.version);
    const { resource: wanted, notKept, silence } = next(resource);
    const user = readUser(wanted);
    const { changed, unknown } = await this.keep(tx, held, user, silence);
    const moved = await this.activate(tx, member, user.active);
    const passedOver = [...notKept, ...unknown];
    if (changed.length === 0 && !moved) return { resource, version: member.version, id, changed: [], notKept: passedOver };
    const read = await this.reading.within(tx, id, base);
    return { ...read, id, changed: [...changed, ...(moved ? ['active'] : [])], notKept: passedOver, after: moved ? this.forgetting(member) : undefined };
  }

  /** Reads a member for changing them, and as the directory sees them. */
  private async hold(tx: TenantTransaction, id: string, base: string): Promise<Held> {
    if (!isId(id)) throw resourceNotFound();
    const [member, [kept], { resource }] = await Promise.all([
      lockMember(tx, id),
      tx.query<KeptUser>(KEPT, [tx.organizationId, id]),
      this.reading.within(tx, id, base),
    ]);
    if (member === null || kept === undefined) throw resourceNotFound();
    return { member, kept, resource };
  }

  private async keep(tx: TenantTransaction, { member, kept }: Held, user: UserValues, silence: Wish['silence']): Promise<Kept> {
    const { id } = member;
    const [leader, country] = await Promise.all([managerOf(tx, user.manager, member.managerId), countryOf(tx, user, member.siteCountry)]);
    if (leader.managerId === id) throw invalidValue('manager: Nobody leads themself.');
    const activeUnsaid = user.active === undefined && silence === 'taken-back';
    const fields = fieldsOfUser(user, {
      ...{ ...leader, country, locale: member.locale, workerType: kept.workerType, ends: kept.ends, activeUnsaid },
      formatted: wholeName({ givenName: member.firstName, familyName: member.lastName }),
    });
    const values = Object.fromEntries(differing(fields.values, member).filter(([field]) => !isKeptByPerson(field, sourceOf(member, field, member[field]))));
    const names = Object.keys(values);
    if (names.length > 0) await this.profiles.write(tx, { memberId: id, source: 'directory', values }, changedEntry(id, names)).catch(sayScim);
    const named = await this.nameAnew(tx, { member, kept }, user, fields);
    const raised = names.length === 0 && named.length > 0;
    if (named.length > 0) await this.users.name(tx, id, { ...fields, raise: raised }, changedEntry(id, named));
    return { changed: [...names, ...named], unknown: unknownIn(leader) };
  }

  private async nameAnew(
    tx: TenantTransaction,
    { member, kept }: Pick<Held, 'member' | 'kept'>,
    user: UserValues,
    fields: UserFields,
  ): Promise<readonly string[]> {
    const renamed = kept.ownUserName !== user.userName;
    if (renamed && (await this.users.isTaken(tx, user.userName, member.id))) throw notUnique('userName is taken by another user.');
    return [
      ...(renamed ? ['userName'] : []),
      ...(kept.externalId === fields.externalId ? [] : ['externalId']),
      ...(kept.guest === fields.guest && kept.workerType === fields.workerType ? [] : ['userType']),
      ...(sameJson(kept.directoryValues, fields.directoryValues) ? [] : ['directoryValues']),
    ];
  }

  /** Whether the member may enter, as the directory says; whom an administrator let go the directory does not bring back. */
  private async activate(tx: TenantTransaction, member: LockedMember, active: boolean | undefined): Promise<boolean> {
    const isActive = member.status === 'invited' || member.status === 'active';
    if (active === undefined || active === isActive) return false;
    if (member.status === 'deactivated') throw departedStays();
    if (!active) await this.move(tx, member, 'suspended');
    else await this.move(tx, member, isStillInvited(member) ? 'invited' : 'active');
    return true;
  }

  private async move(tx: TenantTransaction, member: LockedMember, to: 'suspended' | 'active' | 'invited'): Promise<void> {
    const organization = await this.organizations.within(tx);
    const mail = to === 'suspended' ? suspendedMail : to === 'active' ? reactivatedMail : null;
    const told = mail === null ? [] : [() => tellMember({ tx, member, organization }, mail, { organization: organization.name })];
    await this.states.move(tx, member, to, organization, ...told).catch(sayScim);
  }
}

const KEPT = `
  select m.worker_type as "workerType", m.worker_until is not null as ends, m.user_name as "ownUserName", m.external_id as "externalId", m.guest,
         m.directory_values as "directoryValues"
  from members m where m.organization_id = $1 and m.id = $2 and ${SEEN}`;

const isStillInvited = ({ accountId, sentAt, acceptedAt, withdrawnAt }: LockedMember): boolean =>
  accountId === null && sentAt !== null && acceptedAt === null && withdrawnAt === null;

type Field = keyof UserFields['values'];

const differing = (values: UserFields['values'], member: LockedMember): readonly (readonly [Field, ProfileValuesKept[Field]])[] => {
  const all = Object.entries(values) as readonly (readonly [Field, string | null])[]; // as: the entries of a record have its keys
  return all.filter(([field, value]) => value !== member[field]);
};

const sameJson = (one: object | null, other: object): boolean => one !== null && JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));

const sorted = (value: object): unknown =>
  Object.entries(value)
    .map(([key, part]: [string, unknown]) => [key, typeof part === 'object' && part !== null ? sorted(part) : part])
    .toSorted(([one], [other]) => (String(one) < String(other) ? -1 : 1));

type Leader = Pick<UserSurroundings, 'managerId' | 'managerSaid'>;

const unknownIn = ({ managerSaid }: Leader): readonly string[] => (managerSaid === null ? [] : ['manager']);

/**
 * Who leads somebody: by identifier, by address, or by the directory's own identifier or name. Some directories send whatever they have in that
 * place, or the manager later than those they lead: somebody who is not here leads nobody, and the directory's own words are kept.
 */
async function managerOf(tx: TenantTransaction, manager: NamedLeader | null, now: string | null): Promise<Leader> {
  if (manager === null) return { managerId: null, managerSaid: null };
  const { value, ref } = manager;
  if (value !== null && value === now) return { managerId: now, managerSaid: null };
  const named = [value, ref?.slice(ref.lastIndexOf('/') + 1) ?? null].filter((one) => one !== null);
  const text = `
    select m.id from members m where m.organization_id = $1 and ${SEEN} and (m.id = any($2::uuid[]) or m.external_id = any($3::text[]) or m.user_name_folded = any($4::text[]))
    order by m.id = any($2::uuid[]) desc limit 1`;
  const [found] = await tx.query<{ id: string }>(text, [tx.organizationId, named.filter(isId), named, named.map((one) => one.toLowerCase())]);
  return found === undefined ? { managerId: null, managerSaid: named[0] ?? null } : { managerId: found.id, managerSaid: null };
}

/** Where numbers without a country are dialled: at the member's site, else where the organization is. Asked only where there is such a number. */
async function countryOf(tx: TenantTransaction, { phones }: UserValues, siteCountry: string | null): Promise<string | null> {
  const open = [phones.work, phones.home].some((number) => number !== null && !number.startsWith('+'));
  if (!open || siteCountry !== null) return siteCountry;
  const [row] = await tx.query<{ country: string }>('select country from organizations where organization_id = $1', [tx.organizationId]);
  return row?.country ?? null;
}

const namesIn = (resource: ScimValue): readonly string[] =>
  Object.entries(resource).flatMap(([name, value]) =>
    name === ENTERPRISE_SCHEMA && typeof value === 'object' && value !== null ? Object.keys(value) : [name],
  );

const entryOf = (done: 'provisioned' | 'hidden', id: string, facts: AuditEntry['facts']): AuditEntry => ({
  action: `member.${done}`,
  target: { noun: 'member', id },
  facts,
});

const changedEntry = (id: string, fields: readonly string[]): AuditEntry => ({
  action: 'member.corrected',
  target: { noun: 'member', id },
  facts: { fields: fields.join(' '), source: 'directory' },
});
