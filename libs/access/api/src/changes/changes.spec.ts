import type { AccessRules, MemberActor } from '@smartpar/access/model';
import { FakeTime, type Temporal } from '@smartpar/kernel';
import type { Database } from '@smartpar/platform/database';
import { Abilities } from '../abilities';
import { KnownActors } from '../known-actors';
import { ActorSource, SessionSource } from '../ports';
import { Changes } from './changes';

const SIGNED_IN = { sessionId: 's-1', accountId: 'a-1', organizationId: 'o-1', cookie: 'c-1' };

/** One member, who may read lockboxes and holds a grant until a moment. */
class OneMember extends ActorSource {
  until: Temporal.Instant | undefined;

  override actorOf(accountId: string, organizationId: string): Promise<MemberActor | null> {
    const { until } = this;
    const actor = { kind: 'member', accountId, organizationId, memberId: 'm-1', roles: ['owner'], grants: [], oversight: false } as const;
    return Promise.resolve({ ...actor, ...(until && { until }) });
  }
}

const reading: AccessRules = (_, { allow }) => allow('read', 'lockbox');

describe('an open page whose grant ends', () => {
  let members: OneMember;
  let time: FakeTime;
  let actors: KnownActors;
  let changes: Changes;

  beforeEach(() => {
    members = new OneMember();
    time = new FakeTime('2026-03-02T09:00:00Z');
    actors = new KnownActors(members, new Abilities([reading]), {} as Database, time); // as: nothing is asked of it here
    const sessions: SessionSource = { authenticate: () => Promise.resolve({ ...SIGNED_IN, freshUntil: time.now() }) };
    changes = new Changes(actors, sessions, time);
  });
  afterEach(() => changes.onModuleDestroy());

  /** What a page hears up to and with a lockbox. */
  async function heard(until: Temporal.Instant, meanwhile: () => void): Promise<string[]> {
    const events: string[] = [];
    const stream = changes.open(SIGNED_IN, until).answer.getStream();
    meanwhile();
    for await (const chunk of stream) {
      events.push(...[...String(chunk).matchAll(/event: (.*)/g)].map(([, event = '']) => event));
      if (events.includes('lockbox')) break;
    }
    return events;
  }

  it('hears of it, also where somebody looks under a lockbox just before', async () => {
    const events = await heard(time.now().add({ milliseconds: 20_000 }), () => {
      actors.forget('lockbox:o-1');
      time.advance({ minutes: 1 });
    });
    expect(events).toEqual(['changed', 'lockbox']);
  });

  it('hears of the lockbox alone while the grant lasts', async () => {
    const until = time.now().add({ hours: 1 });
    members.until = until;
    expect(await heard(until, () => actors.forget('lockbox:o-1'))).toEqual(['lockbox']);
  });
});
