import { parse } from 'bowser';

/** What a browser says about itself, cut down to what lets its owner recognize it. */
export interface Device {
  readonly browser: string | null;
  readonly system: string | null;
}

/** A user agent is read so far; longer ones are nobody's. */
const LONGEST_USER_AGENT = 512;
const LONGEST_NAME = 40;

/** Recognizes browser and operating system, without versions: enough for "Firefox on Windows", too little to follow anyone. */
export function deviceOf(userAgent: string | undefined): Device {
  if (!userAgent?.trim()) return { browser: null, system: null };
  const { browser, os } = parse(userAgent.slice(0, LONGEST_USER_AGENT));
  return { browser: named(browser.name), system: named(os.name) };
}

const named = (name: string | undefined): string | null =>
  name
    ?.replaceAll(/[^\p{L}\p{N} .+-]/gu, '')
    .trim()
    .slice(0, LONGEST_NAME) || null;
