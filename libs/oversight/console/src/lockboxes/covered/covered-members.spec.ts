import { TestBed } from '@angular/core/testing';
import { Dialogs } from '@smartpar/platform/ui';
import { expectAccessible, FieldHarness, mount } from '@smartpar/platform/ui/testing';
import staffLockbox from '../i18n/en.json' with { type: 'json' };
import { CoveredMembers } from './covered-members';

const PATH = '/organizations/w1/oversight/lockboxes/l1';
const PHONE = 'user.contact.phone_number.work';
const MEMBER = { id: 'm1', number: 'M-10422', status: 'active' };

async function open() {
  const page = await mount(CoveredMembers, { texts: { staffLockbox }, inputs: { path: PATH, justification: 'fault', categories: [PHONE] } });
  const press = async (text: string) => {
    [...page.element.querySelectorAll('button')].find((one) => one.textContent.includes(text))?.click();
    await page.settle();
  };
  const find = async (text: string) => {
    await (await page.part(FieldHarness.labelled('Member number'))).fill(text);
    await press('Find');
  };
  return { page, press, find };
}

describe('the members a lockbox covers', () => {
  it('are not read before somebody asks for them', async () => {
    const { page } = await open();
    page.http.expectNone(() => true);
  });

  it('are found by exact number or address, with everything masked', async () => {
    const { page, find } = await open();
    await find('linden@larkspur.example');
    const call = page.http.expectOne({ method: 'POST', url: `/api${PATH}/search` });
    expect(call.request.body).toEqual({ email: 'linden@larkspur.example' });
    call.flush({ items: [MEMBER] });
    await page.settle();
    expect(page.text()).toContain('M-10422');
    expect(page.text()).toContain('••••••••');
    await expectAccessible(page.element);
  });

  it('are not guessed at', async () => {
    const { page, find } = await open();
    await find('linden');
    page.http.expectNone(() => true);
    expect(page.text()).toContain('Give a number such as');
    await find('M-99999');
    page.http.expectOne(`/api${PATH}/search`).flush({ items: [] });
    await page.settle();
    expect(page.text()).toContain('Nobody who is covered goes by that');
  });

  it('are paged through by number', async () => {
    const { page, press } = await open();
    await press('Show all');
    page.http.expectOne(({ url }) => url === `/api${PATH}/members`).flush({ items: [MEMBER], next: 'further' });
    await page.settle();
    await press('Show more');
    page.http.expectOne(({ params }) => params.get('after') === 'further').flush({ items: [{ ...MEMBER, id: 'm2', number: 'M-10423' }], next: null });
    await page.settle();
    expect(page.text()).toMatch(/M-10422.*M-10423/s);
  });

  it('show a value once somebody has said why, and hide it again', async () => {
    const { page, press, find } = await open();
    await find('10422');
    page.http.expectOne(`/api${PATH}/search`).flush({ items: [MEMBER] });
    await page.settle();
    const opened = jest
      .spyOn(TestBed.inject(Dialogs), 'open')
      .mockResolvedValue({ revealId: 'r1', at: '2026-03-02T09:00:00Z', values: { [PHONE]: '+49 30 1234567' }, fields: [] });
    await press('Look');
    await page.settle();
    expect(opened.mock.calls[0]?.[1]).toEqual({ path: PATH, member: MEMBER, category: PHONE, justification: 'fault' });
    expect(page.text()).toContain('+49 30 1234567');
    await press('Hide');
    expect(page.text()).not.toContain('1234567');
  });
});
