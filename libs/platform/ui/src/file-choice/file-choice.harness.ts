import { ComponentHarness } from '@angular/cdk/testing';

/** Drives the choice of a file in a spec. */
export class FileChoiceHarness extends ComponentHarness {
  static readonly hostSelector = 'sp-file-choice';

  /** Chooses files in the browser's dialog, as far as a spec can. */
  static choose(element: HTMLElement, ...files: readonly File[]): void {
    const input = element.querySelector<HTMLInputElement>('sp-file-choice input[type=file]');
    if (input === null) throw new Error('No file can be chosen here.');
    Object.defineProperty(input, 'files', { value: files, configurable: true });
    Object.defineProperty(input, 'value', { value: '', writable: true, configurable: true });
    input.dispatchEvent(new Event('change'));
  }

  /** Drops files somewhere on the page. */
  static drop(...files: readonly File[]): void {
    const event = new Event('drop', { bubbles: true, cancelable: true });
    document.body.dispatchEvent(Object.assign(event, { dataTransfer: { types: ['Files'], files } }));
  }

  /** What the button says. */
  async label(): Promise<string> {
    return (await this.locatorFor('button')()).text();
  }

  /** What was wrong with what was chosen; empty for nothing. */
  async wrong(): Promise<string> {
    return (await this.locatorFor('.many')()).text();
  }
}
