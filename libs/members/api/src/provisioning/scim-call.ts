import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { ProgramActor } from '@smartpar/access/model';
import { isId, newId, type Temporal } from '@smartpar/kernel';
import { isScimValue, type ScimValue } from '@smartpar/members/model';
import type { FastifyRequest } from 'fastify';
import type { KeptCall } from './call.repository';

/** Where the protocol is spoken. */
export const SCIM_PREFIX = '/scim/v2';

/** What tokens of directories are for. */
export const REALM = 'provisioning';

/** One call of a directory. */
export interface ScimCall {
  readonly actor: ProgramActor;
  /** address everything is below, as the directory knows it */
  readonly base: string;
  readonly method: string;
  /** with names of parameters in place of their values: `Users/{id}` */
  readonly path: string;
  readonly resourceId: string | null;
  readonly query: ScimValue;
  readonly ifMatch: string | undefined;
  readonly ifNoneMatch: string | undefined;
  /** milliseconds that only go forward */
  readonly begun: number;
}

/** What is told of a call beside what it is. */
export interface CallTold {
  readonly status: number;
  readonly fault?: string | null;
  readonly changed?: readonly string[];
  readonly notKept?: readonly string[];
  readonly filter?: string | null;
  readonly resourceId?: string | null;
}

/** Reads a call off a request. */
export function callOf(request: FastifyRequest, actor: ProgramActor): ScimCall {
  const { headers, method, params, query, routeOptions } = request;
  const id: unknown = isScimValue(params) ? params['id'] : undefined;
  return {
    actor,
    base: `${request.protocol}://${request.host}${SCIM_PREFIX}`,
    method,
    path: (routeOptions.url ?? '').slice(SCIM_PREFIX.length + 1).replace(/:(\w+)/g, '{$1}'),
    resourceId: isId(id) ? id.toLowerCase() : null,
    query: isScimValue(query) ? query : {},
    ifMatch: headers['if-match'],
    ifNoneMatch: headers['if-none-match'],
    begun: performance.now(),
  };
}

/** The call, for handlers declared with `@ProgramCan`. */
export const Call = createParamDecorator((_: unknown, context: ExecutionContext): ScimCall => {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  const program = request.admission?.program;
  if (program === undefined) throw new TypeError('@Call() stands on handlers declared with @ProgramCan only.');
  return callOf(request, program);
});

/** Most names of what is not kept that are kept of one call. */
const MOST_NAMES = 100;

/**
 * A call as it is kept.
 * @param at when it was; left out, now as the id says it
 */
export function keptCall({ actor, method, path, resourceId, begun }: ScimCall, told: CallTold, at?: Temporal.Instant): KeptCall {
  const id = newId();
  return {
    id,
    at: at?.toString() ?? momentOf(id),
    tokenId: actor.token.id,
    method,
    path,
    resourceId: told.resourceId ?? resourceId,
    status: told.status,
    fault: told.fault ?? null,
    changed: told.changed ?? [],
    notKept: [...new Set(told.notKept)].slice(0, MOST_NAMES),
    filter: told.filter ?? null,
    milliseconds: Math.round(performance.now() - begun),
  };
}

/** When an id was made; its first 48 bits say so. */
const momentOf = (id: string): string => new Date(Number.parseInt(id.replace('-', '').slice(0, 12), 16)).toISOString();
