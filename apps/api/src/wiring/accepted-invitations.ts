import { Injectable } from '@nestjs/common';
import { systemActor } from '@smartpar/access/model';
import { Invitations } from '@smartpar/identity/api';
import type { Membership } from '@smartpar/identity/model';
import { ChangeMemberStatus } from '@smartpar/members/api';

/** An invited member who signs in has accepted. */
@Injectable()
export class AcceptedInvitations extends Invitations {
  constructor(private readonly states: ChangeMemberStatus) {
    super();
  }

  override accept(_accountId: string, { organizationId, memberId }: Membership): Promise<void> {
    return this.states.run(systemActor(organizationId, 'invitation'), memberId, 'active');
  }
}
