import { FakeTime, newId } from '@smartpar/kernel';
import { Database } from '@smartpar/platform/database';
import { Carrier, DeliverMail, defineMail, DevelopmentCarrier, DevelopmentMailbox, enqueueMail, forgetSettledMails, MailRendering, MailTemplates, mailOutcomes, SmtpCarrier } from '@smartpar/platform/mail';
import { freshDatabase, type FreshDatabase, TestMailServer } from '@smartpar/platform/testing';

const greeting = defineMail<{ name: string }>('test.greeting', {
  en: ({ name }, { link }) => ({ subject: `Hello ${name}`, paragraphs: ['Good to see you.'], action: { label: 'Open', url: link('/follow', 'follow', ['r1']) }, footer: 'A test.' }),
  de: ({ name }) => ({ subject: `Hallo ${name}`, paragraphs: ['Schön.'], footer: 'Ein Test.' }),
});

const rendering = new MailRendering(new MailTemplates([greeting]), { baseUrl: 'http://localhost:3000', token: (_, parts) => `tok-${parts.join('-')}` });

let fresh: FreshDatabase;
let database: Database;
let server: TestMailServer;
let time: FakeTime;
let failures: string[];

beforeAll(async () => {
  fresh = await freshDatabase();
  server = await TestMailServer.start();
});

beforeEach(async () => {
  time = new FakeTime('2026-03-02T09:00:00Z');
  failures = [];
  database = await Database.open({ url: fresh.appUrl, time, entities: [] });
  await database.global((tx) => tx.query('delete from mail_outbox'));
  server.received.length = 0;
  server.refusals.clear();
});

afterEach(() => database.close());
afterAll(async () => {
  await server.stop();
  await fresh.drop();
});

const delivery = (carrier: Carrier): DeliverMail => new DeliverMail(database, time, carrier, rendering, (template) => failures.push(template));
const smtp = () => new SmtpCarrier(server.url, 'Console <console@localhost>');
const put = (to: string, more: { organizationId?: string; subjectId?: string } = {}) =>
  database.global((tx) => enqueueMail(tx, greeting, { to, locale: 'en', facts: { name: 'Ann' }, ...more }));
const states = () => database.global((tx) => tx.query<{ state: string; attempts: number; uncertain: boolean }>('select state, attempts, uncertain from mail_outbox order by id'));

