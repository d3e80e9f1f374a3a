import type { Undertaking } from '@smartpar/access/model';
import { expectAccessible, mount } from '@smartpar/platform/ui/testing';
import { undertakingExample } from '../../../testing/src';
import en from '../../i18n/en.json' with { type: 'json' };
import { SignUndertaking } from './sign-undertaking';
import { SignUndertakingHarness } from './sign-undertaking.harness';

const ADDRESS = '/api/organizations/o1/undertaking';

async function open(read: Partial<Undertaking> = {}) {
  const page = await mount(SignUndertaking, { texts: { access: en }, inputs: { organizationId: 'o1' } });
  page.http.expectOne(ADDRESS).flush(undertakingExample(read));
  await page.settle();
  const heard: string[] = [];
  page.component.signed.subscribe(() => heard.push('signed'));
  page.component.declined.subscribe(() => heard.push('declined'));
  return { page, heard, sign: await page.part(SignUndertakingHarness) };
}

const REFUSED = [
  { code: 'undertaking.changed_meanwhile', detail: '' },
  { status: 409, statusText: 'Conflict' },
] as const;

describe('the undertaking before a look', () => {
  it('is read in the reader’s language, and the keyboard is on it', async () => {
    const { page, sign } = await open();
    expect(await sign.words()).toBe('I look only when I must.');
    expect(document.activeElement?.getAttribute('role')).toBe('region');
    expect(page.text()).toContain('Your look goes on as soon as you have signed.');
    await expectAccessible(page.element);
  });

  it('is read in another language where it was written in no other, and says which', async () => {
    const { page, sign } = await open({ texts: [{ locale: 'de', text: 'Ich sehe nur hin, wenn ich muss.', hash: 'd'.repeat(64) }] });
    expect(await sign.words()).toContain('Ich sehe');
    expect(page.element.querySelector('[role=region]')?.getAttribute('lang')).toBe('de');
  });

  it('says that there is a new version to whoever signed an older one', async () => {
    const { page } = await open({ version: 2, signed: { version: 1, name: 'Linden', at: '2026-03-02T09:00:00Z' } });
    expect(page.text()).toContain('There is a new version since you signed');
  });

  it('wants a name', async () => {
    const { page, sign } = await open();
    await sign.sign();
    await page.settle();
    expect(await (await sign.name()).error()).toBe('Please fill this in.');
    page.http.verify();
  });

  it('is signed with the name, the version and the fingerprint of what was read', async () => {
    const { page, sign, heard } = await open();
    await (await sign.name()).fill(' Linden Ashgrove ');
    await sign.sign();
    await page.settle();
    const call = page.http.expectOne({ method: 'POST', url: `${ADDRESS}/signatures` });
    expect(call.request.body).toEqual({ version: 1, hash: 'e'.repeat(64), name: 'Linden Ashgrove' });
    call.flush(undertakingExample({ inForce: true }));
    await page.settle();
    expect(heard).toEqual(['signed']);
  });

  it('that was replaced while it was read is shown anew, and the name stays', async () => {
    const { page, sign, heard } = await open();
    await (await sign.name()).fill('Linden');
    await sign.sign();
    await page.settle();
    page.http.expectOne(`${ADDRESS}/signatures`).flush(...REFUSED);
    await page.settle();
    page.http.expectOne(ADDRESS).flush(undertakingExample({ version: 2, texts: [{ locale: 'en', text: 'Anew.', hash: 'f'.repeat(64) }] }));
    await page.settle();
    expect([await sign.words(), await (await sign.name()).value(), heard]).toEqual(['Anew.', 'Linden', []]);
    expect(page.text()).toContain('There is another version by now.');
  });

  it('need not be signed', async () => {
    const { sign, heard } = await open();
    await sign.decline();
    expect(heard).toEqual(['declined']);
  });
});
