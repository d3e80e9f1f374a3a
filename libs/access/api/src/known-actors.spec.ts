import type { MemberActor } from '@smartpar/access/model';
import { FakeTime, type Temporal } from '@smartpar/kernel';
import type { Database } from '@smartpar/platform/database';
import { Abilities } from './abilities';
import { KnownActors } from './known-actors';
import { ActorSource } from './ports';

/** Members that can be changed, and that count how often they are asked for. */
class CountedMembers extends ActorSource {
  asked = 0;
  roles: MemberActor['roles'] = ['helpdesk'];
  answer: Promise<unknown> = Promise.resolve();
  until: Temporal.Instant | undefined;

  override async actorOf(accountId: string, organizationId: string): Promise<MemberActor | null> {
    this.asked += 1;
    const { roles, until } = this;
    await this.answer;
    return organizationId === 'nowhere'
      ? null
      : { kind: 'member', accountId, organizationId, memberId: 'm', roles, grants: [], oversight: false, ...(until && { until }) };
  }
}

/** The part of a database that tells. */
class Telling {
  tell: (payload: string) => void = () => undefined;
  lose: () => void = () => undefined;
  stopped = false;
  connected = true;

  listen(_: string, handler: (payload: string) => void, onLost: () => void) {
    this.tell = handler;
    this.lose = onLost;
    const stop = () => Promise.resolve(void (this.stopped = true));
    const isConnected = () => this.connected;
    return Promise.resolve({
      stop,
      get connected() {
        return isConnected();
      },
    });
  }
}

describe('known actors', () => {
  let members: CountedMembers;
  let database: Telling;
  let actors: KnownActors;
  let time: FakeTime;

  beforeEach(async () => {
    members = new CountedMembers();
    database = new Telling();
    time = new FakeTime('2026-03-02T09:00:00Z');
    actors = new KnownActors(members, new Abilities([]), database as unknown as Database, time); // as: only what tells is needed
    await actors.onApplicationBootstrap();
    await actors.find('a-1', 'o-1');
    await actors.find('a-2', 'o-1');
    await actors.find('a-1', 'o-2');
  });

  const known = () => [actors.peek('a-1', 'o-1'), actors.peek('a-2', 'o-1'), actors.peek('a-1', 'o-2')].map((admitted) => admitted !== undefined);

  it('are remembered per account and organization', () => {
    expect([known(), members.asked]).toEqual([[true, true, true], 3]);
  });

  it.each<[string, string, readonly boolean[]]>([
    ['an organization changes', 'organization:o-1', [false, false, true]],
    ['an account changes', 'account:a-1', [false, true, false]],
    ['somebody else changes', 'account:a-3', [true, true, true]],
  ])('are forgotten when %s', (_, payload, expected) => {
    database.tell(payload);
    expect(known()).toEqual(expected);
  });

  it('are all forgotten when nothing can be heard', () => {
    database.lose();
    expect(known()).toEqual([false, false, false]);
  });

  it('are not remembered as they were before a change that came while they were read', async () => {
    let deliver = (): void => undefined;
    members.answer = new Promise<void>((resolve) => (deliver = resolve));
    const reading = actors.find('a-9', 'o-1');
    members.roles = ['owner'];
    database.tell('organization:o-1');
    deliver();
    expect([(await reading)?.actor.roles, actors.peek('a-9', 'o-1')]).toEqual([['helpdesk'], undefined]);
  });

  it('are not remembered while nothing can be heard', async () => {
    database.connected = false;
    expect([(await actors.find('a-9', 'o-1'))?.actor.memberId, actors.peek('a-9', 'o-1')]).toEqual(['m', undefined]);
  });

  it('are not remembered where there is none', async () => {
    expect([await actors.find('a-1', 'nowhere'), actors.peek('a-1', 'nowhere')]).toEqual([null, undefined]);
  });

  it('are forgotten at the moment something they hold begins or ends', async () => {
    members.until = time.now().add({ seconds: 10 });
    await actors.find('a-9', 'o-1');
    const at = (seconds: number): boolean => {
      time.advance({ seconds });
      return actors.peek('a-9', 'o-1') !== undefined;
    };
    expect([at(0), at(9), at(1)]).toEqual([true, true, false]);
  });

  it('stop listening with the application', async () => {
    await actors.onApplicationShutdown();
    expect(database.stopped).toBe(true);
  });
});

describe('abilities', () => {
  it('are worked out once per actor', () => {
    let said = 0;
    const abilities = new Abilities([() => void (said += 1)]);
    const actor: MemberActor = { kind: 'member', accountId: 'a', organizationId: 'o', memberId: 'm', roles: [], grants: [], oversight: false };
    expect(abilities.of(actor)).toBe(abilities.of(actor));
    abilities.of({ ...actor });
    expect(said).toBe(2);
  });
});
