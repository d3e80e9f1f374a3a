import { TestBed } from '@angular/core/testing';
import { expectAccessible, FieldHarness, mount, SegmentedHarness } from '@smartpar/platform/ui/testing';
import { breakGlassExample, provideAbilities } from '../../../testing/src';
import access from '../../i18n/en.json' with { type: 'json' };
import { Abilities } from '../../abilities/abilities';
import breakGlass from '../i18n/en.json' with { type: 'json' };
import { BreakNow } from './break-now';

const ADDRESS = '/api/organizations/o1/break-glasses';
const PHONE = 'user.contact.phone_number.work';
const MINE = { id: 'b1', ground: 'safety', categories: [PHONE], until: new Date(Date.now() + 3_000_000).toISOString() };

async function open(...items: object[]) {
  const page = await mount(BreakNow, {
    texts: { access, breakGlass },
    inputs: { organizationId: 'o1' },
    providers: [provideAbilities('o1', [{ action: 'break', subject: 'break-glass' }])],
  });
  asked = jest.spyOn(TestBed.inject(Abilities), 'refresh');
  page.http.expectOne(`${ADDRESS}/mine`).flush({ items });
  await page.settle();
  const press = (text: string) => [...page.element.querySelectorAll('button')].find((one) => one.textContent.includes(text))?.click();
  return { page, press };
}

/** How often it was asked what one may see. */
let asked: jest.SpyInstance;
const refreshed = () => asked.mock.calls.length;

describe('an emergency', () => {
  it('begins after saying what happens, what is needed and why, and what follows is said first', async () => {
    const { page, press } = await open();
    expect(page.text()).toContain('Owners and privacy officers are told at once');
    await expectAccessible(page.element);
    await (await page.part(SegmentedHarness)).choose('Somebody is in danger');
    page.element.querySelector<HTMLInputElement>(`input[value="${PHONE}"]`)?.click();
    await (await page.part(FieldHarness.labelled('What happened'))).fill('  Somebody fell in the workshop. ');
    press('Begin now');
    await page.settle();
    const call = page.http.expectOne({ method: 'POST', url: ADDRESS });
    expect(call.request.body).toEqual({ ground: 'safety', categories: [PHONE], words: 'Somebody fell in the workshop.' });
    call.flush(breakGlassExample({ running: true }));
    await page.settle();
    page.http.expectOne(`${ADDRESS}/mine`).flush({ items: [MINE] });
    await page.settle();
    expect(page.text()).toContain('You can look at: Work phone');
    expect(refreshed()).toBe(1);
  });

  it('does not begin without data and a reason', async () => {
    const { page, press } = await open();
    press('Begin now');
    await page.settle();
    page.http.expectNone(ADDRESS);
    expect(page.text()).toContain('Choose at least one');
    expect(page.text()).toContain('Choose what is happening');
  });

  it('that runs says how long is left and is ended here, and what one may see is asked anew each time', async () => {
    const { page, press } = await open(MINE);
    expect(page.element.querySelector('[role=timer]')?.textContent).toMatch(/left/);
    expect(refreshed()).toBe(1);
    await expectAccessible(page.element);
    press('End it');
    page.http.expectOne({ method: 'POST', url: `${ADDRESS}/b1/end` }).flush(breakGlassExample());
    await page.settle();
    page.http.expectOne(`${ADDRESS}/mine`).flush({ items: [] });
    await page.settle();
    expect(refreshed()).toBe(2);
    expect(page.text()).toContain('Begin now');
  });

  it('that could not be ended says so where it runs, until it is', async () => {
    const { page, press } = await open(MINE);
    press('End it');
    page.http.expectOne(`${ADDRESS}/b1/end`).flush({ status: 500, code: 'internal', detail: '' }, { status: 500, statusText: 'Error' });
    await page.settle();
    const said = () => page.element.querySelector('.running [role=alert]')?.textContent.trim();
    expect(said()).toBeTruthy();
    press('End it');
    await page.settle();
    expect(said()).toBe('');
    page.http.expectOne(`${ADDRESS}/b1/end`).flush({ status: 404, code: 'not_found', detail: '' }, { status: 404, statusText: 'Not Found' });
    await page.settle();
    page.http.expectOne(`${ADDRESS}/mine`).flush({ items: [] });
    await page.settle();
    expect(page.text()).toContain('Begin now');
  });
});
