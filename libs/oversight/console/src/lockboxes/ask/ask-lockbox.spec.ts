import { TestBed } from '@angular/core/testing';
import { membership, provideSession, sessionFacts, staffLockboxExample } from '@smartpar/access/console/testing';
import { Dialogs } from '@smartpar/platform/ui';
import { expectAccessible, FieldHarness, mount, SegmentedHarness } from '@smartpar/platform/ui/testing';
import staffLockbox from '../i18n/en.json' with { type: 'json' };
import { AskLockbox } from './ask-lockbox';

const ADDRESS = '/api/organizations/w1/oversight/lockboxes';
const STAFF = provideSession(sessionFacts({ memberships: [membership({ organizationId: 'w1', kind: 'workforce', roles: ['support'] })] }));
const PHONE = 'user.contact.phone_number.work';

async function open() {
  const page = await mount(AskLockbox, { texts: { staffLockbox }, providers: [STAFF] });
  const items = [
    { organizationId: 'w1', name: 'SmartPAR', kind: 'workforce' },
    { organizationId: 'o1', name: 'Larkspur Instruments', kind: 'tenant' },
  ];
  page.http.expectOne(({ url }) => url === '/api/organizations/w1/oversight/organizations').flush({ items, next: null });
  await page.settle();
  const field = (label: string) => page.part(FieldHarness.labelled(label));
  const send = async () => {
    page.element.querySelector<HTMLButtonElement>('button[type=submit]')?.click();
    await page.settle();
  };
  return { page, field, send };
}

async function filled() {
  const opened = await open();
  await (await opened.field('Organization')).choose('o1');
  await (await opened.field('Reference of the case')).fill('case-48211');
  await (await opened.field('What for')).choose('fault');
  opened.page.element.querySelector<HTMLInputElement>(`input[value="${PHONE}"]`)?.click();
  await (await opened.field('Their member number')).fill('M-10422');
  return opened;
}

describe('asking an organization', () => {
  it('names it, the case, the reason, the data, the person and the time, and leads to what was asked', async () => {
    const { page, send } = await filled();
    await expectAccessible(page.element);
    await send();
    const call = page.http.expectOne({ method: 'POST', url: ADDRESS });
    expect(call.request.body).toEqual({
      organizationId: 'o1',
      caseReference: 'case-48211',
      justification: 'fault',
      categories: [PHONE],
      scope: { reach: 'member', number: 10_422 },
      minutes: 60,
    });
    call.flush(staffLockboxExample());
    await page.settle();
    expect(page.router.url).toBe('/oversight/lockboxes/l1');
  });

  it('never offers the workforce itself', async () => {
    const { page } = await open();
    expect([...page.element.querySelectorAll('option')].map((option) => option.textContent)).not.toContain('SmartPAR');
  });

  it('may be about a site or about everybody', async () => {
    const { page, field, send } = await filled();
    const whose = await page.part(SegmentedHarness);
    await whose.choose('Everybody at one site');
    await page.settle();
    await (await field('Exact name of the site')).fill('Hamburg');
    await send();
    const call = page.http.expectOne(ADDRESS);
    expect(call.request.body).toMatchObject({ scope: { reach: 'site', name: 'Hamburg' } });
    call.flush({ status: 409, code: 'lockbox.not_allowed', detail: '' }, { status: 409, statusText: 'Conflict' });
    await page.settle();
    expect(page.text()).toContain('lets nobody in');
    await whose.choose('Everybody');
    await send();
    expect(page.http.expectOne(ADDRESS).request.body).toMatchObject({ scope: { reach: 'all' } });
  });

  it('says what is wrong before anything is sent', async () => {
    const { page, field, send } = await open();
    await (await field('Reference of the case')).fill('Linden Ashgrove');
    await (await field('Their member number')).fill('Linden');
    await send();
    page.http.expectNone(ADDRESS);
    expect(page.text()).toContain('such as CASE-48211');
    expect(page.text()).toContain('Choose at least one');
    expect(await (await field('Their member number')).error()).toContain('Give a number such as');
  });

  it('goes on by itself once the promise is signed', async () => {
    const { page, send } = await filled();
    const dialog = jest.spyOn(TestBed.inject(Dialogs), 'open').mockResolvedValue('signed');
    await send();
    page.http.expectOne(ADDRESS).flush({ status: 409, code: 'undertaking.unsigned', detail: '' }, { status: 409, statusText: 'Conflict' });
    await page.settle();
    expect(dialog).toHaveBeenCalledWith(expect.anything(), 'w1');
    page.http.expectOne({ method: 'POST', url: ADDRESS }).flush(staffLockboxExample());
    await page.settle();
    expect(page.router.url).toBe('/oversight/lockboxes/l1');
  });
});
