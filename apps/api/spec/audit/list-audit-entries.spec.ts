import type { MemberActor, Role } from '@smartpar/access/model';
import { ActorLines, AuditModule, LogEvaluations, type LogWish, recordEntry, recordPlatformEntry } from '@smartpar/audit/api';
import { auditEntryAccess, type AuditEntryLine } from '@smartpar/audit/model';
import { newId } from '@smartpar/kernel';
import { GuardedApplication } from '../access/guarded-application';
import { BareDatabase } from '../http/bare-database';

interface Page {
  readonly items: readonly AuditEntryLine[];
  readonly next: string | null;
}

/** Knows everybody as number one. */
class NumberOne extends ActorLines {
  readonly asked: string[][] = [];

  override linesOf(_: string, memberIds: readonly string[]) {
    this.asked.push([...memberIds]);
    return Promise.resolve(new Map(memberIds.map((id) => [id, { memberNumber: 'M-10001' }])));
  }
}

/** Lets everybody read everything, and remembers what was asked. */
class Asked extends LogEvaluations {
  readonly wishes: LogWish[] = [];

  override before(_: MemberActor, { actorId, actorKind }: LogWish) {
    this.wishes.push({ actorId, actorKind });
    return Promise.resolve();
  }
}

describe('reading the log', () => {
  let bare: BareDatabase;
  let application: GuardedApplication;
  let officer: MemberActor;
  const numbers = new NumberOne();
  const asked = new Asked();

  beforeAll(async () => {
    bare = await BareDatabase.start();
    application = await GuardedApplication.start({
      controllers: [],
      modules: [AuditModule],
      rules: [auditEntryAccess],
      providers: [
        { provide: ActorLines, useValue: numbers },
        { provide: LogEvaluations, useValue: asked },
      ],
      database: bare.database,
    });
    officer = application.members.add({ roles: ['privacy-officer'] });
    for (const action of ['site.opened', 'site.closed', 'member.invited']) {
      for (const id of ['1', '2']) {
        bare.time.advance({ minutes: 1 });
        await happen(officer, action, id);
      }
    }
  });
  afterAll(async () => {
    await application.app.close();
    await bare.stop();
  });

  const happen = (actor: MemberActor, action: string, id: string) =>
    bare.database.tenant(actor, (tx) => recordEntry(tx, { action, target: { noun: action.split('.')[0] ?? '', id }, facts: { rooms: 3 } }));
  const ask = (query = '', as = officer) => application.ask(`/organizations/${as.organizationId}/audit-entries${query}`, as.accountId);
  const read = async (query = '', as = officer) => (await ask(query, as)).json<Page>();
  const told = ({ items }: Page) => items.map(({ action, target }) => `${action} ${target.id}`);
  const EVERYTHING = ['member.invited 2', 'member.invited 1', 'site.closed 2', 'site.closed 1', 'site.opened 2', 'site.opened 1'];

  it('shows the newest first', async () => {
    expect(told(await read())).toEqual(EVERYTHING);
  });

  it('shows who did it by number and roles, and asks for each number once', async () => {
    numbers.asked.length = 0;
    const { items } = await read('?size=1');
    expect(items).toEqual([
      {
        id: expect.any(String),
        at: '2026-03-02T09:06:00.000Z',
        actor: { kind: 'member', id: officer.memberId, memberNumber: 'M-10001', roles: ['privacy-officer'] },
        action: 'member.invited',
        target: { noun: 'member', id: '2' },
        facts: { rooms: 3 },
        sealedIn: null,
      },
    ]);
    await read();
    expect(numbers.asked).toEqual([[officer.memberId], [officer.memberId]]);
  });

  it('asks first whether it may be read, with whose doings are asked for', async () => {
    asked.wishes.length = 0;
    await read(`?actorKind=member&actorId=${officer.memberId}`);
    expect(asked.wishes).toEqual([{ actorId: officer.memberId, actorKind: 'member' }]);
  });

  it.each([1, 2, 4, 6])('pages without losing or repeating any, %i at a time', async (size) => {
    const seen: string[] = [];
    for (let after: string | null = ''; after !== null;) {
      const page: Page = await read(`?size=${size}${after === '' ? '' : `&after=${after}`}`);
      seen.push(...told(page));
      after = page.next;
    }
    expect(seen).toEqual(EVERYTHING);
  });

  it('pages on where it was though more has happened', async () => {
    const other = application.members.add({ roles: ['owner'] });
    for (const id of ['1', '2', '3']) await happen(other, 'site.opened', id);
    const first = await read('?size=2', other);
    await happen(other, 'site.opened', '4');
    expect([told(first), told(await read(`?size=2&after=${first.next}`, other))]).toEqual([['site.opened 3', 'site.opened 2'], ['site.opened 1']]);
  });

  it.each<[string, string, readonly string[]]>([
    ['an action', 'action=site.closed', ['site.closed 2', 'site.closed 1']],
    ['a kind of actor', 'actorKind=member&action=site.closed', ['site.closed 2', 'site.closed 1']],
    ['another kind of actor', 'actorKind=system', []],
    ['a kind of thing', 'targetNoun=member', ['member.invited 2', 'member.invited 1']],
    ['a thing', 'targetNoun=site&targetId=2', ['site.closed 2', 'site.opened 2']],
    ['a time', 'from=2026-03-02T09:02:00Z&to=2026-03-02T09:04:00Z', ['site.closed 1', 'site.opened 2']],
    ['a time in another zone', 'from=2026-03-02T10:06:00%2B01:00', ['member.invited 2']],
    ['several at once', 'action=site.opened&targetNoun=site&targetId=1', ['site.opened 1']],
    ['what never happened', 'action=site.sold', []],
    ['somebody who did nothing', `actorId=${newId()}`, []],
  ])('narrows to %s', async (_, query, expected) => {
    expect(told(await read(`?${query}`))).toEqual(expected);
  });

  it('narrows to one actor', async () => {
    expect(told(await read(`?actorId=${officer.memberId}`))).toEqual(EVERYTHING);
  });

  it.each([
    ['a time that is none', 'from=yesterday', 422],
    ['a thing without its kind', 'targetId=1', 422],
    ['a filter nobody knows', 'name=Ada', 422],
    ['a kind of actor nobody knows', 'actorKind=robot', 422],
    ['a cursor from somewhere else', 'after=WyJ4IiwieSJd', 422],
    ['an actor that cannot be written', 'actorId=%00', 422],
    ['a thing that cannot be written', 'targetNoun=site&targetId=%00', 422],
    ['a time before there were years', 'from=0000-01-01T00:00:00Z', 422],
    ['a time told too exactly', `to=2026-03-02T09:00:00.${'1'.repeat(200)}Z`, 422],
    ['a quote that wants out', "action=x'%20or%20'1'='1", 422],
  ])('refuses %s', async (_, query, status) => {
    expect((await ask(`?${query}`)).statusCode).toBe(status);
  });

  it.each<[Role, number]>([
    ['owner', 200],
    ['privacy-officer', 200],
    ['auditor', 200],
    ['user-administrator', 404],
    ['helpdesk', 404],
    ['support', 404],
    ['security', 404],
    ['platform-operator', 404],
  ])('is for owners, privacy officers and auditors: %s', async (role, status) => {
    expect((await ask('', application.members.add({ roles: [role] }))).statusCode).toBe(status);
  });

  it('shows nothing of another organization, nor of the platform', async () => {
    await bare.database.global((tx) => recordPlatformEntry(tx, { action: 'sign-in.refused', target: { noun: 'sign-in', id: 'none' }, facts: {} }));
    expect(await read('', application.members.add({ roles: ['owner'] }))).toEqual({ items: [], next: null });
    const auditor = application.members.add({ roles: ['auditor'], organizationId: bare.workforceId, oversight: true });
    expect((await read('', auditor)).items).toEqual([
      expect.objectContaining({ action: 'sign-in.refused', actor: { kind: 'nobody', id: null, memberNumber: null, roles: [] } }),
    ]);
  });
});
