import { Controller, Delete, Get, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, RecentlyAuthenticated, Who } from '@smartpar/access/api';
import type { MemberActor } from '@smartpar/access/model';
import { type AdmittingAuditor, admittingAuditor, externalAuditors, type ExternalAuditors, memberAct, type MemberAct } from '@smartpar/members/model';
import { Answers, Body, Id, IdempotencyKey } from '@smartpar/platform/http';
import { AdmitAuditor } from './admit-auditor';

/** People from outside who check for a while. */
@ApiTags('members')
@Controller('organizations/:organizationId')
export class AuditorController {
  constructor(private readonly auditors: AdmitAuditor) {}

  @Get('external-auditors')
  @Can('read', 'external-auditor')
  @Answers(externalAuditors)
  list(@Who() actor: MemberActor): Promise<ExternalAuditors> {
    return this.auditors.list(actor);
  }

  @Put('members/:memberId/external-auditor')
  @Can('admit', 'external-auditor')
  @RecentlyAuthenticated()
  @Answers(memberAct)
  admit(
    @Who() actor: MemberActor,
    @Id('memberId') memberId: string,
    @Body({ schema: admittingAuditor }) admitting: AdmittingAuditor,
    @IdempotencyKey() key: string,
  ): Promise<MemberAct> {
    return this.auditors.admit(actor, memberId, admitting, key);
  }

  @Delete('members/:memberId/external-auditor')
  @Can('admit', 'external-auditor')
  @Answers(memberAct)
  end(@Who() actor: MemberActor, @Id('memberId') memberId: string, @IdempotencyKey() key: string): Promise<MemberAct> {
    return this.auditors.end(actor, memberId, key);
  }
}
