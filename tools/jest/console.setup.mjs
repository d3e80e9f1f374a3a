import { setupZonelessTestEnv } from 'jest-preset-angular/setup-env/zoneless/index.mjs';
import { toHaveNoViolations } from 'jest-axe';

setupZonelessTestEnv({ errorOnUnknownElements: true, errorOnUnknownProperties: true });
expect.extend(toHaveNoViolations);

// jsdom has no media queries: every one answers "no", as a plain desktop in light mode without reduced motion does.
globalThis.matchMedia ??= (query) =>
  Object.assign(new EventTarget(), { matches: false, media: query, onchange: null, addListener: () => undefined, removeListener: () => undefined });
