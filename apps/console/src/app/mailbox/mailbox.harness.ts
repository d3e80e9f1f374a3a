import { ComponentHarness } from '@angular/cdk/testing';

/** Drives the development mailbox in a spec. */
export class MailboxHarness extends ComponentHarness {
  static readonly hostSelector = 'sp-mailbox';

  /** The subjects, newest first. */
  async subjects(): Promise<string[]> {
    const subjects = await this.locatorForAll('h2')();
    return Promise.all(subjects.map((subject) => subject.text()));
  }

  /** Shows only mails to an address. */
  async filter(address: string): Promise<void> {
    const box = await this.locatorFor('.to input')();
    await box.setInputValue(address);
    await box.dispatchEvent('change');
  }
}
