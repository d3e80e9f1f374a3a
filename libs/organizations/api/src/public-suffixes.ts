import { getPublicSuffix } from 'tldts';

/**
 * Whether many owners register names under a domain, by the whole Public Suffix List: registries, and hosts that give names away. It is too long to
 * be sent to browsers, which know the most common ones.
 * @param domain in normal form
 * @see https://publicsuffix.org/list/
 */
export const isPublicSuffix = (domain: string): boolean => getPublicSuffix(domain, { allowPrivateDomains: true }) === domain;
