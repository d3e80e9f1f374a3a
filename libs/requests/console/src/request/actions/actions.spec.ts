import { TestBed } from '@angular/core/testing';
import { Dialogs, Toasts } from '@smartpar/platform/ui';
import { expectAccessible, mount, type Mounted } from '@smartpar/platform/ui/testing';
import type { RequestView } from '@smartpar/requests/model';
import { ORGANIZATION, requestView } from '../../../testing/src';
import en from '../../i18n/en.json' with { type: 'json' };
import type { WritingKind } from '../composer/writing';
import { HandPartDialog } from '../hand-part-dialog/hand-part-dialog';
import { Actions } from './actions';
import { ActionsHarness } from './actions.harness';

const RESUMPTION = `/api/organizations/${ORGANIZATION}/requests/request-1/resumption`;

interface Shown {
  readonly page: Mounted<Actions>;
  readonly actions: ActionsHarness;
  readonly chosen: WritingKind[];
  readonly done: () => number;
}

async function show(facts: Partial<RequestView> = {}): Promise<Shown> {
  const page = await mount(Actions, { texts: { requests: en }, inputs: { organizationId: ORGANIZATION, request: requestView(facts), kind: 'reply' } });
  const chosen: WritingKind[] = [];
  let done = 0;
  page.component.chosen.subscribe((kind) => chosen.push(kind));
  page.component.done.subscribe(() => (done += 1));
  return { page, actions: await page.part(ActionsHarness), chosen, done: () => done };
}

describe('what can be done to a request', () => {
  it('is said with what follows from it', async () => {
    const { page, actions } = await show();
    expect(await (await actions.list()).offered()).toEqual(['Reply', 'Ask back', 'Answer and close', 'Internal note', 'Hand a part to SmartPAR']);
    expect(await (await actions.list()).current()).toBe('Reply');
    expect(page.text()).toContain('Answer and close The clock ends');
    await expectAccessible(page.element);
  });

  it('is other things once it is answered', async () => {
    const { actions } = await show({ state: 'answered', may: { answer: true, assign: true, handOver: false } });
    expect(await (await actions.list()).offered()).toEqual(['Write again', 'Internal note']);
  });

  it('tells what is to be written', async () => {
    const { actions, chosen } = await show();
    await actions.choose('Ask back');
    expect(chosen).toEqual(['question-back']);
  });

  it('lets the clock run again without the person', async () => {
    const { page, actions, done } = await show({ state: 'waiting-for-person', paused: true });
    void actions.choose('Go on without an answer');
    await page.settle();
    page.http.expectOne(RESUMPTION).flush({ requestId: 'request-1', entryId: 'e', state: 'in-progress', dueAt: '2099-04-06T22:00:00Z' });
    await page.settle();
    expect(done()).toBe(1);
    expect(TestBed.inject(Toasts).shown()?.text).toBe('The clock runs again.');
  });

  it('says why that did not work', async () => {
    const { page, actions, done } = await show({ state: 'waiting-for-person' });
    void actions.choose('Go on without an answer');
    await page.settle();
    page.http.expectOne(RESUMPTION).flush({ code: 'request.not_waiting', detail: 'Nothing is being waited for.' }, { status: 409, statusText: 'Conflict' });
    await page.settle();
    expect(await (await actions.problem()).sentence()).toBe('Nothing is being waited for.');
    expect(done()).toBe(0);
  });

  it('hands a part over in a dialog of its own', async () => {
    const { page, actions, done } = await show();
    const open = jest.spyOn(TestBed.inject(Dialogs), 'open').mockResolvedValue(true);
    await actions.choose('Hand a part to SmartPAR');
    await page.settle();
    expect(open).toHaveBeenCalledWith(HandPartDialog, { organizationId: ORGANIZATION, requestId: 'request-1' });
    expect(done()).toBe(1);
  });
});
