import { expectAccessible, mount } from '@smartpar/platform/ui/testing';
import en from '../i18n/en.json' with { type: 'json' };
import { Mailbox } from './mailbox';
import { MailboxHarness } from './mailbox.harness';

const MAIL = {
  id: 'm1',
  at: '2026-03-02T09:00:00Z',
  to: 'ines@nordwerk.example',
  subject: 'Please confirm your question',
  text: 'Open http://127.0.0.1:3000/ask/confirm#t=abc to confirm.',
};

async function answered(items: readonly (typeof MAIL)[]) {
  const page = await mount(Mailbox, { texts: en, address: '/development/mails' });
  page.http.expectOne('/api/development/mails').flush({ items });
  await page.settle();
  return { page, mailbox: await page.part(MailboxHarness) };
}

describe('the development mailbox', () => {
  it('shows what would have been sent, with addresses that can be followed', async () => {
    const { page, mailbox } = await answered([MAIL]);
    expect(await mailbox.subjects()).toEqual([MAIL.subject]);
    expect(page.element.querySelector('.text')?.textContent).toBe(MAIL.text);
    expect(page.element.querySelector<HTMLAnchorElement>('.text a')?.href).toBe('http://127.0.0.1:3000/ask/confirm#t=abc');
    await expectAccessible(page.element);
  });

  it('says what to do first while it is empty', async () => {
    const { page } = await answered([]);
    expect(page.text()).toContain('Ask a privacy question');
  });

  it('shows only mails to the address wanted, which stands in the address of the page', async () => {
    const { page, mailbox } = await answered([MAIL]);
    void mailbox.filter(' ines@nordwerk.example ');
    await page.settle();
    page.http.expectOne('/api/development/mails?to=ines@nordwerk.example').flush({ items: [MAIL] });
    await page.settle();
    expect(page.router.url).toContain('to=ines@nordwerk.example');
  });

  it('says when there is no such mailbox here', async () => {
    const page = await mount(Mailbox, { texts: en });
    page.http.expectOne('/api/development/mails').flush({ code: 'not_found' }, { status: 404, statusText: 'x' });
    await page.settle();
    expect(page.text()).toContain('There is nothing here');
  });
});
