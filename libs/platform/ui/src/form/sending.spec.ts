import { Component, inject, signal } from '@angular/core';
import { FormField, form, validateStandardSchema } from '@angular/forms/signals';
import * as z from 'zod';
import { mount, type Mounted } from '../../testing/src';
import { Api } from '../api/api';
import { ProblemNote } from '../problem/problem-note';
import { Control } from './control';
import { Field } from './field';
import { FieldHarness } from './field.harness';
import { sending } from './sending';

const contract = z.strictObject({ contact: z.strictObject({ email: z.string().min(1) }), text: z.string().min(1) });

@Component({
  selector: 'sp-ask',
  imports: [Control, Field, FormField, ProblemNote],
  template: `
    <sp-field label="Address"><input spControl [formField]="form.contact.email" /></sp-field>
    <sp-field label="Question"><input spControl [formField]="form.text" /></sp-field>
    <sp-problem-note [problem]="sending.problem()" />
    <button type="button" [disabled]="sending.busy()">Send</button>
  `,
})
class Ask {
  private readonly api = inject(Api);
  readonly model = signal({ contact: { email: 'ines@nordwerk.example' }, text: 'What do you hold?' });
  protected readonly form = form(this.model, (path) => validateStandardSchema(path, contract));
  readonly sending = sending(this.form, (value, act) => this.api.post<{ reference: string }>('/questions', value, act));
}

const problem = (errors: readonly object[]) => ({ status: 422, code: 'question.refused', detail: 'That cannot be sent.', errors });
const refusal = { status: 422, statusText: 'Unprocessable' };

async function sent(page: Mounted<Ask>) {
  const answer = page.component.sending.send();
  await page.settle();
  return { answer, call: page.http.expectOne('/api/questions') };
}

describe('sending a form', () => {
  it('hands the answer back and says that it got through', async () => {
    const page = await mount(Ask);
    const { answer, call } = await sent(page);
    expect(page.component.sending.busy()).toBe(true);
    call.flush({ reference: 'Q-1' });
    expect(await answer).toEqual({ reference: 'Q-1' });
    expect(page.component.sending.sent()).toBe(true);
    expect(page.component.sending.busy()).toBe(false);
  });

  it('leaves the keyboard where it was, though the button cannot be pressed meanwhile', async () => {
    const page = await mount(Ask);
    document.body.append(page.element);
    const button = page.element.querySelector('button');
    button?.focus();
    const { answer, call } = await sent(page);
    expect(button?.disabled).toBe(true);
    button?.blur(); // browsers do that by themselves to what is disabled
    call.flush({ reference: 'Q-1' });
    await answer;
    await page.settle();
    await new Promise((done) => setTimeout(done));
    expect(document.activeElement).toBe(button);
    page.element.remove();
  });

  it('sends nothing while something is wrong, and moves to the first such field', async () => {
    const page = await mount(Ask);
    page.component.model.update((model) => ({ ...model, text: '' }));
    await page.settle();
    expect(await page.component.sending.send()).toBeUndefined();
    await page.settle();
    page.http.expectNone('/api/questions');
    expect(document.activeElement).toBe(page.element.querySelectorAll('input')[1]);
    expect(await (await page.part(FieldHarness.labelled('Question'))).error()).toBe('Please fill this in.');
  });

  it("shows the server's errors at their fields and keeps what was typed", async () => {
    const page = await mount(Ask);
    const { answer, call } = await sent(page);
    call.flush(problem([{ field: 'contact.email', code: 'not_reachable', message: 'This address takes no mail.' }]), refusal);
    expect(await answer).toBeUndefined();
    await page.settle();
    expect(await (await page.part(FieldHarness.labelled('Address'))).error()).toBe('This address takes no mail.');
    expect(page.component.sending.problem()).toBeNull();
    expect(page.component.model().text).toBe('What do you hold?');
  });

  it('does not blame a field that says something else by now, and can be sent again', async () => {
    const page = await mount(Ask);
    const { answer, call } = await sent(page);
    page.component.model.update((model) => ({ ...model, text: 'And why?' }));
    call.flush(problem([{ field: 'text', code: 'not_allowed', message: 'Ask something else.' }]), refusal);
    await answer;
    await page.settle();
    expect(await (await page.part(FieldHarness.labelled('Question'))).error()).toBeNull();
    expect(page.text()).toContain('That cannot be sent.');
    const again = await sent(page);
    again.call.flush({ reference: 'Q-1' });
    expect(await again.answer).toEqual({ reference: 'Q-1' });
  });

  it('shows what belongs to no field above the buttons', async () => {
    const page = await mount(Ask);
    const { answer, call } = await sent(page);
    call.flush(problem([{ field: 'elsewhere', code: 'x', message: 'x' }]), refusal);
    await answer;
    await page.settle();
    expect(page.text()).toContain('That cannot be sent.');
  });

  it('keeps the key when the same is sent again, and takes a new one once it says something else', async () => {
    const page = await mount(Ask);
    const first = await sent(page);
    first.call.error(new ProgressEvent('error'));
    await first.answer;
    const second = await sent(page);
    second.call.error(new ProgressEvent('error'));
    await second.answer;
    page.component.model.update((model) => ({ ...model, text: 'And why?' }));
    const third = await sent(page);
    const key = (call: typeof first.call) => call.request.headers.get('Idempotency-Key');
    expect(key(second.call)).toBe(key(first.call));
    expect(key(third.call)).not.toBe(key(first.call));
  });

  it('is not sent twice by a second press', async () => {
    const page = await mount(Ask);
    const { answer, call } = await sent(page);
    expect(await page.component.sending.send()).toBeUndefined();
    page.http.expectNone('/api/questions');
    call.flush({ reference: 'Q-1' });
    await answer;
  });
});
