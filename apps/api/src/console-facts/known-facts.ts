import type { ConsoleFacts } from './console-facts.contract';

/** The facts of this installation, known once it has started. */
export class KnownFacts {
  constructor(readonly facts: ConsoleFacts) {}
}
