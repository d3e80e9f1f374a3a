import { Controller, Get, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  type AlertOutline,
  alertOutlinePage,
  type EvaluationLine,
  evaluationPage,
  type EvaluationQuery,
  evaluationQuery,
  evaluationRules,
  evaluationRulesChange,
  type EvaluationRulesChange,
  type EvaluationRulesView,
  type MemberActor,
  type OwnEvaluations,
  ownEvaluations,
  type ReceiptLine,
  receiptPage,
  type SignedReceipt,
  signedReceipt,
} from '@smartpar/access/model';
import type { Page } from '@smartpar/kernel';
import { Answers, Body, Can, Id, IdempotencyKey, Query, RecentlyAuthenticated, Who } from '@smartpar/platform/http';
import { KeepEvaluationRules } from './keep-evaluation-rules';
import { ReadEvaluations } from './read-evaluations';
import { ReadReceipts } from './read-receipts';

/** Evaluations of worker data: whether they are on, and which there were, as such. */
@ApiTags('access')
@Controller('organizations/:organizationId')
export class EvaluationController {
  constructor(
    private readonly rules: KeepEvaluationRules,
    private readonly reading: ReadEvaluations,
    private readonly receipts: ReadReceipts,
  ) {}

  @Get('evaluation-rules')
  @Can('read', 'evaluation-rules')
  @Answers(evaluationRules)
  readRules(@Who() actor: MemberActor): Promise<EvaluationRulesView> {
    return this.rules.read(actor);
  }

  @Put('evaluation-rules')
  @Can('change', 'evaluation-rules')
  @RecentlyAuthenticated()
  @Answers(evaluationRules)
  changeRules(
    @Who() actor: MemberActor,
    @Body({ schema: evaluationRulesChange }) change: EvaluationRulesChange,
    @IdempotencyKey() key: string,
  ): Promise<EvaluationRulesView> {
    return this.rules.change(actor, change, key);
  }

  @Get('evaluations')
  @Can('read', 'evaluation')
  @Answers(evaluationPage)
  list(@Who() actor: MemberActor, @Query({ schema: evaluationQuery }) query: EvaluationQuery): Promise<Page<EvaluationLine>> {
    return this.reading.list(actor, query);
  }

  @Get('evaluation-alerts')
  @Can('read', 'evaluation')
  @Answers(alertOutlinePage)
  alerts(@Who() actor: MemberActor, @Query({ schema: evaluationQuery }) query: EvaluationQuery): Promise<Page<AlertOutline>> {
    return this.reading.alerts(actor, query);
  }

  @Get('evaluation-receipts')
  @Can('read', 'evaluation-receipt')
  @Answers(receiptPage)
  listReceipts(@Who() actor: MemberActor, @Query({ schema: evaluationQuery }) query: EvaluationQuery): Promise<Page<ReceiptLine>> {
    return this.receipts.list(actor, query);
  }

  @Get('evaluation-receipts/:receiptId')
  @Can('read', 'evaluation-receipt')
  @Answers(signedReceipt)
  receipt(@Who() actor: MemberActor, @Id('receiptId') receiptId: string): Promise<SignedReceipt> {
    return this.receipts.one(actor, receiptId);
  }

  @Get('my/evaluations')
  @Can('read', 'own-evaluations')
  @Answers(ownEvaluations)
  own(@Who() actor: MemberActor): Promise<OwnEvaluations> {
    return this.rules.own(actor);
  }
}
