import { DOCUMENT, Injectable, effect, inject, signal, type WritableSignal } from '@angular/core';

/** Text fields of a form, by name. */
export type DraftTexts = Readonly<Record<string, string>>;

/** A form's model whose text survives a reload of the page. */
export interface Draft<T> {
  /** the model; hand it to `form()` */
  readonly model: WritableSignal<T>;
  /** forgets what was kept and empties the model: after sending */
  readonly clear: () => void;
}

const PREFIX = 'draft:';

/** Keeps drafts for as long as the browser tab is open, and never longer. */
@Injectable({ providedIn: 'root' })
export class Drafts {
  private readonly window = inject(DOCUMENT).defaultView;
  private readonly times = signal(0);

  /** Grows by one each time everything is forgotten; what was kept in memory beside the drafts goes then too. */
  readonly forgotten = this.times.asReadonly();

  /** @returns the kept texts of those fields the form still has */
  read<T extends DraftTexts>(name: string, initial: T): T {
    const kept = this.parse(name);
    const texts: Record<string, string> = {};
    for (const [key, text] of Object.entries(kept)) if (key in initial && typeof text === 'string') texts[key] = text;
    return { ...initial, ...texts };
  }

  /** Keeps a draft; one without any text is forgotten. */
  write(name: string, texts: DraftTexts): void {
    const empty = Object.values(texts).every((text) => text === '');
    this.guarded((storage) => (empty ? storage.removeItem(PREFIX + name) : storage.setItem(PREFIX + name, JSON.stringify(texts))));
  }

  /** Forgets every draft: on signing out, so that the next person at this computer finds none. */
  forgetAll(): void {
    this.guarded((storage) => {
      const names = Array.from({ length: storage.length }, (_, index) => storage.key(index));
      names.filter((name) => name?.startsWith(PREFIX)).forEach((name) => storage.removeItem(name ?? ''));
    });
    this.times.update((times) => times + 1);
  }

  private parse(name: string): Readonly<Record<string, unknown>> {
    let text: string | null = null;
    this.guarded((storage) => {
      text = storage.getItem(PREFIX + name);
    });
    return objectIn(text);
  }

  private guarded(work: (storage: Storage) => void): void {
    try {
      if (this.window) work(this.window.sessionStorage);
    } catch {
      // storage is switched off: nothing is kept
    }
  }
}

function objectIn(text: string | null): Readonly<Record<string, unknown>> {
  try {
    const parsed: unknown = JSON.parse(text ?? 'null');
    return typeof parsed === 'object' && parsed !== null ? { ...parsed } : {};
  } catch {
    return {};
  }
}

/**
 * Makes a form model whose text survives a reload. Call it where a component's fields are made.
 * @param name of the draft: what it is about, such as `reply:<request id>`
 * @param initial the empty form; only its text fields are kept, so never a password
 */
export function draftOf<T extends DraftTexts>(name: string, initial: T): Draft<T> {
  const drafts = inject(Drafts);
  const model = signal(drafts.read(name, initial));
  effect(() => drafts.write(name, model()));
  return {
    model,
    clear: () => {
      model.set(initial);
      drafts.write(name, initial);
    },
  };
}
