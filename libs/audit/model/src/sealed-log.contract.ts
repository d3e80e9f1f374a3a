import { pageOf } from '@smartpar/platform/contract';
import * as z from 'zod';

/** How many entries a log can have. */
const size = () => z.int().min(0).max(Number.MAX_SAFE_INTEGER);
const asked = () => z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
const hash = () => z.base64().length(44).describe('SHA-256, in base64.');

/** A signed statement of how far the log is sealed. */
export const checkpointContract = z
  .object({
    number: z.int().min(1),
    size: size().describe('How many entries are sealed.'),
    root: hash().describe('The root of the Merkle tree over them, as in RFC 6962.'),
    note: z.string().describe('The checkpoint as it is given away: a signed note as in c2sp.org/tlog-checkpoint.'),
    sealedAt: z.iso.datetime(),
  })
  .meta({ id: 'AuditCheckpoint' });

/** A page of checkpoints, newest first. */
export const checkpointPage = pageOf(checkpointContract).meta({ id: 'AuditCheckpointPage' });

/** A checkpoint, as it travels. */
export type CheckpointLine = z.infer<typeof checkpointContract>;

/** How far the log is sealed now, and by which keys its checkpoints are checked. */
export const sealedLogContract = z
  .object({
    checkpoint: checkpointContract.nullable(),
    keys: z
      .array(z.object({ key: z.string().describe('A verifier key as in c2sp.org/signed-note.'), since: z.iso.datetime().nullable() }))
      .describe('The newest first; `since` is null for a key that has not signed yet.'),
  })
  .meta({ id: 'SealedLog' });

/** How far the log is sealed, as it travels. */
export type SealedLog = z.infer<typeof sealedLogContract>;

/** Which tree an entry is to be proved in. */
export const inclusionQuery = z.strictObject({
  size: asked().min(1).optional().describe('Size of the tree; that of the newest checkpoint where absent.'),
});

/** Which tree an entry is to be proved in, as read. */
export type InclusionQuery = z.infer<typeof inclusionQuery>;

/** Proof that an entry is in a tree. */
export const inclusionProofContract = z
  .object({
    position: size().describe('Place of the entry, from 0.'),
    size: size(),
    leaf: hash().describe('SHA-256 of a zero byte and the canonical bytes of the entry.'),
    path: z.array(hash()).describe('Hashes from the leaf upwards, as in RFC 6962 section 2.1.1.'),
  })
  .meta({ id: 'AuditInclusionProof' });

/** Proof that an entry is in a tree, as it travels. */
export type InclusionProof = z.infer<typeof inclusionProofContract>;

/** Between which two sizes of the log to prove that nothing was changed. */
export const consistencyQuery = z
  .strictObject({
    from: asked().default(0).describe('Size of the smaller tree.'),
    to: asked().optional().describe('Size of the larger tree; that of the newest checkpoint where absent.'),
  })
  .refine(({ from, to }) => to === undefined || from <= to, { path: ['to'], error: 'The end lies before the beginning.', params: { code: 'not_allowed' } });

/** Between which two sizes, as read. */
export type ConsistencyQuery = z.infer<typeof consistencyQuery>;

/** Proof that a tree is the beginning of a larger one. */
export const consistencyProofContract = z
  .object({ from: size(), to: size(), path: z.array(hash()).describe('Hashes as in RFC 6962 section 2.1.2.') })
  .meta({ id: 'AuditConsistencyProof' });

/** Proof that a tree is the beginning of a larger one, as it travels. */
export type ConsistencyProof = z.infer<typeof consistencyProofContract>;

/** Forms the log is taken out in. */
export const LOG_FORMATS = ['jsonl', 'csv', 'ocsf'] as const;

/** JSON Lines, which can be checked offline; CSV, for spreadsheet programs; or events of OCSF, for programs of security teams. */
export type LogFormat = (typeof LOG_FORMATS)[number];

/** How the log is to be taken out. */
export const exportLog = z.strictObject({ format: z.enum(LOG_FORMATS).default('jsonl') }).meta({ id: 'ExportAuditLog' });

/** How the log is to be taken out, as read. */
export type ExportLog = z.infer<typeof exportLog>;
