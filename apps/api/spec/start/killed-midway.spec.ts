import { buildProgram, ServerProcess } from './server-process';
import { type Guest, RunningProduct, until } from './running-product';

jest.setTimeout(120_000);

/** How many the file is of, and how many of them hold the role that is reviewed: many steps of each work. */
const [PEOPLE, HOLDERS] = [3000, 1200];
/** Of how many somebody says that they keep it; of the others nobody says anything, and they lose it. */
const KEPT = 100;

const PHONE = 'user.contact.phone_number.work';

const CROWD = `
  insert into members (organization_id, id, number, status, email, email_folded, first_name, last_name, name_folded, given_folded, phone, locale, created_at)
  select $1, gen_random_uuid(), 700000 + n, 'active', 'n' || n || '@crowd.example', 'n' || n || '@crowd.example', 'Mira', 'Kestrel', 'kestrel mira', 'mira kestrel',
    '+49 30 ' || 1000000 + n, 'en', now() from generate_series(1, ${PEOPLE}) n`;
const HELPERS = `
  insert into member_roles (organization_id, member_id, role, granted_at)
  select organization_id, id, 'helpdesk', now() from members where organization_id = $1 and number > 700000 and number <= ${700_000 + HOLDERS}`;

const product = new RunningProduct();
let larkspur: string;
let owner: Guest;
let officer: Guest;
let extractId: string;
let reviewId: string;

const rows = <R extends object>(text: string, ...values: readonly unknown[]): Promise<R[]> => product.rows<R>(larkspur, text, [larkspur, ...values]);

/** How far both works have come. */
async function far(): Promise<{ readonly stored: number; readonly settled: number }> {
  const [found] = await rows<{ stored: number; settled: number }>(
    `select (select stored from extracts where organization_id = $1 and id = $2)::int as stored,
       (select count(*) from access_review_items where organization_id = $1 and review_id = $3 and outcome is not null)::int as settled`,
    extractId,
    reviewId,
  );
  return found ?? { stored: 0, settled: 0 };
}

async function signs(who: Guest): Promise<void> {
  const { version, texts, inForce } = (await who.get('/undertaking')).body;
  if (inForce !== true) await who.post('/undertaking/signatures', { version, hash: texts[0].hash, name: 'Hazel Quietwater' });
}

/** Somebody takes out the phone numbers of a whole crowd, and somebody else agrees. */
async function takesOut(): Promise<string> {
  const wish = { whom: { kind: 'filter', status: 'active' }, categories: [PHONE], purpose: 'security', reason: { template: 'unusual-sign-in' } };
  const asked = await officer.post('/extracts', wish);
  if (asked.status !== 201) throw new Error(asked.text);
  const agreed = await owner.post(`/extracts/${asked.body.extractId}/approval`);
  if (agreed.status !== 200) throw new Error(agreed.text);
  return asked.body.extractId;
}

/** Has a role reviewed, answers for some of its holders, and lets the time for the others be over. */
async function reviews(): Promise<string> {
  const [reviewer] = await rows<{ id: string }>(`select id from members where organization_id = $1 and email_folded = 'privacy@larkspur.example'`);
  const [fallback] = await rows<{ id: string }>(`select id from members where organization_id = $1 and email_folded = 'people@larkspur.example'`);
  const started = await owner.post('/access-reviews', {
    covers: ['roles'],
    scope: { kind: 'role', role: 'helpdesk' },
    reviewers: [reviewer?.id],
    fallbacks: [fallback?.id],
    confirmers: [],
    silence: 'revokes',
    dueAt: new Date(Date.now() + 48 * 3_600_000).toISOString(),
  });
  if (started.status !== 201) throw new Error(started.text);
  const { id } = started.body;
  const places = await rows<{ position: number }>(
    'select position from access_review_items where organization_id = $1 and review_id = $2 order by position desc limit $3',
    id,
    KEPT,
  );
  const items = places.map(({ position }) => position);
  const answered = await officer.post(`/access-reviews/${id}/answers`, { items, verdict: 'keep', reason: 'They help at the desk every day.' });
  if (answered.body?.done?.length !== KEPT) throw new Error(answered.text);
  await rows(`update access_reviews set due_at = now() where organization_id = $1 and id = $2 returning id`, id);
  await rows(`update due_work set due_at = now() where organization_id = $1 and subject_id = $2 and kind = 'access.review-close' returning id`, id);
  return id;
}

