import { ComponentHarness } from '@angular/cdk/testing';
import { FieldHarness } from '@smartpar/platform/ui/testing';
import { LanguageChoiceHarness } from './language-choice/language-choice.harness';

/** Drives the privacy contact page in a spec. */
export class PrivacyContactHarness extends ComponentHarness {
  static readonly hostSelector = 'sp-privacy-contact';

  /** The words of all buttons that are shown. */
  async buttons(): Promise<readonly string[]> {
    return Promise.all((await this.locatorForAll('button')()).map(async (button) => (await button.getAttribute('aria-label')) ?? (await button.text())));
  }

  /** Presses the button with these words; what the server is then asked is not waited for. */
  async press(words: string): Promise<void> {
    const at = (await this.buttons()).indexOf(words);
    if (at === -1) throw new Error(`There is no button "${words}".`);
    void (await this.locatorForAll('button')())[at]?.click();
  }

  /** Fills in whoever is named. */
  async fill(person: { name: string; email: string; postalAddress: string; language: string }): Promise<void> {
    await (await this.field('Name')).fill(person.name);
    await (await this.field('E-mail')).fill(person.email);
    await (await this.field('Postal address')).fill(person.postalAddress);
    await (await this.locatorFor(LanguageChoiceHarness)()).add(person.language);
  }

  /** The field with a label. */
  async field(label: string): Promise<FieldHarness> {
    return this.locatorFor(FieldHarness.labelled(label))();
  }
}
