import { expectAccessible, mount, type Mounted, type MountOptions } from '@smartpar/platform/ui/testing';
import de from '../i18n/de.json' with { type: 'json' };
import en from '../i18n/en.json' with { type: 'json' };
import { Ask } from './ask';
import { AskHarness } from './ask.harness';

const ANSWER = { replyAddress: 'mira@nordwerk.example', askedAt: '2026-03-05T09:00:00Z', promisedOn: '2026-04-06', confirmBefore: '2026-03-07T09:00:00Z' };

async function ask(options: MountOptions = {}): Promise<{ page: Mounted<Ask>; form: AskHarness }> {
  const page = await mount(Ask, { texts: { requests: en }, ...options });
  return { page, form: await page.part(AskHarness) };
}

async function asked(): Promise<{ page: Mounted<Ask>; form: AskHarness }> {
  const opened = await ask();
  await opened.form.fill('Who sees my number?', 'mira@nordwerk.example');
  void opened.form.send();
  await opened.page.settle();
  opened.page.http.expectOne('/api/questions').flush(ANSWER);
  await opened.page.settle();
  return opened;
}

describe('asking without an account', () => {
  beforeEach(() => sessionStorage.clear());

  it('begins with the question and is clear to those who hear it', async () => {
    const { page } = await ask();
    expect(page.element.querySelector('textarea, input')?.tagName).toBe('TEXTAREA');
    await expectAccessible(page.element);
  });

  it('sends what was typed', async () => {
    const { page, form } = await ask();
    await form.fill('Who sees my number?', 'mira@nordwerk.example');
    await (await form.field('Organization')).fill('Nordwerk');
    await (await form.concerns()).choose('Both');
    await (await form.aboutContact()).toggle();
    void form.send();
    await page.settle();
    const call = page.http.expectOne('/api/questions');
    expect(call.request.headers.has('Idempotency-Key')).toBe(true);
    expect(call.request.body).toEqual({
      identifier: 'mira@nordwerk.example',
      replyAddress: 'mira@nordwerk.example',
      organization: 'Nordwerk',
      text: 'Who sees my number?',
      concerns: 'both',
      aboutContact: true,
      locale: 'en',
    });
  });

  it('takes a private address for the answer and says what follows from it', async () => {
    const { page, form } = await ask();
    await form.fill('Who sees my number?', 'mira@nordwerk.example');
    await (await form.replyTo()).choose('To another one');
    expect(page.text()).toContain('you learn who answers when they first write to you');
    await (await form.field('Another e-mail address')).fill('mira@home.example');
    void form.send();
    await page.settle();
    expect(page.http.expectOne('/api/questions').request.body).toMatchObject({ replyAddress: 'mira@home.example' });
  });

  it('says what is missing where it is missing, and sends nothing', async () => {
    const { page, form } = await ask();
    await form.send();
    expect(document.activeElement?.tagName).toBe('TEXTAREA');
    expect(await (await form.field('Your question')).error()).toBe('Please write your question.');
    await (await form.field('E-mail address you use')).fill('mira');
    expect(await (await form.field('E-mail address you use')).error()).toContain('It looks like name@example.com');
    page.http.expectNone('/api/questions');
  });

  it('keeps what was typed over a reload', async () => {
    const { page, form } = await ask();
    await form.fill('Half a question', 'mira@nordwerk.example');
    await page.settle();
    const kept: unknown = JSON.parse(sessionStorage.getItem('draft:ask') ?? '{}');
    expect(kept).toMatchObject({ text: 'Half a question', identifier: 'mira@nordwerk.example' });
  });

  it('keeps what was typed when the server refuses', async () => {
    const { page, form } = await ask();
    await form.fill('Who sees my number?', 'mira@nordwerk.example');
    void form.send();
    await page.settle();
    page.http
      .expectOne('/api/questions')
      .flush({ code: 'rate_limit.exceeded', detail: 'Many.' }, { status: 429, statusText: 'Too Many', headers: { 'retry-after': '60' } });
    await page.settle();
    expect(await (await form.problem()).sentence()).toContain('60 seconds');
    expect(await (await form.field('Your question')).value()).toBe('Who sees my number?');
  });

  it('shows a fault the server found in its field', async () => {
    const { page, form } = await ask();
    await form.fill('Who sees my number?', 'mira@nordwerk.example');
    void form.send();
    await page.settle();
    const errors = [{ field: 'text', code: 'too_long', message: '' }];
    page.http.expectOne('/api/questions').flush({ code: 'request.invalid', detail: '', errors }, { status: 422, statusText: 'Unprocessable' });
    await page.settle();
    expect(await (await form.field('Your question')).error()).toContain('Too long');
  });
});

describe('after asking', () => {
  beforeEach(() => sessionStorage.clear());

  it('says to look into the mail, by when one hears, and forgets what was typed', async () => {
    const { page } = await asked();
    expect(page.text()).toContain('Now look into your mail');
    expect(page.text()).toContain('mira@nordwerk.example');
    expect(page.text()).toContain('You hear back by 6 April 2026');
    expect(sessionStorage.getItem('draft:ask') ?? '').not.toContain('number');
    expect(document.activeElement?.tagName).toBe('H1');
    await expectAccessible(page.element);
  });

  it('brings everything back to set an address right', async () => {
    const { page, form } = await asked();
    await form.press('The address is wrong');
    await page.settle();
    expect(await (await form.field('Your question')).value()).toBe('Who sees my number?');
    expect(await (await form.field('E-mail address you use')).value()).toBe('mira@nordwerk.example');
  });

  it('begins anew for another question', async () => {
    const { page, form } = await asked();
    await form.press('Ask something else');
    await page.settle();
    expect(await (await form.field('Your question')).value()).toBe('');
    expect(await (await form.field('Your question')).error()).toBeNull();
  });
});

describe('asking in German', () => {
  it('sends the language of the mails to come', async () => {
    sessionStorage.clear();
    const page = await mount(Ask, { texts: { requests: de }, language: 'de' });
    expect(page.text()).toContain('Was möchten Sie wissen?');
    expect(document.documentElement.lang).toBe('de');
  });
});
