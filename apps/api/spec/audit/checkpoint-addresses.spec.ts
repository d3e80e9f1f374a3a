import type { MemberActor } from '@smartpar/access/model';
import { AddressSecrets } from '@smartpar/audit/api';
import type { AddressWithSecret, CheckpointAddress, CheckpointAddressList } from '@smartpar/audit/model';
import { newId } from '@smartpar/kernel';
import { ReadingHouse } from './reading-house';
import type { SealingHouse } from './sealing-house';

let house: ReadingHouse;
let log: SealingHouse;
let owner: MemberActor;
let auditor: MemberActor;
beforeAll(async () => void (house = await ReadingHouse.start()));
afterAll(() => house.stop());
beforeEach(() => {
  log = house.logs.neighbour();
  [owner, auditor] = [house.member(log, 'owner'), house.auditor(log)];
});
afterEach(() => void house.logs.bare.time.set('2026-03-02T09:00:00Z'));

const ADDRESSES = 'audit-log/addresses';
const MAIL = { kind: 'mail', target: 'checkpoints@elsewhere.example', locale: 'de', every: 'day' };
const HOOK = { kind: 'webhook', target: 'https://hooks.elsewhere.example/log', every: 'hour' };

const add = (address: object, key = newId(), who = owner) => house.send(who, 'POST', ADDRESSES, address, key);
const added = async (address: object) => (await add(address)).json<AddressWithSecret>();
const list = async (): Promise<readonly CheckpointAddress[]> => (await house.ask(auditor, ADDRESSES)).json<CheckpointAddressList>().items;
const send = (id: string) => house.perform(log, 'audit.send-checkpoint', id);
const mails = (id: string) =>
  log.open((tx) =>
    tx.query<{ to: string; locale: string; facts: object }>(`select to_address as to, locale, facts from mail_outbox where subject_id = $1 order by id`, [id]),
  );
const hooks = (id: string) =>
  log.open((tx) => tx.query<{ type: string; data: object }>('select type, data from webhook_outbox where subject_id = $1 order by id', [id]));
const planned = (id: string) => log.open((tx) => tx.query<{ due_at: Date }>('select due_at from due_work where subject_id = $1 order by due_at', [id]));
const entries = () =>
  log.bare.rows(
    log.organizationId,
    `select action, facts from audit_entries where organization_id = '${log.organizationId}' and target_noun = 'checkpoint-address' order by id`,
  );

