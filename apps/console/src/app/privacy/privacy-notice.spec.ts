import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expectAccessible, mount } from '@smartpar/platform/ui/testing';
import { HALF_SESSION_LIFETIME } from '@smartpar/identity/model';
import de from '../i18n/de.json' with { type: 'json' };
import en from '../i18n/en.json' with { type: 'json' };
import { PrivacyNotice } from './privacy-notice';
import { PrivacyNoticeHarness } from './privacy-notice.harness';

const ROOT = join(import.meta.dirname, '../../../../..');
const SERVER = globSync('libs/*/{api,model}/src/**/*.ts', { cwd: ROOT, exclude: (file) => file.endsWith('.spec.ts') })
  .map((file) => readFileSync(join(ROOT, file), 'utf8'))
  .join('\n');
const LANGUAGES = [
  ['en', en],
  ['de', de],
] as const;
const SESSIONS = { idleMinutes: 720, longestMinutes: 43_200, sharedIdleMinutes: 15 };

/** The notice where the server says how long sessions live. */
async function notice(language: 'en' | 'de', texts: typeof en) {
  const page = await mount(PrivacyNotice, { texts, language });
  page.http.expectOne('/api/console').flush({ sessions: SESSIONS });
  await page.settle();
  return { page, cookies: await (await page.part(PrivacyNoticeHarness)).cookies() };
}

describe("the console's own privacy notice", () => {
  it('says who answers, what is kept, on the device too, who gets it and what one may do', async () => {
    const { page } = await notice('en', en);
    expect(await (await page.part(PrivacyNoticeHarness)).headings()).toEqual([
      'Who answers for it',
      'Your account',
      'Questions and answers',
      'On your device',
      'Logs',
      'Who else gets it',
      'Your rights',
    ]);
    await expectAccessible(page.element);
  });

  it.each(LANGUAGES)('names every cookie the server sets, and no other, in %s', async (language, texts) => {
    const { cookies } = await notice(language, texts);
    const set = new Set([...SERVER.matchAll(/'(__Host-[\w-]+)'/g)].map((found) => found[1]));
    expect(set.size).toBeGreaterThan(1);
    expect(cookies.map(({ name }) => name).toSorted()).toEqual([...set].toSorted());
  });

  it.each([
    ['en', en, ['at most 30 days', 'at most 12 hours', 'at most 15 minutes']],
    ['de', de, ['höchstens 30 Tage', 'höchstens 12 Stunden', 'höchstens 15 Minuten']],
  ] as const)('says how long each is kept, as the server keeps it, in %s', async (language, texts, lengths) => {
    const { cookies } = await notice(language, texts);
    const about = (name: string) => cookies.find((cookie) => cookie.name === name)?.text;
    for (const length of lengths) expect(about('__Host-session')).toContain(length);
    const [, days] = /DEVICE_COOKIE_DAYS = (\d+)/.exec(SERVER) ?? [];
    expect(about('__Host-device')).toMatch(new RegExp(`\\b${days} (days|Tage)\\b`));
    expect(about('__Host-half-session')).toMatch(new RegExp(`\\b${HALF_SESSION_LIFETIME.minutes} Minute|\\b${HALF_SESSION_LIFETIME.minutes} minute`));
  });

  it('does without figures where the server cannot be asked', async () => {
    const page = await mount(PrivacyNotice, { texts: en });
    page.http.expectOne('/api/console').error(new ProgressEvent('error'));
    await page.settle();
    expect(page.text()).toContain('Until you sign out or the session ends by itself');
    expect(page.text()).not.toContain('{{');
  });

  it.each(LANGUAGES)('names whom to ask and where to complain in %s', async (language, texts) => {
    const { page } = await notice(language, texts);
    expect(page.text()).toContain('hello@smartpar.ai');
    expect(page.text()).toContain('77');
    expect(page.element.querySelector('a')?.getAttribute('href')).toBe('/ask');
  });
});
