import fc from 'fast-check';
import type { ClaimedState } from '@smartpar/organizations/model';
import { type Claimant, ClaimsHouse, Holder } from './claims-house';

/** What may happen next: somebody chooses, the organization acts, the proof comes and goes, time passes. */
const event = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom('stay' as const, 'object' as const, 'move' as const), who: fc.nat({ max: 2 }) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('accept' as const, 'refuse' as const) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('unpublish' as const, 'publish' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('stop' as const) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('dispute' as const, 'keep' as const, 'take-away' as const) }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('days' as const), count: fc.integer({ min: 1, max: 9 }) }) },
);
type Event = typeof event extends fc.Arbitrary<infer E> ? E : never;

let town: ClaimsHouse;
let counsel: Holder;
let runs = 0;

beforeAll(async () => {
  town = await ClaimsHouse.open();
  const email = 'counsel@smartpar.example';
  counsel = new Holder(await town.house.browserOf(town.house.installation.workforceOrganizationId, email, ['privacy-counsel']), '', email);
});

afterAll(() => town.close());

/** One claim of three accounts, and what is known from outside. */
class Story {
  private day = 0;
  private lost = false;
  private rival: { readonly organization: Claimant; readonly domainId: string } | null = null;

  private constructor(
    private readonly acme: Claimant,
    private readonly people: readonly Holder[],
    private readonly claim: { readonly id: string; readonly domain: string; readonly value: string; readonly run: number },
  ) {}

  static async begin(): Promise<Story> {
    const [acme, domain, run] = [await town.claimant(), town.domain(), ++runs];
    const people = await Promise.all(['ines', 'joris', 'kai'].map((name) => town.person(`${name}@${domain}`)));
    const domainId = await acme.prove(domain);
    const value = (await acme.get('/domains')).body.items[0].recordValue;
    return new Story(acme, people, { id: await acme.claim(domainId), domain, value, run });
  }

  async happens(next: Event): Promise<void> {
    const { id, domain, value, run } = this.claim;
    switch (next.kind) {
      case 'stay':
        await this.people[next.who]?.post(`/api/account/claims/${id}/stay`);
        break;
      case 'object':
        await this.people[next.who]?.post(`/api/account/claims/${id}/objection`, { words: 'It is mine.' });
        break;
      case 'move': {
        const who = this.people[next.who];
        if (who !== undefined) await town.move(who, `${run}-${next.who}-${this.day}@home.example`);
        break;
      }
      case 'accept':
      case 'refuse': {
        const [waiting] = (await this.acme.get('/claim-objections')).body.items;
        if (waiting !== undefined) await this.acme.post(`/claim-objections/${waiting.id}/answer`, { decision: next.kind, words: 'So be it.' });
        break;
      }
      case 'unpublish':
        town.unpublish(domain);
        break;
      case 'publish':
        town.unpublish(domain);
        town.publish(domain, value);
        break;
      case 'dispute':
        await this.dispute();
        break;
      case 'keep':
      case 'take-away':
        await this.decide(next.kind);
        break;
      case 'stop':
        await this.acme.post(`/account-claims/${id}/stop`);
        break;
      case 'days':
        await town.days(next.count);
        this.day += next.count;
        break;
    }
    await town.work();
  }

  /** What has to hold at every moment. */
  async holds(): Promise<void> {
    const states = await this.states();
    expect(Object.values(states)).toHaveLength(this.people.length);
    for (const person of this.people) {
      const state = states[person.accountId];
      const [own] = (await person.get('/api/account/claims')).body.items;
      expect(own.state).toBe(state);
      const [member] = await town.rows<{ count: number }>(
        this.acme.organizationId,
        `select count(*) as count from members where organization_id = $1 and account_id = '${person.accountId}'`,
      );
      expect(member?.count).toBe(state === 'joined' ? 1 : 0);
      if (state === 'joined') expect(person.email.endsWith(`@${this.claim.domain}`) || this.day >= 14).toBe(true);
    }
    if (this.day < 14) expect(Object.values(states)).not.toContain('joined');
    const [domain] = (await this.acme.get('/domains')).body.items;
    this.lost ||= domain.state === 'lost';
    const { state } = (await this.acme.get(`/account-claims/${this.claim.id}`)).body;
    if (this.lost) expect(state).not.toBe('running');
  }

  /** Somebody else publishes a proof as well, and asks SmartPAR. */
  private async dispute(): Promise<void> {
    this.rival ??= await this.begunBy(await town.claimant());
    await this.rival.organization.post(`/domains/${this.rival.domainId}/disputes`, { words: 'It is ours.' });
  }

  private async begunBy(organization: Claimant): Promise<NonNullable<Story['rival']>> {
    return { organization, domainId: await organization.prove(this.claim.domain) };
  }

  /** SmartPAR's privacy counsel decides what is open about the domain. */
  private async decide(decision: 'keep' | 'take-away'): Promise<void> {
    await counsel.signIn();
    const cases = `/api/organizations/${town.house.installation.workforceOrganizationId}/oversight/domain-cases`;
    const items: readonly { id: string; domain: string; kind: string; decision: string | null }[] = (await counsel.get(`${cases}?size=100`)).body.items;
    const open = items.find((one) => one.domain === this.claim.domain && one.kind === 'domain' && one.decision === null);
    if (open !== undefined) await counsel.post(`${cases}/${open.id}/decision`, { decision, reason: 'The register says so.' });
  }

  /** Mails about the claim, each at most once for each person. */
  async toldOnce(): Promise<void> {
    const mails = (await town.mails()).filter(
      ({ facts, template }) => facts['domain'] === this.claim.domain && /claim-(told|in-force|stopped)$/.test(template),
    );
    const kinds = mails.map(({ to, template }) => `${template} ${to}`);
    expect(new Set(kinds).size).toBe(kinds.length);
  }

  private async states(): Promise<Readonly<Record<string, ClaimedState>>> {
    const rows = await town.rows<{ id: string; state: ClaimedState }>(
      this.acme.organizationId,
      'select account_id as id, state from claimed_accounts where organization_id = $1',
    );
    return Object.fromEntries(rows.map(({ id, state }) => [id, state]));
  }
}

it('whatever happens in whatever order, only those join who were told two weeks before, stayed, and whose domain was proved', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(event, { minLength: 1, maxLength: 8 }), async (events) => {
      const story = await Story.begin();
      for (const next of events) {
        await story.happens(next);
        await story.holds();
      }
      await story.toldOnce();
    }),
    { numRuns: 14 },
  );
}, 120_000);
