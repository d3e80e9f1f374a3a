import type { MemberActor, Role } from '@smartpar/access/model';
import { newId } from '@smartpar/kernel';
import { DRY_BED, GuardedApplication, WET_BED } from './guarded-application';

let garden: GuardedApplication;
let gardener: MemberActor;
let visitor: MemberActor;

beforeAll(async () => {
  garden = await GuardedApplication.start();
  gardener = garden.members.add({ roles: ['helpdesk'] });
  visitor = garden.members.add({ organizationId: gardener.organizationId });
});
afterAll(() => garden.app.close());

const beds = (rest: string, organizationId = gardener.organizationId): string => `/organizations/${organizationId}/beds${rest}`;

describe('the guard', () => {
  it('lets everybody through a public gate', async () => {
    expect((await garden.ask('/gate')).json()).toEqual({ name: 'gate' });
  });

  it('lets whoever is signed in to their own', async () => {
    expect((await garden.ask('/account', gardener.accountId)).json()).toEqual({ accountId: gardener.accountId });
  });

  it('knows who acts, and in which organization', async () => {
    expect((await garden.ask(beds('/mine'), gardener.accountId)).json()).toEqual({ accountId: gardener.accountId, organizationId: gardener.organizationId });
  });

  it('knows an organization however its identifier is spelled, as one and the same', async () => {
    const spelled = beds('/mine', gardener.organizationId.toUpperCase());
    expect((await garden.ask(spelled, gardener.accountId)).json()).toEqual({ accountId: gardener.accountId, organizationId: gardener.organizationId });
  });

  it.each(['/account', `/organizations/${newId()}/beds/mine`])('asks for a session first: %s', async (url) => {
    const answer = await garden.ask(url);
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([401, 'not_signed_in']);
  });

  it('lets a right role do what its rules say', async () => {
    expect((await garden.ask(beds(`/${DRY_BED}/watering`), gardener.accountId)).json()).toEqual({ name: 'roses' });
  });
});

describe('a refusal', () => {
  it('is letter by letter what a missing thing answers', async () => {
    const asVisitor = visitor.accountId;
    const asGardener = gardener.accountId;
    const answers = await Promise.all([
      garden.ask('/nothing/at/all', asGardener),
      garden.ask(beds(`/${newId()}/watering`), asGardener),
      garden.ask(beds(`/${WET_BED}/watering`), asGardener),
      garden.ask(beds(`/${DRY_BED}/watering`), asVisitor),
      garden.ask(beds('/not-an-id/watering'), asGardener),
      garden.ask(beds('/mine', newId()), asGardener),
      garden.ask(beds('/mine', 'not-an-id'), asGardener),
      garden.ask(beds('/mine', garden.members.add().organizationId), asGardener),
    ]);
    const seen = answers.map(({ statusCode, headers, body }) => {
      const { date: _, 'x-request-id': id, ...rest } = headers;
      return JSON.stringify([statusCode, rest, body.replace(String(id), '')]);
    });
    expect(answers[0]?.statusCode).toBe(404);
    expect(new Set(seen).size).toBe(1);
  });

  it.each<[string, readonly Role[], boolean]>([
    ['a staff role outside the workforce', ['support', 'platform-operator'], false],
    ['an owner, whom no rule names', ['owner'], false],
    ['nobody in particular', [], false],
  ])('meets %s', async (_, roles, oversight) => {
    const { accountId, organizationId } = garden.members.add({ roles, oversight });
    expect((await garden.ask(beds(`/${DRY_BED}/watering`, organizationId), accountId)).statusCode).toBe(404);
  });
});

describe('a dangerous act', () => {
  it('wants a recent proof of identity', async () => {
    const answer = await garden.ask(beds(`/${DRY_BED}`), `${gardener.accountId}.old`, 'DELETE');
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([403, 'reauthentication_required']);
  });

  it('is done with one', async () => {
    expect((await garden.ask(beds(`/${DRY_BED}`), gardener.accountId, 'DELETE')).statusCode).toBe(204);
  });

  it('does not even ask for one where it is not allowed', async () => {
    expect((await garden.ask(beds(`/${DRY_BED}`), `${visitor.accountId}.old`, 'DELETE')).statusCode).toBe(404);
  });
});

describe('what the guard remembers', () => {
  it('saves asking again, until it is told that something changed', async () => {
    const member = garden.members.add();
    const water = () => garden.ask(beds(`/${DRY_BED}/watering`, member.organizationId), member.accountId);
    await water();
    const { asked } = garden.members;
    await water();
    expect(garden.members.asked).toBe(asked);
    garden.members.change(member, { roles: ['helpdesk'] });
    garden.telling.tell(`organization:${member.organizationId}`);
    expect([(await water()).statusCode, garden.members.asked]).toEqual([200, asked + 1]);
  });
});

describe('the abilities of a member', () => {
  it('go to the console as packed rules', async () => {
    const answer = await garden.ask(`/organizations/${gardener.organizationId}/abilities`, gardener.accountId);
    expect(answer.json()).toEqual({
      roles: ['helpdesk'],
      grants: [],
      rules: [
        ['read', 'bed'],
        ['water,dig-up', 'bed', { dry: true }],
        ['read', 'abilities'],
      ],
    });
  });

  it('are nobody else’s business', async () => {
    expect((await garden.ask(`/organizations/${gardener.organizationId}/abilities`, newId())).statusCode).toBe(404);
  });
});
