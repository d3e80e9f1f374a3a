import { membership } from '@smartpar/access/console/testing';
import { homeOf } from './home';

const duty = membership({ organizationId: 'o1', roles: ['privacy-officer'] });
const plain = membership({ organizationId: 'o2' });
const staff = membership({ organizationId: 'w', kind: 'workforce', roles: ['support'] });

describe('where a day begins', () => {
  it.each([
    ['where something may be waiting', [plain, duty], '/org/o1/home'],
    ['before oversight, for staff with a duty elsewhere', [staff, duty], '/org/o1/home'],
    ['in oversight, for staff', [plain, staff], '/oversight'],
    ["at one's own privacy, for everyone else", [plain], '/my'],
    ["at one's own privacy, without any membership", [], '/my'],
    ['not in oversight for staff without a role', [membership({ kind: 'workforce' })], '/my'],
  ])('%s', (_name, memberships, address) => {
    expect(homeOf(memberships)).toBe(address);
  });
});
