import { membership, provideSession, sessionFacts } from '@smartpar/access/console/testing';
import { expectAccessible, mount, type Mounted } from '@smartpar/platform/ui/testing';
import { ORGANIZATION, outlookExample } from '../../../testing/src';
import en from '../../i18n/en.json' with { type: 'json' };
import { Leave } from './leave';

const LEAVING = `/api/organizations/${ORGANIZATION}/my/leaving`;

async function open(): Promise<Mounted<Leave>> {
  const page = await mount(Leave, {
    texts: { members: en },
    inputs: { organizationId: ORGANIZATION },
    providers: [provideSession(sessionFacts({ memberships: [membership({ organizationId: ORGANIZATION, organizationName: 'Nordwerk' })] }))],
  });
  page.http.expectOne(LEAVING).flush(outlookExample());
  await page.settle();
  return page;
}

async function leave(page: Mounted<Leave>): Promise<void> {
  [...page.element.querySelectorAll('button')].find((button) => button.textContent.includes('Leave now'))?.click();
  await page.settle();
}

describe('leaving an organization oneself', () => {
  it('shows first what becomes of one’s data, and then the code', async () => {
    const page = await open();
    expect(page.text()).toContain('Leave Nordwerk');
    expect(page.text()).toContain('Removed: roles (1)');
    await expectAccessible(page.element);
    await leave(page);
    const call = page.http.expectOne({ method: 'POST', url: LEAVING });
    expect(call.request.body).toEqual({ read: true });
    call.flush({ code: 'K7QM-2XVA-90TB-JH4C-M3PD', graceUntil: '2099-03-16T09:00:00Z' });
    await page.settle();
    for (const asked of page.http.match('/api/session')) asked.flush(sessionFacts());
    await page.settle();
    expect(page.text()).toContain('You have left Nordwerk');
    expect(page.element.ownerDocument.activeElement?.tagName).toBe('H1');
    expect(page.text()).toContain('K7QM-2XVA-90TB-JH4C-M3PD');
    await expectAccessible(page.element);
  });

  it('says why an only owner stays', async () => {
    const page = await open();
    await leave(page);
    page.http.expectOne({ method: 'POST', url: LEAVING }).flush({ code: 'member.last_owner' }, { status: 409, statusText: 'Conflict' });
    await page.settle();
    expect(page.text()).toContain('You are the only owner');
  });
});
