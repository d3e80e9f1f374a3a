import { systemActor, type MemberActor } from '@smartpar/access/model';
import { Accounts } from '@smartpar/identity/api';
import { AddMembers, KeepRoles, LinkAccount, MemberActors, MemberMatches } from '@smartpar/members/api';
import { foldAddress } from '@smartpar/platform/contract';
import type { DemoSurroundings } from './surroundings';
import { demoPhone } from './names';
import { DEMO_ORGANIZATIONS, DEMO_SIGN_INS, type DemoSignIn } from './world';

/** Makes somebody's account where it is missing. @returns its identifier */
export async function keepAccount({ get }: DemoSurroundings, { email, firstName, lastName, locale }: DemoSignIn, password: string): Promise<string> {
  const { accountId } = await get(Accounts).findOrCreate({ email, name: `${firstName} ${lastName}`, locale, password });
  return accountId;
}

/** Makes the account's holder a member with the given roles where they are not. @returns the member's identifier */
export async function keepMembership(
  surroundings: DemoSurroundings,
  organizationId: string,
  { signIn, accountId, roles }: { signIn: DemoSignIn; accountId: string; roles: DemoSignIn['memberships'][number]['roles'] },
): Promise<string> {
  const { get } = surroundings;
  const memberId = (await knownMember(surroundings, organizationId, signIn.email)) ?? (await addMember(surroundings, organizationId, signIn));
  const actor = await get(MemberActors).actorOf(accountId, organizationId);
  if (actor === null) await get(LinkAccount).run(organizationId, memberId, accountId);
  for (const role of roles) await get(KeepRoles).grant(systemActor(organizationId, 'operate'), memberId, role);
  return memberId;
}

/** Somebody who may set the organization up. */
export const asOwner = (organizationId: string, accountId: string, memberId: string): MemberActor => ({
  kind: 'member',
  accountId,
  organizationId,
  memberId,
  roles: ['owner'],
  grants: [],
  oversight: false,
});

async function knownMember({ get, database }: DemoSurroundings, organizationId: string, email: string): Promise<string | undefined> {
  const memberships = await database.global((tx) => get(MemberMatches).membershipsOf(tx, foldAddress(email)));
  return memberships.find((membership) => membership.organizationId === organizationId)?.memberId;
}

async function addMember({ get }: DemoSurroundings, organizationId: string, signIn: DemoSignIn): Promise<string> {
  const { email, firstName, lastName, locale } = signIn;
  const [added] = await get(AddMembers).run(organizationId, [{ email, firstName, lastName, phone: phoneOf(signIn), locale }]);
  if (added === undefined) throw new Error('The member was added and has no identifier.');
  return added.memberId;
}

/** A number of the country where their first organization is. */
function phoneOf({ email, memberships }: DemoSignIn): string {
  const home = DEMO_ORGANIZATIONS.find(({ slug }) => slug === memberships[0]?.organization);
  return demoPhone(
    DEMO_SIGN_INS.findIndex((one) => one.email === email),
    home?.country ?? '',
  );
}