describe('an address for checkpoints', () => {
  it('is added by mail or by webhook, and its secret is shown this once', async () => {
    const [mail, hook] = [await added(MAIL), await added(HOOK)];
    expect(mail).toEqual({
      address: {
        id: expect.any(String),
        kind: 'mail',
        target: MAIL.target,
        every: 'day',
        sent: null,
        state: 'waiting',
        fault: null,
        at: '2026-03-02T09:00:00.000Z',
      },
      secret: null,
    });
    expect(hook.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(JSON.stringify(await list())).not.toContain('whsec_');
    expect((await list()).map(({ kind }) => kind)).toEqual(['mail', 'webhook']);
    expect(await entries()).toEqual([
      { action: 'checkpoint-address.added', facts: { kind: 'mail', every: 'day' } },
      { action: 'checkpoint-address.added', facts: { kind: 'webhook', every: 'hour' } },
    ]);
  });

  it('is added once, however often it arrives, with the same secret', async () => {
    const key = newId();
    const [first, again] = [(await add(HOOK, key)).json(), (await add(HOOK, key)).json()];
    expect(again).toEqual(first);
    expect(await list()).toHaveLength(1);
  });

  it('is refused a second time, and where there are as many as there may be', async () => {
    await add(MAIL);
    expect((await add(MAIL)).json()).toMatchObject({ status: 409, code: 'audit.known_address' });
    for (let n = 1; n < 10; n += 1) await add({ ...MAIL, target: `c${n}@elsewhere.example` });
    expect((await add(HOOK)).json()).toMatchObject({ status: 409, code: 'audit.too_many_addresses' });
  });

  it.each([
    'http://hooks.elsewhere.example/',
    'https://127.0.0.1/',
    'https://localhost/',
    'https://169.254.169.254/latest/meta-data',
    'https://me:word@hooks.elsewhere.example/',
    'https://metadata.google.internal/',
    'javascript:alert(1)',
  ])('is refused where no webhook may go: %s', async (target) => {
    const answer = await add({ ...HOOK, target });
    expect(answer.statusCode).toBe(422);
    expect(answer.json()).toMatchObject({ code: 'audit.not_reachable' });
    expect(await entries()).toEqual([]);
  });

  it.each([
    ['no address of mail', { ...MAIL, target: 'nobody' }],
    ['a language nobody speaks', { ...MAIL, locale: 'xx' }],
    ['a way nobody goes', { ...MAIL, kind: 'pigeon' }],
    ['a rhythm nobody keeps', { ...HOOK, every: 'second' }],
    ['a secret of its own', { ...HOOK, secret: 'whsec_x' }],
  ])('is refused with %s', async (_, address) => {
    expect((await add(address)).statusCode).toBe(422);
  });

  it('is for owners and auditors to name; officers see it, others do not', async () => {
    const officer = house.member(log, 'privacy-officer');
    expect((await add(MAIL, newId(), auditor)).statusCode).toBe(201);
    expect((await add(HOOK, newId(), officer)).statusCode).toBe(404);
    expect((await house.ask(officer, ADDRESSES)).statusCode).toBe(200);
    expect((await house.ask(house.member(log, 'helpdesk'), ADDRESSES)).statusCode).toBe(404);
  });

  it('is not found by another organization, nor changed or removed by it', async () => {
    const { address } = await added(HOOK);
    const stranger = house.member(house.logs.neighbour(), 'owner');
    expect((await house.ask(stranger, ADDRESSES)).json()).toEqual({ items: [] });
    expect((await house.send(stranger, 'POST', `${ADDRESSES}/${address.id}/secret`)).statusCode).toBe(404);
    expect((await house.send(stranger, 'DELETE', `${ADDRESSES}/${address.id}`)).statusCode).toBe(404);
    expect(await list()).toHaveLength(1);
  });
});

describe('sending checkpoints', () => {
  it('hands the newest to the mail, whole, and plans the next time', async () => {
    const { address } = await added(MAIL);
    await log.write('a', 'b');
    await log.seal();
    await send(address.id);
    const { checkpoint } = await house.newest(auditor);
    expect(await mails(address.id)).toEqual([
      { to: MAIL.target, locale: 'de', facts: expect.objectContaining({ number: 1, note: checkpoint?.note.trimEnd() }) },
    ]);
    expect(await list()).toEqual([expect.objectContaining({ sent: 1, state: 'waiting' })]);
    expect((await planned(address.id)).at(-1)).toEqual({ due_at: new Date('2026-03-03T09:00:00Z') });
  });

  it('hands the newest to the webhook with the keys it is checked by', async () => {
    const { address } = await added(HOOK);
    await log.write('a');
    await log.seal();
    await send(address.id);
    const { checkpoint, keys } = await house.newest(auditor);
    expect(await hooks(address.id)).toEqual([
      { type: 'audit-log.checkpoint', data: { ...checkpoint, origin: `smartpar.ai/audit-log/${log.organizationId}`, keys: keys.map(({ key }) => key) } },
    ]);
    expect((await planned(address.id)).at(-1)).toEqual({ due_at: new Date('2026-03-02T10:00:00Z') });
  });

  it('says nothing twice, and nothing where nothing is sealed', async () => {
    const { address } = await added(HOOK);
    await log.seal();
    const before = (await hooks(address.id)).length;
    await send(address.id);
    await send(address.id);
    expect(await hooks(address.id)).toHaveLength(before + 1);
    await log.write('more');
    await log.seal();
    await send(address.id);
    expect(await hooks(address.id)).toHaveLength(before + 2);
  });

  it('is no entry of the log, or it would never come to an end', async () => {
    const { address } = await added(MAIL);
    await log.seal();
    await send(address.id);
    expect(await log.seal()).toBe(0);
  });

  it('ends with the address, and what waits for it is taken back', async () => {
    const { address } = await added(HOOK);
    await log.seal();
    await send(address.id);
    expect((await house.send(owner, 'DELETE', `${ADDRESSES}/${address.id}`)).statusCode).toBe(204);
    expect([await list(), await hooks(address.id), await planned(address.id)]).toEqual([[], [], []]);
    await send(address.id);
    expect(await planned(address.id)).toEqual([]);
    expect(await house.find(AddressSecrets).find(log.organizationId, address.id)).toBeNull();
  });
});

describe('the secret of a webhook', () => {
  it('is changed, and the one before goes on signing for a day', async () => {
    const { address, secret } = await added(HOOK);
    const answer = (await house.send(owner, 'POST', `${ADDRESSES}/${address.id}/secret`)).json<AddressWithSecret>();
    expect(answer.secret).not.toBe(secret);
    const destination = () => house.find(AddressSecrets).find(log.organizationId, address.id);
    expect(await destination()).toEqual({ url: HOOK.target, secrets: [answer.secret, secret] });
    house.logs.bare.time.advance({ hours: 25 });
    expect(await destination()).toEqual({ url: HOOK.target, secrets: [answer.secret] });
    expect((await entries()).at(-1)).toEqual({ action: 'checkpoint-address.secret-changed', facts: {} });
  });

  it('changed twice in a day leaves the receiver the one it knows, for no longer than that day', async () => {
    const { address, secret } = await added(HOOK);
    const change = async () => (await house.send(owner, 'POST', `${ADDRESSES}/${address.id}/secret`)).json<AddressWithSecret>().secret;
    const destination = () => house.find(AddressSecrets).find(log.organizationId, address.id);
    await change();
    house.logs.bare.time.advance({ hours: 20 });
    const second = await change();
    expect(await destination()).toEqual({ url: HOOK.target, secrets: [second, secret] });
    house.logs.bare.time.advance({ hours: 5 });
    expect(await destination()).toEqual({ url: HOOK.target, secrets: [second] });
    const third = await change();
    expect(await destination()).toEqual({ url: HOOK.target, secrets: [third, second] });
  });

  it('is not kept in the open, and opens for no other address', async () => {
    const { address, secret } = await added(HOOK);
    const [row] = await log.bare.rows<{ secret: string }>(log.organizationId, `select secret from checkpoint_addresses where id = '${address.id}'`);
    expect(row?.secret).not.toContain(secret?.slice('whsec_'.length));
    const secrets = house.find(AddressSecrets);
    expect(secrets.open(row?.secret ?? '', log.organizationId, address.id)).toBe(secret);
    expect(secrets.open(row?.secret ?? '', log.organizationId, newId())).toBeNull();
  });

  it('is none where checkpoints go by mail', async () => {
    const { address } = await added(MAIL);
    expect((await house.send(owner, 'POST', `${ADDRESSES}/${address.id}/secret`)).json()).toMatchObject({ code: 'audit.no_secret' });
  });

  it('never lets a webhook leave unsigned', async () => {
    const { address } = await added(HOOK);
    await log.asOwner(`update checkpoint_addresses set secret = '1.gone.AAAA' where id = '${address.id}'`);
    await expect(house.find(AddressSecrets).find(log.organizationId, address.id)).rejects.toMatchObject({ code: 'no-secret' });
  });
});
