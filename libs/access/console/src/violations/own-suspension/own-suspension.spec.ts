import type { OwnSuspension as Suspension } from '@smartpar/access/model';
import { expectAccessible, mount } from '@smartpar/platform/ui/testing';
import en from '../../i18n/en.json' with { type: 'json' };
import { OwnSuspension } from './own-suspension';

async function open(suspension: Suspension) {
  const page = await mount(OwnSuspension, { texts: { access: en }, inputs: { organizationId: 'o1' } });
  page.http.expectOne('/api/organizations/o1/my/suspension').flush(suspension);
  await page.settle();
  return page;
}

describe('that I am kept from others’ data', () => {
  it('is said with since when and until when', async () => {
    const page = await open({ state: 'running', since: '2026-03-02T09:00:00Z', lapsesAt: '2026-03-05T09:00:00Z' });
    expect(page.text()).toContain('You see no data of others for now');
    expect(page.text()).toContain('2 Mar 2026');
    expect(page.text()).toContain('5 Mar 2026');
    await expectAccessible(page.element);
  });

  it.each([
    ['confirmed', 'two people found it true'],
    ['ended', 'your contract'],
  ] as const)('is said for what is %s as well', async (state, words) => {
    expect((await open({ state, since: null, lapsesAt: null })).text()).toContain(words);
  });

  it('is not said where it is not so', async () => {
    expect((await open({ state: 'none', since: null, lapsesAt: null })).text()).toBe('');
  });
});
