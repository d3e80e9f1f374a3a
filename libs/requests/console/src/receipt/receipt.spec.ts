import { CopyButtonHarness, expectAccessible, mount } from '@smartpar/platform/ui/testing';
import type { QuestionReceipt } from '@smartpar/requests/model';
import { ownRequest } from '../../testing/src';
import en from '../i18n/en.json' with { type: 'json' };
import { Receipt } from './receipt';

type Part = QuestionReceipt['parts'][number];

const part = (facts: Partial<Part> = {}): Part => ({
  reference: 'P-7K3M-Q2',
  organization: 'Nordwerk',
  followToken: 'follow-1',
  promisedOn: '2026-04-06',
  ...facts,
});

const receive = (...parts: Part[]) => mount(Receipt, { texts: { requests: en }, inputs: { receipt: { parts, askedAt: '2026-03-05T09:00:00Z' } } });

describe('a receipt', () => {
  it('names the reference, who answers and by when, and leads to the private page', async () => {
    const page = await receive(part());
    expect(page.text()).toContain('P-7K3M-Q2');
    expect(page.text()).toContain('Nordwerk');
    expect(page.text()).toContain('6 April 2026');
    expect(page.element.querySelector('a')?.getAttribute('href')).toBe('/follow#t=follow-1');
    expect(document.activeElement?.tagName).toBe('H1');
    await expectAccessible(page.element);
  });

  it('names the person who answers, and how to reach them', async () => {
    const page = await receive(part());
    const call = page.http.expectOne('/api/follow');
    expect(call.request.body).toEqual({ token: 'follow-1' });
    call.flush(ownRequest());
    await page.settle();
    expect(page.text()).toContain('Nordwerk Dana Reyes');
    expect(page.element.querySelector('sp-answering a')?.getAttribute('href')).toBe('mailto:privacy@nordwerk.example');
    await expectAccessible(page.element);
  });

  it('does without them where they cannot be read', async () => {
    const page = await receive(part());
    page.http.expectOne('/api/follow').flush(null, { status: 503, statusText: 'Unavailable' });
    await page.settle();
    expect(page.text()).toContain('Nordwerk');
    expect(page.text()).not.toContain('reached');
  });

  it('offers the whole private link to copy', async () => {
    const page = await receive(part({ organization: null }));
    expect(await page.part(CopyButtonHarness)).toBeTruthy();
    expect(page.fixture.debugElement.query((one) => one.name === 'sp-copy-button').componentInstance.text()).toBe(`${location.origin}/follow#t=follow-1`);
  });

  it('names nobody while the address is not proved', async () => {
    const page = await receive(part({ organization: null }));
    expect(page.text()).toContain('They will introduce themselves');
    page.http.verify();
    expect(page.text()).not.toContain('Nordwerk');
  });

  it('tells that a question was split and shows both parts', async () => {
    const page = await receive(part(), part({ reference: 'P-2', organization: 'SmartPAR', followToken: 'follow-2' }));
    expect(page.text()).toContain('Your question was split');
    expect([...page.element.querySelectorAll('section a')].map((link) => link.getAttribute('href'))).toEqual(['/follow#t=follow-1', '/follow#t=follow-2']);
  });
});
