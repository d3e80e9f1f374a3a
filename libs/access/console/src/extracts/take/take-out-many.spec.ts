import { Router } from '@angular/router';
import { TestBed } from '@angular/core/testing';
import type { ExtractPreview, GrantInForce, ProfileCategory } from '@smartpar/access/model';
import { Dialogs } from '@smartpar/platform/ui';
import { expectAccessible, FieldHarness, mount } from '@smartpar/platform/ui/testing';
import { extractPreview, provideAbilities, provideSession, sessionFacts } from '../../../testing/src';
import access from '../../i18n/en.json' with { type: 'json' };
import extracts from '../i18n/en.json' with { type: 'json' };
import { TakeOutMany } from './take-out-many';

const [NAME, PHONE]: readonly ProfileCategory[] = ['user.name', 'user.contact.phone_number.work'];
const EXTRACTS = '/api/organizations/o1/extracts';

const grant = (category: ProfileCategory | undefined, ...purposes: GrantInForce['purposes'][number][]): GrantInForce => ({
  ...{ id: `officer ${category}`, category: category ?? 'user.name', mode: 'on-reveal', purposes, scope: 'all', until: null },
});

async function open(inputs: Record<string, string> = {}) {
  const page = await mount(TakeOutMany, {
    texts: { access, extracts },
    inputs: { organizationId: 'o1', ...inputs },
    providers: [
      provideSession(sessionFacts()),
      provideAbilities('o1', [{ action: ['ask', 'read'], subject: ['extract'] }], [grant(NAME, 'security'), grant(PHONE, 'security', 'support')]),
    ],
  });
  const tick = async (category: string | undefined): Promise<void> => {
    page.element.querySelector<HTMLInputElement>(`input[value="${category}"]`)?.click();
    await page.settle();
  };
  // by hand: a harness would wait for what is asked to be told
  const choose = async (label: string, value: string): Promise<void> => {
    const fields = [...page.element.querySelectorAll('sp-field')];
    const select = fields.find((field) => field.querySelector('label')?.textContent.trim().startsWith(label))?.querySelector('select');
    if (!select) throw new Error(`Nothing is asked as “${label}”.`);
    select.value = value;
    select.dispatchEvent(new Event('input'));
    select.dispatchEvent(new Event('change'));
    await page.settle();
  };
  /** Answers what was asked to be told. @returns the message */
  const told = async (facts: Partial<ExtractPreview> = {}): Promise<unknown> => {
    const call = page.http.expectOne(`${EXTRACTS}/preview`);
    call.flush(extractPreview(facts));
    await page.settle();
    return call.request.body;
  };
  const send = async (): Promise<void> => {
    page.element.querySelector('form')?.dispatchEvent(new Event('submit'));
    await page.settle();
  };
  const button = (): HTMLButtonElement | null => page.element.querySelector('button[type=submit]');
  return { page, tick, choose, told, send, button };
}

/** Everything is chosen; what would happen is not told yet. */
async function chosen(inputs: Record<string, string> = {}) {
  const opened = await open(inputs);
  await opened.tick(PHONE);
  await opened.choose('What do you need it for?', 'security');
  return opened;
}

describe('before anything is taken out', () => {
  it('says what will happen as soon as it is known whose data, which and what for', async () => {
    const { page, told } = await chosen();
    expect(await told({ people: 3, alone: 4 })).toEqual({ whom: { kind: 'filter' }, categories: [PHONE], purpose: 'security' });
    for (const said of ['3 people will be in the file', 'Up to 25 people a day', 'in the last 24 hours you have had 4', 'kept for 24 hours'])
      expect(page.text()).toContain(said);
    await expectAccessible(page.element);
  });

  it.each<[string, (opened: Awaited<ReturnType<typeof open>>) => Promise<void>]>([
    ['is still being found out', () => Promise.resolve()],
    [
      'could not be found out',
      async ({ page }) => {
        page.http.expectOne(`${EXTRACTS}/preview`).flush({ code: 'internal', detail: '' }, { status: 500, statusText: 'Error' });
        await page.settle();
      },
    ],
    [
      'is found out anew for another choice',
      async ({ told, choose }) => {
        await told();
        await choose('State', 'active');
      },
    ],
  ])('lets nobody begin while it %s', async (_, becomes) => {
    const opened = await chosen();
    await opened.choose('Why now?', 'unusual-sign-in');
    await becomes(opened);
    expect(opened.button()?.disabled).toBe(true);
    await opened.send();
    opened.page.http.expectNone(EXTRACTS);
  });

  it('says who is left out and why', async () => {
    const { page, told } = await chosen();
    await told({ exempt: { people: 12, by: [{ category: PHONE ?? 'user.name', people: 12 }] } });
    expect(page.text()).toContain('12 people are left out.');
    expect(page.text()).toContain('Work phone: no access covers 12 people.');
  });

  it('says that a second person has to agree, and asks for it then', async () => {
    const { page, told, button } = await chosen();
    await told({ people: 340, approval: 'needed' });
    expect(page.text()).toContain('A second person has to agree first');
    expect(button()?.textContent.trim()).toBe('Ask for it');
  });

  it.each<[string, Partial<ExtractPreview>]>([
    ['Nobody you chose is covered', { people: 0, exempt: { people: 3, by: [] } }],
    ['nobody here could', { people: 40, approval: 'impossible' }],
    ['One file holds 20000 people at most', { tooMany: true }],
  ])('offers nothing where it cannot be: %s', async (sentence, facts) => {
    const { page, told, send, button } = await chosen();
    await told(facts);
    expect(page.text()).toContain(sentence);
    expect(button()?.disabled).toBe(true);
    await send();
    page.http.expectNone(EXTRACTS);
    await expectAccessible(page.element);
  });

  it('is told anew with every other choice', async () => {
    const { told, choose } = await chosen();
    await told();
    await choose('State', 'active');
    expect(await told()).toMatchObject({ whom: { kind: 'filter', status: 'active' } });
  });
});

