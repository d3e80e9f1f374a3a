import type { WaitingItem } from '@smartpar/home/model';
import type { IconName } from '@smartpar/platform/ui';

/** One line of what waits, as it is shown. */
export interface WaitingLine {
  readonly icon: IconName;
  /** key of what it is */
  readonly what: string;
  /** which one, where there are several */
  readonly which: string | null;
  /** key of why whoever looks sees it */
  readonly why: string;
  /** its clock, where it has one */
  readonly clock: { readonly dueAt: string; readonly state: 'running' | 'paused' } | null;
  readonly since: string;
  /** where to press */
  readonly address: string;
}

/** How something that waits is shown, and where it leads. */
export function waitingLine(item: WaitingItem, organizationId: string): WaitingLine {
  const { since } = item;
  const at = (path: string): string => `/org/${organizationId}/${path}`;
  switch (item.kind) {
    case 'request':
      return {
        icon: 'inbox',
        what: `home.request.${item.facts.request}`,
        which: item.facts.reference,
        why: item.facts.assigned === 'me' ? 'home.why.assignedToMe' : 'home.why.nobodys',
        clock: { dueAt: item.dueAt, state: item.facts.paused ? 'paused' : 'running' },
        since,
        address: at(`inbox/${item.id}`),
      };
    case 'privacy-contact':
      return {
        icon: 'person',
        what: 'home.what.privacy-contact',
        which: null,
        why: 'home.why.privacy-contact',
        clock: null,
        since,
        address: at('settings/privacy-contact'),
      };
    case 'domain':
      return {
        icon: 'globe',
        what: 'home.what.domain',
        which: item.facts.domain,
        why: `home.why.${item.facts.state}`,
        clock: null,
        since,
        address: at('settings/domains'),
      };
    case 'grant':
      return {
        icon: 'key',
        what: 'home.what.grant',
        which: item.facts.memberNumber,
        why: 'home.why.grant',
        clock: { dueAt: item.dueAt, state: 'running' },
        since,
        address: at(`access/grants/${item.id}`),
      };
    case 'extract':
      return {
        icon: 'people',
        what: 'home.what.extract',
        which: item.facts.memberNumber,
        why: 'home.why.extract',
        clock: { dueAt: item.dueAt, state: 'running' },
        since,
        address: at(`access/extracts/${item.id}`),
      };
    case 'lockbox':
      return {
        icon: 'lock',
        what: 'home.what.lockbox',
        which: item.facts.caseReference,
        why: 'home.why.lockbox',
        clock: { dueAt: item.dueAt, state: 'running' },
        since,
        address: at(`access/lockbox/${item.id}`),
      };
    case 'break-glass':
      return {
        icon: 'alert',
        what: 'home.what.break-glass',
        which: item.facts.memberNumber,
        why: item.facts.running ? 'home.why.break-glass-running' : 'home.why.break-glass',
        clock: { dueAt: item.dueAt, state: 'running' },
        since,
        address: at(`access/break-glass/${item.id}`),
      };
    case 'invitation':
      return {
        icon: 'mail',
        what: 'home.what.invitation',
        which: item.facts.memberNumber,
        why: 'home.why.invitation',
        clock: null,
        since,
        address: at(`members/${item.id}`),
      };
    case 'ledger-delay':
      return {
        icon: 'clock',
        what: 'home.what.ledger-delay',
        which: item.facts.memberNumber,
        why: 'home.why.ledger-delay',
        clock: { dueAt: item.dueAt, state: 'running' },
        since,
        address: at(`access/delays/${item.id}`),
      };
    case 'access-review':
      return {
        icon: 'key',
        what: 'home.what.access-review',
        which: null,
        why: 'home.why.access-review',
        clock: { dueAt: item.dueAt, state: 'running' },
        since,
        address: at(`access/reviews/${item.id}`),
      };
    case 'violation':
      return {
        icon: 'shield',
        what: 'home.what.violation',
        which: item.facts.memberNumber,
        why: 'home.why.violation',
        clock: { dueAt: item.dueAt, state: 'running' },
        since,
        address: at(`access/violations/${item.id}`),
      };
  }
}
