import { expectAccessible, FieldHarness, mount } from '@smartpar/platform/ui/testing';
import type { Lockbox } from '@smartpar/access/model';
import { grantedExample, lockboxExample } from '../../../testing/src';
import access from '../../i18n/en.json' with { type: 'json' };
import lockbox from '../i18n/en.json' with { type: 'json' };
import { DecideLockbox } from './decide-lockbox';

const ADDRESS = '/api/organizations/o1/lockboxes/l1/decision';

async function open(facts: Partial<Lockbox> = {}) {
  const page = await mount(DecideLockbox, { texts: { access, lockbox }, inputs: { organizationId: 'o1', lockbox: lockboxExample(facts) } });
  const decided: string[] = [];
  page.component.decided.subscribe(({ state }) => decided.push(state));
  page.component.outdated.subscribe(() => decided.push('outdated'));
  const press = (text: string) => [...page.element.querySelectorAll('button')].find((one) => one.textContent.includes(text))?.click();
  const tick = (value: string) => page.element.querySelector<HTMLInputElement>(`input[value="${value}"]`)?.click();
  return { page, decided, press, tick };
}

describe('deciding', () => {
  it('allows what was asked for with one press', async () => {
    const { page, decided, press } = await open();
    await expectAccessible(page.element);
    press('Allow');
    const call = page.http.expectOne({ method: 'POST', url: ADDRESS });
    expect(call.request.body).toEqual({ outcome: 'approved', categories: ['user.contact.email.work', 'user.contact.phone_number.work'], minutes: 60 });
    call.flush(lockboxExample({ state: 'running', granted: grantedExample }));
    await page.settle();
    expect(decided).toEqual(['running']);
  });

  it('allows less: fewer data, one person, a shorter time', async () => {
    const { page, press, tick } = await open();
    tick('user.contact.email.work');
    await (await page.part(FieldHarness.labelled('Whose data'))).choose('one');
    await (await page.part(FieldHarness.labelled('Member number'))).fill('m-10422');
    await (await page.part(FieldHarness.labelled('How long'))).choose('30');
    press('Allow');
    expect(page.http.expectOne(ADDRESS).request.body).toEqual({
      outcome: 'approved',
      categories: ['user.contact.phone_number.work'],
      minutes: 30,
      scope: { reach: 'member', number: 10_422 },
    });
  });

  it('sends nothing without data or with what is no number', async () => {
    const { page, press, tick } = await open();
    tick('user.contact.email.work');
    tick('user.contact.phone_number.work');
    await (await page.part(FieldHarness.labelled('Whose data'))).choose('one');
    press('Allow');
    await page.settle();
    page.http.expectNone(ADDRESS);
    expect(page.text()).toContain('Choose at least one');
    expect(page.text()).toContain('Give a member number');
  });

  it('dismisses', async () => {
    const { page, decided, press } = await open();
    press('Dismiss');
    const call = page.http.expectOne(ADDRESS);
    expect(call.request.body).toEqual({ outcome: 'dismissed' });
    call.flush(lockboxExample({ state: 'dismissed' }));
    await page.settle();
    expect(decided).toEqual(['dismissed']);
  });

  it.each([
    ['a', 'Allow'],
    ['d', 'Dismiss'],
  ])('is two keys away: %s goes to %s', async (key, text) => {
    const { page } = await open();
    document.dispatchEvent(new KeyboardEvent('keydown', { key }));
    await page.settle();
    expect(document.activeElement?.textContent).toContain(text);
  });

  it('says when somebody else was faster, and asks how it stands', async () => {
    const { page, decided, press } = await open();
    press('Allow');
    page.http.expectOne(ADDRESS).flush({ status: 409, code: 'lockbox.settled', detail: '' }, { status: 409, statusText: 'Conflict' });
    await page.settle();
    expect(page.text()).toContain('Somebody else was faster');
    expect(decided).toEqual(['outdated']);
  });
});
