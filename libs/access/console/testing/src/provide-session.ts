import { computed, signal, type Provider } from '@angular/core';
import { Session } from '../../src/session/session';
import type { Membership, SessionFacts } from '../../src/session/session-facts';

/** A session for specs: signed in, in no organization; say what differs. */
export const sessionFacts = (facts: Partial<SessionFacts> = {}): SessionFacts => ({
  account: { id: 'account-1', email: 'ines@nordwerk.example', name: 'Ines Brandt', locale: 'en' },
  sessionId: 'session-1',
  memberships: [],
  sharedComputer: false,
  endsAt: '2026-03-03T09:00:00Z',
  freshUntil: '2026-03-02T09:00:00Z',
  secondFactor: false,
  onlyIn: null,
  ...facts,
});

/** A membership for specs: an ordinary member of a tenant; say what differs. */
export const membership = (facts: Partial<Membership> = {}): Membership => ({
  organizationId: 'organization-1',
  organizationName: 'Nordwerk',
  kind: 'tenant',
  memberId: 'member-1',
  roles: [],
  mayEnter: true,
  factorFrom: null,
  ...facts,
});

/** Stands in for the server's word on who is signed in; `null` for nobody. */
export function provideSession(facts: SessionFacts | null): Provider {
  const known = signal(facts);
  const memberships = computed(() => known()?.memberships ?? []);
  const session: Pick<Session, 'ensure' | 'facts' | 'membershipIn' | 'memberships' | 'problem' | 'refresh' | 'signOut' | 'signedIn' | 'workforce'> = {
    facts: known,
    problem: signal(null),
    signedIn: computed(() => known() !== null),
    memberships,
    workforce: computed(() => memberships().find((one) => one.kind === 'workforce') ?? null),
    membershipIn: (organizationId) => memberships().find((one) => one.organizationId === organizationId) ?? null,
    ensure: () => Promise.resolve(),
    refresh: () => Promise.resolve(),
    signOut: () => Promise.resolve(known.set(null)),
  };
  return { provide: Session, useValue: session };
}
