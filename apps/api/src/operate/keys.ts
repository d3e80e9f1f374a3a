import { KeyRing } from '@smartpar/platform/http';
import { StartError } from '@smartpar/platform/database';
import { addGeneratedKey } from '../start/secret-keys';
import { type CommonOptions, configurationHere, type Operate, print } from './command';

/** `new-key` and `rotate-keys`. */
export const keyCommands: Operate = (program) => {
  program
    .command('new-key')
    .description('make a secret key for SECRET_KEYS and print it')
    .option('--json', 'print JSON')
    .action((options: CommonOptions) => {
      const key = KeyRing.generate();
      print({ sentences: [key], json: { key } }, options);
    });
  program
    .command('rotate-keys')
    .description('put a new secret key in front of the generated ones; the server uses it from its next start on')
    .option('--json', 'print JSON')
    .action((options: CommonOptions) => print(rotateKeys(), options));
};

function rotateKeys() {
  const { SECRET_KEYS, dataFolder } = configurationHere();
  if (SECRET_KEYS !== undefined)
    throw new StartError('The keys come from SECRET_KEYS: put the output of `npm run operate -- new-key` and a comma in front of its value, and start the server again.');
  addGeneratedKey(dataFolder);
  return {
    sentences: ['A new key signs from the next start on. Links that were mailed before keep working, because the older keys still open them.'],
    json: { rotated: true },
  };
}
