import { loadAccessTexts, type Membership } from '@smartpar/access/console';
import { membership, provideSession, sessionFacts, undertakingExample } from '@smartpar/access/console/testing';
import type { MyProfile } from '@smartpar/members/model';
import { expectAccessible, mount, type Mounted } from '@smartpar/platform/ui/testing';
import en from '../i18n/en.json' with { type: 'json' };
import { Held } from './held';

const PROFILE: MyProfile = {
  memberId: 'member-1',
  number: 10_422,
  version: 3,
  status: 'active',
  joinedAt: '2026-03-02T09:00:00Z',
  firstName: 'Ines',
  lastName: 'Brandt',
  email: 'ines@nordwerk.example',
  phone: null,
  site: { id: 'site-1', name: 'Hamburg' },
  locale: 'de',
  worker: { type: 'contractor', until: '2026-12-31' },
  roles: [{ role: 'auditor', since: '2026-03-04T09:00:00Z' }],
  further: [{ role: 'role-1', name: 'Shift lead', kind: 'group', place: 'Night shift', since: '2026-03-04T09:00:00Z' }],
  groups: [{ name: 'Drivers', since: '2026-03-04T09:00:00Z' }],
};

const CONTACT = { name: 'Dana Reyes', email: 'privacy@nordwerk.example', postalAddress: 'Hafenstraße 12', languages: ['de'] };
const SESSION = {
  id: 's1',
  browser: 'Firefox',
  system: 'Windows',
  network: '203.0.113',
  sharedComputer: false,
  createdAt: '2026-03-05T09:00:00Z',
  lastSeenAt: '2026-03-05T09:00:00Z',
  current: true,
};

interface Answers {
  readonly contact?: typeof CONTACT | null;
  readonly next?: string | null;
  readonly asked?: readonly object[];
}

async function open(
  memberships: readonly Membership[] = [membership()],
  { contact = CONTACT, next = null, asked = [{}, {}] }: Answers = {},
): Promise<Mounted<Held>> {
  const page = await mount(Held, {
    texts: { home: en, access: await loadAccessTexts('en') },
    providers: [provideSession(sessionFacts({ memberships: [...memberships] }))],
  });
  for (const { organizationId } of memberships) {
    const at = `/api/organizations/${organizationId}/my`;
    page.http.expectOne(`${at}/profile`).flush(PROFILE);
    page.http
      .expectOne(`${at}/administrator`)
      .flush({ organization: 'Nordwerk', legalEntity: null, contact, substitute: null, smartpar: { email: 'hello@smartpar.ai' } });
    page.http
      .expectOne(`/api/organizations/${organizationId}/undertaking`)
      .flush(undertakingExample({ signed: { version: 1, name: 'Ines Brandt', at: '2026-03-06T09:00:00Z' } }));
    page.http.expectOne(`${at}/requests`).flush({ items: asked, next });
  }
  page.http.expectOne('/api/account').flush({ email: 'ines@nordwerk.example', name: 'Ines B.', locale: 'en', createdAt: '2026-03-01T09:00:00Z' });
  page.http.expectOne('/api/account/sessions').flush({ items: [SESSION] });
  page.http.expectOne('/api/account/second-factor').flush({ since: null, recoveryCodesLeft: 0, privateAddress: 'ines@home.example', unconfirmedAddress: null });
  await page.settle();
  return page;
}

const press = async (page: Mounted<Held>, words: string): Promise<void> => {
  const button = [...page.element.querySelectorAll('button')].find((one) => one.textContent?.includes(words));
  expect(button).toBeDefined();
  button?.click();
  await page.settle();
};