describe('the outbox', () => {
  it('sends a committed mail once, with text, HTML and a stable Message-ID', async () => {
    const id = await put('ann@example.com');
    expect(await delivery(smtp()).run()).toBe(1);
    expect(await delivery(smtp()).run()).toBe(0);
    expect(server.received).toHaveLength(1);
    const [mail] = server.received;
    expect(mail?.to).toEqual(['ann@example.com']);
    expect(mail?.raw).toContain(`Message-ID: <${id}@localhost>`);
    expect(mail?.raw).toContain('Content-Type: text/plain');
    expect(mail?.raw).toContain('Content-Type: text/html');
  });

  it('sends nothing of a transaction that fails', async () => {
    await expect(
      database.global(async (tx) => {
        await enqueueMail(tx, greeting, { to: 'ann@example.com', locale: 'en', facts: { name: 'Ann' } });
        throw new Error('changed my mind');
      }),
    ).rejects.toThrow('changed my mind');
    expect(await delivery(smtp()).run()).toBe(0);
  });

  it('holds neither the text nor the token of a mail', async () => {
    await put('ann@example.com');
    const rows = await database.global((tx) => tx.query('select * from mail_outbox'));
    expect(JSON.stringify(rows)).not.toMatch(/Good to see you|tok-/);
  });

  it('remembers that an address refused for good, and shows it beside its subject', async () => {
    const [organizationId, subjectId] = [newId(), newId()];
    server.refusals.set('gone@example.com', 550);
    await put('gone@example.com', { organizationId, subjectId });
    await delivery(smtp()).run();
    const outcomes = await database.global((tx) => mailOutcomes(tx, organizationId, subjectId));
    expect(outcomes).toEqual([expect.objectContaining({ template: 'test.greeting', state: 'bounced' })]);
    const elsewhere = await database.global((tx) => mailOutcomes(tx, newId(), subjectId));
    expect(elsewhere).toEqual([]);
  });

  it('tries again later when the server is busy or gone, and gives up in the end', async () => {
    server.refusals.set('busy@example.com', 451);
    await put('busy@example.com');
    await delivery(smtp()).run();
    expect(await states()).toEqual([{ state: 'queued', attempts: 1, uncertain: false }]);
    expect(await delivery(smtp()).run()).toBe(0);
    expect((await states())[0]?.attempts).toBe(1);
    for (let round = 0; round < 10; round += 1) {
      time.advance({ hours: 25 });
      await delivery(smtp()).run();
    }
    expect(await states()).toEqual([{ state: 'failed', attempts: 8, uncertain: false }]);
    expect(failures).toContain('test.greeting');
    expect(server.received).toEqual([]);
  });

  it.each([
    ['its password for the server is wrong', () => new SmtpCarrier(server.url.replace('//', '//console:wrong@'), 'Console <console@localhost>')],
    ['its sender is refused', () => new SmtpCarrier(server.url, 'Console <unknown@localhost>')],
  ])('loses no mail while %s: nobody\'s address is to blame', async (_, misconfigured) => {
    server.refusals.set('unknown@localhost', 550);
    await put('ann@example.com');
    await delivery(misconfigured()).run();
    expect(await states()).toEqual([{ state: 'queued', attempts: 1, uncertain: false }]);
    expect(failures).toEqual(['test.greeting']);
    time.advance({ minutes: 2 });
    expect(await delivery(smtp()).run()).toBe(1);
  });

  it('delivers after the server has come back', async () => {
    server.refusals.set('busy@example.com', 451);
    await put('busy@example.com');
    await delivery(smtp()).run();
    server.refusals.clear();
    time.advance({ minutes: 2 });
    expect(await delivery(smtp()).run()).toBe(1);
  });

  it('takes over a mail whose process died after the hand-over, under the same Message-ID, and marks it uncertain', async () => {
    const id = await put('ann@example.com');
    const dies = new (class extends SmtpCarrier {
      override async carry(...message: Parameters<SmtpCarrier['carry']>): Promise<void> {
        await super.carry(...message);
        await new Promise(() => undefined);
      }
    })(server.url, 'Console <console@localhost>');
    void delivery(dies).run();
    while (server.received.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(await delivery(smtp()).run()).toBe(0);
    time.advance({ minutes: 11 });
    expect(await delivery(smtp()).run()).toBe(1);
    expect(server.received.map(({ raw }) => /Message-ID: (.*)/.exec(raw)?.[1])).toEqual([`<${id}@localhost>`, `<${id}@localhost>`]);
    expect(await states()).toEqual([{ state: 'sent', attempts: 2, uncertain: true }]);
  });

  it('is emptied by many workers without sending anything twice', async () => {
    await Promise.all(Array.from({ length: 60 }, (_, n) => put(`person${n}@example.com`)));
    const sent = await Promise.all([delivery(smtp()).run(), delivery(smtp()).run(), delivery(smtp()).run()]);
    expect(sent.reduce((sum, count) => sum + count)).toBe(60);
    expect(new Set(server.received.map(({ to }) => to[0])).size).toBe(60);
    expect(server.received).toHaveLength(60);
  });

  it('forgets settled mails after thirty days and keeps waiting ones', async () => {
    await put('ann@example.com');
    await delivery(new DevelopmentCarrier()).run();
    await put('late@example.com');
    time.advance({ days: 31 });
    await forgetSettledMails(database, time.now());
    expect(await states()).toEqual([{ state: 'queued', attempts: 0, uncertain: false }]);
  });
});

describe('the development mailbox', () => {
  it('shows what would have been sent, newest first, with links that work', async () => {
    await put('ann@example.com');
    await put('ben@example.com');
    const mailbox = new DevelopmentMailbox(database, rendering);
    const mails = await mailbox.list(undefined);
    expect(mails.map(({ to }) => to)).toEqual(['ben@example.com', 'ann@example.com']);
    expect(mails[0]?.text).toContain('http://localhost:3000/follow#t=tok-r1');
    expect(await mailbox.list('ann@example.com')).toHaveLength(1);
  });
});
