import { Component } from '@angular/core';
import { expectAccessible, mount, type Mounted } from '../../testing/src';
import { RecordPage } from './record-page';
import { RecordPageHarness } from './record-page.harness';

@Component({
  selector: 'sp-question',
  imports: [RecordPage],
  template: `
    <sp-record-page factsLabel="Facts" actionsLabel="What you can do" next="/inbox/2">
      <p facts>Asked by M-10422</p>
      <label>Reply<textarea></textarea></label>
      <button actions type="button">Close</button>
    </sp-record-page>
  `,
})
class Question {}

async function press(page: Mounted<Question>, key: string, init: KeyboardEventInit = {}, target: EventTarget = document.body): Promise<string> {
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, ...init }));
  await page.settle();
  return page.router.url;
}

describe('a record page', () => {
  it('parts facts, what happened and what can be done', async () => {
    const page = await mount(Question);
    const record = await page.part(RecordPageHarness);
    expect(await record.facts()).toBe('Asked by M-10422');
    expect(await record.actions()).toBe('Close');
    await expectAccessible(page.element);
  });

  it('leads to the next record by J, and nowhere by K where there is none before', async () => {
    const page = await mount(Question, { address: '/inbox/1' });
    expect(await press(page, 'k')).toBe('/inbox/1');
    expect(await press(page, 'j')).toBe('/inbox/2');
  });

  it('stays while somebody types, or means another shortcut', async () => {
    const page = await mount(Question, { address: '/inbox/1' });
    const textarea = page.element.querySelector('textarea');
    expect(await press(page, 'j', {}, textarea ?? document)).toBe('/inbox/1');
    expect(await press(page, 'j', { ctrlKey: true })).toBe('/inbox/1');
  });
});
