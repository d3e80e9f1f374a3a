import { expectAccessible, mount } from '@smartpar/platform/ui/testing';
import { provideAbilities } from '../../../testing/src';
import access from '../../i18n/en.json' with { type: 'json' };
import granting from '../i18n/en.json' with { type: 'json' };
import { DeputiesPage } from './deputies';

const DEPUTIES = '/api/organizations/o1/deputies';
const LINE = { id: 'd1', member: { memberId: 'm9', number: 10_409 }, from: '2026-03-02T09:00:00Z', until: '2026-03-16T09:00:00Z' };

async function open(answer: object = { forMe: [LINE], byMe: [{ ...LINE, id: 'd2', member: { memberId: 'm8', number: 10_408 } }] }) {
  const page = await mount(DeputiesPage, { texts: { access, granting }, inputs: { organizationId: 'o1' }, providers: [provideAbilities('o1', [])] });
  page.http.expectOne(DEPUTIES).flush(answer);
  await page.settle();
  const name = async (number: string): Promise<void> => {
    const typed = page.element.querySelector('input');
    if (typed === null) throw new Error('There is no place for a number.');
    typed.value = number;
    typed.dispatchEvent(new Event('input'));
    page.element.querySelector('form')?.dispatchEvent(new Event('submit'));
    await page.settle();
  };
  return { page, name };
}

describe('deputies', () => {
  it('are those who decide for me, and those for whom I do', async () => {
    const { page } = await open();
    expect(page.text()).toMatch(/Who decides for you M-10409.*For whom you decide M-10408/);
    await expectAccessible(page.element);
  });

  it('are named by member number', async () => {
    const { page, name } = await open({ forMe: [], byMe: [] });
    await name('M-10409');
    page.http.expectOne('/api/organizations/o1/members/search').flush({ items: [{ id: 'm9' }], next: null });
    await page.settle();
    const sent = page.http.expectOne(DEPUTIES);
    expect(sent.request.body).toMatchObject({ memberId: 'm9' });
    sent.flush({ forMe: [LINE], byMe: [] });
    await page.settle();
    expect(page.text()).toContain('M-10409');
  });

  it('are nobody who is not there, or whose number is none', async () => {
    const { page, name } = await open({ forMe: [], byMe: [] });
    await name('Ada');
    expect(page.text()).toContain('Give a member number such as M-10422.');
    await name('M-10499');
    page.http.expectOne('/api/organizations/o1/members/search').flush({ items: [], next: null });
    await page.settle();
    expect(page.text()).toContain('Nobody here goes by that number');
    page.http.verify();
  });

  it('are ended by whoever named them', async () => {
    const { page } = await open();
    page.element.querySelector<HTMLElement>('li button')?.click();
    await page.settle();
    const sent = page.http.expectOne(`${DEPUTIES}/d1`);
    expect(sent.request.method).toBe('DELETE');
    sent.flush({ forMe: [], byMe: [] });
    await page.settle();
    expect(page.text()).toContain('Nobody. What waits for you');
  });
});
