import { provideAbilities } from '@smartpar/access/console/testing';
import type { CheckpointAddress } from '@smartpar/audit/model';
import { expectAccessible, FieldHarness, mount } from '@smartpar/platform/ui/testing';
import en from '../i18n/en.json' with { type: 'json' };
import { Addresses } from './addresses';

const ADDRESS = '/api/organizations/o1/audit-log/addresses';

const address = (facts: Partial<CheckpointAddress> = {}): CheckpointAddress => ({
  id: 'a1',
  kind: 'webhook',
  target: 'https://hooks.elsewhere.example/log',
  every: 'hour',
  sent: 12,
  state: 'sent',
  fault: null,
  at: '2026-03-05T09:00:00Z',
  ...facts,
});

async function open(items: CheckpointAddress[], actions = ['read', 'create', 'change', 'remove']) {
  const page = await mount(Addresses, {
    texts: { audit: en },
    inputs: { organizationId: 'o1' },
    providers: [
      provideAbilities(
        'o1',
        actions.map((action) => ({ action, subject: 'checkpoint-address' })),
      ),
    ],
  });
  page.http.expectOne(ADDRESS).flush({ items });
  await page.settle();
  const press = async (words: string) => {
    const button = [...page.element.querySelectorAll('button')].find((one) => one.textContent?.includes(words));
    if (button === undefined) throw new Error(`There is no button "${words}".`);
    button.click();
    await page.settle();
  };
  return { page, press };
}

describe('addresses for checkpoints', () => {
  it.each<[Partial<CheckpointAddress>, string]>([
    [{}, 'At most every hour · checkpoint 12 sent, 5 Mar'],
    [{ state: 'waiting', sent: null }, 'waits to be sent'],
    [{ state: 'retried', fault: 'timeout' }, 'checkpoint 12 did not arrive and is tried again: no answer in time'],
    [{ state: 'failed', fault: '503' }, 'checkpoint 12 did not arrive: it answered 503'],
    [{ kind: 'mail', every: 'day', state: 'failed', fault: 'bounced' }, 'the mail was sent back'],
  ])('say what became of the last one: %j', async (facts, told) => {
    const { page } = await open([address(facts)]);
    expect(page.text().replace(/\s+/g, ' ')).toContain(told);
    await expectAccessible(page.element);
  });

  it('are only read by those who may do no more', async () => {
    const { page } = await open([], ['read']);
    expect(page.text()).toContain('No address is named yet.');
    expect(page.element.querySelector('button')).toBeNull();
  });

  it('are named for mail, in the language of the page', async () => {
    const { page, press } = await open([]);
    await press('Name an address');
    await (await page.part(FieldHarness.labelled('Mail address'))).fill('nobody');
    await press('Name it');
    page.http.expectNone({ method: 'POST', url: ADDRESS });
    expect(page.text()).toContain('name@example.com');
    await (await page.part(FieldHarness.labelled('Mail address'))).fill('checks@elsewhere.example');
    await press('Name it');
    const call = page.http.expectOne({ method: 'POST', url: ADDRESS });
    expect(call.request.body).toEqual({ kind: 'mail', target: 'checks@elsewhere.example', every: 'day', locale: 'en' });
    call.flush({ address: address({ kind: 'mail' }), secret: null });
    await page.settle();
    page.http.expectOne({ method: 'GET', url: ADDRESS }).flush({ items: [] });
    await page.settle();
  });

  it('are named for a webhook, whose secret is shown this once', async () => {
    const { page, press } = await open([]);
    await press('Name an address');
    const webhook = [...page.element.querySelectorAll<HTMLInputElement>('input[type=radio]')].find(({ value }) => value === 'webhook');
    webhook?.click();
    await page.settle();
    await expectAccessible(page.element);
    await (await page.part(FieldHarness.labelled('Address of the web'))).fill('https://hooks.elsewhere.example/log');
    await press('Name it');
    const call = page.http.expectOne({ method: 'POST', url: ADDRESS });
    expect(call.request.body).toEqual({ kind: 'webhook', target: 'https://hooks.elsewhere.example/log', every: 'day' });
    call.flush({ address: address(), secret: 'whsec_abc' });
    await page.settle();
    page.http.expectOne({ method: 'GET', url: ADDRESS }).flush({ items: [address()] });
    await page.settle();
    expect(page.text()).toContain('whsec_abc');
    await expectAccessible(page.element);
    await press('I have kept it');
    expect(page.text()).not.toContain('whsec_abc');
  });

  it.each([
    ['Change the secret', 'POST', `${ADDRESS}/a1/secret`],
    ['Remove', 'DELETE', `${ADDRESS}/a1`],
  ])('are asked for once, however often "%s" is pressed, and again after a refusal', async (words, method, url) => {
    const { page, press } = await open([address()]);
    await press(words);
    await press(words);
    page.http.expectOne({ method, url }).flush({ code: 'x' }, { status: 503, statusText: 'x' });
    await page.settle();
    page.http.expectOne({ method: 'GET', url: ADDRESS }).flush({ items: [address()] });
    await page.settle();
    await press(words);
    page.http.expectOne({ method, url });
  });

  it('get another secret, and are removed', async () => {
    const { page, press } = await open([address()]);
    await press('Change the secret');
    page.http.expectOne({ method: 'POST', url: `${ADDRESS}/a1/secret` }).flush({ address: address(), secret: 'whsec_new' });
    await page.settle();
    page.http.expectOne({ method: 'GET', url: ADDRESS }).flush({ items: [address()] });
    await page.settle();
    expect(page.text()).toContain('whsec_new');
    await press('Remove');
    page.http.expectOne({ method: 'DELETE', url: `${ADDRESS}/a1` }).flush(null);
    await page.settle();
    page.http.expectOne({ method: 'GET', url: ADDRESS }).flush({ items: [] });
    await page.settle();
    expect(page.text()).toContain('No address is named yet.');
  });
});
