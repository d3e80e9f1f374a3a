import { KnownActors } from '@smartpar/access/api';
import fc from 'fast-check';
import type { House } from '../organizations/house';
import type { Person } from '../organizations/person';
import { hasPhone, ledgerOf, signs, triesToLook } from './need-to-know-house';
import { reports, says, startHouse } from './violations-house';

/** Sequences tried, each in an organization of its own. */
const RUNS = 12;

let house: House;

beforeAll(async () => {
  house = await startHouse();
});
afterAll(() => house.stop());

/** What is expected of one helpdesk, kept beside the server by the simplest means. */
interface Expected {
  version: number;
  signed: number;
  /** when the report that runs ends by itself; nothing where none runs */
  lapsesAt: number | null;
  confirmed: boolean;
  lastDay: string | null;
  looks: number;
}

/** The people of one sequence. */
interface Cast {
  readonly organizationId: string;
  readonly owner: Person;
  readonly officers: readonly [Person, Person, Person];
  readonly helpdesk: Person;
  readonly member: Person;
}

type Step = 'sign' | 'publish' | 'report' | 'lift' | 'confirm' | 'wait a day' | 'wait four days' | 'end contract' | 'renew contract' | 'look';

const STEPS: readonly Step[] = [
  'sign',
  'publish',
  'report',
  'lift',
  'confirm',
  'wait a day',
  'wait four days',
  'end contract',
  'renew contract',
  'look',
  'look',
];

async function cast(): Promise<Cast> {
  const organizationId = await house.organization({ timeZone: 'UTC' });
  const officer = () => house.person(organizationId, 'privacy-officer');
  const owner = await house.person(organizationId, 'owner');
  const [helpdesk, member] = [await house.person(organizationId, 'helpdesk'), await house.person(organizationId)];
  await hasPhone(house, member, '+49 30 1234567');
  return { organizationId, owner, officers: [await officer(), await officer(), await officer()], helpdesk, member };
}

const now = (): number => house.time.now().epochMilliseconds;
const today = (): string => new Date(now()).toISOString().slice(0, 10);

const isKeptAway = ({ confirmed, lapsesAt, lastDay }: Expected): boolean =>
  confirmed || (lapsesAt !== null && now() < lapsesAt) || (lastDay !== null && lastDay < today());

/** Sets the last day behind the server's back, and has it forget as whoever does it over HTTP would. */
async function contractUntil({ organizationId, helpdesk }: Cast, day: string | null): Promise<void> {
  await house.rows(organizationId, `update members set worker_type = 'contractor', worker_until = $3 where organization_id = $1 and id = $2`, [
    organizationId,
    helpdesk.is.memberId,
    day,
  ]);
  house.get(KnownActors).forgetOrganization(organizationId);
}

async function take(step: Step, people: Cast, expected: Expected): Promise<void> {
  const { owner, officers, helpdesk, member } = people;
  const [reporter, second, third] = officers;
  switch (step) {
    case 'sign':
      await signs(helpdesk);
      expected.signed = expected.version;
      return;
    case 'publish':
      expect((await owner.put('/undertaking', { version: expected.version, texts: { en: `Version after ${expected.version}.` } })).status).toBe(200);
      expected.version += 1;
      return;
    case 'report': {
      const runs = expected.confirmed || (expected.lapsesAt !== null && now() < expected.lapsesAt);
      expect((await reports(reporter, helpdesk)).status).toBe(runs ? 409 : 201);
      if (!runs) expected.lapsesAt = now() + 3 * 86_400_000;
      return;
    }
    case 'lift':
    case 'confirm': {
      const [latest] = (await reporter.get('/violations')).body.items;
      const open = latest !== undefined && (latest.state === 'running' || (latest.state === 'confirmed' && step === 'lift'));
      const answers = latest === undefined ? [] : [await says(second, latest.id, step), await says(third, latest.id, step)];
      if (!open) expect(answers.every(({ status }) => status === 409)).toBe(true);
      else {
        expected.lapsesAt = null;
        expected.confirmed = step === 'confirm';
      }
      return;
    }
    case 'wait a day':
      house.time.advance({ days: 1 });
      return;
    case 'wait four days':
      house.time.advance({ days: 4 });
      return;
    case 'end contract':
      expected.lastDay = new Date(now() - 86_400_000).toISOString().slice(0, 10);
      return contractUntil(people, expected.lastDay);
    case 'renew contract':
      expected.lastDay = new Date(now() + 2 * 86_400_000).toISOString().slice(0, 10);
      return contractUntil(people, expected.lastDay);
    case 'look': {
      const { status, body } = await triesToLook(helpdesk, member.is.memberId);
      const wanted = isKeptAway(expected) ? 404 : expected.signed === expected.version ? 201 : 409;
      expect({ status, shows: body.values !== undefined }).toEqual({ status: wanted, shows: wanted === 201 });
      if (wanted === 201) expected.looks += 1;
    }
  }
}

it('whatever happens in whatever order: a value is shown if and only if the promise in force is signed and nobody and nothing keeps them away, and then there is one line', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...STEPS), { minLength: 4, maxLength: 14 }), async (steps) => {
      house.time.set('2026-03-02T09:00:00Z');
      const people = await cast();
      const expected: Expected = { version: 1, signed: 0, lapsesAt: null, confirmed: false, lastDay: null, looks: 0 };
      for (const step of [...steps, 'look' as const]) await take(step, people, expected);
      expect(await ledgerOf(house, people.organizationId)).toHaveLength(expected.looks);
    }),
    { numRuns: RUNS },
  );
}, 120_000);
