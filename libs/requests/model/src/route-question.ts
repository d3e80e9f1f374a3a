import { isSameOrganizationName } from './organization-name';
import type { QuestionConcern } from './request-kind';

/** An organization a question may go to. */
export interface OrganizationName {
  readonly organizationId: string;
  readonly name: string;
}

/** One membership of the address a person gave. */
export interface Membership extends OrganizationName {
  readonly memberId: string;
}

/** Everything the decision may rest on. */
export interface QuestionFacts {
  /** pressing the confirmation link has shown that the identifier is the person's own: it was sent to that very address */
  readonly proved: boolean;
  /** the organization that has proved to own the identifier's domain */
  readonly domainOrganization: OrganizationName | null;
  /** organizations in which the identifier belongs to a member, former ones included */
  readonly memberships: readonly Membership[];
  /** the organization as the person called it */
  readonly typedOrganization: string | null;
  /** where SmartPAR answers people without an organization; on a customer's own server that customer */
  readonly directUsers: OrganizationName;
  readonly concerns: QuestionConcern;
  /** the organization the person chose, when asked */
  readonly chosen: string | null;
}

/** Where a question, or a part of it, goes. */
export interface Route extends OrganizationName {
  /** the member who asks; null for a person outside, where the address has had several members, and while the identifier is not proved */
  readonly memberId: string | null;
  /** the whole of it, or one of the two sides of a split */
  readonly part: 'whole' | 'organization' | 'smartpar';
}

/** What was decided. */
export type RouteDecision =
  | {
      readonly kind: 'decided';
      readonly routes: readonly Route[];
      /** the person may be told who answers; otherwise only reference and date, until that organization first writes */
      readonly nameable: boolean;
    }
  | {
      readonly kind: 'choice';
      /** the person must say which; only ever offered to somebody who proved the identifier */
      readonly choices: readonly OrganizationName[];
    };

/**
 * Decides who must answer a question: whoever controls what it asks about (GDPR Art. 4(7)).
 *
 * An unproved identifier is routed silently: the domain's organization, else the only membership, else the membership whose name was
 * typed, else SmartPAR's direct users. A proved one may be asked to choose where several match.
 */
export function decideRoute(facts: QuestionFacts): RouteDecision {
  const { proved, concerns, directUsers } = facts;
  if (concerns === 'smartpar') return decided([whole(directUsers, facts)], proved);
  const matches = matching(facts);
  const organization = proved ? provedChoice(matches, facts) : silentChoice(matches, facts);
  if (organization === undefined) return { kind: 'choice', choices: matches };
  // Unproved, a split is always two parts, also where both go to the same place: how many there are must not tell whether anything matched.
  const split = concerns === 'both' && (!proved || organization.organizationId !== directUsers.organizationId);
  if (!split) return decided([whole(organization, facts)], proved);
  return decided(
    [
      { ...whole(organization, facts), part: 'organization' },
      { ...whole(directUsers, facts), part: 'smartpar' },
    ],
    proved,
  );
}

const decided = (routes: readonly Route[], nameable: boolean): RouteDecision => ({ kind: 'decided', routes, nameable });

function whole({ organizationId, name }: OrganizationName, { proved, memberships }: QuestionFacts): Route {
  const [membership, ...others] = memberships.filter((one) => one.organizationId === organizationId);
  // An address that was given away has had several members: which of them asks, the organization itself has to find out.
  const memberId = proved && others.length === 0 ? (membership?.memberId ?? null) : null;
  return { organizationId, name, memberId, part: 'whole' };
}

/** The organizations that match, each once, the domain's first. */
function matching({ domainOrganization, memberships }: QuestionFacts): readonly OrganizationName[] {
  const all = [...(domainOrganization === null ? [] : [domainOrganization]), ...memberships].map(({ organizationId, name }) => ({ organizationId, name }));
  return all.filter((one, index) => all.findIndex(({ organizationId }) => organizationId === one.organizationId) === index);
}

/** `undefined` when the person has to say which. */
function provedChoice(matches: readonly OrganizationName[], { chosen, directUsers }: QuestionFacts): OrganizationName | undefined {
  if (matches.length === 0) return directUsers;
  return matches.length === 1 ? matches[0] : matches.find(({ organizationId }) => organizationId === chosen);
}

function silentChoice(matches: readonly OrganizationName[], facts: QuestionFacts): OrganizationName {
  const { domainOrganization, typedOrganization, directUsers } = facts;
  if (domainOrganization !== null) return domainOrganization;
  if (matches.length === 1) return matches[0] ?? directUsers;
  const named = matches.filter(({ name }) => typedOrganization !== null && isSameOrganizationName(name, typedOrganization));
  return (named.length === 1 ? named[0] : undefined) ?? directUsers;
}
