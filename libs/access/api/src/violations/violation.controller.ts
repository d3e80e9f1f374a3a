import { Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  type CitedLook,
  citedLookPage,
  type CitedLookQuery,
  citedLookQuery,
  type GiveViolationOpinion,
  type MemberActor,
  type OwnSuspension,
  ownSuspension,
  type ReportViolation as Report,
  reportViolation,
  type ViolationLine,
  violationOpinion,
  violationPage,
  type ViolationQuery,
  violationQuery,
  type ViolationView,
  violationView,
} from '@smartpar/access/model';
import type { Page } from '@smartpar/kernel';
import { Answers, Body, Can, Id, IdempotencyKey, Query, Who } from '@smartpar/platform/http';
import { DecideViolation } from './decide-violation';
import { ReadViolations } from './read-violations';
import { ReportViolation } from './report-violation';

/** Reports that somebody broke what they promised about others' data. */
@ApiTags('access')
@Controller('organizations/:organizationId')
export class ViolationController {
  constructor(
    private readonly reading: ReadViolations,
    private readonly reports: ReportViolation,
    private readonly decisions: DecideViolation,
  ) {}

  @Get('violations')
  @Can('read', 'violation')
  @Answers(violationPage)
  list(@Who() actor: MemberActor, @Query({ schema: violationQuery }) query: ViolationQuery): Promise<Page<ViolationLine>> {
    return this.reading.list(actor, query);
  }

  @Post('violations')
  @Can('report', 'violation')
  @Answers(violationView, { status: 201 })
  report(@Who() actor: MemberActor, @Body({ schema: reportViolation }) report: Report, @IdempotencyKey() key: string): Promise<ViolationView> {
    return this.reports.run(actor, report, key);
  }

  @Get('violations/:violationId')
  @Can('read', 'violation')
  @Answers(violationView)
  one(@Who() actor: MemberActor, @Id('violationId') violationId: string): Promise<ViolationView> {
    return this.reading.one(actor, violationId);
  }

  @Post('violations/:violationId/opinions')
  @Can('decide', 'violation')
  @Answers(violationView)
  decide(
    @Who() actor: MemberActor,
    @Id('violationId') violationId: string,
    @Body({ schema: violationOpinion }) opinion: GiveViolationOpinion,
    @IdempotencyKey() key: string,
  ): Promise<ViolationView> {
    return this.decisions.run(actor, violationId, opinion, key);
  }

  @Get('members/:memberId/looks')
  @Can('report', 'violation')
  @Answers(citedLookPage)
  looks(@Who() actor: MemberActor, @Id('memberId') memberId: string, @Query({ schema: citedLookQuery }) query: CitedLookQuery): Promise<Page<CitedLook>> {
    return this.reading.looks(actor, memberId, query);
  }

  @Get('my/suspension')
  @Can('read', 'own-suspension')
  @Answers(ownSuspension)
  own(@Who() actor: MemberActor): Promise<OwnSuspension> {
    return this.reading.own(actor);
  }
}
