import { RecordInfrastructureAccess, TellOfAccess } from '@smartpar/access/api';
import { newInfrastructureAccess } from '@smartpar/access/model';
import { PerformDueWork } from '@smartpar/platform/jobs';
import type { House } from '../organizations/house';
import type { Person } from '../organizations/person';
import { startHouse } from './need-to-know-house';

const COMPELLED = {
  kind: 'compelled',
  from: '2026-03-01T22:00:00Z',
  until: '2026-03-01T23:30:00Z',
  words: 'An authority asked for the records of one account.',
} as const;
const BARRED = { ...COMPELLED, barredUntil: '2026-06-01T00:00:00Z', barredGround: 'court-order' } as const;

let house: House;
let organizationId: string;
let owner: Person;
let member: Person;

beforeAll(async () => {
  house = await startHouse();
});
afterAll(() => house.stop());

beforeEach(async () => {
  house.time.set('2026-03-02T09:00:00Z');
  organizationId = await house.organization();
  [owner, member] = [await house.person(organizationId, 'owner'), await house.person(organizationId)];
});

const told = async () => (await member.get('/my/ledger/summary')).body.infrastructure;
const mails = () =>
  house.owner
    .query<{ to_address: string }>(`select to_address from mail_outbox where template = 'access.infrastructure-access' and organization_id = $1`, [
      organizationId,
    ])
    .then(({ rows }) => rows.map(({ to_address: to }) => to));
const work = () =>
  new PerformDueWork(house.database, house.time, house.get(TellOfAccess).kinds(), (_kind, error) => {
    throw error;
  });

describe('access to the machines', () => {
  it('is told at once to the members, and by mail to those who decide', async () => {
    await house.get(RecordInfrastructureAccess).run(organizationId, COMPELLED);
    expect(await told()).toMatchObject([{ kind: 'compelled', words: COMPELLED.words }]);
    expect(await mails()).toEqual([owner.is.email]);
  });

  it('that the law forbids to tell leaves no trace in the organization until that moment, and is told by itself then', async () => {
    const id = await house.get(RecordInfrastructureAccess).run(organizationId, BARRED);
    house.time.set('2026-05-31T23:59:59Z');
    await work().run();
    expect([await told(), await mails(), await house.log(organizationId)]).toEqual([[], [], expect.not.arrayContaining(['infrastructure-access.recorded'])]);
    expect(JSON.stringify(await house.rows(organizationId, 'select * from audit_entries where organization_id = $1', [organizationId]))).not.toContain(id);
    house.time.set('2026-06-01T00:00:00Z');
    await work().run();
    expect(await told()).toMatchObject([{ id, words: COMPELLED.words, recordedAt: '2026-06-01T00:00:00.000Z' }]);
    expect(await mails()).toEqual([owner.is.email]);
    expect((await house.log(organizationId)).filter((action) => action === 'infrastructure-access.recorded')).toHaveLength(1);
    await work().run();
    expect(await told()).toHaveLength(1);
  });

  it('that is kept back stands in SmartPAR’s own log, with the ground and without words', async () => {
    const { workforceOrganizationId } = await house.installed();
    const id = await house.get(RecordInfrastructureAccess).run(organizationId, BARRED);
    const entries = await house.rows<{ facts: object }>(
      workforceOrganizationId,
      'select facts from audit_entries where organization_id = $1 and target_id = $2',
      [workforceOrganizationId, id],
    );
    expect(entries).toMatchObject([{ facts: { organizationId, ground: 'court-order', barredUntil: '2026-06-01T00:00:00Z' } }]);
    expect(JSON.stringify(entries)).not.toContain('records');
  });

  it.each([
    ['without a ground', { barredGround: undefined }],
    ['without an end', { barredUntil: undefined }],
    ['though nobody compelled it', { kind: 'maintenance' }],
  ])('is never kept back %s', (_, wrong) => {
    expect(newInfrastructureAccess.safeParse({ ...BARRED, ...wrong }).success).toBe(false);
    expect(newInfrastructureAccess.safeParse(BARRED).success).toBe(true);
  });
});
