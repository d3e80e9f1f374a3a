import { Injectable } from '@nestjs/common';
import { defineWork, type WorkKind } from '@smartpar/platform/jobs';
import { CarryOutDecision } from './carry-out-decision';
import { LeaveClaims } from './leave-claims';
import { OpenDispute } from './open-dispute';
import { PutClaimInForce } from './put-claim-in-force';
import { StopClaim } from './stop-claim';
import { TellOfClaim } from './tell-of-claim';
import { TELL_WORK, FORCE_WORK, STOPPED_WORK, LEFT_WORK, ESCALATE_WORK, HAND_IN_WORK, TELL_HOLDER_WORK, CARRY_OUT_WORK } from './work-kinds';

/** What time does to claims and disputes. Each kind looks under its lock what is still to be done. */
@Injectable()
export class ClaimsWork {
  constructor(
    private readonly telling: TellOfClaim,
    private readonly force: PutClaimInForce,
    private readonly stopping: StopClaim,
    private readonly leaving: LeaveClaims,
    private readonly disputes: OpenDispute,
    private readonly decisions: CarryOutDecision,
  ) {}

  /** What each kind of planned work does. */
  kinds(): readonly WorkKind[] {
    return [
      defineWork(TELL_WORK, (tx, { subjectId }) => this.telling.run(tx, subjectId)),
      defineWork(FORCE_WORK, (tx, { subjectId }) => this.force.run(tx, subjectId)),
      defineWork(STOPPED_WORK, (tx, { subjectId }) => this.stopping.tell(tx, subjectId)),
      defineWork(LEFT_WORK, (tx, { subjectId }) => this.leaving.follow(tx, subjectId)),
      defineWork(ESCALATE_WORK, (tx, { subjectId }) => this.decisions.escalate(tx, subjectId)),
      defineWork(HAND_IN_WORK, (tx, { subjectId }) => this.disputes.handIn(tx, subjectId)),
      defineWork(TELL_HOLDER_WORK, (tx, { subjectId }) => this.decisions.tellHolder(tx, subjectId)),
      defineWork(CARRY_OUT_WORK, (tx, { subjectId }) => this.decisions.run(tx, subjectId)),
    ];
  }
}
