import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { MemberActor, ProgramActor } from '@smartpar/access/model';
import type { FastifyRequest } from 'fastify';
import type { Admission, SignedInAccount } from './admission';

/** The member who acts; for handlers declared with `@Can`. */
export const Who = createParamDecorator((_: unknown, context: ExecutionContext): MemberActor => {
  const admitted = found(context).admitted;
  if (admitted === null) throw new TypeError('@Who() stands on handlers declared with @Can only.');
  return admitted.actor;
});

/** Whoever is signed in; for handlers declared with `@SignedIn` or `@Can`. */
export const Account = createParamDecorator((_: unknown, context: ExecutionContext): SignedInAccount => {
  const { signedIn } = found(context);
  if (signedIn === null) throw new TypeError('@Account() does not stand on public handlers.');
  return signedIn;
});

/** The program that acts; for handlers declared with `@ProgramCan`. */
export const Program = createParamDecorator((_: unknown, context: ExecutionContext): ProgramActor => {
  const { program } = found(context);
  if (program === undefined) throw new TypeError('@Program() stands on handlers declared with @ProgramCan only.');
  return program;
});

const NOBODY: Admission = { signedIn: null, admitted: null };

const found = (context: ExecutionContext): Admission => context.switchToHttp().getRequest<FastifyRequest>().admission ?? NOBODY;
