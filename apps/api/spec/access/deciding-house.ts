import {
  BreakGlassModule,
  CasePeople,
  Complaints,
  GrantModule,
  GrantPeople,
  LedgerModule,
  LockboxModule,
  LockboxPeople,
  NeedToKnowModule,
  ProfileValues,
  RoleHolders,
  ViolationModule,
} from '@smartpar/access/api';
import { needToKnowAccess } from '@smartpar/access/model';
import { ActiveHolders, MemberAdministrationModule, MemberValues } from '@smartpar/members/api';
import { membersAccess } from '@smartpar/members/model';
import { ConcernedMembersQuery } from '@smartpar/requests/api';
import { PeopleOfGrants } from '../../src/wiring/grant-wires';
import { PeopleOfLockboxes } from '../../src/wiring/lockbox-wires';
import { PeopleOfCases } from '../../src/wiring/people-of-cases';
import { Invited } from '../members/members-house';
import { House } from '../organizations/house';

/** Complaints are not what this is about. */
class NoComplaints extends Complaints {
  override open(): never {
    throw new Error('Nobody complains here.');
  }
}

/** A house with everything one person asks for, or does, and another decides about. */
export const decidingHouse = (): Promise<House> =>
  House.start({
    modules: [Invited, NeedToKnowModule, GrantModule, ViolationModule, LedgerModule, LockboxModule, BreakGlassModule, MemberAdministrationModule],
    wires: [
      { provide: ProfileValues, useExisting: MemberValues },
      { provide: RoleHolders, useExisting: ActiveHolders },
      { provide: ConcernedMembersQuery, useClass: ConcernedMembersQuery },
      { provide: GrantPeople, useClass: PeopleOfGrants },
      { provide: CasePeople, useClass: PeopleOfCases },
      { provide: LockboxPeople, useClass: PeopleOfLockboxes },
      { provide: Complaints, useClass: NoComplaints },
    ],
    rules: [...needToKnowAccess, ...membersAccess],
  });
