import { createHash, generateKeyPairSync, hash, randomUUID, sign } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { finished } from 'node:stream/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadRooms } from '../../load-rooms.mjs';
import { eachLine } from '../../verify-log/lines.mjs';
import { openCheckpoint, readKey } from '../../verify-log/note.mjs';
import { Place } from '../../verify-log/place.mjs';
import { Tree } from '../../verify-log/tree.mjs';
import { verifyLog } from '../../verify-log/verify.mjs';

/** @type {import('../bench.mjs').Bench[]} nothing here is one request */
export const benches = [];

const WRITERS = 32;
const WRITES = 8000;
const ENTRIES = 20_000;
const EXPORTED = 1_000_000;

/**
 * A log to be written and sealed as the server does it, in an organization of its own.
 * @param {import('../jobs.mjs').JobHouse} house
 */
async function logOf(house) {
  const slug = `audit-${randomUUID().slice(0, 8)}`;
  const named = ['--name', 'Audit', '--slug', slug, '--country', 'DE', '--time-zone', 'Europe/Berlin'];
  const owner = ['--owner-email', 'owner@audit.example', '--owner-first-name', 'Fern', '--owner-last-name', 'Audit'];
  // as: the command prints its answer so
  const { organizationId } = /** @type {{ organizationId: string }} */ (await house.operate('create-organization', ...named, ...owner));
  await loadRooms();
  const [{ Database }, { KeyRing }, { recordEntry, SealedLogRepository, SealLog }, { SystemTime }, { systemActor }] = await Promise.all([
    import('@smartpar/platform/database'),
    import('@smartpar/platform/http'),
    import('@smartpar/audit/api'),
    import('@smartpar/kernel'),
    import('@smartpar/access/model'),
  ]);
  const database = await Database.open({ url: house.appUrl, time: new SystemTime(), entities: [], poolSize: WRITERS + 1 });
  const actor = { ...systemActor(organizationId, 'bench'), organizationId };
  const sealer = new SealLog(database, KeyRing.parse(KeyRing.generate()), new SealedLogRepository());
  return { database, actor, recordEntry, seal: () => sealer.run(organizationId) };
}

const ADDED = `
  insert into members (organization_id, id, number, status, locale, created_at, email, email_folded, first_name, last_name, name_folded, given_folded, phone)
  values ($1, $2, $3, 'invited', 'en', now(), $4, $4, 'Fern', $5, $5, $5, '+49 30 1234567')`;
const KEPT = `
  insert into idempotency_keys (organization_id, actor_id, key, operation, fingerprint, reference, at) values ($1, 'bench', $2, 'bench.write', $3, '{}', now())`;

const NAMED = 'select name, kind from organizations where organization_id = $1';
const INVITED = 'insert into member_invitations (organization_id, member_id, id, sent_at, expires_at) values ($1, $2, $3, now(), now())';
const MAILED = `
  insert into mail_outbox (id, organization_id, subject_id, to_address, locale, template, facts, state, created_at, next_at)
  values ($1, $2, $3, $4, 'en', 'bench', $5, 'sent', now(), now())`;

/** @typedef {{ tx: import('@smartpar/platform/database').TenantTransaction, id: string, number: number }} Written */

/**
 * The least a transaction can be that keeps a key: two rows.
 * @param {Written} what
 */
const bareRows = async ({ tx, id, number }) => [
  tx.query(ADDED, [tx.organizationId, id, number, `m${number}@audit.example`, `silva ${number}`]),
  tx.query(KEPT, [tx.organizationId, randomUUID(), String(number)]),
];

/**
 * What the server sends to invite a member: the key of the act, the name of the organization, then member, invitation and mail.
 * @param {Written} what
 */
const invitation = async ({ tx, id, number }) => {
  await tx.query(KEPT, [tx.organizationId, randomUUID(), String(number)]);
  await tx.query(NAMED, [tx.organizationId]);
  const email = `m${number}@audit.example`;
  return [
    tx.query(ADDED, [tx.organizationId, id, number, email, `silva ${number}`]),
    tx.query(INVITED, [tx.organizationId, id, randomUUID()]),
    tx.query(MAILED, [randomUUID(), tx.organizationId, id, email, JSON.stringify({ invitationId: randomUUID(), organization: 'Audit' })]),
  ];
};

/**
 * Adds members from many sides at once, each in a transaction with the key of its act.
 * @param {Awaited<ReturnType<typeof logOf>>} log
 * @param {{ turn: number, audited: boolean, rows: (what: Written) => Promise<Promise<unknown>[]> }} how
 */
async function write({ database, actor, recordEntry, seal }, { turn, audited, rows }) {
  let n = 0;
  let writing = true;
  const writers = Array.from({ length: WRITERS }, async () => {
    while (n < WRITES) {
      n += 1;
      const number = 1_000_000 + (turn * 2 + Number(audited)) * WRITES + n;
      await database.tenant(actor, async (tx) => {
        const id = randomUUID();
        const written = await rows({ tx, id, number });
        const entry = { action: 'member.added', target: { noun: 'member', id }, facts: { number, newAccount: false } };
        await Promise.all([...written, ...(audited ? [recordEntry(tx, entry)] : [])]);
      });
    }
  });
  const begun = performance.now();
  const sealing = (async () => {
    for (; audited && writing; await new Promise((resolve) => setTimeout(resolve, 500))) await seal();
  })();
  await Promise.all(writers);
  const seconds = (performance.now() - begun) / 1000;
  writing = false;
  await sealing;
  await seal();
  return { lines: n, seconds };
}

