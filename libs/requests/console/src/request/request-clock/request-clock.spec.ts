import { ClockChipHarness, mount, type Mounted } from '@smartpar/platform/ui/testing';
import type { ClockView } from '@smartpar/requests/model';
import { clock } from '../../../testing/src';
import en from '../../i18n/en.json' with { type: 'json' };
import { RequestClock } from './request-clock';

const show = (...clocks: ClockView[]): Promise<Mounted<RequestClock>> => mount(RequestClock, { texts: { requests: en }, inputs: { clocks } });

describe('the clock of a request', () => {
  it('is the leading one, and opens how its date was computed', async () => {
    const page = await show(clock({ id: 'other', leading: false, dueOn: '2099-05-01' }), clock());
    const chip = await page.part(ClockChipHarness);
    expect(await chip.says()).toContain('6 Apr 2099');
    expect(await chip.explanation()).toContain('the earliest date leads');
  });

  it('says why it stands still', async () => {
    const page = await show(clock({ state: 'paused', pauseReason: 'identity', pausedSince: '2099-03-10T00:00:00Z' }));
    expect(await (await page.part(ClockChipHarness)).says()).toContain('it is not yet clear who is asking');
  });

  it('keeps earlier clocks on record, apart from those that count', async () => {
    const page = await show(clock(), clock({ id: 'old', state: 'replaced', leading: false, dueOn: '2099-05-01' }));
    const words = await (await page.part(ClockChipHarness)).explanation();
    expect(words).toContain('Earlier clocks');
    expect(words).toContain('1 May 2099');
    expect(words).not.toContain('the earliest date leads');
  });

  it('shows nothing where there is none', async () => {
    expect((await show()).text()).toBe('');
  });
});
