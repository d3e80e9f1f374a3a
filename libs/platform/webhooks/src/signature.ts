import { createHmac, randomBytes } from 'node:crypto';

const PREFIX = 'whsec_';
const SECRET_BYTES = 32;

/** Makes a secret as receivers are shown it. */
export const newWebhookSecret = (): string => `${PREFIX}${randomBytes(SECRET_BYTES).toString('base64')}`;

/** What is signed. */
export interface SignedWebhook {
  readonly id: string;
  /** seconds since 1970 */
  readonly timestamp: number;
  readonly body: string;
}

/**
 * The signature header of a webhook: one for each secret, so that a receiver may change over at leisure.
 * @param secrets `whsec_` and base64 each, the current one first
 * @see https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */
export const webhookSignature = ({ id, timestamp, body }: SignedWebhook, secrets: readonly string[]): string =>
  secrets
    .map((secret) => Buffer.from(secret.startsWith(PREFIX) ? secret.slice(PREFIX.length) : secret, 'base64'))
    .map((key) => `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`)
    .join(' ');
