import type { MemberActor } from '@smartpar/access/model';
import type { CheckpointLine, ConsistencyProof, InclusionProof } from '@smartpar/audit/model';
import { newId } from '@smartpar/kernel';
import { parse } from 'csv-parse/sync';
import { rootByInclusion, rootsByConsistency } from './proof-check';
import { ReadingHouse } from './reading-house';
import type { SealingHouse } from './sealing-house';

let house: ReadingHouse;
let log: SealingHouse;
let auditor: MemberActor;
beforeAll(async () => void (house = await ReadingHouse.start()));
afterAll(() => house.stop());
beforeEach(() => {
  log = house.logs.neighbour();
  auditor = house.auditor(log);
  Object.assign(house.readers, { asked: 0, until: Infinity });
});

const names = (count: number) => Array.from({ length: count }, (_, n) => `e${n}`);
const sealedIn = async (...sizes: number[]) => {
  for (const size of sizes) {
    await log.write(...names(size));
    await log.seal();
  }
};
const linesOf = (text: string): Record<string, unknown>[] =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>); // as: every line is an object

describe('the newest checkpoint', () => {
  it('is none while nothing is sealed, and the key that will sign is told already', async () => {
    expect(await house.newest(auditor)).toEqual({ checkpoint: null, keys: [{ key: expect.stringContaining(log.organizationId), since: null }] });
  });

  it('says how many entries are sealed, by which root and since when, and which keys check it', async () => {
    await sealedIn(2, 3);
    const { checkpoint, keys } = await house.newest(auditor);
    expect(checkpoint).toEqual({ number: 2, size: 5, root: expect.any(String), note: expect.any(String), sealedAt: '2026-03-02T09:00:00.000Z' });
    expect(checkpoint?.note).toContain(`\n5\n${checkpoint?.root}\n\n`);
    expect(keys).toEqual([{ key: expect.stringContaining(log.organizationId), since: '2026-03-02T09:00:00.000Z' }]);
  });

  it('is found again among those before it, the newest first, page by page', async () => {
    await sealedIn(1, 1, 1);
    const read = async (query: string) => (await house.ask(auditor, `audit-log/checkpoints${query}`)).json<{ items: CheckpointLine[]; next: string | null }>();
    const first = await read('?size=2');
    const second = await read(`?size=2&after=${first.next}`);
    expect([first, second].map(({ items }) => items.map(({ number }) => number))).toEqual([[3, 2], [1]]);
    expect(second.next).toBeNull();
  });
});

describe('an entry of the log', () => {
  it('says which checkpoint covers it first, or that it is not sealed yet', async () => {
    await sealedIn(2, 1);
    await log.write('late');
    const { items } = (await house.ask(auditor, 'audit-entries')).json<{ items: { target: { id: string }; sealedIn: number | null }[] }>();
    expect(items.map(({ target, sealedIn: number }) => [target.id, number]).sort()).toEqual([
      ['e0', 1],
      ['e0', 2],
      ['e1', 1],
      ['late', null],
    ]);
  });
});

describe('proofs', () => {
  it('lead from every entry to the root of the newest checkpoint, and of every one it was in', async () => {
    await sealedIn(3, 259, 300);
    const { checkpoint } = await house.newest(auditor);
    const sealed = await log.sealed();
    for (const position of [0, 1, 2, 3, 255, 256, 257, 511, 512, 561]) {
      const proof = (await house.ask(auditor, `audit-entries/${sealed[position]?.id}/inclusion`)).json<InclusionProof>();
      expect([proof.position, proof.size, rootByInclusion(proof)]).toEqual([position, 562, checkpoint?.root]);
    }
    const older = (await house.ask(auditor, 'audit-log/checkpoints')).json<{ items: CheckpointLine[] }>().items[1];
    const proof = (await house.ask(auditor, `audit-entries/${sealed[200]?.id}/inclusion?size=262`)).json<InclusionProof>();
    expect(rootByInclusion(proof)).toBe(older?.root);
  });

  it('show that each checkpoint continues those before it', async () => {
    await sealedIn(1, 2, 5, 248, 1, 300);
    const { items } = (await house.ask(auditor, 'audit-log/checkpoints')).json<{ items: CheckpointLine[] }>();
    for (const [index, to] of items.entries()) {
      for (const from of items.slice(index + 1)) {
        const proof = (await house.ask(auditor, `audit-log/consistency?from=${from.size}&to=${to.size}`)).json<ConsistencyProof>();
        expect(rootsByConsistency(proof, from.root)).toEqual([from.root, to.root]);
      }
    }
  });

  it('are empty where there is nothing to prove', async () => {
    expect((await house.ask(auditor, 'audit-log/consistency')).json()).toEqual({ from: 0, to: 0, path: [] });
    await sealedIn(2);
    expect((await house.ask(auditor, 'audit-log/consistency?from=2&to=2')).json()).toEqual({ from: 2, to: 2, path: [] });
  });

  it.each<[string, string, number, string | undefined]>([
    ['more than is sealed', 'audit-log/consistency?from=1&to=9', 409, 'audit.beyond_the_log'],
    ['from more than is sealed', 'audit-log/consistency?from=9', 409, 'audit.beyond_the_log'],
    ['backwards', 'audit-log/consistency?from=2&to=1', 422, undefined],
    ['from less than nothing', 'audit-log/consistency?from=-1', 422, undefined],
    ['an entry that is not there', `audit-entries/${newId()}/inclusion`, 404, 'not_found'],
  ])('are refused for %s', async (_, path, status, code) => {
    await sealedIn(2);
    const answer = await house.ask(auditor, path);
    expect(answer.statusCode).toBe(status);
    if (code !== undefined) expect(answer.json()).toMatchObject({ code });
  });

  it('are refused for an entry that is not sealed yet, or was not then', async () => {
    await sealedIn(1);
    await log.write('late');
    const [row] = await log.bare.rows<{ id: string }>(
      log.organizationId,
      `select id from audit_entries where target_id = 'late' and organization_id = '${log.organizationId}'`,
    );
    expect((await house.ask(auditor, `audit-entries/${row?.id}/inclusion`)).json()).toMatchObject({ code: 'audit.not_sealed_yet' });
    await log.seal();
    expect((await house.ask(auditor, `audit-entries/${row?.id}/inclusion?size=1`)).json()).toMatchObject({ code: 'audit.not_sealed_yet' });
  });
});

