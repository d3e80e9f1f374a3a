import { expectAccessible, mount } from '@smartpar/platform/ui/testing';
import en from '../../i18n/en.json' with { type: 'json' };
import { LookMonths } from './look-months';

const months = (...looks: number[]) => looks.map((count, index) => ({ month: `2026-0${index + 1}`, looks: count }));
const open = (...looks: number[]) => mount(LookMonths, { texts: { access: en }, inputs: { months: months(...looks) } });

describe('the last twelve months', () => {
  it('are said in a sentence, drawn for the eye, and told as a table', async () => {
    const page = await open(0, 3, 1);
    expect(page.text()).toContain('In the last twelve months somebody looked 4 times.');
    expect(page.element.querySelectorAll('.bar')).toHaveLength(3);
    expect([...page.element.querySelectorAll('tbody tr')].map((row) => [...row.children].map(({ textContent }) => textContent?.trim()).join(': '))).toEqual([
      'January 2026: 0',
      'February 2026: 3',
      'March 2026: 1',
    ]);
    expect(page.element.querySelector('.bars')?.getAttribute('aria-hidden')).toBe('true');
    await expectAccessible(page.element);
  });

  it('say once for one', async () => {
    expect((await open(1)).text()).toContain('somebody looked once.');
  });

  it('draw nothing where nobody looked', async () => {
    const page = await open(0, 0);
    expect(page.text()).toBe('In the last twelve months nobody looked.');
  });
});
