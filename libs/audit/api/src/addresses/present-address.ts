import type { CheckpointAddress } from '@smartpar/audit/model';
import type { MailState } from '@smartpar/platform/mail';
import type { WebhookState } from '@smartpar/platform/webhooks';
import type { StoredAddress } from './checkpoint-address.repository';

/** What became of the last thing that was sent somewhere. */
export interface Outcome {
  readonly state: MailState | WebhookState;
  readonly attempts: number;
  readonly fault: string | null;
  readonly at: Date;
}

/** An address as it is shown. */
export function present({ id, kind, target, every, sent, createdAt }: StoredAddress, outcome: Outcome | undefined): CheckpointAddress {
  const shown = { id, kind, target, every, sent };
  if (outcome === undefined) return { ...shown, state: 'waiting', fault: null, at: createdAt.toISOString() };
  return { ...shown, state: stateOf(outcome), fault: outcome.fault, at: outcome.at.toISOString() };
}

function stateOf({ state, fault }: Outcome): CheckpointAddress['state'] {
  switch (state) {
    case 'sent':
      return 'sent';
    case 'failed':
    case 'bounced':
      return 'failed';
    case 'queued':
    case 'sending':
      return fault === null ? 'waiting' : 'retried';
  }
}