describe('what is held about me', () => {
  it('is also as what I work here and until when, and what I promised under which name', async () => {
    const page = await open();
    for (const words of ['Contractor', '31 December 2026', 'Ines Brandt', '6 March 2026']) expect(page.text()).toContain(words);
  });

  it('is shown in clear, with what for, from where, since and until when', async () => {
    const page = await open();
    for (const words of [
      'Name Ines Brandt What for: ',
      'Work e-mail ines@nordwerk.example',
      'Site Hamburg',
      'Auditor (Since: 4 March 2026)',
      'Shift lead, for the group Night shift (Since: 4 March 2026)',
      'Drivers (Since: 4 March 2026)',
      'Language of mails German',
      'You have asked 2 questions.',
      'Since: 2 March 2026',
      'Firefox, Windows, network 203.0.113',
      'No second factor is set up.',
      'Member number M-10422',
      'Name on the account Ines B.',
      'Private address ines@home.example',
      'It is not decided yet how long it is kept.',
    ]) {
      expect(page.text()).toContain(words);
    }
    await expectAccessible(page.element);
  }, 20_000);

  it('says whose it is and whom to ask', async () => {
    const page = await open();
    await press(page, 'Whose is it, and whom do I ask?');
    const panel = document.querySelector('.whose')?.textContent ?? '';
    expect(panel).toContain('Nordwerk answers for it.');
    expect(panel).toContain('Dana Reyes');
    expect(panel).toContain('privacy@nordwerk.example');
  });

  it('says so where nobody is named', async () => {
    const page = await open([membership()], { contact: null });
    await press(page, 'Whose is it, and whom do I ask?');
    expect(document.querySelector('.whose')?.textContent).toContain('Nobody is named by name.');
  });

  it('leads to the question form for what somebody else corrects', async () => {
    const page = await open();
    const links = [...page.element.querySelectorAll('a')].map((link) => link.getAttribute('href'));
    expect(links).toContain('/my?correct=email&in=organization-1');
    expect(links).not.toContain('/my?correct=phone&in=organization-1');
  });

  it('takes one’s own phone number and language in place', async () => {
    const page = await open();
    await press(page, 'Change phone number');
    const phone = page.element.querySelector<HTMLInputElement>('input[type=tel]');
    if (phone !== null) {
      phone.value = '+49 30 1234567';
      phone.dispatchEvent(new Event('input'));
    }
    await page.settle();
    page.element.querySelector<HTMLButtonElement>('button[type=submit]')?.click();
    await page.settle();
    const call = page.http.expectOne('/api/organizations/organization-1/my/profile');
    expect([call.request.method, call.request.body]).toEqual(['PATCH', { version: 3, phone: '+49 30 1234567', locale: 'de' }]);
    call.flush({ ...PROFILE, version: 4, phone: '+49 30 1234567' });
    await page.settle();
    expect(page.text()).toContain('Work phone +49 30 1234567');
  });

  it('keeps what was typed where somebody else saved first, says what they made of it, and saves on top', async () => {
    const page = await open();
    await press(page, 'Change phone number');
    const phone = page.element.querySelector<HTMLInputElement>('input[type=tel]');
    if (phone !== null) {
      phone.value = '+49 30 1234567';
      phone.dispatchEvent(new Event('input'));
    }
    const save = async () => {
      await page.settle();
      page.element.querySelector<HTMLButtonElement>('button[type=submit]')?.click();
      await page.settle();
      return page.http.expectOne('/api/organizations/organization-1/my/profile');
    };
    (await save()).flush({ code: 'member.changed_meanwhile' }, { status: 409, statusText: 'Conflict' });
    await page.settle();
    page.http.expectOne('/api/organizations/organization-1/my/profile').flush({ ...PROFILE, version: 4, phone: '+49 40 7654321' });
    await page.settle();
    expect(page.text()).toContain('Kept now: work phone +49 40 7654321');
    expect(phone?.value).toBe('+49 30 1234567');
    expect((await save()).request.body).toMatchObject({ version: 4, phone: '+49 30 1234567' });
  });

  it('says that there is more than one page of questions', async () => {
    expect((await open([membership()], { next: 'more' })).text()).toContain('You have asked more than 2 questions.');
  });

  it('says so where nothing was asked', async () => {
    expect((await open([membership()], { asked: [] })).text()).toContain('You have not asked anything yet.');
  });

  it('belongs to SmartPAR where nobody else answers', async () => {
    const page = await open([]);
    expect(page.text()).not.toContain('As a member');
    await press(page, 'Whose is it, and whom do I ask?');
    expect(document.querySelector('.whose')?.textContent).toContain('hello@smartpar.ai');
  });
});
