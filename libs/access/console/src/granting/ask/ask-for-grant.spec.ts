import type { Rule } from '@smartpar/access/model';
import { expectAccessible, mount } from '@smartpar/platform/ui/testing';
import { provideAbilities } from '../../../testing/src';
import access from '../../i18n/en.json' with { type: 'json' };
import granting from '../i18n/en.json' with { type: 'json' };
import { AskForGrant } from './ask-for-grant';

const ASK: Rule = { action: 'ask', subject: 'grant' };

async function open(rules: Rule[], inputs: Record<string, string> = {}) {
  const page = await mount(AskForGrant, {
    texts: { access, granting },
    inputs: { organizationId: 'o1', ...inputs },
    providers: [provideAbilities('o1', rules)],
  });
  const type = (text: string): void => {
    const reason = page.element.querySelector('textarea');
    if (reason === null) throw new Error('There is no place for a reason.');
    reason.value = text;
    reason.dispatchEvent(new Event('input'));
  };
  const tick = (value: string) => page.element.querySelector<HTMLInputElement>(`input[type=checkbox][value="${value}"]`)?.click();
  const choose = (index: number, value: string): void => {
    const select = page.element.querySelectorAll('select')[index];
    if (select === undefined) throw new Error('There is no such choice.');
    select.value = value;
    select.dispatchEvent(new Event('change'));
    select.dispatchEvent(new Event('input'));
  };
  const send = async (): Promise<void> => {
    page.element.querySelector('form')?.dispatchEvent(new Event('submit'));
    await page.settle();
  };
  const ticked = () => [...page.element.querySelectorAll<HTMLInputElement>('input[type=checkbox]:checked:not(:disabled)')].map(({ value }) => value);
  return { page, type, tick, choose, send, ticked };
}

describe('asking for access', () => {
  it('from a member’s page begins with what is hidden there, and with them alone', async () => {
    const { page, tick, type, send, ticked } = await open([ASK], { member: 'm1', number: 'M-10422', category: 'user.contact.phone_number.work' });
    expect(ticked()).toEqual(['user.contact.phone_number.work']);
    expect(page.text()).toContain('Only M-10422');
    tick('security');
    type('An odd sign-in has to be looked into.');
    await send();
    const { request } = page.http.expectOne('/api/organizations/o1/grants/requests');
    expect(request.body).toMatchObject({
      categories: ['user.contact.phone_number.work'],
      purposes: ['security'],
      mode: 'on-reveal',
      scope: { kind: 'members', ids: ['m1'] },
      reason: 'An odd sign-in has to be looked into.',
    });
    await expectAccessible(page.element);
  });

  it('for a kind of data covers what is under it', async () => {
    const { tick, ticked, page } = await open([ASK]);
    tick('user.contact.email.work');
    tick('user.contact');
    await page.settle();
    expect(ticked()).toEqual(['user.contact']);
    expect(page.element.querySelector<HTMLInputElement>('input[value="user.contact.email.work"]')?.checked).toBe(true);
  });

  it('lasts no longer than the most sensitive of the data allows', async () => {
    const { page, tick } = await open([ASK]);
    const lengths = () => [...(page.element.querySelectorAll('select')[1]?.options ?? [])].map(({ text }) => text.trim());
    tick('user.name');
    await page.settle();
    expect(lengths().at(-1)).toBe('90 days');
    tick('user.contact.phone_number.work');
    await page.settle();
    expect(lengths().at(-1)).toBe('30 days');
  });

  it.each([
    ['no data', [], 'Choose at least one kind of data.'],
    ['no purpose', ['user.name'], 'Choose at least one purpose.'],
    ['no reason', ['user.name', 'security'], 'Say it in at least 10 characters.'],
  ])('with %s says what is missing, and sends nothing', async (_, ticks, said) => {
    const { page, tick, send } = await open([ASK]);
    for (const value of ticks) tick(value);
    await send();
    expect(page.text()).toContain(said);
    page.http.verify();
  });

  it('by an owner may be giving, to a role until it is reviewed', async () => {
    const { page, tick, type, choose, send } = await open([ASK, { action: 'give', subject: 'grant' }]);
    choose(0, 'helpdesk');
    await page.settle();
    tick('user.name');
    tick('support');
    type('The helpdesk calls people by their names.');
    await send();
    const { request } = page.http.expectOne('/api/organizations/o1/grants');
    expect(request.body).toMatchObject({
      to: { kind: 'role', role: 'helpdesk' },
      categories: ['user.name'],
      scope: { kind: 'all' },
      reviewAt: expect.any(String),
    });
    expect(request.body).not.toHaveProperty('until');
  });
});
