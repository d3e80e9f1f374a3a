import { ComponentHarness, HarnessPredicate } from '@angular/cdk/testing';

/** Drives one field of a form in a spec: `page.part(FieldHarness.labelled('Your question'))`. */
export class FieldHarness extends ComponentHarness {
  static readonly hostSelector = 'sp-field';

  private readonly control = this.locatorFor('.sp-control');

  /** The field with this label. */
  static labelled(label: string): HarnessPredicate<FieldHarness> {
    return new HarnessPredicate(FieldHarness, {}).add(`labelled "${label}"`, async (field) => (await field.label()).startsWith(label));
  }

  /** What is asked. */
  async label(): Promise<string> {
    return (await this.locatorFor('label')()).text();
  }

  /** What stands in it. */
  async value(): Promise<string> {
    return (await this.control()).getProperty<string>('value');
  }

  /** Types a text in the place of what stood there, and leaves the field. */
  async fill(text: string): Promise<void> {
    const control = await this.control();
    await control.clear();
    if (text !== '') await control.sendKeys(text);
    await control.blur();
  }

  /** Chooses an answer of a select by its value, and leaves the field. */
  async choose(value: string): Promise<void> {
    const control = await this.control();
    await control.setInputValue(value);
    await control.dispatchEvent('input');
    await control.dispatchEvent('change');
    await control.blur();
  }

  /** What is wrong; `null` for nothing. */
  async error(): Promise<string | null> {
    return (await (await this.locatorForOptional('.error')())?.text()) ?? null;
  }
}