beforeAll(async () => {
  buildProgram();
  await product.start();
  larkspur = await product.organization('larkspur');
  [owner, officer] = [await product.signIn('owner@larkspur.example', larkspur), await product.signIn('privacy@larkspur.example', larkspur)];
  await rows(CROWD);
  await rows(HELPERS);
  await signs(officer);
  extractId = await takesOut();
  reviewId = await reviews();
});
afterAll(async () => {
  await product.remove();
  await ServerProcess.endAll();
});

it('is killed in the middle of both, twice, and comes to the end of both', async () => {
  for (const part of [0.15, 0.5]) {
    const before = await until(far, ({ stored, settled }) => stored > PEOPLE * part && settled > HOLDERS * part);
    await product.kill();
    expect([before.stored < PEOPLE, before.settled < HOLDERS]).toEqual([true, true]);
    await product.start();
  }
  const ends = async () => [(await officer.get(`/extracts/${extractId}`)).body.standing, (await owner.get(`/access-reviews/${reviewId}`)).body.state];
  await until(ends, ([extract, review]) => extract === 'ready' && review === 'closed');
});

describe('the file', () => {
  it('has everybody in it once, and nobody else', async () => {
    const [whole] = await rows<{ people: number }>('select people from extracts where organization_id = $1 and id = $2', extractId);
    const { status, text } = await officer.post(`/extracts/${extractId}/file`, { locale: 'en' });
    const numbers = text.split('\r\n').flatMap((line) => /^M-\d+/.exec(line) ?? []);
    expect([status, numbers.length, new Set(numbers).size]).toEqual([200, whole?.people, whole?.people]);
    expect(numbers.length).toBeGreaterThanOrEqual(PEOPLE);
  });

  it('stands once in the ledger and once in the log of everybody who is in it, and of nobody else', async () => {
    const ids = async (text: string): Promise<string[]> => (await rows<{ id: string }>(text, extractId)).map(({ id }) => id);
    const stored = await ids(`select member_id as id from extract_lines where organization_id = $1 and extract_id = $2 and outcome = 'stored' order by 1`);
    expect(await ids('select member_id as id from reveals where organization_id = $1 and extract_id = $2 order by 1')).toEqual(stored);
    const logged = `select target_id::uuid as id from audit_entries
      where organization_id = $1 and action = 'member.revealed' and target_noun = 'member' and facts->>'extractId' = $2 order by 1`;
    expect(await ids(logged)).toEqual(stored);
    expect(await ids(`select id from audit_entries where organization_id = $1 and target_id = $2 and action = 'extract.written'`)).toHaveLength(1);
  });
});

describe('the review', () => {
  it('is carried out once: who was to keep it does, and everybody else lost it in one act', async () => {
    const outcomes = await rows(
      `select outcome, count(*)::int as items, sum((select count(*) from audit_entries e where e.organization_id = $1 and e.target_id = i.holder_id::text
           and e.action = 'member-role.revoked' and e.facts->>'role' = 'helpdesk'))::int as taken,
         count(*) filter (where exists (select from member_roles r where r.organization_id = $1 and r.member_id = i.holder_id and r.role = 'helpdesk'))::int as held
       from access_review_items i where i.organization_id = $1 and i.review_id = $2 group by outcome order by outcome`,
      reviewId,
    );
    const [whole] = await rows<{ items: number }>('select items from access_reviews where organization_id = $1 and id = $2', reviewId);
    const lost = (whole?.items ?? 0) - KEPT;
    expect(outcomes).toEqual([
      { outcome: 'kept', items: KEPT, taken: 0, held: KEPT },
      { outcome: 'revoked', items: lost, taken: lost, held: 0 },
    ]);
    expect(lost).toBeGreaterThanOrEqual(HOLDERS - KEPT);
  });

  it('tells everybody once, and has one certificate', async () => {
    const twice = await rows(
      `select to_address from mail_outbox where organization_id = $1 and template in ('members.role-taken', 'access.review-closed')
       group by to_address, template having count(*) > 1`,
    );
    expect(twice).toEqual([]);
    const closed = await rows(`select 1 as one from audit_entries where organization_id = $1 and target_id = $2 and action = 'access-review.closed'`, reviewId);
    expect(closed).toHaveLength(1);
    expect((await owner.get(`/access-reviews/${reviewId}/certificate`)).body.certificate.counts).toMatchObject({ kept: KEPT, gone: 0 });
  });
});
