import { newId } from '@smartpar/kernel';
import { AddVerifiedDomain } from '@smartpar/organizations/api';
import { reasonsFor, weightOf } from '@smartpar/oversight/model';
import { contact, type Line, Staffed } from './staff';

let staff: Staffed;

beforeAll(async () => {
  staff = await Staffed.start();
});

afterAll(() => staff.house.stop());

describe('the list', () => {
  beforeAll(async () => {
    for (let n = 0; n < 12; n += 1) {
      const organization = await staff.house.organization();
      if (n % 2 === 0) await staff.house.get(AddVerifiedDomain).run(organization, `verified-${n}.example`);
      if (n % 3 === 0) await (await staff.house.person(organization, 'owner')).put('/privacy-contact', { version: 1, contact });
      if (n % 4 === 0) await staff.question(organization, 'received', 'escalation');
    }
  });

  it('begins with those that need a look most, and is the same page by page', async () => {
    const whole = await staff.all();
    const order = whole.map((line) => ({ weight: weightOf(reasonsFor(line as never)), slug: line.slug })); // as: a line is what the rule judges, and more
    expect(order).toEqual(order.toSorted((one, other) => other.weight - one.weight || (one.slug < other.slug ? -1 : 1)));
    const paged: Line[] = [];
    for (let next: string | null = ''; next !== null;) {
      const { body } = await staff.support.get(`/oversight/organizations?size=4${next && `&after=${next}`}`);
      paged.push(...body.items);
      next = body.next;
    }
    expect(paged).toEqual(whole);
    expect(whole).toHaveLength(14);
  });

  it.each(['overdue-questions', 'nobody-named', 'domain-unverified'])('can be narrowed to one reason: %s', async (reason) => {
    const whole = await staff.all();
    const narrowed = await staff.all(`size=100&attention=${reason}`);
    expect(narrowed).toEqual(whole.filter(({ attention }) => (attention as string[]).includes(reason)));
    expect(narrowed.length).toBeGreaterThan(0);
  });

  it('can be narrowed to all that need a look, and by the beginning of a name', async () => {
    expect((await staff.all('size=100&attention=any')).every(({ attention }) => (attention as string[]).length > 0)).toBe(true);
    expect((await staff.all('name=SMARTPAR%20d')).map(({ slug }) => slug)).toEqual(['smartpar-direct-users']);
    expect(await staff.all('name=%25')).toEqual([]);
  });

  it.each(['size=0', 'size=101', 'attention=all', 'after=nonsense', 'sort=members', `name=${'x'.repeat(121)}`, 'name=%00'])('refuses "%s"', async (query) => {
    const { status, body } = await staff.support.get(`/oversight/organizations?${query}`);
    expect(status).toBe(422);
    expect(body).not.toHaveProperty('items');
  });
});

describe('escalations', () => {
  it('tell organization, age and state, oldest first, and nothing else', async () => {
    const larkspur = await staff.house.organization({ name: 'Larkspur' });
    const asked = ['2026-01-20T09:00:00Z', '2026-02-01T10:00:00Z', '2026-01-01T00:00:00Z'];
    for (const [n, at] of asked.entries()) {
      await staff.house.owner.query(
        `insert into escalations (id, organization_id, organization_name, request_id, asked_at, due_at, state, raised_at, settled_at) values ($1, $2, 'Larkspur', $3, $4, $4, 'received', $4, $5)`,
        [newId(), larkspur, newId(), at, n === 2 ? at : null],
      );
    }
    const { body } = await staff.support.get('/oversight/escalations?size=1');
    expect(body.items).toEqual([{ organizationId: larkspur, organizationName: 'Larkspur', ageInDays: 41, state: 'received' }]);
    const { body: second } = await staff.support.get(`/oversight/escalations?size=1&after=${body.next}`);
    expect(second).toEqual({ items: [{ organizationId: larkspur, organizationName: 'Larkspur', ageInDays: 28, state: 'received' }], next: null });
  });
});