/**
 * @param {Awaited<ReturnType<typeof logOf>>} log
 * @param {number} turn
 */
async function sealed({ database, actor, recordEntry, seal }, turn) {
  const { organizationId } = actor;
  const text = 'select 1 as one from audit_checkpoints where organization_id = $1 and size >= $2 limit 1';
  const reached = async (/** @type {number} */ size) => (await database.readTenant(organizationId, { text, values: [organizationId, size] })).length > 0;
  await seal();
  for (let made = 0; made < ENTRIES; made += 1000) {
    await database.tenant(actor, async (tx) => {
      const entry = { action: 'member.added', target: { noun: 'member', id: randomUUID() }, facts: { number: made } };
      await Promise.all(Array.from({ length: 1000 }, () => recordEntry(tx, entry)));
    });
  }
  const begun = performance.now();
  // The server seals too, once a minute, and somebody who writes elsewhere may hold the last of them back for a moment.
  while (!(await reached((turn + 1) * ENTRIES))) await seal();
  return { lines: ENTRIES, seconds: (performance.now() - begun) / 1000 };
}

/**
 * A log as it is taken out, with entries as long as they are.
 * @param {string} file
 */
async function madeUp(file) {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const typed = Buffer.concat([Buffer.from([1]), Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url')]);
  const id = hash('sha256', Buffer.concat([Buffer.from('bench\n'), typed]), 'buffer').subarray(0, 4);
  const [tree, out] = [new Tree(), createWriteStream(file)];
  out.write(`${JSON.stringify({ log: 'bench', version: 1, size: EXPORTED })}\n`);
  const some = { organization: randomUUID(), target: { id: randomUUID(), noun: 'privacy-request' }, v: 1 };
  const actor = { id: randomUUID(), kind: 'member', roles: ['privacy-officer'] };
  for (let n = 0; n < EXPORTED; n += 1) {
    const entry = JSON.stringify({
      action: 'privacy-request.answered',
      actor,
      at: '2026-03-02T09:00:00.000000Z',
      facts: { outcome: 'fulfilled', n },
      id: randomUUID(),
      ...some,
    });
    const leaf = hash('sha256', `\0${entry}`, 'buffer');
    tree.add(leaf);
    if (!out.write(`{"position":${n},"leaf":"${leaf.toString('base64')}","entry":${entry}}\n`)) await once(out, 'drain');
  }
  const text = `bench\n${EXPORTED}\n${tree.root().toString('base64')}\n`;
  const note = `${text}\n\u2014 bench ${Buffer.concat([id, sign(null, Buffer.from(text), privateKey)]).toString('base64')}\n`;
  out.end(`${JSON.stringify({ checkpoint: note })}\n{"end":true}\n`);
  await finished(out);
  const keys = [readKey(`bench+${id.toString('hex')}+${typed.toString('base64')}`)];
  return { keys, held: [openCheckpoint(note, keys)] };
}

/** @type {import('../jobs.mjs').Job[]} */
export const jobs = [
  {
    name: 'log: a bare transaction with its entry, 32 writers, sealing on, beside the same without',
    least: 0.85,
    megabytes: 400,
    prepare: async (house) => {
      const log = await logOf(house);
      return { ours: (turn) => write(log, { turn, audited: true, rows: bareRows }), floor: (turn) => write(log, { turn, audited: false, rows: bareRows }) };
    },
  },
  {
    name: 'log: what inviting a member sends with its entry, 32 writers, sealing on, beside the same without',
    least: 0.85,
    megabytes: 400,
    prepare: async (house) => {
      const log = await logOf(house);
      return { ours: (turn) => write(log, { turn, audited: true, rows: invitation }), floor: (turn) => write(log, { turn, audited: false, rows: invitation }) };
    },
  },
  {
    name: 'log: sealing, beside 2,000 entries a second',
    least: 1,
    megabytes: 400,
    prepare: async (house) => {
      const log = await logOf(house);
      return { ours: (turn) => sealed(log, turn), floor: async () => ({ lines: 2000, seconds: 1 }) };
    },
  },
  {
    name: 'log: verifying 1,000,000 exported entries, beside hashing each of them',
    least: 0.5,
    megabytes: 400,
    prepare: async () => {
      const folder = mkdtempSync(join(tmpdir(), 'smartpar-bench-log-'));
      process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
      const file = join(folder, 'log.jsonl');
      const { keys, held } = await madeUp(file);
      return {
        ours: async () => {
          const begun = performance.now();
          const verdict = await verifyLog({ file, keys, held });
          if (!verdict.fits) throw new Error(`The log does not fit: ${JSON.stringify(verdict)}`);
          return { lines: EXPORTED, seconds: (performance.now() - begun) / 1000 };
        },
        floor: async () => {
          const [begun, place] = [performance.now(), new Place()];
          await eachLine(file, (bytes, from, to) => {
            if (place.read(bytes, from, to)) createHash('sha256').update(bytes.subarray(from, to)).digest();
          });
          return { lines: EXPORTED, seconds: (performance.now() - begun) / 1000 };
        },
      };
    },
  },
];
