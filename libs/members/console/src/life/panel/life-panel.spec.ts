import { membership, provideSession, sessionFacts } from '@smartpar/access/console/testing';
import type { MemberLife } from '@smartpar/members/model';
import { FieldHarness, expectAccessible, mount, type Mounted } from '@smartpar/platform/ui/testing';
import { ME, ORGANIZATION, lifeExample, memberView } from '../../../testing/src';
import en from '../../i18n/en.json' with { type: 'json' };
import { LifePanel } from './life-panel';

const MEMBER = `/api/organizations/${ORGANIZATION}/members/member-1`;
const LEFT: MemberLife = lifeExample({
  status: 'deactivated',
  departure: { cause: 'dismissed', departedAt: '2099-03-02T09:00:00Z', graceUntil: '2099-03-16T09:00:00Z', envelope: 'mail' },
  waits: [
    { kind: 'grace', until: '2099-03-16T09:00:00Z', count: null },
    { kind: 'hold', until: null, count: 1 },
  ],
  may: { deactivate: false, cancel: true, readHolds: true, placeHold: true, liftHold: true },
});
const HOLD = { id: 'hold-1', ground: 'dispute', words: 'Labour court.', placedAt: '2099-03-02T09:00:00Z', placedBy: 'M-10001', lifted: null };

async function show(life: MemberLife, memberId = 'member-1'): Promise<Mounted<LifePanel>> {
  const page = await mount(LifePanel, {
    texts: { members: en },
    inputs: { organizationId: ORGANIZATION, member: memberView({ id: memberId }) },
    providers: [provideSession(sessionFacts({ memberships: [membership({ organizationId: ORGANIZATION, memberId: ME })] }))],
  });
  page.http.expectOne(`/api/organizations/${ORGANIZATION}/members/${memberId}/life`).flush(life);
  await page.settle();
  for (const call of page.http.match(`${MEMBER}/holds`)) call.flush({ items: [HOLD] });
  await page.settle();
  return page;
}

async function press(page: Mounted<LifePanel>, word: string): Promise<void> {
  [...page.element.querySelectorAll('button')].find((button) => button.textContent.includes(word))?.click();
  await page.settle();
}

describe('whether somebody is leaving', () => {
  it('leads those who may let them go to what becomes of their data', async () => {
    const page = await show(lifeExample({ dormantSince: '2098-11-01' }));
    expect(page.element.querySelector('a')?.getAttribute('href')).toBe(`/org/${ORGANIZATION}/members/member-1/leaving`);
    expect(page.text()).toContain('Not seen here since');
    await expectAccessible(page.element);
  });

  it('is nothing one does about oneself here', async () => {
    expect((await show(lifeExample(), ME)).element.hidden).toBe(true);
  });

  it('is not shown where nothing is to be said', async () => {
    expect((await show(lifeExample({ may: { ...LEFT.may, cancel: false, readHolds: false } }))).element.hidden).toBe(true);
  });

  it('says what it waits for, and can be taken back', async () => {
    const page = await show(LEFT);
    expect(page.text()).toContain('Can come back until');
    expect(page.text()).toContain('Something must be kept');
    await expectAccessible(page.element);
    let changed = 0;
    page.component.changed.subscribe(() => (changed += 1));
    await press(page, 'Take it back');
    page.http.expectOne({ method: 'DELETE', url: `${MEMBER}/deactivation` }).flush({ memberId: 'member-1', number: 10422, status: 'active', version: 4 });
    await page.settle();
    expect(changed).toBe(1);
    page.http.expectOne(`${MEMBER}/life`).flush(lifeExample());
  });

  it('says why it is too late', async () => {
    const page = await show(LEFT);
    await press(page, 'Take it back');
    page.http.expectOne(`${MEMBER}/deactivation`).flush({ code: 'member.grace_over' }, { status: 409, statusText: 'Conflict' });
    await page.settle();
    expect(page.text()).toContain('Invite them anew');
  });
});

describe('what must be kept', () => {
  it('is lifted with a reason', async () => {
    const page = await show(LEFT);
    expect(page.text()).toContain('Labour court.');
    await press(page, 'Need be kept no longer');
    await (await page.part(FieldHarness.labelled('Why it is needed no longer'))).fill('Settled.');
    await page.settle();
    await expectAccessible(page.element);
    page.element.querySelector('form')?.dispatchEvent(new Event('submit'));
    await page.settle();
    const call = page.http.expectOne(`${MEMBER}/holds/hold-1/lifting`);
    expect(call.request.body).toEqual({ words: 'Settled.' });
    call.flush({ items: [{ ...HOLD, lifted: { at: '2099-03-05T09:00:00Z', by: 'M-10001', words: 'Settled.' } }] });
    await page.settle();
    expect(page.text()).toContain('Settled.');
  });

  it('is placed with a ground and words', async () => {
    const page = await show(LEFT);
    await press(page, 'Something must be kept');
    await (await page.part(FieldHarness.labelled('Why'))).choose('order');
    await (await page.part(FieldHarness.labelled('Which dispute, order or law'))).fill('Order of 2 March.');
    await page.settle();
    page.element.querySelector('form')?.dispatchEvent(new Event('submit'));
    await page.settle();
    expect(page.http.expectOne({ method: 'POST', url: `${MEMBER}/holds` }).request.body).toEqual({ ground: 'order', words: 'Order of 2 March.' });
  });
});
