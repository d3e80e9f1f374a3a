import { provideSession, sessionFacts } from '@smartpar/access/console/testing';
import type { ImportPreview, MemberImport } from '@smartpar/members/model';
import { FieldHarness, expectAccessible, mount, type Mounted } from '@smartpar/platform/ui/testing';
import { ORGANIZATION, READING, importPreview, memberImport } from '../../../testing/src';
import en from '../../i18n/en.json' with { type: 'json' };
import { Reading } from './reading';

const ONE = `/api/organizations/${ORGANIZATION}/member-imports/import-1`;

/** Answers every preview that is asked for, of whatever reading. */
async function answer(page: Mounted<Reading>, preview: ImportPreview): Promise<string[]> {
  const asked: string[] = [];
  for (let calls = page.http.match(({ url }) => url === `${ONE}/preview`); calls.length > 0; calls = page.http.match(({ url }) => url === `${ONE}/preview`)) {
    for (const call of calls) {
      if (!call.cancelled) call.flush(preview);
      asked.push(call.request.params.toString());
    }
    await page.settle();
  }
  return asked;
}

async function open(facts: Partial<MemberImport> = {}, preview = importPreview()) {
  const page = await mount(Reading, {
    texts: { members: en },
    inputs: { organizationId: ORGANIZATION, of: memberImport(facts) },
    providers: [provideSession(sessionFacts())],
  });
  await answer(page, preview);
  const changed: string[] = [];
  page.component.changed.subscribe(({ state }) => changed.push(state));
  return { page, changed };
}

const columns = (page: Mounted<Reading>): HTMLSelectElement[] => [...page.element.querySelectorAll<HTMLSelectElement>('table select')];

async function take(page: Mounted<Reading>, index: number, field: string): Promise<void> {
  const select = columns(page)[index];
  if (select === undefined) throw new Error('There is no such column.');
  select.value = field;
  select.dispatchEvent(new Event('change'));
  await page.settle();
}

async function check(page: Mounted<Reading>): Promise<void> {
  page.element.querySelector('form')?.dispatchEvent(new Event('submit'));
  await page.settle();
}

