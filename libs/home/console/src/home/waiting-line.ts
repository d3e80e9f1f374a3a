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
  /** what the list there is narrowed to */
  readonly query?: Readonly<Record<string, string>>;
}

/** How something that waits is shown, and where it leads. */
export function waitingLine(item: WaitingItem, organizationId: string): WaitingLine {
  const { since } = item;
  const at = (path: string): string => `/org/${organizationId}/${path}`;
  const line = (icon: IconName, which: string | null, path: string, other: Partial<WaitingLine> = {}): WaitingLine => ({
    icon,
    what: `home.what.${item.kind}`,
    which,
    why: `home.why.${item.kind}`,
    clock: item.dueAt === null ? null : { dueAt: item.dueAt, state: 'running' },
    since,
    address: at(path),
    ...other,
  });
  switch (item.kind) {
    case 'request': {
      const { request, reference, assigned, paused } = item.facts;
      return line('inbox', reference, `inbox/${item.id}`, {
        what: `home.request.${request}`,
        why: assigned === 'me' ? 'home.why.assignedToMe' : 'home.why.nobodys',
        clock: { dueAt: item.dueAt, state: paused ? 'paused' : 'running' },
      });
    }
    case 'privacy-contact':
      return line('person', null, 'settings/privacy-contact');
    case 'domain':
      return line('globe', item.facts.domain, 'settings/domains', { why: `home.why.${item.facts.state}` });
    case 'claim-objection':
      return line('mail', item.facts.domain, 'settings/objections');
    case 'domain-case':
      return line('globe', item.facts.domain, '', { address: '/oversight/disputes' });
    case 'grant':
      return line('key', item.facts.memberNumber, `access/grants/${item.id}`);
    case 'extract':
      return line('people', item.facts.memberNumber, `access/extracts/${item.id}`);
    case 'widening':
      return line('eye', item.facts.memberNumber, 'settings/grants');
    case 'lockbox':
      return line('lock', item.facts.caseReference, `access/lockbox/${item.id}`);
    case 'break-glass': {
      const { memberNumber, running } = item.facts;
      return line('alert', memberNumber, `access/break-glass/${item.id}`, running ? { why: 'home.why.break-glass-running' } : {});
    }
    case 'invitation':
      return line('mail', item.facts.memberNumber, `members/${item.id}`);
    case 'dormant-members':
      return line('clock', String(item.facts.count), 'members', { query: { status: 'dormant' } });
    case 'ledger-delay':
      return line('clock', item.facts.memberNumber, `access/delays/${item.id}`);
    case 'access-review':
      return line('key', null, `access/reviews/${item.id}`);
    case 'volume-alert':
      return line('eye', item.facts.memberNumber, `access/alerts/${item.id}`);
    case 'violation':
      return line('shield', item.facts.memberNumber, `access/violations/${item.id}`);
  }
}
