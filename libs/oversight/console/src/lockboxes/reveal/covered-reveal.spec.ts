import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { expectAccessible, FieldHarness, mount } from '@smartpar/platform/ui/testing';
import staffLockbox from '../i18n/en.json' with { type: 'json' };
import { CoveredReveal, type CoveredQuestion } from './covered-reveal';

const PATH = '/organizations/w1/oversight/lockboxes/l1';
const ADDRESS = `/api${PATH}/members/m1/reveals`;
const PHONE = 'user.contact.phone_number.work';
const ANSWER = { revealId: 'r1', at: '2026-03-02T09:00:00Z', values: { [PHONE]: '+49 30 1234567' }, fields: [] };

async function open() {
  const closed: unknown[] = [];
  const question: CoveredQuestion = {
    path: PATH,
    member: { id: 'm1', number: 'M-10422', status: 'active' },
    category: PHONE,
    justification: 'security-finding',
  };
  const page = await mount(CoveredReveal, {
    texts: { staffLockbox },
    providers: [
      { provide: DIALOG_DATA, useValue: question },
      { provide: DialogRef, useValue: { close: (answer: unknown) => closed.push(answer) } },
    ],
  });
  const field = (label: string) => page.part(FieldHarness.labelled(label));
  const look = async () => {
    page.element.querySelector<HTMLButtonElement>('button[type=submit]')?.click();
    await page.settle();
  };
  return { page, closed, field, look };
}

describe('looking under a lockbox', () => {
  it('asks for a reason that fits the case, and says who will know', async () => {
    const { page, field } = await open();
    const reasons = [...page.element.querySelectorAll('option')].map((option) => option.value);
    expect(reasons).toContain('unusual-sign-in');
    expect(reasons).not.toContain('correcting-an-entry');
    expect(page.text()).toContain('The person reads that SmartPAR’s staff looked');
    expect(await (await field('Why now?')).value()).toBe('');
    await expectAccessible(page.element);
  });

  it('sends the reason and hands over what came', async () => {
    const { page, closed, field, look } = await open();
    await (await field('Why now?')).choose('unusual-sign-in');
    await look();
    const call = page.http.expectOne({ method: 'POST', url: ADDRESS });
    expect(call.request.body).toEqual({ categories: [PHONE], reason: { template: 'unusual-sign-in' } });
    call.flush(ANSWER);
    await page.settle();
    expect(closed).toEqual([ANSWER]);
  });

  it('sends words of one’s own, of some length', async () => {
    const { page, field, look } = await open();
    await (await field('Why now?')).choose('words');
    await page.settle();
    await (await field('Your reason')).fill('short');
    await look();
    page.http.expectNone(ADDRESS);
    await (await field('Your reason')).fill(' Compared with what they told us. ');
    await look();
    expect(page.http.expectOne(ADDRESS).request.body).toMatchObject({ reason: { words: 'Compared with what they told us.' } });
  });

  it('says when it is over', async () => {
    const { page, closed, field, look } = await open();
    await (await field('Why now?')).choose('unusual-sign-in');
    await look();
    page.http.expectOne(ADDRESS).flush({ status: 404, code: 'not_found', detail: '' }, { status: 404, statusText: 'Not Found' });
    await page.settle();
    expect(page.text()).toContain('may not be looked at any more');
    expect(closed).toEqual([]);
  });
});
