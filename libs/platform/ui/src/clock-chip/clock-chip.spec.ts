import { Component, signal } from '@angular/core';
import { expectAccessible, mount } from '../../testing/src';
import { Now } from '../now/now';
import { ClockChip } from './clock-chip';
import { ClockChipHarness } from './clock-chip.harness';

const at = (moment: string) => ({ provide: Now, useValue: { moment: signal(new Date(moment)) } });
const chip = async (moment: string, inputs: Readonly<Record<string, unknown>> = {}) => {
  const page = await mount(ClockChip, { inputs: { dueAt: '2026-03-31T22:00:00Z', timeZone: 'Europe/Berlin', ...inputs }, providers: [at(moment)] });
  return { page, says: await (await page.part(ClockChipHarness)).says() };
};

@Component({
  selector: 'sp-dated',
  imports: [ClockChip],
  template:
    '<sp-clock-chip dueAt="2026-03-31T22:00:00Z" timeZone="Europe/Berlin" [explained]="true"><p>One calendar month (GDPR Art. 12(3)).</p></sp-clock-chip>',
})
class Dated {}

describe('a clock chip', () => {
  it('says the days left first, then the date, in the time zone of the organization', async () => {
    expect((await chip('2026-03-10T12:00:00Z')).says).toBe('21 days left 31 Mar 2026');
  });

  it('already counts the day that has begun where the organization is', async () => {
    expect((await chip('2026-03-29T22:30:00Z')).says).toContain('1 day left');
  });

  it('prefers the last day as the server says it', async () => {
    expect((await chip('2026-03-10T12:00:00Z', { dueOn: '2026-04-01' })).says).toBe('22 days left 1 Apr 2026');
  });

  it('is pressing from the moment the server says', async () => {
    const { page } = await chip('2026-03-20T12:00:00Z', { soonFrom: '2026-03-19T12:00:00Z' });
    expect(page.element.querySelector('.soon')).not.toBeNull();
  });

  it('stays on paper, where other buttons go', async () => {
    const page = await mount(Dated, { providers: [at('2026-03-10T12:00:00Z')] });
    expect(page.element.querySelector('button')?.classList.contains('sp-print')).toBe(true);
  });

  it('says why it stands still', async () => {
    const { page, says } = await chip('2026-04-10T12:00:00Z', { state: 'paused', pausedBecause: 'waiting for proof' });
    expect(says).toBe('Paused waiting for proof');
    await expectAccessible(page.element);
  });

  it('opens how the date was computed', async () => {
    const page = await mount(Dated, { providers: [at('2026-03-10T12:00:00Z')] });
    expect(await (await page.part(ClockChipHarness)).explanation()).toContain('One calendar month');
    await expectAccessible(document.body);
  });
});
