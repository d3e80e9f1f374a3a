import { signal, untracked, type Signal } from '@angular/core';
import { isFieldTree, submit, type FieldTree, type ValidationError } from '@angular/forms/signals';
import type { FieldError } from '@smartpar/kernel';
import { Act } from '../api/act';
import { problemOf, type Problem } from '../problem/problem';
import { serverError } from './fault';

/** The sending of one form. */
export interface Sending<Answer> {
  /** on its way */
  readonly busy: Signal<boolean>;
  /** why the last try failed, as far as no field says it */
  readonly problem: Signal<Problem | null>;
  /** the last try got through */
  readonly sent: Signal<boolean>;
  /**
   * Sends what the form holds if it is in order; else shows what is wrong and moves to the first such field.
   * @returns the server's answer, `undefined` where nothing was sent or the server refused
   */
  readonly send: () => Promise<Answer | undefined>;
}

/**
 * Ties a signal form to the call that sends it: one idempotency key per act, the server's field errors in place,
 * everything typed stays.
 * @param tree the form
 * @param work the call; hand `act` to the `Api`
 */
export function sending<Model, Answer>(tree: FieldTree<Model>, work: (value: Model, act: Act) => Promise<Answer>): Sending<Answer> {
  const act = new Act();
  const busy = signal(false);
  const problem = signal<Problem | null>(null);
  const sent = signal(false);

  const attempt = async (): Promise<{ readonly answer?: Answer; readonly errors: ValidationError.WithOptionalFieldTree[] }> => {
    const value = untracked(() => tree().value());
    try {
      return { answer: await work(value, act), errors: [] };
    } catch (failure) {
      const found = problemOf(failure);
      const placed = untracked(() => found.fields.flatMap((error) => placedIn(tree, value, error)));
      if (placed.length === 0 || placed.length < found.fields.length) problem.set(found);
      return { errors: placed };
    }
  };

  const send = async (): Promise<Answer | undefined> => {
    if (busy()) return undefined;
    const pressed = document.activeElement;
    problem.set(null);
    sent.set(false);
    busy.set(true);
    let answer: Answer | undefined;
    try {
      await submit(tree, {
        action: async () => {
          const attempted = await attempt();
          answer = attempted.answer;
          sent.set(attempted.errors.length === 0 && problem() === null);
          return attempted.errors;
        },
      });
    } finally {
      busy.set(false);
      setTimeout(() => focusAgain(pressed));
    }
    if (!sent()) focusFirstFault(tree);
    return answer;
  };

  return { busy: busy.asReadonly(), problem: problem.asReadonly(), sent: sent.asReadonly(), send };
}

/**
 * Finds the field an error of the server is about: `contact.email` is the field `email` of the group `contact`. A field
 * that says something else by now is not to blame.
 */
function placedIn(tree: FieldTree<unknown>, sent: unknown, error: FieldError): ValidationError.WithOptionalFieldTree[] {
  let place: unknown = tree;
  let said = sent;
  for (const step of error.field.split('.')) {
    place = isFieldTree(place) && step !== '' ? Reflect.get(place, step) : undefined;
    said = typeof said === 'object' && said !== null ? Reflect.get(said, step) : undefined;
  }
  return isFieldTree(place) && place().value() === said ? [{ ...serverError(error), fieldTree: place }] : [];
}

function focusFirstFault(tree: FieldTree<unknown>): void {
  untracked(() => tree().errorSummary()[0]?.fieldTree().focusBoundControl());
}

/** A button that is disabled while its form is on its way loses the focus: without this, the keyboard would start at the top of the page. */
function focusAgain(pressed: Element | null): void {
  const nowhere = document.activeElement === null || document.activeElement === document.body;
  if (nowhere && pressed instanceof HTMLElement && pressed.isConnected) pressed.focus({ preventScroll: true });
}
