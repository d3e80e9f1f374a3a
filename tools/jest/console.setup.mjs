import { getTestBed, ɵgetCleanupHook as cleanup } from '@angular/core/testing';
import { setupZonelessTestEnv } from 'jest-preset-angular/setup-env/zoneless/index.mjs';
import { toHaveNoViolations } from 'jest-axe';

// Angular stays loaded from one spec file to the next: it is set up once, and its hooks, which it sets where it is loaded, are set for each.
if (getTestBed().platform === null) {
  setupZonelessTestEnv({ errorOnUnknownElements: true, errorOnUnknownProperties: true });
} else {
  beforeEach(cleanup(false));
  afterEach(cleanup(true));
}
expect.extend(toHaveNoViolations);

// jsdom has no media queries: every one answers "no", as a plain desktop in light mode without reduced motion does.
globalThis.matchMedia = (/** @type {string} */ query) =>
  Object.assign(new EventTarget(), { matches: false, media: query, onchange: null, addListener: () => undefined, removeListener: () => undefined });
