import type { MemberActor } from '@smartpar/access/model';
import { keepAccess } from './access';
import { keepContacts, keepCrowd, keepDomain, keepOrganization, keepPlaces, keepRequests } from './keep-organization';
import { asOwner, keepAccount, keepMembership } from './keep-sign-ins';
import { type DemoPeople, keepLockboxes } from './lockboxes';
import { keepClaim } from './claims';
import { keepExtracts } from './extracts';
import { keepGrants } from './grants';
import { keepEvaluations } from './evaluations';
import { keepLeavers } from './leavers';
import { keepLooks } from './looks';
import { keepProfiles } from './profiles';
import { keepReviews } from './reviews';
import type { DemoSurroundings } from './surroundings';
import { keepUsage } from './usage';
import { DEMO_ORGANIZATIONS, DEMO_SIGN_INS, type DemoOrganization } from './world';

/** Where everybody of one demo organization is found. */
interface Staffed {
  readonly organization: DemoOrganization;
  readonly organizationId: string;
  readonly owner: MemberActor | null;
  /** by address */
  readonly memberIds: ReadonlyMap<string, string>;
}

/**
 * Fills the demo data in. What is there already stays, so it may be called again, also after a call that was cut short.
 * @param passwordOf the password somebody of the demo data signs in with, by address
 */
export async function loadDemoData(surroundings: DemoSurroundings, passwordOf: (email: string) => string): Promise<void> {
  const accounts = new Map<string, string>();
  const all = new Map<string, DemoPeople>();
  for (const signIn of DEMO_SIGN_INS) accounts.set(signIn.email, await keepAccount(surroundings, signIn, passwordOf(signIn.email)));
  for (const organization of DEMO_ORGANIZATIONS) {
    const staffed = await staff(surroundings, organization, accounts);
    await furnish(surroundings, staffed);
    await keepLooks(surroundings, staffed.organizationId, { members: staffed.memberIds, accounts });
    await keepGrants(surroundings, staffed.organizationId, accounts);
    if (staffed.owner !== null) await keepEvaluations(surroundings, staffed.owner, organization.slug, accounts);
    await keepExtracts(surroundings, staffed.organizationId, accounts);
    if (staffed.owner !== null) await keepUsage(surroundings, staffed.owner, staffed.memberIds);
    if (staffed.owner !== null) await keepLeavers(surroundings, staffed.owner, organization.slug);
    if (staffed.owner !== null) await keepClaim(surroundings, staffed.owner, organization);
    if (staffed.owner !== null) await keepReviews(surroundings, staffed.owner, staffed.memberIds);
    all.set(organization.slug, { organizationId: staffed.organizationId, members: staffed.memberIds });
  }
  const [workforce, asked] = [all.get('smartpar'), all.get('larkspur')];
  if (workforce !== undefined && asked !== undefined) await keepLockboxes(surroundings, workforce.organizationId, asked, accounts);
}

async function staff(surroundings: DemoSurroundings, organization: DemoOrganization, accounts: ReadonlyMap<string, string>): Promise<Staffed> {
  const organizationId = await keepOrganization(surroundings, organization);
  const memberIds = new Map<string, string>();
  let owner: MemberActor | null = null;
  for (const signIn of DEMO_SIGN_INS) {
    const membership = signIn.memberships.find((one) => one.organization === organization.slug);
    const accountId = accounts.get(signIn.email);
    if (membership === undefined || accountId === undefined) continue;
    const memberId = await keepMembership(surroundings, organizationId, { signIn, accountId, roles: membership.roles });
    memberIds.set(signIn.email, memberId);
    if (membership.roles.includes('owner')) owner = asOwner(organizationId, accountId, memberId);
  }
  return { organization, organizationId, owner, memberIds };
}

async function furnish(surroundings: DemoSurroundings, { organization, organizationId, owner, memberIds }: Staffed): Promise<void> {
  await keepDomain(surroundings, organizationId, organization);
  if (owner === null) throw new Error(`The demo organization ${organization.slug} has no owner.`);
  const siteIds = await keepPlaces(surroundings, owner, organization);
  await keepContacts(surroundings, owner, organization, memberIds);
  await keepCrowd(surroundings, organizationId, organization, siteIds);
  await keepAccess(surroundings, owner, organization.slug, memberIds);
  await keepProfiles(surroundings, owner, organization.slug, memberIds);
  await keepRequests(surroundings, owner, organization, memberIds);
}
