import { Injectable, inject } from '@angular/core';
import type { MemberGroup } from '@smartpar/members/model';
import { Act, Api } from '@smartpar/platform/ui';

/** Puts members into groups and takes them out. */
@Injectable({ providedIn: 'root' })
export class GroupMoves {
  private readonly api = inject(Api);

  /** @throws {Problem} */
  move(organizationId: string, groupId: string, memberIds: readonly string[], way: 'in' | 'out'): Promise<MemberGroup> {
    const path = `/organizations/${organizationId}/groups/${groupId}/members`;
    return this.api.post<MemberGroup>(way === 'in' ? path : `${path}/removal`, { memberIds }, new Act());
  }
}
