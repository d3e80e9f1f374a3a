import { provideAbilities } from '@smartpar/access/console/testing';
import type { UsageRulesView } from '@smartpar/members/model';
import { expectAccessible, mount } from '@smartpar/platform/ui/testing';
import { ORGANIZATION, usageExample } from '../../../testing/src';
import en from '../i18n/en.json' with { type: 'json' };
import { UsageRulesPage } from './usage-rules-page';

const ADDRESS = `/api/organizations/${ORGANIZATION}/usage-rules`;
const RULES: UsageRulesView = { version: 0, kinds: usageExample().kinds, changedAt: null, dropped: [] };

async function open(rules: UsageRulesView = RULES, actions = ['read', 'change']) {
  const page = await mount(UsageRulesPage, {
    texts: { usage: en },
    inputs: { organizationId: ORGANIZATION },
    providers: [provideAbilities(ORGANIZATION, [{ action: actions, subject: 'usage-rules' }])],
  });
  page.http.expectOne(ADDRESS).flush(rules);
  await page.settle();
  const boxes = () => [...page.element.querySelectorAll<HTMLInputElement>('input[type=checkbox]')];
  const save = async () => {
    page.element.querySelector<HTMLButtonElement>('button[type=submit]')?.click();
    await page.settle();
  };
  const tick = async (index: number) => {
    boxes()[index]?.click();
    await page.settle();
  };
  const keep = async (index: number, months: string) => {
    const select = page.element.querySelectorAll('select')[index];
    if (select === undefined) throw new Error('There is nothing to choose.');
    select.value = months;
    select.dispatchEvent(new Event('change'));
    await page.settle();
  };
  return { page, boxes, save, tick, keep };
}

const kindsOf = (more: object) => ({
  ...{ device: { collected: true, months: 6 }, 'sign-in': { collected: true, months: 3 }, diagnostic: { collected: true, months: 1 } },
  ...more,
});

describe('which usage data is collected', () => {
  it('is said kind by kind, with what for and how long', async () => {
    const { page } = await open();
    expect(page.text()).toContain('Collected. It is kept for 6 months after the month in which it happened.');
    expect(page.text()).toContain('Nothing was thrown away.');
    expect(page.element.querySelector<HTMLButtonElement>('button[type=submit]')?.disabled).toBe(true);
    await expectAccessible(page.element);
  });

  it('is changed by owners, who are told first what it means', async () => {
    const { page, tick, keep, save } = await open();
    await tick(1);
    await keep(0, '12');
    expect(page.text()).toContain('It counts at once.');
    await expectAccessible(page.element);
    await save();
    const call = page.http.expectOne({ method: 'PUT', url: ADDRESS });
    expect(call.request.body).toEqual({ version: 0, kinds: kindsOf({ device: { collected: true, months: 12 }, 'sign-in': { collected: false, months: 3 } }) });
    const [device, signIn, diagnostic] = RULES.kinds;
    if (!device || !signIn || !diagnostic) throw new Error('There are three kinds.');
    call.flush({ ...RULES, version: 1, kinds: [{ ...device, months: 12 }, { ...signIn, collected: false, now: 'switched-off' }, diagnostic] });
    await page.settle();
    expect(page.text()).toContain('Not collected: it is switched off.');
    expect(page.text()).not.toContain('It counts at once.');
  });

  it('keeps what was chosen where somebody else was faster, and is saved over theirs only by saving once more', async () => {
    const { page, boxes, tick, save } = await open();
    await tick(2);
    await save();
    page.http.expectOne({ method: 'PUT', url: ADDRESS }).flush({ code: 'usage_rules.changed_meanwhile' }, { status: 409, statusText: 'Conflict' });
    await page.settle();
    page.http.expectOne({ method: 'GET', url: ADDRESS }).flush({ ...RULES, version: 4 });
    await page.settle();
    expect(page.text()).toContain('Somebody changed this while you were here.');
    expect(boxes().map(({ checked }) => checked)).toEqual([true, true, false]);
    await save();
    expect(page.http.expectOne({ method: 'PUT', url: ADDRESS }).request.body).toEqual({
      version: 4,
      kinds: kindsOf({ diagnostic: { collected: false, months: 1 } }),
    });
  });

  it('is saved once more where what somebody else chose could not be read', async () => {
    const { page, boxes, tick, save } = await open();
    await tick(2);
    await save();
    page.http.expectOne({ method: 'PUT', url: ADDRESS }).flush({ code: 'usage_rules.changed_meanwhile' }, { status: 409, statusText: 'Conflict' });
    await page.settle();
    page.http.expectOne({ method: 'GET', url: ADDRESS }).flush({}, { status: 500, statusText: 'Broken' });
    await page.settle();
    expect(page.text()).toContain('Somebody changed this while you were here.');
    expect(boxes().map(({ checked }) => checked)).toEqual([true, true, false]);
    await save();
    page.http.expectOne({ method: 'PUT', url: ADDRESS });
  });

  it('is only read by those who may do no more, with what was thrown away', async () => {
    const { page, boxes } = await open({ ...RULES, dropped: [{ day: '2026-03-02', kind: 'device', reason: 'unknown-member', events: 3 }] }, ['read']);
    expect(boxes()).toEqual([]);
    expect(page.text()).toContain('Only owners change this.');
    expect(page.text()).toContain('2 March 2026: Devices, 3 thrown away, since they were about nobody known here.');
  });
});
