import { Temporal } from '@smartpar/kernel';
import { graceFrom, type Leaving, waitsFor } from '@smartpar/members/model';
import fc from 'fast-check';
import type { House } from '../organizations/house';
import type { Person } from '../organizations/person';
import { letGo, lineOf, livesHouse, of, work } from './lives-house';

let house: House;

beforeAll(async () => {
  house = await livesHouse();
});

afterAll(() => house.stop());

/** What somebody does, or how many days pass. */
type Step = { readonly kind: 'leave' | 'come-back' | 'hold' | 'lift' | 'suspend' | 'let-in' } | { readonly kind: 'wait'; readonly days: number };

const steps = fc.array(
  fc.oneof<fc.Arbitrary<Step>[]>(
    fc.constantFrom<Step>(
      { kind: 'leave' },
      { kind: 'leave' },
      { kind: 'come-back' },
      { kind: 'hold' },
      { kind: 'lift' },
      { kind: 'suspend' },
      { kind: 'let-in' },
    ),
    fc.record({ kind: fc.constant('wait' as const), days: fc.constantFrom(1, 7, 13, 14, 16, 30, 400) }),
  ),
  { minLength: 3, maxLength: 10 },
);

/** How the member has to stand, worked out without the server. */
class Expected {
  status: 'active' | 'suspended' | 'deactivated' | 'de-identified' = 'active';
  private before: 'active' | 'suspended' = 'active';
  private leaving: Leaving | null = null;
  private holds = 0;

  /** @returns whether the server has to accept it */
  does(kind: Exclude<Step['kind'], 'wait'>, now: Temporal.Instant): boolean {
    if (this.status === 'de-identified') return false;
    switch (kind) {
      case 'leave':
        if (this.status === 'deactivated') return false;
        this.before = this.status;
        this.status = 'deactivated';
        this.leaving = { departedAt: now, graceUntil: graceFrom(now, 14), memberDays: 30, holds: 0, openRequests: 0 };
        return true;
      case 'come-back':
        if (this.leaving === null || !waitsFor(this.leaving, now).some((wait) => wait.kind === 'grace')) return false;
        [this.status, this.leaving] = [this.before, null];
        return true;
      case 'hold':
        this.holds += 1;
        return true;
      case 'lift':
        if (this.holds === 0) return false;
        this.holds -= 1;
        return true;
      case 'suspend':
        if (this.status !== 'active') return false;
        this.status = 'suspended';
        return true;
      case 'let-in':
        if (this.status !== 'suspended') return false;
        this.status = 'active';
        return true;
    }
  }

  /** Everything due was done. */
  worked(now: Temporal.Instant): void {
    if (this.leaving !== null && waitsFor({ ...this.leaving, holds: this.holds }, now).length === 0) [this.status, this.leaving] = ['de-identified', null];
  }
}

async function done(owner: Person, member: Person, kind: Exclude<Step['kind'], 'wait'>): Promise<number> {
  switch (kind) {
    case 'leave':
      return (await letGo(owner, member)).status;
    case 'come-back':
      return (await owner.delete(`${of(member)}/deactivation`)).status;
    case 'hold':
      return (await owner.post(`${of(member)}/holds`, { ground: 'law', words: 'To be kept.' })).status;
    case 'lift': {
      const { body } = await owner.get(`${of(member)}/holds`);
      const open = (body.items ?? []).find(({ lifted }: { lifted: unknown }) => lifted === null);
      return (await owner.post(`${of(member)}/holds/${open?.id ?? member.is.memberId}/lifting`, { words: 'Over.' })).status;
    }
    case 'suspend':
      return (await owner.post(`${of(member)}/suspension`, {})).status;
    case 'let-in':
      return (await owner.post(`${of(member)}/reactivation`, {})).status;
  }
}

it('however somebody leaves, comes back, is held and time passes, they stand as the rules say: held nothing goes, in their grace they can come back, and gone is gone', async () => {
  const larkspur = await house.organization();
  const owner = await house.person(larkspur, 'owner');
  await fc.assert(
    fc.asyncProperty(steps, async (sequence) => {
      const member = await house.person(larkspur, 'auditor');
      const expected = new Expected();
      for (const step of sequence) {
        if (step.kind === 'wait') {
          house.time.advance({ days: step.days });
          // a hold that was lifted since is looked at within a day
          await work(house);
          expected.worked(house.time.now());
        } else {
          const accepted = expected.does(step.kind, house.time.now());
          expect({ step, accepted: (await done(owner, member, step.kind)) < 300 }).toEqual({ step, accepted });
        }
        const line = await lineOf(house, member);
        expect({ step, status: line['status'] }).toEqual({ step, status: expected.status });
        expect(line['email'] === null && line['first_name'] === null && line['account_id'] === null).toBe(expected.status === 'de-identified');
      }
      const roles = await house.rows(larkspur, 'select role from member_roles where member_id = $1', [member.is.memberId]);
      expect(roles).toHaveLength(expected.status === 'de-identified' ? 0 : 1);
      const entries = await house.rows(larkspur, `select 1 from audit_entries where target_id = $1 and action = 'member.de-identified'`, [member.is.memberId]);
      expect(entries).toHaveLength(expected.status === 'de-identified' ? 1 : 0);
    }),
    { numRuns: 25, seed: 20261126 },
  );
});
