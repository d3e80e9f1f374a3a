import { expectAccessible, mount, type Mounted } from '@smartpar/platform/ui/testing';
import type { ClockView } from '@smartpar/requests/model';
import { clock } from '../../testing/src';
import en from '../i18n/en.json' with { type: 'json' };
import { ClockExplanation } from './clock-explanation';

const explain = (...clocks: ClockView[]): Promise<Mounted<ClockExplanation>> => mount(ClockExplanation, { texts: { requests: en }, inputs: { clocks } });

describe('how a date was computed', () => {
  it('is told step by step with the rule and its source', async () => {
    const page = await explain(clock());
    expect([...page.element.querySelectorAll('li')]).toHaveLength(5);
    expect(page.text()).toContain('General Data Protection Regulation (GDPR)');
    expect(page.text()).toContain('Source: GDPR Art. 12(3)');
    expect(page.text()).toContain('The law would allow 2 months more');
    expect(page.text()).not.toContain('has not been checked');
    await expectAccessible(page.element);
  });

  it('warns of a rule nobody has compared with its source', async () => {
    const page = await explain(clock({ confidence: 'unverified', extension: null }));
    expect(page.text()).toContain('has not been checked against its source');
    expect(page.text()).not.toContain('would allow');
  });

  it('says that the earliest of several leads', async () => {
    const page = await explain(clock(), clock({ id: 'clock-2', regime: 'us-ca', leading: false }));
    expect(page.text()).toContain('the earliest date leads');
    expect(page.element.querySelectorAll('.leading')).toHaveLength(1);
  });
});
