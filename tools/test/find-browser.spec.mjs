import { findBrowser } from './find-browser.mjs';

const own = '/home/someone/.cache/ms-playwright/chromium/chrome';
const having = (...paths) => ({ own, exists: (path) => paths.includes(path) });

it('takes the one that is named, whatever else there is', () => {
  expect(findBrowser({ named: '/opt/mine', ...having('/opt/mine', own, '/usr/bin/chromium') })).toBe('/opt/mine');
});

it("prefers Playwright's own to an installed one", () => {
  expect(findBrowser(having('/usr/bin/chromium', own))).toBe(own);
  expect(findBrowser(having('/usr/bin/google-chrome'))).toBe('/usr/bin/google-chrome');
});

it('says in one sentence how to get one', () => {
  expect(() => findBrowser(having())).toThrow(/^No browser was found[^.]*apt-get install chromium.*\.$/s);
});

it('does not look elsewhere when the named one is missing', () => {
  expect(() => findBrowser({ named: '/opt/mine', ...having('/usr/bin/chromium') })).toThrow('/opt/mine');
});
