import { applyDecorators } from '@nestjs/common';
import { ApiConsumes, ApiProduces } from '@nestjs/swagger';
import { Answers, AnswersNothing, Body, ProgramCan, RateLimited } from '@smartpar/platform/http';
import * as z from 'zod';
import { REALM } from './scim-call';
import { SCIM_TYPE } from './scim-protocol';

/** A message of the protocol: it is read by the schemas the service publishes, not by a contract of the API. */
const message = z.unknown().meta({ id: 'ScimMessage', description: 'As /Schemas says.' });

const nothing = z.unknown();

const common = (action: 'read' | 'change', noun: string): MethodDecorator =>
  applyDecorators(ProgramCan(REALM, action, noun), RateLimited('program'), ApiProduces(SCIM_TYPE), ApiConsumes(SCIM_TYPE, 'application/json'));

/** A handler that answers with a message of the protocol. */
export const Scim = (action: 'read' | 'change', noun: string, { status = 200 }: { readonly status?: number } = {}): MethodDecorator =>
  applyDecorators(common(action, noun), Answers(message, { status, description: 'As RFC 7644 says.' }));

/** A handler of the protocol that answers with nothing. */
export const ScimNothing = (action: 'read' | 'change', noun: string): MethodDecorator => applyDecorators(common(action, noun), AnswersNothing());

/** The message that was sent, as it is: each use case reads it by the schemas of the protocol. */
export const Message = (): ParameterDecorator => Body({ schema: nothing });
