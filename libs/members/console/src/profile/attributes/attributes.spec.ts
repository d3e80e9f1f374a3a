import { TestBed } from '@angular/core/testing';
import { provideAbilities } from '@smartpar/access/console/testing';
import type { ProfileAttribute } from '@smartpar/members/model';
import { ConfirmByTyping } from '@smartpar/platform/ui';
import { expectAccessible, mount, type Mounted } from '@smartpar/platform/ui/testing';
import { ORGANIZATION } from '../../../testing/src';
import en from '../../i18n/en.json' with { type: 'json' };
import { choicesIn } from './attribute-words';
import { Attributes } from './attributes';

const ADDRESS = `/api/organizations/${ORGANIZATION}/profile-attributes`;
const SHIRT: ProfileAttribute = {
  ...{ id: 'attribute-1', name: 'Shirt size', kind: 'choice', choices: ['S', 'M'], category: 'user.workplace', byPerson: true, retiredAt: null, version: 2 },
};
const OLD: ProfileAttribute = { ...SHIRT, id: 'attribute-2', name: 'Fax', kind: 'text', choices: [], byPerson: false, retiredAt: '2026-03-02T09:00:00Z' };

async function open(items: readonly ProfileAttribute[] = [SHIRT, OLD], may: string[] = ['read', 'create', 'change', 'retire']): Promise<Mounted<Attributes>> {
  const page = await mount(Attributes, {
    texts: { members: en },
    inputs: { organizationId: ORGANIZATION },
    providers: [provideAbilities(ORGANIZATION, [{ action: may, subject: 'profile-attribute' }])],
  });
  page.http.expectOne(ADDRESS).flush({ items });
  await page.settle();
  return page;
}

async function press(page: Mounted<Attributes>, label: string): Promise<void> {
  page.element.querySelector<HTMLButtonElement>(`button[aria-label="${label}"]`)?.click();
  await page.settle();
}

async function put(page: Mounted<Attributes>, selector: string, value: string): Promise<void> {
  const control = page.element.querySelector<HTMLInputElement>(selector);
  if (control === null) throw new Error(`There is no ${selector}.`);
  control.value = value;
  control.dispatchEvent(new Event('input'));
  control.dispatchEvent(new Event('change'));
  await page.settle();
}

describe('what an organization keeps of its members', () => {
  it('stands with its kind, as what it is seen and who changes it; what is used no more below', async () => {
    const page = await open();
    expect(page.text()).toContain('Shirt size Choice from a list.');
    expect(page.text()).toContain('They and administrators change it.');
    expect(page.text()).toContain('Fax (since 2 March 2026)');
    await expectAccessible(page.element);
  });

  it('is only read by those who may do no more, and says what to do first where there is nothing', async () => {
    const page = await open([], ['read']);
    expect(page.text()).toContain('Nothing of your own yet');
    expect(page.element.querySelectorAll('form')).toHaveLength(0);
  });

  it('is one more, with choices where it is one', async () => {
    const page = await open();
    await put(page, 'form.add input', 'Canteen');
    await put(page, 'form.add select', 'choice');
    await put(page, 'form.add textarea', 'Meat\n\nVegetables\nMeat');
    page.element.querySelector<HTMLButtonElement>('form.add button[type=submit]')?.click();
    await page.settle();
    const call = page.http.expectOne({ method: 'POST', url: ADDRESS });
    expect(call.request.body).toEqual({ name: 'Canteen', kind: 'choice', category: 'user.workplace', choices: ['Meat', 'Vegetables'], byPerson: false });
    call.flush({ code: 'profile_attribute.name_taken', errors: [{ field: 'name', code: 'taken', message: '' }] }, { status: 422, statusText: 'No' });
    await page.settle();
    expect(page.text()).toContain('There is one with this name already.');
  });

  it('gets another name in place, on the version that was read', async () => {
    const page = await open();
    await press(page, 'Change Shirt size');
    await put(page, 'sp-attribute-form input', 'Size');
    page.element.querySelector<HTMLButtonElement>('sp-attribute-form button[type=submit]')?.click();
    await page.settle();
    const call = page.http.expectOne({ method: 'PATCH', url: `${ADDRESS}/attribute-1` });
    expect(call.request.body).toEqual({ version: 2, name: 'Size', byPerson: true, choices: ['S', 'M'] });
    call.flush({ ...SHIRT, name: 'Size', version: 3 });
    await page.settle();
    page.http.expectOne({ method: 'GET', url: ADDRESS });
  });

  it('is used no more once its name was typed, since nothing brings it back', async () => {
    const page = await open();
    const ask = jest.spyOn(TestBed.inject(ConfirmByTyping), 'ask').mockResolvedValue(true);
    await press(page, 'Stop using Shirt size');
    expect(ask.mock.calls[0]?.[0]).toMatchObject({ phrase: 'Shirt size' });
    const call = page.http.expectOne({ method: 'POST', url: `${ADDRESS}/attribute-1/retirement` });
    expect(call.request.body).toEqual({ version: 2 });
  });
});

it('choices are typed one on each line, each once', () => expect(choicesIn(' S \n\nM\nS')).toEqual(['S', 'M']));
