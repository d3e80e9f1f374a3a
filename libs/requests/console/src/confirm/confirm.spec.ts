import { TestBed } from '@angular/core/testing';
import { expectAccessible, mount, type Mounted } from '@smartpar/platform/ui/testing';
import type { ConfirmationPreview } from '@smartpar/requests/model';
import en from '../i18n/en.json' with { type: 'json' };
import { Confirm } from './confirm';
import { ConfirmHarness } from './confirm.harness';

const PREVIEW = '/api/questions/confirmation/preview';
const PART = { reference: 'P-7K3M-Q2', organization: 'Nordwerk', followToken: 'follow-1', promisedOn: '2026-04-06' };

const preview = (facts: Partial<ConfirmationPreview> = {}): ConfirmationPreview => ({
  state: 'waiting',
  askedAt: '2026-03-05T09:00:00Z',
  confirmBefore: '2026-03-07T09:00:00Z',
  doneAt: null,
  text: 'Who sees my number?',
  choices: [],
  sites: [],
  ...facts,
});

const BOTH = [
  { organizationId: 'o1', name: 'Nordwerk' },
  { organizationId: 'o2', name: 'Kiosk Lindqvist' },
];

const open = (address = '/ask/confirm#t=token-1'): Promise<Mounted<Confirm>> => mount(Confirm, { texts: { requests: en }, address });

async function previewed(facts: Partial<ConfirmationPreview> = {}): Promise<{ page: Mounted<Confirm>; link: ConfirmHarness }> {
  const page = await open();
  page.http.expectOne(PREVIEW).flush(preview(facts));
  await page.settle();
  return { page, link: await page.part(ConfirmHarness) };
}

describe('a confirmation link', () => {
  beforeEach(() => sessionStorage.clear());

  it('spends nothing when opened: it only asks what it would do', async () => {
    const page = await open();
    expect(page.http.expectOne(PREVIEW).request.body).toEqual({ token: 'token-1' });
    page.http.verify();
    expect(page.router.url).toBe('/ask/confirm');
  });

  it('shows the question and hands it over at the press of its button', async () => {
    const { page, link } = await previewed();
    expect(page.text()).toContain('Who sees my number?');
    await expectAccessible(page.element);
    void link.press();
    await page.settle();
    const call = page.http.expectOne('/api/questions/confirmation');
    expect(call.request.body).toEqual({ token: 'token-1' });
    call.flush({ parts: [PART], askedAt: '2026-03-05T09:00:00Z' });
    await page.settle();
    expect(page.text()).toContain('Your question is on its way');
    expect(page.text()).toContain('P-7K3M-Q2');
  });

  it('says after a reload that the question is on its way, and not that something is wrong with the link', async () => {
    const { page, link } = await previewed();
    void link.press();
    await page.settle();
    page.http.expectOne('/api/questions/confirmation').flush({ parts: [PART], askedAt: '2026-03-05T09:00:00Z' });
    await page.settle();
    TestBed.resetTestingModule();
    const again = await open('/ask/confirm');
    again.http.expectOne(PREVIEW).flush(preview({ state: 'done', doneAt: '2026-03-05T10:00:00Z', text: null }));
    await again.settle();
    expect(again.text()).toContain('This question is already on its way');
  });

  it('asks which organization is meant where several match', async () => {
    const { page, link } = await previewed({ choices: BOTH });
    await link.press();
    expect(await (await link.organizations())?.error()).toBe('Please choose one of them.');
    page.http.expectNone('/api/questions/confirmation');
    await (await link.organizations())?.choose('Kiosk Lindqvist');
    void link.press();
    await page.settle();
    expect(page.http.expectOne('/api/questions/confirmation').request.body).toEqual({ token: 'token-1', organizationId: 'o2' });
  });

  it('asks at which site one is where the domain serves several', async () => {
    const { page, link } = await previewed({
      sites: [
        { siteId: 's1', name: 'Kassel works' },
        { siteId: 's2', name: 'Utrecht service centre' },
      ],
    });
    await link.press();
    expect(page.text()).toContain('Which site do you belong to?');
    page.http.expectNone('/api/questions/confirmation');
    await (await link.organizations())?.choose('Utrecht service centre');
    void link.press();
    await page.settle();
    expect(page.http.expectOne('/api/questions/confirmation').request.body).toEqual({ token: 'token-1', siteId: 's2' });
  });

  it('offers a fresh link where it is too old, and keeps the question', async () => {
    const { page, link } = await previewed({ state: 'expired' });
    expect(page.text()).toContain('This link is too old');
    expect(page.text()).toContain('Who sees my number?');
    await expectAccessible(page.element);
    void link.press();
    await page.settle();
    page.http.expectOne('/api/questions/confirmation/renewal').flush({ confirmBefore: '2026-03-09T09:00:00Z' });
    await page.settle();
    expect(page.text()).toContain('A fresh link is on its way');
  });

  it('says so where the question was handed over before', async () => {
    const { page } = await previewed({ state: 'done', doneAt: '2026-03-05T10:00:00Z', text: null });
    expect(page.text()).toContain('This question is already on its way');
    expect(page.element.querySelector('button')).toBeNull();
  });

  it('looks again where the link was used meanwhile in another tab', async () => {
    const { page, link } = await previewed();
    void link.press();
    await page.settle();
    page.http.expectOne('/api/questions/confirmation').flush({ code: 'link.used', detail: 'Used.' }, { status: 410, statusText: 'Gone' });
    await page.settle();
    page.http.expectOne(PREVIEW).flush(preview({ state: 'done', doneAt: '2026-03-05T10:00:00Z', text: null }));
    await page.settle();
    expect(page.text()).toContain('This question is already on its way');
  });

  it.each([404, 422])('is said to be incomplete where the server cannot read it (%d)', async (status) => {
    const page = await open();
    page.http.expectOne(PREVIEW).flush({ code: 'link.unreadable', detail: '' }, { status, statusText: 'No' });
    await page.settle();
    expect(page.text()).toContain('This link is not complete');
    expect(page.element.querySelector('a')?.getAttribute('href')).toBe('/ask');
    await expectAccessible(page.element);
  });

  it('is said to be incomplete where it has no token at all', async () => {
    const page = await open('/ask/confirm');
    expect(page.text()).toContain('This link is not complete');
    page.http.verify();
  });

  it('may be tried again where the server does not answer', async () => {
    const page = await open();
    page.http.expectOne(PREVIEW).error(new ProgressEvent('error'));
    await page.settle();
    expect(page.text()).toContain('cannot be reached');
    page.element.querySelector<HTMLButtonElement>('sp-pending button')?.click();
    await page.settle();
    page.http.expectOne(PREVIEW).flush(preview());
    await page.settle();
    expect(page.text()).toContain('Is this your question?');
  });
});
