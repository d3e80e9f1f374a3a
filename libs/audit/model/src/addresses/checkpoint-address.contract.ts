import { emailAddress, identifier, LOCALES } from '@smartpar/platform/contract';
import * as z from 'zod';

/** How a checkpoint travels. */
export const ADDRESS_KINDS = ['mail', 'webhook'] as const;

/** By mail, or by a signed call to an address of the web. */
export type AddressKind = (typeof ADDRESS_KINDS)[number];

/** How often the newest checkpoint is sent, if there is a newer one than before. */
export const ADDRESS_RHYTHMS = ['hour', 'day'] as const;

/** How often the newest checkpoint is sent. */
export type AddressRhythm = (typeof ADDRESS_RHYTHMS)[number];

/** Most addresses an organization may name. */
export const MOST_ADDRESSES = 10;

const every = () => z.enum(ADDRESS_RHYTHMS).default('day').describe('How often at most; nothing is sent where nothing was sealed since.');

/** `POST /organizations/:organizationId/audit-log/addresses`. */
export const addCheckpointAddress = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('mail'), target: emailAddress(), locale: z.enum(LOCALES), every: every() }),
    z.strictObject({ kind: z.literal('webhook'), target: z.string().trim().min(1).max(500).describe('An address that begins with https://.'), every: every() }),
  ])
  .meta({ id: 'AddCheckpointAddress' });

/** An address to be added, as read. */
export type AddCheckpointAddress = z.infer<typeof addCheckpointAddress>;

/** What became of the last sending. */
export const ADDRESS_STATES = ['waiting', 'sent', 'retried', 'failed'] as const;

/** One address checkpoints are sent to. */
export const checkpointAddressContract = z
  .object({
    id: identifier(),
    kind: z.enum(ADDRESS_KINDS),
    target: z.string(),
    every: z.enum(ADDRESS_RHYTHMS),
    sent: z.int().nullable().describe('Number of the last checkpoint that was sent off; null for none yet.'),
    state: z.enum(ADDRESS_STATES).describe('What became of it: waiting for the first, sent, being tried again, or given up.'),
    fault: z
      .string()
      .nullable()
      .describe('What went wrong at the last try: a status such as 503, or timeout, refused, unknown-name, private-address, certificate.'),
    at: z.iso.datetime().describe('Since when it is so.'),
  })
  .meta({ id: 'CheckpointAddress' });

/** One address, as it travels. */
export type CheckpointAddress = z.infer<typeof checkpointAddressContract>;

/** All addresses of an organization, the oldest first. */
export const checkpointAddressList = z.object({ items: z.array(checkpointAddressContract) }).meta({ id: 'CheckpointAddressList' });

/** All addresses, as they travel. */
export type CheckpointAddressList = z.infer<typeof checkpointAddressList>;

/** An address and, this once, the secret its calls are signed with. */
export const addressWithSecret = z
  .object({ address: checkpointAddressContract, secret: z.string().nullable().describe('For a webhook: shown this once. It begins with whsec_.') })
  .meta({ id: 'CheckpointAddressWithSecret' });

/** An address and its secret, as they travel. */
export type AddressWithSecret = z.infer<typeof addressWithSecret>;
