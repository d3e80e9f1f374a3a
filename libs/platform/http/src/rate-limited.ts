import { RouteConfig } from '@nestjs/platform-fastify';

/** The limits there are beside the general one: entrances that strangers may knock at. */
export type NamedLimit = 'sign-in' | 'public-intake' | 'link' | 'mail' | 'program';

/** Limits that stand in place of the general one: programs come often, and all of an organization's from few addresses. */
export const INSTEAD_OF_GENERAL: ReadonlySet<unknown> = new Set<NamedLimit>(['program']);

/** Route configuration key of a named limit. */
export const LIMIT_KEY = 'rateLimit';

/**
 * Holds an entrance to a stricter limit per address, beside the general one.
 * @param name which limit; its figures are configuration
 */
export const RateLimited = (name: NamedLimit): MethodDecorator => RouteConfig({ [LIMIT_KEY]: name });
