import { randomInt } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

const demoPasswords = z.object({ state: z.enum(['loading', 'loaded', 'removed']), byEmail: z.record(z.string(), z.string()) });

/** How far the demo data are, and how one signs in with them. */
export type DemoPasswords = z.infer<typeof demoPasswords>;

const FILE = 'demo-sign-ins.json';

/** Reads the demo passwords of a data folder; `null` where there never was demo data. */
export function readDemoPasswords(dataFolder: string): DemoPasswords | null {
  const file = join(dataFolder, FILE);
  return existsSync(file) ? demoPasswords.parse(JSON.parse(readFileSync(file, 'utf8'))) : null;
}

/** Writes the demo passwords, readable by the server's own user alone. */
export function writeDemoPasswords(dataFolder: string, passwords: DemoPasswords): void {
  const file = join(dataFolder, FILE);
  writeFileSync(`${file}.new`, `${JSON.stringify(passwords, null, 2)}\n`, { mode: 0o600, flush: true });
  renameSync(`${file}.new`, file);
}

const WORDS = [
  'acorn', 'amber', 'basil', 'breeze', 'canyon', 'cedar', 'cobalt', 'comet', 'coral', 'delta', 'ember', 'fjord', 'gecko', 'glacier', 'granite', 'harbor',
  'indigo', 'jasper', 'juniper', 'kelp', 'lagoon', 'lantern', 'lichen', 'maple', 'meadow', 'nectar', 'nimbus', 'ochre', 'onyx', 'opal', 'orchid', 'otter',
  'pebble', 'pollen', 'quartz', 'quiver', 'raven', 'ripple', 'saffron', 'sequoia', 'sierra', 'tundra', 'umbra', 'velvet', 'walnut', 'willow', 'yonder', 'zephyr',
] as const;

/** Makes a password for each address: four words and a number, made anew on every installation. */
export function newDemoPasswords(emails: readonly string[]): DemoPasswords {
  return { state: 'loading', byEmail: Object.fromEntries(emails.map((email) => [email, newPassword()])) };
}

const newPassword = (): string => [...Array.from({ length: 4 }, () => WORDS[randomInt(WORDS.length)]), randomInt(100, 1000)].join('-');
