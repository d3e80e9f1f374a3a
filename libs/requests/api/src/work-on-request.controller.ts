import { Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, Who } from '@smartpar/access/api';
import type { MemberActor } from '@smartpar/access/model';
import type { Json } from '@smartpar/audit/model';
import { Answers, Body, Id, IdempotencyKey } from '@smartpar/platform/http';
import {
  addNote as noteContract,
  askBack as askBackContract,
  assignRequest,
  classifyRequest,
  closeRequest,
  handOverPart,
  reopenRequest,
  replyToRequest,
  requestAct,
  resumeRequest,
} from '@smartpar/requests/model';
import type * as z from 'zod';
import type { Decide } from './deed';
import { assign } from './deeds/assign';
import { classify } from './deeds/classify';
import { close, reopen, stopWaiting } from './deeds/end';
import { addNote, askBack, reply } from './deeds/messages';
import { HandOverPart } from './hand-over-part';
import { Answerers } from './ports/answerers';
import { type Done, type Order, RequestDesk } from './request-desk';

/** What those who answer do with a request. */
@ApiTags('requests')
@Controller('organizations/:organizationId/requests/:requestId')
export class WorkOnRequestController {
  constructor(
    private readonly desk: RequestDesk,
    private readonly answerers: Answerers,
    private readonly handOver: HandOverPart,
  ) {}

  @Post('classification')
  @Can('answer', 'privacy-request')
  @Answers(requestAct)
  classify(
    @Who() actor: MemberActor,
    @Id('requestId') id: string,
    @Body({ schema: classifyRequest }) body: z.infer<typeof classifyRequest>,
    @IdempotencyKey() key: string,
  ): Promise<Done> {
    return this.act(actor, orderOf('classify', id, key, { ...body }), classify(body, this.answerers));
  }

  @Post('assignment')
  @Can('assign', 'privacy-request')
  @Answers(requestAct)
  assign(
    @Who() actor: MemberActor,
    @Id('requestId') id: string,
    @Body({ schema: assignRequest }) body: z.infer<typeof assignRequest>,
    @IdempotencyKey() key: string,
  ): Promise<Done> {
    return this.act(actor, { ...orderOf('assign', id, key, body), action: 'assign' }, assign(body.memberId, this.answerers));
  }

  @Post('notes')
  @Can('answer', 'privacy-request')
  @Answers(requestAct, { status: 201 })
  note(
    @Who() actor: MemberActor,
    @Id('requestId') id: string,
    @Body({ schema: noteContract }) body: z.infer<typeof noteContract>,
    @IdempotencyKey() key: string,
  ): Promise<Done> {
    return this.act(actor, orderOf('note', id, key, body), addNote(body.text));
  }

  @Post('replies')
  @Can('answer', 'privacy-request')
  @Answers(requestAct, { status: 201 })
  reply(
    @Who() actor: MemberActor,
    @Id('requestId') id: string,
    @Body({ schema: replyToRequest }) body: z.infer<typeof replyToRequest>,
    @IdempotencyKey() key: string,
  ): Promise<Done> {
    return this.act(actor, orderOf('reply', id, key, body), reply(body.text));
  }

  @Post('questions-back')
  @Can('answer', 'privacy-request')
  @Answers(requestAct, { status: 201 })
  askBack(
    @Who() actor: MemberActor,
    @Id('requestId') id: string,
    @Body({ schema: askBackContract }) body: z.infer<typeof askBackContract>,
    @IdempotencyKey() key: string,
  ): Promise<Done> {
    return this.act(actor, orderOf('ask-back', id, key, { ...body }), askBack(body.text, body.pause ?? null));
  }

  @Post('resumption')
  @Can('answer', 'privacy-request')
  @Answers(requestAct)
  resume(
    @Who() actor: MemberActor,
    @Id('requestId') id: string,
    @Body({ schema: resumeRequest }) body: z.infer<typeof resumeRequest>,
    @IdempotencyKey() key: string,
  ): Promise<Done> {
    return this.act(actor, orderOf('resume', id, key, { ...body }), stopWaiting());
  }

  @Post('closing')
  @Can('answer', 'privacy-request')
  @Answers(requestAct)
  close(
    @Who() actor: MemberActor,
    @Id('requestId') id: string,
    @Body({ schema: closeRequest }) body: z.infer<typeof closeRequest>,
    @IdempotencyKey() key: string,
  ): Promise<Done> {
    return this.act(actor, orderOf('close', id, key, body), close(body.text, body.outcome));
  }

  @Post('reopening')
  @Can('answer', 'privacy-request')
  @Answers(requestAct)
  reopen(
    @Who() actor: MemberActor,
    @Id('requestId') id: string,
    @Body({ schema: reopenRequest }) body: z.infer<typeof reopenRequest>,
    @IdempotencyKey() key: string,
  ): Promise<Done> {
    return this.act(actor, orderOf('reopen', id, key, body), reopen(body.text));
  }

  @Post('parts')
  @Can('answer', 'privacy-request')
  @Answers(requestAct, { status: 201 })
  handOverPart(
    @Who() actor: MemberActor,
    @Id('requestId') id: string,
    @Body({ schema: handOverPart }) body: z.infer<typeof handOverPart>,
    @IdempotencyKey() key: string,
  ): Promise<Done> {
    return this.handOver.run(actor, id, body.text, key);
  }

  private act(actor: MemberActor, order: Order, decide: Decide): Promise<Done> {
    return this.desk.act(actor, order, decide);
  }
}

const orderOf = (deed: string, requestId: string, key: string, content: Json): Order => ({
  requestId,
  action: 'answer',
  operation: `privacy-request.${deed}`,
  key,
  content,
});
