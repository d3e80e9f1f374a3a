import { effect, inject, linkedSignal, untracked, type WritableSignal } from '@angular/core';
import { Drafts } from '@smartpar/platform/ui';

/**
 * Makes a form's model whose text survives a reload, where what it is about is known only later, such as from an input.
 * Call it where a component's fields are made.
 * @param name what the text is about; another name brings that one's text
 */
export function keptText(name: () => string): WritableSignal<{ text: string }> {
  const drafts = inject(Drafts);
  const model = linkedSignal({ source: name, computation: (current) => untracked(() => drafts.read(current, { text: '' })) });
  effect(() => {
    const text = model();
    untracked(() => drafts.write(name(), text));
  });
  return model;
}
