import { CasePeople, NeedToKnowModule, ProfileValues, RoleHolders, ViolationModule, ViolationWork } from '@smartpar/access/api';
import { needToKnowAccess } from '@smartpar/access/model';
import { ActiveHolders, MemberValues } from '@smartpar/members/api';
import { membersAccess } from '@smartpar/members/model';
import { PeopleOfCases } from '../../src/wiring/people-of-cases';
import { House, type Wing } from '../organizations/house';
import type { Answer, Person } from '../organizations/person';

/** A house with grants, reveals and reported violations. */
export const startHouse = (more: Pick<Wing, 'modules' | 'wires'> = { modules: [], wires: [] }): Promise<House> =>
  House.start({
    modules: [NeedToKnowModule, ViolationModule, ...more.modules],
    wires: [
      { provide: ProfileValues, useExisting: MemberValues },
      { provide: RoleHolders, useExisting: ActiveHolders },
      { provide: CasePeople, useClass: PeopleOfCases },
      ...more.wires,
    ],
    rules: [...needToKnowAccess, ...membersAccess],
  });

/** Somebody reports somebody. */
export const reports = (who: Person, whom: Person, more: object = {}, key?: string): Promise<Answer> =>
  who.post('/violations', { memberId: whom.is.memberId, words: 'Looked at a neighbour without a task.', ...more }, key);

/** Somebody says what they think of a case. */
export const says = (who: Person, id: string, outcome: 'lift' | 'confirm', key?: string): Promise<Answer> =>
  who.post(`/violations/${id}/opinions`, { outcome, words: 'I have read the looks and asked them.' }, key);

/** Everything planned about cases that has fallen due is done. */
export async function timeIsKept(house: House): Promise<void> {
  await house.perform(house.get(ViolationWork).kinds());
}
