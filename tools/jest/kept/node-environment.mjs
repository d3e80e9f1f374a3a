import { TestEnvironment } from 'jest-environment-node';
import { globalsAtFirst } from './globals-at-first.mjs';

/** @type {KeptNodeEnvironment | undefined} */
let kept;

/** Node as all spec files of a worker meet it: modules that stay loaded belong to the globals they were loaded with (ADR 28). */
export default class KeptNodeEnvironment extends TestEnvironment {
  /** Puts the globals back. */
  putBack = () => {};

  /** @param {ConstructorParameters<typeof TestEnvironment>} args */
  constructor(...args) {
    if (kept !== undefined) return kept;
    super(...args);
    this.putBack = globalsAtFirst(this.global);
    kept = this;
  }

  /**
   * Leaves everything as it was at first, for the next spec file.
   * @override
   */
  async teardown() {
    this.fakeTimers?.useRealTimers();
    this.fakeTimersModern?.useRealTimers();
    this.putBack();
  }
}
