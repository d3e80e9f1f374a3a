import { Component, signal } from '@angular/core';
import { FormField, form, validateStandardSchema } from '@angular/forms/signals';
import * as z from 'zod';
import { expectAccessible, mount } from '../../testing/src';
import { Control } from './control';
import { Field } from './field';
import { FieldHarness } from './field.harness';

const contract = z.strictObject({ address: z.string().regex(/@/), text: z.string().min(10).max(40), secret: z.string(), kind: z.string() });

@Component({
  selector: 'sp-ask',
  imports: [Control, Field, FormField],
  template: `
    <sp-field label="Address" hint="Where the answer goes." [errors]="{ invalid_format: 'ui.field.fault.email' }"
      ><input spControl type="email" [formField]="form.address"
    /></sp-field>
    <sp-field label="Question"><textarea spControl [formField]="form.text"></textarea></sp-field>
    <sp-field label="Password"><input spControl type="password" autocomplete="current-password" [formField]="form.secret" /></sp-field>
    <sp-field label="Kind" [optional]="true">
      <select spControl [formField]="form.kind">
        <option value="">Any</option>
        <option value="access">Access</option>
      </select>
    </sp-field>
  `,
})
class Ask {
  readonly model = signal({ address: '', text: '', secret: '', kind: '' });
  protected readonly form = form(this.model, (path) => validateStandardSchema(path, contract));
}

describe('a field', () => {
  it('ties label, hint and control together', async () => {
    const page = await mount(Ask);
    const input = page.element.querySelector('input');
    const hint = page.element.querySelector('.hint');
    expect(page.element.querySelector('label')?.htmlFor).toBe(input?.id);
    expect(input?.getAttribute('aria-describedby')).toBe(hint?.id);
    await expectAccessible(page.element);
  });

  it('finds no fault before the person has left it', async () => {
    const page = await mount(Ask);
    expect(await (await page.part(FieldHarness.labelled('Question'))).error()).toBeNull();
  });

  it('says that something is missing where nothing was typed, and not that its shape is wrong', async () => {
    const page = await mount(Ask);
    const field = await page.part(FieldHarness.labelled('Question'));
    await field.fill('');
    await page.settle();
    expect(await field.error()).toBe('Please fill this in.');
  });

  it('says what to type instead once the person has left it', async () => {
    const page = await mount(Ask);
    const field = await page.part(FieldHarness.labelled('Question'));
    await field.fill('short');
    await page.settle();
    expect(await field.error()).toBe('Too short: use at least 10 characters.');
    const control = page.element.querySelector('textarea');
    expect(control?.getAttribute('aria-invalid')).toBe('true');
    expect(document.getElementById(control?.getAttribute('aria-describedby') ?? '')?.textContent).toContain('Too short');
    await expectAccessible(page.element);
  });

  it('says it in words of its own where it has some', async () => {
    const page = await mount(Ask);
    const field = await page.part(FieldHarness.labelled('Address'));
    await field.fill('ines');
    await page.settle();
    expect(await field.error()).toContain('name@example.com');
  });

  it('withdraws the error as soon as all is well', async () => {
    const page = await mount(Ask);
    const field = await page.part(FieldHarness.labelled('Question'));
    await field.fill('short');
    await field.fill('long enough by now');
    await page.settle();
    expect(await field.error()).toBeNull();
    expect(page.component.model().text).toBe('long enough by now');
  });

  it('shows the letters of a password on request, and hides them again', async () => {
    const page = await mount(Ask);
    const reveal = page.element.querySelector<HTMLButtonElement>('.reveal');
    const secret = page.element.querySelector('input[autocomplete]');
    reveal?.click();
    await page.settle();
    expect(secret?.getAttribute('type')).toBe('text');
    reveal?.click();
    await page.settle();
    expect(secret?.getAttribute('type')).toBe('password');
  });

  it('marks what may stay empty, and takes the answer of a select', async () => {
    const page = await mount(Ask);
    const field = await page.part(FieldHarness.labelled('Kind'));
    expect(await field.label()).toContain('(optional)');
    await field.choose('access');
    expect(page.component.model().kind).toBe('access');
  });
});
