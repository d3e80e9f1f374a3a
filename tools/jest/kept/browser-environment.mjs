import { TestEnvironment } from 'jest-environment-jsdom';
import { globalsAtFirst } from './globals-at-first.mjs';

/** @type {KeptBrowserEnvironment | undefined} */
let kept;

/** @type {Console} of the spec file at hand */
let console = globalThis.console;
const heard = new Proxy(console, { get: (_, name) => Reflect.get(console, name) });

/** The simulated browser as all spec files of a worker meet it: an empty page of the one window for which everything is loaded (ADR 28). */
export default class KeptBrowserEnvironment extends TestEnvironment {
  /** Puts the globals back. */
  putBack = () => {};

  /**
   * @param {ConstructorParameters<typeof TestEnvironment>[0]} config
   * @param {ConstructorParameters<typeof TestEnvironment>[1]} context
   */
  constructor(config, context) {
    console = context.console;
    if (kept !== undefined) return kept;
    super(config, { ...context, console: heard });
    this.putBack = globalsAtFirst(this.global);
    kept = this;
  }

  /**
   * Leaves an empty page at its first address, with nothing stored and nothing awaited, for the next spec file.
   * @override
   */
  async teardown() {
    this.fakeTimers?.useRealTimers();
    this.fakeTimersModern?.useRealTimers();
    this.putBack();
    stopWaiting(this.global);
    const { document, history, localStorage, sessionStorage } = this.global;
    for (const element of [document.documentElement, document.body]) {
      for (const name of element.getAttributeNames()) element.removeAttribute(name);
    }
    document.head.replaceChildren();
    document.body.replaceChildren();
    localStorage.clear();
    sessionStorage.clear();
    history.replaceState(null, '', '/');
  }
}

/**
 * Stops whatever a page still waits for, as closing its window would. Timers and frames are numbered one after the other.
 * @param {Pick<Window, 'setTimeout' | 'clearTimeout' | 'requestAnimationFrame' | 'cancelAnimationFrame'>} window
 */
function stopWaiting(window) {
  for (let timer = window.setTimeout(() => undefined); timer > 0; timer -= 1) window.clearTimeout(timer);
  for (let frame = window.requestAnimationFrame(() => undefined); frame > 0; frame -= 1) window.cancelAnimationFrame(frame);
}
