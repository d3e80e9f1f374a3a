import { loadAccessTexts, type Membership } from '@smartpar/access/console';
import { ledgerLook, membership, provideSession, sessionFacts } from '@smartpar/access/console/testing';
import { TestBed } from '@angular/core/testing';
import { Toasts } from '@smartpar/platform/ui';
import { expectAccessible, mount, type Mounted } from '@smartpar/platform/ui/testing';
import { contact, myItem } from '../../testing/src';
import en from '../i18n/en.json' with { type: 'json' };
import { AskMineHarness } from './ask-mine/ask-mine.harness';
import { My } from './my';

const SECOND = membership({ organizationId: 'organization-2', organizationName: 'Kiosk Lindqvist' });

async function open(...memberships: Membership[]): Promise<Mounted<My>> {
  const page = await mount(My, { texts: { requests: en, access: await loadAccessTexts('en') }, providers: [provideSession(sessionFacts({ memberships }))] });
  for (const { organizationId, organizationName } of memberships) {
    page.http
      .expectOne(`/api/organizations/${organizationId}/my/administrator`)
      .flush({ organization: organizationName, legalEntity: null, contact: contact(), substitute: null, smartpar: { email: 'hello@smartpar.ai' } });
    page.http.expectOne(`/api/organizations/${organizationId}/my/suspension`).flush({ state: 'none', since: null, lapsesAt: null });
    page.http
      .expectOne(`/api/organizations/${organizationId}/my/evaluations`)
      .flush({ needed: false, askedBy: null, agreement: null, state: 'not-needed', on: true, kinds: ['look-volume'] });
    page.http.expectOne(`/api/organizations/${organizationId}/my/ledger?size=3`).flush({ items: [ledgerLook()], next: null });
    page.http.expectOne(`/api/organizations/${organizationId}/my/requests`).flush({ items: [myItem()], next: null });
  }
  await page.settle();
  return page;
}

const beginAsking = (page: Mounted<My>): void => page.element.querySelector<HTMLButtonElement>('.heading button')?.click();

describe('my privacy', () => {
  beforeEach(() => sessionStorage.clear());

  it('says who administers my account, who looked at my data lately, what is evaluated, then what I have asked', async () => {
    const page = await open(membership());
    expect([...page.element.querySelectorAll('h2')].map((heading) => heading.textContent?.trim())).toEqual([
      'Who administers my account',
      'Who looked at my data lately',
      'What is evaluated about your work here',
      'My questions',
    ]);
    expect(page.text()).toContain('Dana Reyes');
    expect(page.text()).toContain('Helpdesk looked at: Work phone');
    expect(page.text()).toContain('P-7K3M-Q2');
    await expectAccessible(page.element);
  });

  it('leads to what is held about me, and takes from there what is not right', async () => {
    const page = await open(membership());
    expect(page.element.querySelector('a[href="/my/held"]')?.textContent).toContain('What is held about me');
    page.fixture.componentRef.setInput('correct', 'email');
    page.fixture.componentRef.setInput('in', 'organization-1');
    await page.settle();
    expect(page.element.querySelector('textarea')?.value).toContain('My work e-mail is not right.');
  });

  it('does so for each organization I belong to', async () => {
    const page = await open(membership(), SECOND);
    expect(page.text()).toContain('Who administers my accounts');
    expect(page.element.querySelectorAll('sp-administrator')).toHaveLength(2);
    expect([...page.element.querySelectorAll('section > h3')].map((heading) => heading.textContent?.trim())).toEqual([
      ...['Nordwerk', 'Kiosk Lindqvist'],
      ...['Nordwerk', 'Kiosk Lindqvist'],
      ...['Nordwerk', 'Kiosk Lindqvist'],
    ]);
  });

  it('takes a question in place, says its reference and by when I hear, and lists it', async () => {
    const page = await open(membership());
    beginAsking(page);
    await page.settle();
    const form = await page.part(AskMineHarness);
    await form.type('What do you keep about me?');
    void form.send();
    await page.settle();
    const parts = [{ requestId: 'r2', reference: 'P-2', to: 'organization', promisedOn: '2026-04-06' }];
    page.http.expectOne({ method: 'POST', url: '/api/organizations/organization-1/my/requests' }).flush({ parts });
    await page.settle();
    expect(TestBed.inject(Toasts).shown()?.text).toBe('Your question P-2 is on its way. You hear by 6 April 2026.');
    page.http.expectOne({ method: 'GET', url: '/api/organizations/organization-1/my/requests' }).flush({ items: [myItem({ reference: 'P-2' })], next: null });
    await page.settle();
    expect(page.text()).toContain('P-2');
    expect(page.element.querySelector('sp-ask-mine')).toBeNull();
  });

  it('tells that a question became two', async () => {
    const page = await open(membership());
    beginAsking(page);
    await page.settle();
    const form = await page.part(AskMineHarness);
    await form.type('All of it?');
    void form.send();
    await page.settle();
    const part = { requestId: 'r2', reference: 'P-2', to: 'organization', promisedOn: '2026-04-06' };
    page.http.expectOne({ method: 'POST', url: '/api/organizations/organization-1/my/requests' }).flush({ parts: [part, { ...part, to: 'smartpar' }] });
    await page.settle();
    expect(TestBed.inject(Toasts).shown()?.text).toContain('in two parts');
  });

  it('shows the way to ask to those who belong nowhere', async () => {
    const page = await open();
    expect(page.element.querySelector('sp-empty-state a')?.getAttribute('href')).toBe('/ask');
    await expectAccessible(page.element);
  });
});
