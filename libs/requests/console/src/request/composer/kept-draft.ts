import { DestroyRef, effect, inject, signal, untracked, type Signal } from '@angular/core';
import { Api, Drafts, Now } from '@smartpar/platform/ui';
import type { DraftView } from '@smartpar/requests/model';
import type { DraftKind } from './writing';

/** What is being typed. */
export interface TypedDraft {
  readonly kind: DraftKind;
  readonly text: string;
}

/** A draft's keeping. */
export interface KeptDraft {
  readonly state: Signal<'still' | 'keeping' | 'kept' | 'failed'>;
  /** when the server last took it */
  readonly keptAt: Signal<Date | null>;
  /** Waits until nothing is on its way any more; before sending, so that no late keeping follows. */
  readonly rest: () => Promise<void>;
}

/** How a draft is tied to what is typed. */
export interface DraftTie {
  /** address of the request below `/api` */
  readonly path: () => string;
  /** what is typed now */
  readonly typed: () => TypedDraft;
  /** puts back what was typed before */
  readonly restore: (draft: TypedDraft) => void;
}

/** How long typing must pause before the server is told. */
export const PAUSE_MILLISECONDS = 800;

const KINDS: ReadonlySet<string> = new Set<DraftKind>(['reply', 'question-back', 'answer', 'note']);

/**
 * Keeps what is typed: in the browser at every stroke, on the server at every pause, so that neither a reload nor
 * another computer loses it. Call it where a component's fields are made.
 */
export function keptDraft({ path, typed, restore }: DraftTie): KeptDraft {
  const api = inject(Api);
  const drafts = inject(Drafts);
  const now = inject(Now);
  const state = signal<'still' | 'keeping' | 'kept' | 'failed'>('still');
  const keptAt = signal<Date | null>(null);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> = Promise.resolve();
  let known = '';

  const tell = (address: string, draft: TypedDraft): void => {
    timer = undefined;
    known = fingerprint(draft);
    state.set('keeping');
    running = api.put(`${address}/draft`, draft).then(
      () => {
        state.set('kept');
        keptAt.set(untracked(now.moment));
      },
      () => state.set('failed'),
    );
  };
  const fetch = async (address: string): Promise<void> => {
    try {
      const { draft } = await api.get<DraftView>(`${address}/draft`);
      if (draft === null || address !== untracked(path) || untracked(typed).text !== '') return;
      known = fingerprint(draft);
      keptAt.set(new Date(draft.keptAt));
      state.set('kept');
      restore(draft);
    } catch {
      state.set('failed');
    }
  };

  effect(() => {
    const address = path();
    untracked(() => {
      const { kind, text } = drafts.read(nameOf(address), { kind: 'reply', text: '' });
      known = fingerprint({ kind: 'reply', text: '' });
      state.set('still');
      if (text !== '' && isDraftKind(kind)) restore({ kind, text });
      else void fetch(address);
    });
  });
  effect(() => {
    const draft = typed();
    const address = untracked(path);
    drafts.write(nameOf(address), draft.text === '' ? { text: '' } : { ...draft });
    clearTimeout(timer);
    if (fingerprint(draft) !== known) timer = setTimeout(() => tell(address, draft), PAUSE_MILLISECONDS);
  });
  inject(DestroyRef).onDestroy(() => {
    if (timer === undefined) return;
    clearTimeout(timer);
    tell(untracked(path), untracked(typed));
  });

  return {
    state: state.asReadonly(),
    keptAt: keptAt.asReadonly(),
    rest: () => {
      clearTimeout(timer);
      timer = undefined;
      return running;
    },
  };
}

const nameOf = (address: string): string => `request:${address}`;

const fingerprint = ({ kind, text }: TypedDraft): string => (text === '' ? '' : `${kind}:${text}`);

const isDraftKind = (kind: string): kind is DraftKind => KINDS.has(kind);
