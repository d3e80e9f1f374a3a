import { send } from '../organizations/person';
import { Staffed } from './staff';

let staff: Staffed;

beforeAll(async () => {
  staff = await Staffed.start();
});

afterAll(() => staff.house.stop());

describe('who may look', () => {
  const ROUTES = ['/oversight/organizations', '/oversight/escalations'];
  const STAFF = ['support', 'privacy-counsel', 'security', 'platform-operator'] as const;
  const OTHERS = ['owner', 'user-administrator', 'privacy-officer', 'helpdesk', 'auditor'] as const;

  it.each(STAFF)('%s of SmartPAR', async (role) => {
    const person = await staff.house.person(staff.workforce, role);
    for (const path of ROUTES) expect((await person.get(path)).status).toBe(200);
  });

  it.each([...OTHERS, undefined])('never %s of SmartPAR’s workforce', async (role) => {
    const person = await staff.house.person(staff.workforce, ...(role === undefined ? [] : [role]));
    for (const path of ROUTES) expect((await person.get(path)).status).toBe(404);
  });

  it.each(OTHERS)('never %s of a customer, at their own address or at SmartPAR’s', async (role) => {
    const person = await staff.house.person(await staff.house.organization(), role);
    for (const path of ROUTES) {
      expect((await person.get(path)).status).toBe(404);
      expect((await person.at(staff.workforce).get(path)).status).toBe(404);
    }
  });

  it('never staff through another organization, nor anybody through the direct users', async () => {
    const { directUsersOrganizationId } = await staff.house.installed();
    const larkspur = await staff.house.organization();
    const person = await staff.house.person(directUsersOrganizationId, 'owner');
    for (const path of ROUTES) {
      expect((await staff.support.at(larkspur).get(path)).status).toBe(404);
      expect((await person.get(path)).status).toBe(404);
    }
  });

  it('never strangers', async () => {
    for (const path of ROUTES) expect((await send(staff.house.app, staff.workforce, { method: 'GET', path })).status).toBe(401);
  });

  it('staff get nothing else of a customer: not its profile, contact, sites, domains or log', async () => {
    const larkspur = await staff.house.organization();
    for (const path of ['', '/privacy-contact', '/sites', '/legal-entities', '/domains', '/audit-entries', '/abilities']) {
      expect((await staff.support.at(larkspur).get(path)).status).toBe(404);
    }
  });
});
