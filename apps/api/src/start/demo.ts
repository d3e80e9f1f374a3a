import type { Type } from '@nestjs/common';
import type { Database } from '@smartpar/platform/database';
import { loadDemoData } from '../../../../tools/demo/load-demo-data';
import { DEMO_SIGN_INS } from '../../../../tools/demo/world';
import type { Configuration } from '../config/configuration';
import { type DemoPasswords, newDemoPasswords, readDemoPasswords, writeDemoPasswords } from './demo-passwords';
import type { PrintedSignIn } from './greeting';

/** What demo data needs of this installation. */
export interface DemoSurroundings {
  readonly configuration: Configuration;
  readonly database: Database;
  get<T>(type: Type<T>): T;
}

/**
 * Fills demo data in at the first start of the embedded default, unless told not to. A load that was cut short is
 * finished; demo data that an operator removed stays away.
 * @returns the sign-ins to print
 */
export async function prepareDemo(surroundings: DemoSurroundings): Promise<readonly PrintedSignIn[]> {
  const { configuration } = surroundings;
  if (!configuration.embedded || configuration.production || configuration.INSTALLATION !== 'hosted') return [];
  const known = readDemoPasswords(configuration.dataFolder);
  if (known === null && !configuration.DEMO_DATA) return [];
  if (known?.state === 'removed') return [];
  return known?.state === 'loaded' ? printed(known) : loadDemo(surroundings);
}

/** Fills demo data in, or what is missing of it. @returns the sign-ins to print */
export async function loadDemo({ configuration, database, get }: DemoSurroundings): Promise<readonly PrintedSignIn[]> {
  const { dataFolder } = configuration;
  const known = readDemoPasswords(dataFolder);
  const passwords = known?.state === 'loading' || known?.state === 'loaded' ? known : newDemoPasswords(DEMO_SIGN_INS.map(({ email }) => email));
  writeDemoPasswords(dataFolder, { ...passwords, state: 'loading' });
  await loadDemoData({ database, get }, (email) => passwords.byEmail[email] ?? '');
  writeDemoPasswords(dataFolder, { ...passwords, state: 'loaded' });
  return printed(passwords);
}

/** The demo sign-ins in the order they are printed in. */
export const printed = ({ byEmail }: DemoPasswords): readonly PrintedSignIn[] => DEMO_SIGN_INS.map(({ kind, email }) => ({ kind, email, password: byEmail[email] ?? '' }));
