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
  displayName: null,
  email: 'ines@nordwerk.example',
  phone: null,
  privateEmail: null,
  privateEmailAsked: null,
  privatePhone: null,
  department: 'Night shift',
  employeeNumber: 'N-0471',
  manager: { id: 'member-2', number: 10_423 },
  country: 'DE',
  timeZone: 'Europe/Berlin',
  fields: {
    department: { source: 'directory', since: '2026-03-08T09:00:00Z', editors: ['directory'] },
    timeZone: { source: 'person', since: '2026-03-07T09:00:00Z', editors: ['person', 'administrator'] },
  },
  attributes: [
    {
      ...{ id: 'attribute-1', name: 'Shirt size', kind: 'choice', choices: ['S', 'M'], category: 'user.workplace', byPerson: true, retiredAt: null },
      ...{ value: 'M', source: 'person', since: '2026-03-02T09:00:00Z', editors: ['person', 'administrator'] },
    },
    {
      ...{ id: 'attribute-2', name: 'Fax', kind: 'text', choices: [], category: 'user.workplace', byPerson: false, retiredAt: '2026-03-09T09:00:00Z' },
      ...{ value: '4711', source: 'administrator', since: '2026-03-02T09:00:00Z', editors: ['administrator'] },
    },
  ],
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
  for (const { organizationId } of memberships) page.http.expectOne(`/api/organizations/${organizationId}/my/entry`).flush({ items: [] });
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
      'Department Night shift',
      'From: The directory of your organization.',
      'Since: 8 March 2026',
      'Kind of data: Place at work',
      'Manager M-10423',
      'Country Germany',
      'Shirt size M',
      'Fax 4711 (used no more)',
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
    expect(links).toContain('/my?correct=department&in=organization-1');
    expect(links).toContain('/my?correct=attribute&in=organization-1&named=Fax');
    expect(links).not.toContain('/my?correct=phone&in=organization-1');
    expect(links).not.toContain('/my?correct=timeZone&in=organization-1');
  });

  it('asks a private address before it counts, and takes it away again', async () => {
    const page = await open();
    await press(page, 'Name an address');
    const field = page.element.querySelector<HTMLInputElement>('sp-own-address input');
    if (field !== null) {
      field.value = 'ines@home.example';
      field.dispatchEvent(new Event('input'));
    }
    await page.settle();
    page.element.querySelector<HTMLButtonElement>('sp-own-address button[type=submit]')?.click();
    await page.settle();
    const asked = page.http.expectOne({ method: 'PUT', url: '/api/organizations/organization-1/my/private-address' });
    expect(asked.request.body).toEqual({ email: 'ines@home.example' });
    asked.flush(null);
    await page.settle();
    page.http
      .expectOne({ method: 'GET', url: '/api/organizations/organization-1/my/profile' })
      .flush({ ...PROFILE, privateEmail: 'old@home.example', privateEmailAsked: 'ines@home.example' });
    await page.settle();
    expect(page.text()).toContain('ines@home.example was asked and has not said yes yet.');
    await press(page, 'Take the address away');
    page.http.expectOne({ method: 'DELETE', url: '/api/organizations/organization-1/my/private-address' });
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
    expect([call.request.method, call.request.body]).toEqual([
      'PATCH',
      {
        version: 3,
        displayName: null,
        phone: '+49 30 1234567',
        privatePhone: null,
        timeZone: 'Europe/Berlin',
        locale: 'de',
        attributes: { 'attribute-1': 'M' },
      },
    ]);
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