describe('whose data', () => {
  it('is whom the list of members was narrowed to', async () => {
    const { told } = await chosen({ status: 'suspended', role: 'helpdesk', site: 'none' });
    expect(await told()).toMatchObject({ whom: { kind: 'filter', status: 'suspended', role: 'helpdesk', siteId: null } });
  });

  it('is those who were selected there, and then there is nothing to filter', async () => {
    const { page, told } = await chosen({ members: 'm1,m2' });
    expect(await told()).toMatchObject({ whom: { kind: 'members', ids: ['m1', 'm2'] } });
    expect(page.text()).toContain('2 people you chose in the list of members.');
    expect(page.element.querySelectorAll('select')).toHaveLength(2);
    await expectAccessible(page.element);
  });
});

describe('what for', () => {
  it('is only what all of the data was granted for', async () => {
    const { page, tick, choose } = await open();
    await tick(PHONE);
    await choose('What do you need it for?', 'support');
    page.http.expectOne(`${EXTRACTS}/preview`).flush(extractPreview());
    await tick(NAME);
    expect(await (await page.part(FieldHarness.labelled('What do you need it for?'))).value()).toBe('');
    expect(page.text()).toContain('Then it is said here what will happen.');
  });

  it('says what to do where there is none', async () => {
    const { page, tick } = await open();
    await tick('user.contact.email.work');
    expect(page.text()).toContain('There is no purpose for which you may look at all of this.');
    await expectAccessible(page.element);
  });
});

describe('taking out', () => {
  it('asks with a reason and goes to where it stands', async () => {
    const { page, told, choose, send } = await chosen();
    await told();
    const navigate = jest.spyOn(TestBed.inject(Router), 'navigate').mockResolvedValue(true);
    await choose('Why now?', 'unusual-sign-in');
    await send();
    const call = page.http.expectOne(EXTRACTS);
    expect(call.request.body).toEqual({ whom: { kind: 'filter' }, categories: [PHONE], purpose: 'security', reason: { template: 'unusual-sign-in' } });
    expect(call.request.headers.get('Idempotency-Key')).not.toBeNull();
    call.flush({ extractId: 'x1', standing: 'running' });
    await page.settle();
    expect(navigate).toHaveBeenCalledWith(['/org', 'o1', 'access', 'extracts', 'x1']);
  });

  it('wants more than a word of one’s own', async () => {
    const { page, told, choose, send } = await chosen();
    await told();
    await choose('Why now?', 'words');
    await (await page.part(FieldHarness.labelled('Your reason'))).fill('because');
    await send();
    page.http.expectNone(EXTRACTS);
    expect(await (await page.part(FieldHarness.labelled('Your reason'))).error()).toContain('everybody in the file will read it');
  });

  it('asks for the data first', async () => {
    const { page, send } = await open();
    await send();
    expect(page.text()).toContain('Choose at least one kind of data.');
    page.http.verify();
  });

  it('by somebody who has not signed is signed for first, and goes on by itself', async () => {
    const { page, told, choose, send } = await chosen();
    await told();
    const sign = jest.spyOn(TestBed.inject(Dialogs), 'open').mockResolvedValue('signed');
    jest.spyOn(TestBed.inject(Router), 'navigate').mockResolvedValue(true);
    await choose('Why now?', 'unusual-sign-in');
    await send();
    page.http.expectOne(EXTRACTS).flush({ code: 'undertaking.unsigned', detail: '' }, { status: 409, statusText: 'Conflict' });
    await page.settle();
    expect(sign).toHaveBeenCalledTimes(1);
    page.http.expectOne(EXTRACTS).flush({ extractId: 'x1', standing: 'running' });
  });

  it('that is refused says so and keeps what was chosen', async () => {
    const { page, told, choose, send } = await chosen();
    await told();
    await choose('Why now?', 'unusual-sign-in');
    await send();
    page.http.expectOne(EXTRACTS).flush({ code: 'extract.nobody', detail: '' }, { status: 409, statusText: 'Conflict' });
    await page.settle();
    expect(page.text()).toContain('Nobody you chose is covered by your access for this purpose.');
    expect(await (await page.part(FieldHarness.labelled('Why now?'))).value()).toBe('unusual-sign-in');
  });
});
