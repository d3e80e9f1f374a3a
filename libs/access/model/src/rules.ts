import type { Actor } from './actor';
import type { Where } from './where';

/** Says one thing that is allowed, or forbidden: later sentences beat earlier ones. */
export interface Declare {
  /**
   * @param action what is done: `read`, `answer`; `manage` is every action
   * @param noun what it is done to: `privacy-request`
   * @param where the rows it holds for; without it, all of the organization's
   */
  (action: string | readonly string[], noun: string | readonly string[], where?: Where): void;
  /** @param fields the columns it holds for */
  (action: string | readonly string[], noun: string | readonly string[], fields: readonly string[], where?: Where): void;
}

/** What the author of an access file writes with. */
export interface Sentences {
  readonly allow: Declare;
  readonly forbid: Declare;
}

/**
 * Who may do what with one noun. A file `<noun>.access.ts` exports one of these; it reads as sentences and says
 * nothing for an actor it does not know.
 */
export type AccessRules = (actor: Actor, sentences: Sentences) => void;
