import type { UsageWeek } from '@smartpar/members/model';
import { expectAccessible, mount } from '@smartpar/platform/ui/testing';
import en from '../i18n/en.json' with { type: 'json' };
import { WeekChart } from './week-chart';

const week = (monday: string, device = 0, signIn = 0, diagnostic = 0): UsageWeek => ({ week: monday, device, 'sign-in': signIn, diagnostic });
const open = (...weeks: UsageWeek[]) => mount(WeekChart, { texts: { usage: en }, inputs: { weeks } });

describe('the weeks', () => {
  it('are said in a sentence, drawn and written as a table', async () => {
    const page = await open(week('2026-02-16', 1, 2, 0), week('2026-02-23', 4, 0, 2), week('2026-03-02'));
    expect(page.text()).toContain('In the last 12 weeks the app told 9 things about you. Most was in the week of 23 February 2026: 6.');
    expect([...page.element.querySelectorAll('tbody tr')].map((row) => [...row.children].map(({ textContent }) => textContent).join(' '))).toEqual([
      '16 Feb 2026 1 2 0',
      '23 Feb 2026 4 0 2',
      '2 Mar 2026 0 0 0',
    ]);
    await expectAccessible(page.element);
  });

  it('are drawn in proportion: the fullest reaches the top, and no piece lies on another', async () => {
    const page = await open(week('2026-02-16', 1, 1, 1), week('2026-02-23', 3, 2, 1));
    const pieces = [...page.element.querySelectorAll('rect')].map((rect) => [Number(rect.getAttribute('y')), Number(rect.getAttribute('height'))]);
    expect(pieces).toHaveLength(6);
    for (const bar of [pieces.slice(0, 3), pieces.slice(3)]) {
      expect(bar.reduce((sum, [, height]) => sum + (height ?? 0), 0) + (bar.at(-1)?.[0] ?? 0)).toBeCloseTo(100);
      expect((bar[1]?.[0] ?? 0) + (bar[1]?.[1] ?? 0)).toBeCloseTo(bar[0]?.[0] ?? 0);
    }
    expect(pieces.at(-1)?.[0]).toBeCloseTo(0);
  });

  it('are said to be empty where nothing was told', async () => {
    expect((await open(week('2026-03-02'))).text()).toContain('told nothing about you');
  });
});
