import type { Consequence } from '../consequence-panel/consequence-panel';

/** What cannot be undone, and what is typed to mean it. Everything in the reader's language. */
export interface Irrevocable {
  /** "Erase member M-10422?" */
  readonly title: string;
  readonly consequences: readonly Consequence[];
  /** what it concerns and must be typed, such as `M-10422` */
  readonly phrase: string;
  /** the word on the button: what it does */
  readonly action: string;
}
