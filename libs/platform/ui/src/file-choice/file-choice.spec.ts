import { Component, signal } from '@angular/core';
import { expectAccessible, mount } from '../../testing/src';
import { FileChoice } from './file-choice';
import { FileChoiceHarness } from './file-choice.harness';

@Component({
  selector: 'sp-choosing',
  imports: [FileChoice],
  template: `<sp-file-choice label="Choose a file" accept=".csv" [disabled]="busy()" (chosen)="chosen.push($event.name)" />`,
})
class Choosing {
  readonly busy = signal(false);
  readonly chosen: string[] = [];
}

const file = (name: string): File => new File(['x'], name);

describe('choosing a file', () => {
  it('goes by a button, and for the same file once more', async () => {
    const page = await mount(Choosing);
    expect(await (await page.part(FileChoiceHarness)).label()).toBe('Choose a file');
    FileChoiceHarness.choose(page.element, file('a.csv'));
    FileChoiceHarness.choose(page.element, file('a.csv'));
    expect(page.component.chosen).toEqual(['a.csv', 'a.csv']);
    await expectAccessible(page.element);
  });

  it('goes by dropping it anywhere on the page, which stays', async () => {
    const page = await mount(Choosing);
    const hover = Object.assign(new Event('dragover', { bubbles: true, cancelable: true }), { dataTransfer: { types: ['Files'] } });
    document.body.dispatchEvent(hover);
    expect(hover.defaultPrevented).toBe(true);
    FileChoiceHarness.drop(file('b.csv'));
    expect(page.component.chosen).toEqual(['b.csv']);
  });

  it('is of one file at a time', async () => {
    const page = await mount(Choosing);
    FileChoiceHarness.drop(file('a.csv'), file('b.csv'));
    await page.settle();
    expect(await (await page.part(FileChoiceHarness)).wrong()).toBe('Choose one file at a time.');
    expect(page.component.chosen).toEqual([]);
  });

  it('is not possible while another one is on its way', async () => {
    const page = await mount(Choosing);
    page.component.busy.set(true);
    await page.settle();
    FileChoiceHarness.drop(file('a.csv'));
    expect(page.component.chosen).toEqual([]);
  });
});
