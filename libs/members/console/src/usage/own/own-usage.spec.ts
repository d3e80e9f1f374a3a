import { membership } from '@smartpar/access/console/testing';
import type { MyUsage } from '@smartpar/members/model';
import { expectAccessible, mount } from '@smartpar/platform/ui/testing';
import { usageExample } from '../../../testing/src';
import en from '../i18n/en.json' with { type: 'json' };
import { OwnUsage } from './own-usage';

async function open(usage: Partial<MyUsage> = {}) {
  const page = await mount(OwnUsage, { texts: { usage: en }, inputs: { membership: membership() } });
  page.http.expectOne('/api/organizations/organization-1/my/usage').flush(usageExample(usage));
  await page.settle();
  return page;
}

describe('what the app told about me', () => {
  it('is there in words: devices, sign-ins and diagnostics, until when each is kept and who told of it', async () => {
    const page = await open();
    for (const words of [
      'Phone, Android 15, Firefox 132',
      'Id of the device: 3f2a',
      'Other id, push: b81c',
      'Kept until 31 August 2026. Told by: The app.',
      'from the network address 203.0.113.7',
      'app.crash',
      'Version of the app: 4.2.1',
      'memory: 512, offline: true',
    ]) {
      expect(page.text()).toContain(words);
    }
    await expectAccessible(page.element);
  });

  it('says which kinds are collected, and why others are not', async () => {
    const [device, signIn, diagnostic] = usageExample().kinds;
    const page = await open({
      kinds: [
        ...(device ? [device] : []),
        ...(signIn ? [{ ...signIn, now: 'switched-off' as const }] : []),
        ...(diagnostic ? [{ ...diagnostic, now: 'no-agreement' as const }] : []),
      ],
    });
    expect(page.text()).toContain('Collected. It is kept for 6 months after the month in which it happened.');
    expect(page.text()).toContain('Not collected: it is switched off.');
    expect(page.text()).toContain('this needs an agreement, and none is in force');
  });

  it('says what was thrown away, and that it is nobody’s in particular', async () => {
    const page = await open({ dropped: [{ day: '2026-03-02', kind: 'sign-in', reason: 'switched-off', events: 1200 }] });
    expect(page.text()).toContain('2 March 2026: Sign-ins, 1,200 thrown away, since it is switched off.');
    expect(page.text()).toContain('whose it was is not kept');
  });

  it('says so where there is nothing', async () => {
    const page = await open({ devices: [], signIns: [], diagnostics: [] });
    for (const words of ['No device of yours is kept.', 'No sign-in of yours is kept.', 'No diagnostics of yours are kept.'])
      expect(page.text()).toContain(words);
    await expectAccessible(page.element);
  });
});
