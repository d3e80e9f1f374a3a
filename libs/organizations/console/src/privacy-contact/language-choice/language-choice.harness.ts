import { ComponentHarness } from '@angular/cdk/testing';

/** Drives the choice of languages in a spec. */
export class LanguageChoiceHarness extends ComponentHarness {
  static readonly hostSelector = 'sp-language-choice';

  /** The names of those chosen. */
  async chosen(): Promise<readonly string[]> {
    return Promise.all((await this.locatorForAll('li')()).map((item) => item.text()));
  }

  /** Adds a language by its code. */
  async add(code: string): Promise<void> {
    const select = await this.locatorFor('select')();
    await select.setInputValue(code);
    await select.dispatchEvent('change');
  }

  /** Takes the n-th out. */
  async remove(index: number): Promise<void> {
    await (await this.locatorForAll('li button')())[index]?.click();
  }
}
