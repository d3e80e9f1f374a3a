import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { provideAbilities } from '@smartpar/access/console/testing';
import { FieldHarness, ProblemNoteHarness, expectAccessible, mount, type Mounted } from '@smartpar/platform/ui/testing';
import { ASSIGNABLE, COLLEAGUE, ORGANIZATION } from '../../../testing/src';
import en from '../../i18n/en.json' with { type: 'json' };
import { ClassifyDialog, type ClassifyTopic } from './classify-dialog';

const ADDRESS = `/api/organizations/${ORGANIZATION}/requests/request-1/classification`;
const DONE = { requestId: 'request-1', entryId: 'e', state: 'in-progress', dueAt: '2099-04-06T22:00:00Z' };

async function open(topic: Partial<ClassifyTopic> = {}, actions = ['assign']): Promise<{ page: Mounted<ClassifyDialog>; closed: unknown[] }> {
  const closed: unknown[] = [];
  const page = await mount(ClassifyDialog, {
    texts: { requests: en },
    providers: [
      { provide: DIALOG_DATA, useValue: { organizationId: ORGANIZATION, requestId: 'request-1', kind: 'question', aboutMemberId: null, ...topic } },
      { provide: DialogRef, useValue: { close: (answer: unknown) => closed.push(answer) } },
      provideAbilities(
        ORGANIZATION,
        actions.map((action) => ({ action, subject: 'privacy-request' })),
      ),
    ],
  });
  for (const call of page.http.match(`/api/organizations/${ORGANIZATION}/members/assignable`)) call.flush(ASSIGNABLE);
  await page.settle();
  return { page, closed };
}

const kind = (page: Mounted<ClassifyDialog>): Promise<FieldHarness> => page.part(FieldHarness.labelled('What it is'));
const save = async (page: Mounted<ClassifyDialog>): Promise<void> => {
  page.element.querySelector('form')?.dispatchEvent(new Event('submit'));
  await page.settle();
};

describe('saying what a request really is', () => {
  it('changes it, tells what follows, and closes', async () => {
    const { page, closed } = await open();
    expect(page.text()).toContain('The old one is kept on record');
    await expectAccessible(page.element);
    await (await kind(page)).choose('erasure');
    await save(page);
    const call = page.http.expectOne(ADDRESS);
    expect(call.request.body).toEqual({ kind: 'erasure', aboutMemberId: null });
    call.flush(DONE);
    await page.settle();
    expect(closed).toEqual([true]);
  });

  it('asks whom a complaint is about', async () => {
    const { page } = await open();
    await (await kind(page)).choose('complaint');
    const about = await page.part(FieldHarness.labelled('Which member'));
    await about.choose(COLLEAGUE);
    await save(page);
    expect(page.http.expectOne(ADDRESS).request.body).toEqual({ kind: 'complaint', aboutMemberId: COLLEAGUE });
  });

  it('forgets whom it was about once it is no complaint', async () => {
    const { page } = await open({ kind: 'complaint', aboutMemberId: COLLEAGUE });
    await (await kind(page)).choose('question');
    await save(page);
    expect(page.http.expectOne(ADDRESS).request.body).toEqual({ kind: 'question', aboutMemberId: null });
  });

  it('leaves that as it is for those who may not know who could answer', async () => {
    const { page } = await open({ kind: 'complaint' }, []);
    await save(page);
    expect(page.http.expectOne(ADDRESS).request.body).toEqual({ kind: 'complaint' });
  });

  it('says why it was refused and stays open', async () => {
    const { page, closed } = await open();
    await save(page);
    page.http.expectOne(ADDRESS).flush({ code: 'request.already_answered', detail: 'It has been answered.' }, { status: 409, statusText: 'Conflict' });
    await page.settle();
    expect(await (await page.part(ProblemNoteHarness)).sentence()).toBe('It has been answered.');
    expect(closed).toEqual([]);
  });
});
