import { Controller, Get, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  type ChallengeEntry,
  challengeEntry,
  type ChangeLedgerNames,
  changeLedgerNames,
  type DecideLedgerDelay,
  decideLedgerDelay,
  entryChallenge,
  type EntryChallenge,
  ledgerDelayPage,
  type LedgerDelayQuery,
  ledgerDelayQuery,
  type LedgerDelayView,
  ledgerDelayView,
  type LedgerNames,
  ledgerNames,
  type MemberActor,
  type RequestLedgerDelay,
  requestLedgerDelay,
} from '@smartpar/access/model';
import type { Page } from '@smartpar/kernel';
import { Answers, Body, Can, Id, IdempotencyKey, Query, RecentlyAuthenticated, Who } from '@smartpar/platform/http';
import { ChallengeLook } from './challenge-look';
import { DelayLook } from './delay-look';
import { KeepLedgerNames } from './keep-ledger-names';
import { ReadDelays } from './read-delays';

/** Complaints about looks, and what an organization decides about what its people read in their ledgers: which entries later, and whether with names. */
@ApiTags('access')
@Controller('organizations/:organizationId')
export class LedgerDelayController {
  constructor(
    private readonly challenges: ChallengeLook,
    private readonly delays: DelayLook,
    private readonly reading: ReadDelays,
    private readonly names: KeepLedgerNames,
  ) {}

  @Post('my/ledger/:entryId/challenge')
  @Can('challenge', 'ledger')
  @Answers(entryChallenge, { status: 201 })
  challenge(
    @Who() actor: MemberActor,
    @Id('entryId') entryId: string,
    @Body({ schema: challengeEntry }) message: ChallengeEntry,
    @IdempotencyKey() key: string,
  ): Promise<EntryChallenge> {
    return this.challenges.run(actor, entryId, message, key);
  }

  @Get('ledger-delays')
  @Can('read', 'ledger-delay')
  @Answers(ledgerDelayPage)
  list(@Who() actor: MemberActor, @Query({ schema: ledgerDelayQuery }) query: LedgerDelayQuery): Promise<Page<LedgerDelayView>> {
    return this.reading.list(actor, query);
  }

  @Post('ledger-delays')
  @Can('request', 'ledger-delay')
  @RecentlyAuthenticated()
  @Answers(ledgerDelayView, { status: 201 })
  request(
    @Who() actor: MemberActor,
    @Body({ schema: requestLedgerDelay }) message: RequestLedgerDelay,
    @IdempotencyKey() key: string,
  ): Promise<LedgerDelayView> {
    return this.delays.request(actor, message, key);
  }

  @Get('ledger-delays/:delayId')
  @Can('read', 'ledger-delay')
  @Answers(ledgerDelayView)
  one(@Who() actor: MemberActor, @Id('delayId') delayId: string): Promise<LedgerDelayView> {
    return this.reading.one(actor, delayId);
  }

  @Post('ledger-delays/:delayId/decision')
  @Can('decide', 'ledger-delay')
  @Answers(ledgerDelayView)
  decide(
    @Who() actor: MemberActor,
    @Id('delayId') delayId: string,
    @Body({ schema: decideLedgerDelay }) decision: DecideLedgerDelay,
    @IdempotencyKey() key: string,
  ): Promise<LedgerDelayView> {
    return this.delays.decide(actor, delayId, decision, key);
  }

  @Get('ledger-names')
  @Can('read', 'ledger-names')
  @Answers(ledgerNames)
  readNames(@Who() actor: MemberActor): Promise<LedgerNames> {
    return this.names.read(actor);
  }

  @Put('ledger-names')
  @Can('change', 'ledger-names')
  @RecentlyAuthenticated()
  @Answers(ledgerNames)
  changeNames(@Who() actor: MemberActor, @Body({ schema: changeLedgerNames }) message: ChangeLedgerNames, @IdempotencyKey() key: string): Promise<LedgerNames> {
    return this.names.change(actor, message, key);
  }
}
