import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { HttpEventType } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import { provideAbilities } from '@smartpar/access/console/testing';
import { SavedFiles, Toasts } from '@smartpar/platform/ui';
import { WorkProgressHarness, expectAccessible, mount } from '@smartpar/platform/ui/testing';
import { ORGANIZATION } from '../../testing/src';
import en from '../i18n/en.json' with { type: 'json' };
import { TakeOutDialog, type TakeOutTopic } from './take-out-dialog';

const EXPORT = `/api/organizations/${ORGANIZATION}/members/export`;

async function open(topic: Partial<TakeOutTopic> = {}, sees: readonly string[] = ['user.name']) {
  const closed: unknown[] = [];
  const page = await mount(TakeOutDialog, {
    texts: { members: en },
    providers: [
      provideAbilities(ORGANIZATION, sees.length > 0 ? [{ action: 'see', subject: 'member', fields: [...sees] }] : []),
      { provide: DIALOG_DATA, useValue: { organizationId: ORGANIZATION, asked: {}, count: null, ...topic } },
      { provide: DialogRef, useValue: { close: (answer: unknown) => closed.push(answer) } },
    ],
  });
  const save = jest.spyOn(TestBed.inject(SavedFiles), 'save').mockImplementation(() => undefined);
  const go = async (): Promise<void> => {
    page.element.querySelectorAll('button')[1]?.click();
    await page.settle();
  };
  return { page, closed, save, go };
}

describe('taking the list out', () => {
  it.each([
    [{ count: 2 }, '2 members will be in it.'],
    [{ count: 1 }, '1 member will be in it.'],
    [{}, 'Every member of the organization will be in it.'],
    [{ asked: { search: 'Mira' } }, 'The members you searched and filtered for will be in it'],
  ])('says before of whom it is: %j', async (topic, sentence) => {
    expect((await open(topic)).page.text()).toContain(sentence);
  });

  it('says what will be in it, and that those concerned will read of it', async () => {
    const { page } = await open();
    expect(page.text()).toContain(
      'Its columns are: Member number, Status, Site, Roles, First name, Last name and Display name. What is hidden from you is not in it.',
    );
    expect(page.text()).toContain('Each of these people will see in “Who looked at my data” that their data was taken out.');
    await expectAccessible(page.element);
  });

  it('names nothing personal to those who see nothing', async () => {
    expect((await open({}, [])).page.text()).toContain('Its columns are: Member number, Status, Site and Roles.');
  });

  it('asks with what was searched for in the message, and keeps the file once it is whole', async () => {
    const { page, closed, save, go } = await open({ asked: { search: 'Mira', status: 'active' } });
    await go();
    const call = page.http.expectOne(EXPORT);
    expect([call.request.method, call.request.body]).toEqual(['POST', { search: 'Mira', status: 'active', locale: 'en' }]);
    call.event({ type: HttpEventType.DownloadProgress, loaded: 1_500_000 });
    await page.settle();
    expect(await (await page.part(WorkProgressHarness)).far()).toBe('1.5 MB so far');
    expect(save).not.toHaveBeenCalled();
    await expectAccessible(page.element);
    call.flush(new Blob(['x']));
    await page.settle();
    expect(save).toHaveBeenCalledWith(expect.stringMatching(/^members-\d{4}-\d\d-\d\d\.csv$/), expect.any(Blob));
    expect([closed, TestBed.inject(Toasts).shown()?.text]).toEqual([[true], 'The list is downloaded.']);
  });

  it('keeps no half of a file, and says so', async () => {
    const { page, closed, save, go } = await open();
    await go();
    const call = page.http.expectOne(EXPORT);
    call.event({ type: HttpEventType.DownloadProgress, loaded: 1_500_000 });
    call.error(new ProgressEvent('error'));
    await page.settle();
    expect(page.text()).toContain('The file did not arrive completely, so nothing was saved.');
    expect([save.mock.calls, closed]).toEqual([[], []]);
    await expectAccessible(page.element);
  });

  it('is ended by leaving', async () => {
    const { page, save, go } = await open();
    await go();
    page.fixture.destroy();
    expect(page.http.expectOne(EXPORT).cancelled).toBe(true);
    await new Promise((resolve) => setTimeout(resolve));
    expect(save).not.toHaveBeenCalled();
  });
});
