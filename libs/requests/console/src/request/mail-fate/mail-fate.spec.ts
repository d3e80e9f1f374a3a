import { expectAccessible, mount, type Mounted } from '@smartpar/platform/ui/testing';
import type { RequestMails } from '@smartpar/requests/model';
import { ORGANIZATION, requestView } from '../../../testing/src';
import en from '../../i18n/en.json' with { type: 'json' };
import { MailFate } from './mail-fate';

const ADDRESS = `/api/organizations/${ORGANIZATION}/requests/request-1/mails`;
const at = '2099-03-06T09:00:00Z';

async function show(...items: RequestMails['items']): Promise<Mounted<MailFate>> {
  const page = await mount(MailFate, { texts: { requests: en }, inputs: { organizationId: ORGANIZATION, request: requestView() } });
  page.http.expectOne(ADDRESS).flush({ items });
  await page.settle();
  return page;
}

describe('what became of the mail to the person', () => {
  it('is said of the last one', async () => {
    const page = await show({ at, state: 'sent' }, { at, state: 'bounced' });
    expect(page.text()).toContain('Was sent');
    expect(page.text()).not.toContain('private page');
    await expectAccessible(page.element);
  });

  it.each(['bounced', 'failed'] as const)('says what it means when it was lost: %s', async (state) => {
    const page = await show({ at, state });
    expect(page.element.querySelector('.lost')).not.toBeNull();
    expect(page.text()).toContain('can still read everything on their private page');
    await expectAccessible(page.element);
  });

  it('says nothing where there was none', async () => {
    expect((await show()).text()).toBe('');
  });

  it('is asked again once the request has moved on', async () => {
    const page = await show({ at, state: 'queued' });
    page.fixture.componentRef.setInput('request', requestView({ lastActivityAt: '2099-03-07T09:00:00Z' }));
    await page.settle();
    page.http.expectOne(ADDRESS).flush({ items: [{ at, state: 'sent' }] });
    await page.settle();
    expect(page.text()).toContain('Was sent');
  });

  it('stays silent where it cannot be read', async () => {
    const page = await mount(MailFate, { texts: { requests: en }, inputs: { organizationId: ORGANIZATION, request: requestView() } });
    page.http.expectOne(ADDRESS).flush(null, { status: 503, statusText: 'Unavailable' });
    await page.settle();
    expect(page.text()).toBe('');
  });
});
