import { provideSession, sessionFacts } from '@smartpar/access/console/testing';
import type { ImportReportLine, MemberImport } from '@smartpar/members/model';
import { FileChoiceHarness, ListHarness, ShareBarHarness, expectAccessible, mount, type Mounted } from '@smartpar/platform/ui/testing';
import { ORGANIZATION, appliedImport, memberImport } from '../../../testing/src';
import en from '../../i18n/en.json' with { type: 'json' };
import { Outcome } from './outcome';

const REPORT = `/api/organizations/${ORGANIZATION}/member-imports/import-1/report`;
const LINES: readonly ImportReportLine[] = [
  { line: 2, outcome: 'added', member: { id: 'member-5', number: 10426 } },
  { line: 3, outcome: 'taken-meanwhile', member: null },
];

async function open(of: MemberImport): Promise<Mounted<Outcome>> {
  const page = await mount(Outcome, {
    texts: { members: en },
    inputs: { organizationId: ORGANIZATION, of },
    providers: [provideSession(sessionFacts())],
  });
  for (const call of page.http.match(REPORT)) call.flush({ items: LINES, next: null });
  await page.settle();
  return page;
}

describe('what became of an import', () => {
  it('is told in figures and line by line, by member number', async () => {
    const page = await open(appliedImport());
    expect(await (await page.part(ShareBarHarness)).shares()).toEqual(['Added: 4,997', 'Left out: 3']);
    expect(await (await page.part(ListHarness)).rows()).toEqual(['2 | M-10426 | Added', '3 | nobody | Left out: somebody else got this address meanwhile']);
    expect(page.element.querySelector('.member')?.getAttribute('href')).toBe(`/org/${ORGANIZATION}/members/member-5`);
    expect(page.element.querySelector('a[href$="order=newest"]')?.textContent).toContain('To the new members');
    expect(page.text()).toContain('No mails were sent.');
    await expectAccessible(page.element);
  });

  it('says whether mails were sent, where anybody was added', async () => {
    expect((await open(appliedImport({ sendInvitations: true }))).text()).toContain('New people were invited by mail.');
  });

  it('says nothing of mails where nobody was added', async () => {
    const page = await open(appliedImport({ result: { added: 0, changed: 3, written: 0, unchanged: 0, leftOut: 0 } }));
    expect(page.text()).not.toContain('mail');
  });

  it('keeps what was done before it was stopped', async () => {
    const page = await open(appliedImport({ state: 'stopped' }));
    expect(page.text()).toContain('The import was stopped');
    expect(page.text()).toContain('Lines up to there are applied; the report names them.');
    expect(await (await page.part(ListHarness)).rows()).toHaveLength(2);
    await expectAccessible(page.element);
  });

  it('is nothing where it was cancelled, and another file can be brought', async () => {
    const page = await open(memberImport({ state: 'cancelled', may: { preview: false, check: false, apply: false, cancel: false } }));
    expect(page.text()).toContain('No member was changed, and the file is deleted.');
    expect(await (await page.part(FileChoiceHarness)).label()).toBe('Choose a file');
    page.http.verify();
    await expectAccessible(page.element);
  });
});
