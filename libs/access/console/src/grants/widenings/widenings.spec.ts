import { Toasts } from '@smartpar/platform/ui';
import { TestBed } from '@angular/core/testing';
import type { WideningView } from '@smartpar/access/model';
import { expectAccessible, mount } from '@smartpar/platform/ui/testing';
import { standingGrants, wideningExample } from '../../../testing/src';
import en from '../../i18n/en.json' with { type: 'json' };
import { Widenings } from './widenings';
import { WideningsHarness } from './widenings.harness';

const at = (how: string): string => `/api/organizations/o1/standing-grants/widenings/w1/${how}`;

async function open(...waiting: readonly WideningView[]) {
  const page = await mount(Widenings, { texts: { access: en }, inputs: { organizationId: 'o1', waiting } });
  await page.settle();
  return { page, widenings: await page.part(WideningsHarness) };
}

describe('what waits for a second person', () => {
  it('is nothing where nothing waits', async () => {
    const { page } = await open();
    expect(page.text()).toBe('');
  });

  it('says what the role would see, what it sees now, and who wants it', async () => {
    const { page, widenings } = await open(wideningExample({ may: { approve: true, refuse: true } }));
    const [line] = await widenings.lines();
    expect(line).toContain('Owner: sees Work phone at all times');
    expect(line).toContain('Until then: Owner: Work phone is hidden and can be revealed');
    expect(line).toContain('M-10001 wants this');
    expect(await widenings.acts()).toEqual(['Agree', 'Leave it as it is']);
    await expectAccessible(page.element);
  });

  it.each([
    [
      { requestedBy: { memberId: 'm1', number: 10_001, self: true }, may: { approve: false, refuse: true } },
      'Somebody who does not hold this role',
      ['Take it back'],
    ],
    [{ alone: true, may: { approve: false, refuse: true } }, 'Nobody here may agree', ['Leave it as it is']],
    [{ obstacle: 'concerned' }, 'You hold this role', []],
    [{ obstacle: 'right-too-young' }, 'only since this was asked for', []],
    [{}, 'waits for somebody who decides', []],
  ] as const)('%j: %s', async (differs, words, acts) => {
    const { widenings } = await open(wideningExample(differs));
    expect((await widenings.lines())[0]).toContain(words);
    expect(await widenings.acts()).toEqual(acts);
  });

  it('counts once somebody agrees, and the page shows how the grants stand then', async () => {
    const { page, widenings } = await open(wideningExample({ may: { approve: true, refuse: true } }));
    const emitted: unknown[] = [];
    page.component.settled.subscribe((grants) => emitted.push(grants));
    const said = jest.spyOn(TestBed.inject(Toasts), 'show');
    await widenings.press('Agree');
    await page.settle();
    const answer = standingGrants(2);
    page.http.expectOne({ method: 'POST', url: at('approval') }).flush(answer);
    await page.settle();
    expect(emitted).toEqual([answer]);
    expect(said).toHaveBeenCalledWith('You agreed. It counts from now on.');
  });

  it('that somebody else settled says so and asks for what is so now', async () => {
    const { page, widenings } = await open(wideningExample({ may: { approve: false, refuse: true } }));
    let outdated = 0;
    page.component.outdated.subscribe(() => (outdated += 1));
    await widenings.press('Leave it as it is');
    await page.settle();
    page.http.expectOne(at('refusal')).flush({ code: 'standing_grant.widening_settled', status: 409 }, { status: 409, statusText: 'Conflict' });
    await page.settle();
    expect([page.text().includes('settled already'), outdated]).toEqual([true, 1]);
  });
});
