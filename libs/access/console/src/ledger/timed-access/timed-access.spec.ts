import { expectAccessible, mount } from '@smartpar/platform/ui/testing';
import type { TimedAccess as Access } from '@smartpar/access/model';
import en from '../../i18n/en.json' with { type: 'json' };
import { TimedAccess } from './timed-access';

const access = (kind: Access['kind']): Access => ({
  kind,
  categories: ['user.name'],
  mode: 'on-reveal',
  purposes: ['support'],
  from: '2026-03-02T09:00:00Z',
  until: '2026-03-02T10:00:00Z',
});
const open = (...accesses: readonly Access[]) => mount(TimedAccess, { texts: { access: en }, inputs: { accesses } });

describe('access for a time', () => {
  it('is nothing where there is none', async () => expect((await open()).text()).toBe(''));

  it.each([
    ['grant', 'Access that was given for a time'],
    ['emergency', 'Access taken in an emergency'],
    ['staff', 'Access granted to SmartPAR’s staff'],
  ] as const)('of the kind %s says so, what for, and until when', async (kind, words) => {
    const page = await open(access(kind));
    expect(page.text()).toContain(words);
    expect(page.text()).toMatch(/For: Helping somebody use the app\. From .* until /);
    await expectAccessible(page.element);
  });
});
