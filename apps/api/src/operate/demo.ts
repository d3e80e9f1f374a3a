import { Accounts } from '@smartpar/identity/api';
import { DEMO_SIGN_INS } from '../../../../tools/demo/world';
import { removeDemoData } from '../../../../tools/demo/remove-demo-data';
import { StartError } from '@smartpar/platform/database';
import { loadDemo, printed } from '../start/demo';
import { newDemoPasswords, readDemoPasswords, writeDemoPasswords } from '../start/demo-passwords';
import type { PrintedSignIn } from '../start/greeting';
import { type CommonOptions, type Operate, type Outcome, withServices } from './command';
import type { Services } from './services';

interface SignInOptions extends CommonOptions {
  readonly reset?: true;
}

/** `demo-sign-ins`, `load-demo-data` and `remove-demo-data`. */
export const demoCommands: Operate = (program) => {
  program
    .command('demo-sign-ins')
    .description('list how to sign in with the demo data, one sign-in per kind of person')
    .option('--reset', 'give each of them a new password first')
    .option('--json', 'print JSON')
    .action((options: SignInOptions) => withServices(options, (services) => listSignIns(services, options)));
  program
    .command('load-demo-data')
    .description('fill in demo data, or what is missing of it')
    .option('--json', 'print JSON')
    .action((options: CommonOptions) => withServices(options, async (services) => asOutcome(await loadDemo(demoSurroundings(services)))));
  program
    .command('remove-demo-data')
    .description('remove the demo data with everything that was done with them; the next start does not bring them back')
    .option('--json', 'print JSON')
    .action((options: CommonOptions) => withServices(options, remove));
};

const demoSurroundings = ({ configuration, storage, get }: Services) => {
  if (!configuration.embedded) throw new StartError('Demo data belong to the embedded database: unset DATABASE_URL to use it.');
  return { configuration, database: storage.database, get };
};

async function listSignIns(services: Services, { reset }: SignInOptions): Promise<Outcome> {
  const { dataFolder } = demoSurroundings(services).configuration;
  const known = readDemoPasswords(dataFolder);
  if (known?.state !== 'loaded') throw new StartError('There is no demo data here: fill it in with `npm run operate -- load-demo-data`.');
  if (!reset) return asOutcome(printed(known));
  const fresh = { ...newDemoPasswords(DEMO_SIGN_INS.map(({ email }) => email)), state: 'loaded' as const };
  const accounts = services.get(Accounts);
  for (const [email, password] of Object.entries(fresh.byEmail)) {
    const accountId = await accounts.idOfAddress(email);
    if (accountId !== null) await accounts.setPassword(accountId, password);
  }
  writeDemoPasswords(dataFolder, fresh);
  return asOutcome(printed(fresh));
}

async function remove(services: Services): Promise<Outcome> {
  const { configuration } = demoSurroundings(services);
  const removed = await removeDemoData(services.storage.ownerUrl);
  writeDemoPasswords(configuration.dataFolder, { state: 'removed', byEmail: {} });
  return { sentences: [`${removed.organizations} organizations and ${removed.accounts} accounts of the demo data are gone.`], json: { ...removed } };
}

const asOutcome = (signIns: readonly PrintedSignIn[]): Outcome => ({
  sentences: signIns.map(({ kind, email, password }) => `${kind}: ${email} ${password}`),
  json: { signIns },
});
