import { Injectable } from '@nestjs/common';
import type { Actor } from '@smartpar/access/model';
import { append } from './deeds/append';
import { type Done, RequestDesk } from './request-desk';

/** The person adds to their own request. */
@Injectable()
export class ContinueRequest {
  constructor(private readonly desk: RequestDesk) {}

  /** @throws {DomainError} not_found, request.full, request.too_many_messages */
  run(actor: Actor, requestId: string, text: string, key: string): Promise<Done> {
    return this.desk.act(actor, { requestId, action: 'append', operation: 'privacy-request.append', key, content: text }, append(text));
  }
}
