import { signal, type Signal } from '@angular/core';
import { Act, problemOf, type Problem } from '@smartpar/platform/ui';

/** The acts of one place, one at a time. */
export interface Acting {
  /** on its way */
  readonly busy: Signal<boolean>;
  /** why the last try failed */
  readonly problem: Signal<Problem | null>;
  /**
   * Sends what was decided; nothing while something is on its way.
   * @param work the call, and what follows when it got through; hand `act` to the `Api`
   * @returns why the server refused; `null` where it did not
   */
  readonly send: (work: (act: Act) => Promise<void>) => Promise<Problem | null>;
}

/** Ties buttons to the call they make: one key however often it is tried, and what went wrong where it did. */
export function acting(): Acting {
  const act = new Act();
  const [busy, problem] = [signal(false), signal<Problem | null>(null)];
  const send = async (work: (act: Act) => Promise<void>): Promise<Problem | null> => {
    if (busy()) return null;
    busy.set(true);
    problem.set(null);
    try {
      await work(act);
    } catch (failure) {
      problem.set(problemOf(failure));
    } finally {
      busy.set(false);
    }
    return problem();
  };
  return { busy: busy.asReadonly(), problem: problem.asReadonly(), send };
}