describe('taking the log out', () => {
  it('gives each entry as it was hashed, each checkpoint behind what it covers, then what is not sealed yet, and its own end', async () => {
    await sealedIn(1, 1);
    await log.write('late');
    const answer = await house.takeOut(auditor);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/jsonl; charset=utf-8',
      'content-disposition': 'attachment; filename="audit-log.jsonl"',
    });
    const lines = linesOf(answer.body);
    expect(lines.map((line) => Object.keys(line))).toEqual([
      ['log', 'version', 'size'],
      ['position', 'leaf', 'entry'],
      ['checkpoint'],
      ['position', 'leaf', 'entry'],
      ['checkpoint'],
      ['unsealed'],
      ['unsealed'],
      ['end'],
    ]);
    expect(lines[5]).toMatchObject({ unsealed: { target: { id: 'late' } } });
  });

  it('stands in the log itself before anything leaves', async () => {
    const [, exported] = linesOf((await house.takeOut(auditor)).body);
    expect(exported).toMatchObject({ unsealed: { action: 'audit-log.exported', actor: { id: auditor.memberId }, facts: { format: 'jsonl' } } });
  });

  it('breaks off where whoever takes it out may no longer read it', async () => {
    await sealedIn(1);
    house.readers.until = 1;
    await expect(house.takeOut(auditor)).rejects.toThrow();
  });

  it('is done as CSV too, where no cell is calculated', async () => {
    await log.write('=1+1');
    await log.seal();
    const answer = await house.takeOut(auditor, 'csv');
    const [heading, first, second]: string[][] = parse(answer.body, { bom: true });
    expect(heading).toEqual(['position', 'id', 'at', 'actor', 'actor id', 'roles', 'action', 'about', 'about id', 'facts']);
    expect([first?.[0], first?.[8], first?.[9]]).toEqual(['0', "'=1+1", '{"rooms":3}']);
    expect(second?.slice(0, 1)).toEqual(['']);
  });

  it('is done as events of OCSF too, each in a line, what is not sealed yet behind', async () => {
    await sealedIn(2);
    await log.write('late');
    const answer = await house.takeOut(auditor, 'ocsf');
    expect(answer.headers['content-disposition']).toBe('attachment; filename="audit-log.ocsf.jsonl"');
    expect(linesOf(answer.body).map((event) => [event['class_uid'], event['message'], event['metadata']])).toEqual([
      [3004, 'site.opened', expect.objectContaining({ sequence: 0 })],
      [3004, 'site.opened', expect.objectContaining({ sequence: 1 })],
      [3004, 'site.opened', expect.not.objectContaining({ sequence: expect.anything() })],
      [6001, 'audit-log.exported', expect.objectContaining({ event_code: 'audit-log.exported' })],
    ]);
  });

  it('is refused in a form nobody knows', async () => {
    expect((await house.takeOut(auditor, 'xml')).statusCode).toBe(422);
  });

  it('shows nothing of another organization', async () => {
    await sealedIn(2);
    const other = house.auditor(house.logs.neighbour());
    expect((await house.newest(other)).checkpoint).toBeNull();
    expect(linesOf((await house.takeOut(other)).body)).toHaveLength(3);
    const [entry] = await log.sealed();
    expect((await house.ask(other, `audit-entries/${entry?.id}/inclusion`)).statusCode).toBe(404);
  });
});

describe('the offline verifier', () => {
  it('finds that the log fits what was kept of it, older and newer, and tells how much of it that covers', async () => {
    await sealedIn(300, 300);
    const kept = (await house.newest(auditor)).checkpoint?.note ?? '';
    await sealedIn(50);
    await log.write('late');
    const { keys } = await house.newest(auditor);
    const said = await house.verify((await house.takeOut(auditor)).body, { notes: [kept], keys: keys.map(({ key }) => key) });
    expect(said).toEqual({ code: 0, text: 'The log fits. The checkpoint you kept covers 600 of 650 entries.\nNot sealed yet: 2.\n' });
  });
});
