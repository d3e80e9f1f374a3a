const TYPED_INTO = 'input:not([type=radio], [type=checkbox]), textarea, select';

/** Tells whether a key pressed there is meant for a field or a dialog, and no shortcut. */
export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches(TYPED_INTO) || target.closest('[role=dialog]') !== null);