describe('how a file reads', () => {
  it('is filled in as it looks and as it was last time, and checked as it is said', async () => {
    const { page, changed } = await open();
    expect(page.text()).toContain('E-Mail ana@larkspur.example bo@larkspur.example');
    expect(page.text()).toContain('as last time');
    expect(page.text()).toContain('Column 3, without a heading');
    expect(columns(page).map(({ value }) => value)).toEqual(['email', 'firstName', '']);
    expect(columns(page)[1]?.getAttribute('aria-label')).toBe('What the column Vorname is');
    await expectAccessible(page.element);
    await take(page, 2, 'phone');
    await (await page.part(FieldHarness.labelled('Language of new people'))).choose('de');
    await check(page);
    const call = page.http.expectOne(`${ONE}/check`);
    expect(call.request.body).toEqual({ encoding: 'utf-8', delimiter: ';', columns: ['email', 'firstName', 'phone'], locale: 'de' });
    call.flush(memberImport({ state: 'checking' }));
    await page.settle();
    expect(changed).toEqual(['checking']);
  });

  it('of a directory has attributes, and nothing between them; what is left out is said', async () => {
    const columns = [
      { heading: 'dn', field: null, kept: false },
      { heading: 'mail', field: 'email', kept: false },
      { heading: 'userAccountControl', field: 'accountState', kept: false },
    ] as const;
    const { page } = await open({}, importPreview({ format: 'ldif', columns: [...columns], sample: [['uid=ana,dc=larkspur', 'ana@larkspur.example', '512']] }));
    expect(page.text()).toContain('What stands in which attribute?');
    expect(page.text()).not.toContain('What stands between the columns');
    expect(page.text()).toContain('1 column is left out: nothing of it is kept.');
    await expectAccessible(page.element);
  });

  it('says at once that the work e-mail is missing, and goes no further without it', async () => {
    const { page } = await open();
    await take(page, 0, '');
    const note = page.element.querySelector<HTMLElement>('.note');
    expect(note?.textContent).toContain('No column is taken for the work e-mail yet.');
    await check(page);
    expect(document.activeElement).toBe(note);
    page.http.expectNone(`${ONE}/check`);
    await expectAccessible(page.element);
    await take(page, 0, 'email');
    expect(note?.textContent.trim()).toBe('');
  });

  it('names what two columns were taken for', async () => {
    const { page } = await open();
    await take(page, 2, 'firstName');
    expect(page.text()).toContain('Two columns are taken for the same: First name.');
    await take(page, 2, 'fullName');
    expect(page.text()).toContain('Take either the whole name, or first and last name, not both.');
  });

  it('must be said where nobody can tell how the letters are written', async () => {
    const { page } = await open({}, importPreview({ guess: { encoding: 'windows-1252', delimiter: ';', certain: false } }));
    await check(page);
    expect(page.text()).toContain('Say in which of these the names look right.');
    page.http.expectNone(`${ONE}/check`);
    page.element.querySelector<HTMLInputElement>('input[value="windows-1252"]')?.click();
    await page.settle();
    await answer(page, importPreview({ encoding: 'windows-1252' }));
    await check(page);
    expect(page.http.expectOne(`${ONE}/check`).request.body).toMatchObject({ encoding: 'windows-1252' });
  });

  it('is read anew between other signs, and keeps what columns are where they are as many', async () => {
    const { page } = await open();
    await take(page, 2, 'site');
    void (await page.part(FieldHarness.labelled('What stands between the columns'))).choose(',');
    await page.settle();
    const asked = await answer(page, importPreview({ delimiter: ',' }));
    expect(asked).toContain('delimiter=,');
    expect(columns(page).map(({ value }) => value)).toEqual(['email', 'firstName', 'site']);
  });

  it('is as it was said before where the file is read once more', async () => {
    const { page } = await open({ reading: { ...READING, columns: ['email', null, 'lastName'], locale: 'de' } });
    expect(columns(page).map(({ value }) => value)).toEqual(['email', '', 'lastName']);
    expect(await (await page.part(FieldHarness.labelled('Language of new people'))).value()).toBe('de');
  });

  it('says why the whole file cannot be read, and in which line that shows', async () => {
    const { page } = await open({ problem: { code: 'quote_open', line: 12 } });
    expect(page.text()).toContain('Line 12: A quotation mark is opened and never closed.');
    expect(page.text()).toContain('Choose the mended file');
    await expectAccessible(page.element);
  });

  it('is not checked where its beginning already cannot be read', async () => {
    const { page } = await open({}, importPreview({ columns: [], sample: [], problem: { code: 'too_many_columns', line: 1 } }));
    expect(page.text()).toContain('more than 200 columns');
    await check(page);
    page.http.expectNone(`${ONE}/check`);
    expect(document.activeElement).toBe(page.element.querySelector('.note'));
    await expectAccessible(page.element);
  });

  it('says what the server found, and what was chosen stays', async () => {
    const { page } = await open();
    await take(page, 2, 'phone');
    await check(page);
    page.http.expectOne(`${ONE}/check`).flush({ code: 'member-import.columns_differ', detail: 'x' }, { status: 422, statusText: 'x' });
    await page.settle();
    expect(page.text()).toContain('another number of columns');
    expect(columns(page).map(({ value }) => value)).toEqual(['email', 'firstName', 'phone']);
  });

  it('is for whoever brought the file alone', async () => {
    const { page } = await open({
      by: { memberId: 'member-2', number: 10002, me: false },
      may: { preview: false, check: false, apply: false, cancel: true },
    });
    expect(page.text()).toContain('M-10002 uploaded this file. Only they read it and go on with it; you can cancel it.');
    page.http.verify();
  });
});
