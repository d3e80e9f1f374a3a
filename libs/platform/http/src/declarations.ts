import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth, ApiCookieAuth, ApiSecurity } from '@nestjs/swagger';

/** Who may call a handler. */
export type Declaration =
  | { readonly kind: 'can'; readonly action: string; readonly noun: string }
  | { readonly kind: 'signed-in'; readonly alsoLimited: boolean }
  | { readonly kind: 'program'; readonly realm: string; readonly action: string; readonly noun: string }
  | { readonly kind: 'public'; readonly reason: string };

/** Metadata key of a handler's declaration. */
export const DECLARATION = 'smartpar:access';
/** Metadata key of handlers that want a recent proof of identity. */
export const RECENTLY_AUTHENTICATED = 'smartpar:recently-authenticated';

const declare = (declaration: Declaration): MethodDecorator => SetMetadata(DECLARATION, declaration);

/**
 * Lets in members of the organization in the path who may do this to at least some of its nouns; the use case asks
 * again about the one it loaded. Anyone else gets the same 404 as for what is not there.
 * @param action `read`, `answer`
 * @param noun `privacy-request`
 */
export const Can = (action: string, noun: string): MethodDecorator => applyDecorators(declare({ kind: 'can', action, noun }), ApiCookieAuth('session'));

/**
 * Lets in whoever is signed in, to what is their own account's and nothing else.
 * @param alsoLimited lets in sessions too that an organization's reset opened, which reach nothing of the account otherwise
 */
export const SignedIn = ({ alsoLimited }: { readonly alsoLimited: boolean } = { alsoLimited: false }): MethodDecorator =>
  applyDecorators(declare({ kind: 'signed-in', alsoLimited }), ApiCookieAuth('session'));

/**
 * Lets in programs with a token of an organization, as far as the token reaches; the token names the organization. No session and no cookie counts
 * here.
 * @param realm what the tokens are for: `provisioning`
 */
export const ProgramCan = (realm: string, action: string, noun: string): MethodDecorator =>
  applyDecorators(declare({ kind: 'program', realm, action, noun }), ApiBearerAuth(realm));

/**
 * Lets in everybody.
 * @param reason why, in one sentence
 */
export const Public = (reason: string): MethodDecorator => applyDecorators(declare({ kind: 'public', reason }), ApiSecurity({}));

/** Asks for a proof of identity not long ago, before an act that is dangerous in a stranger's hands. */
export const RecentlyAuthenticated = (): MethodDecorator => SetMetadata(RECENTLY_AUTHENTICATED, true);
