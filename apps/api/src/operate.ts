import 'reflect-metadata';
import { DomainError } from '@smartpar/kernel';
import { StartError } from '@smartpar/platform/database';
import { Command } from 'commander';
import * as z from 'zod';
import { backupCommands } from './operate/backup';
import { demoCommands } from './operate/demo';
import { directoryCommands } from './operate/directories';
import { infrastructureAccessCommand } from './operate/infrastructure-accesses';
import { keyCommands } from './operate/keys';
import { migrateCommand } from './operate/migrate';
import { organizationCommands } from './operate/organizations';
import { configurationCommand } from './operate/show-configuration';
import { tokenCommands } from './operate/tokens';
import { VERSION } from './version';

const program = new Command('operate').description('Commands for whoever runs this installation. Each takes --json.').version(VERSION).showHelpAfterError();

for (const add of [
  organizationCommands,
  demoCommands,
  tokenCommands,
  directoryCommands,
  migrateCommand,
  backupCommands,
  keyCommands,
  configurationCommand,
  infrastructureAccessCommand,
])
  add(program);

program.parseAsync(process.argv[2] === '--' ? process.argv.toSpliced(2, 1) : process.argv).catch((error: unknown) => {
  process.stderr.write(`${sentenceOf(error)}\n`);
  process.exitCode = 1;
});

/** One sentence for what an operator can mend; the stack for what only we can. */
function sentenceOf(error: unknown): string {
  if (error instanceof StartError || error instanceof DomainError) return error.message;
  if (error instanceof z.ZodError) return error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n');
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
