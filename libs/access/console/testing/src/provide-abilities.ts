import { signal, type Provider } from '@angular/core';
import { createAbility, subject, type GrantInForce, type Rule } from '@smartpar/access/model';
import { Abilities } from '../../src/abilities/abilities';

const NOTHING = createAbility();

/**
 * Stands in for the server's rules in a spec.
 * @param organizationId the organization entered
 * @param rules what the person may do: `[{ action: 'read', subject: 'privacy-request' }]`
 * @param grants what they may see of members' personal data
 */
export function provideAbilities(organizationId: string, rules: Rule[], grants: readonly GrantInForce[] = []): Provider {
  const current = signal(createAbility(rules));
  const abilities: Pick<Abilities, 'can' | 'current' | 'enter' | 'grantsIn' | 'know' | 'of' | 'organizationId' | 'refresh'> = {
    current,
    organizationId: signal(organizationId),
    can: (action, noun, facts) => current().can(action, facts === undefined ? noun : subject(noun, { ...facts })),
    of: (id) => (id === organizationId ? current() : NOTHING),
    grantsIn: (id) => (id === organizationId ? grants : []),
    enter: () => Promise.resolve(),
    know: () => Promise.resolve(),
    refresh: () => Promise.resolve(),
  };
  return { provide: Abilities, useValue: abilities };
}
