import { LockboxModule, LockboxPeople, NeedToKnowModule, ProfileValues, RoleHolders } from '@smartpar/access/api';
import { needToKnowAccess } from '@smartpar/access/model';
import { LinkAccount, ActiveHolders, AddMembers, KeepRoles, MemberValues } from '@smartpar/members/api';
import { membersAccess } from '@smartpar/members/model';
import { type Role, systemActor } from '@smartpar/access/model';
import { PeopleOfLockboxes } from '../../src/wiring/lockbox-wires';
import { House, type Wing } from '../organizations/house';
import { type Answer, Person } from '../organizations/person';
import { EMAIL, hasPhone, PHONE, signs } from './need-to-know-house';

const LOCKBOXES: Wing = {
  modules: [NeedToKnowModule, LockboxModule],
  wires: [
    { provide: ProfileValues, useExisting: MemberValues },
    { provide: RoleHolders, useExisting: ActiveHolders },
    { provide: LockboxPeople, useClass: PeopleOfLockboxes },
  ],
  rules: [...needToKnowAccess, ...membersAccess],
};

/** What staff ask for where a spec does not say otherwise. */
export const ORDINARY = {
  caseReference: 'CASE-48211',
  justification: 'asked-for-help',
  categories: [PHONE, EMAIL],
  scope: { reach: 'all' },
  minutes: 60,
};

/** An organization with an owner, an officer and a member, and somebody of SmartPAR's staff who has signed. */
export class LockboxHouse {
  private constructor(
    readonly house: House,
    readonly workforce: string,
    readonly staff: Person,
    readonly colleague: Person,
  ) {}

  static async start(): Promise<LockboxHouse> {
    const house = await House.start(LOCKBOXES);
    const { workforceOrganizationId } = await house.installed();
    const [staff, colleague] = [await house.person(workforceOrganizationId, 'support'), await house.person(workforceOrganizationId, 'security')];
    const made = new LockboxHouse(house, workforceOrganizationId, staff, colleague);
    for (const one of [staff, colleague]) await signs(one);
    return made;
  }

  /** A new organization with its people. */
  async tenant() {
    const organizationId = await this.house.organization();
    const [owner, officer, member] = [
      await this.house.person(organizationId, 'owner'),
      await this.house.person(organizationId, 'privacy-officer'),
      await this.house.person(organizationId),
    ];
    await hasPhone(this.house, member, '+49 30 1234567');
    return { organizationId, owner, officer, member };
  }

  /** The staff member joins an organization as one of its own. */
  async joins(who: Person, organizationId: string, ...roles: readonly Role[]): Promise<Person> {
    const [added] = await this.house
      .get(AddMembers)
      .run(organizationId, [{ email: `${who.is.memberId}@both.example`, firstName: 'Linden', lastName: 'Both', locale: 'en' }]);
    if (added === undefined) throw new Error('Nobody was added.');
    await this.house.get(LinkAccount).run(organizationId, added.memberId, who.is.accountId);
    for (const role of roles) await this.house.get(KeepRoles).grant(systemActor(organizationId, 'spec'), added.memberId, role);
    return new Person(this.house.app, { ...who.is, organizationId, ...added });
  }

  /** Staff ask. */
  asks(organizationId: string, wish: object = {}, who = this.staff): Promise<Answer> {
    return who.post('/oversight/lockboxes', { ...ORDINARY, organizationId, ...wish });
  }

  /** Staff ask and somebody allows it. @returns its id */
  async runs(organizationId: string, decider: Person, wish: object = {}, decision: object = {}): Promise<string> {
    const { body } = await this.asks(organizationId, wish);
    const { status } = await decider.post(`/lockboxes/${body.id}/decision`, { outcome: 'approved', ...decision });
    if (status !== 200) throw new Error(`It was not granted: ${status}.`);
    return body.id;
  }

  /** Staff look at a member. */
  looks(lockboxId: string, memberId: string, wish: object = {}, who = this.staff, key?: string): Promise<Answer> {
    return who.post(
      `/oversight/lockboxes/${lockboxId}/members/${memberId}/reveals`,
      { categories: [PHONE], reason: { template: 'asked-for-help' }, ...wish },
      key,
    );
  }

  stop(): Promise<void> {
    return this.house.stop();
  }
}
