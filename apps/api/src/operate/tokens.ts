import { Accounts } from '@smartpar/identity/api';
import { notFound } from '@smartpar/kernel';
import { Option } from 'commander';
import { type CommonOptions, type Operate, withServices } from './command';
import type { Services } from './services';

interface IssueOptions extends CommonOptions {
  readonly account: string;
  readonly purpose: 'reset' | 'first-password';
}

interface RevokeOptions extends CommonOptions {
  readonly account: string;
}

/** `issue-token`, `revoke-tokens` and `remove-second-factor`: how somebody gets in who cannot, and how nobody does. */
export const tokenCommands: Operate = (program) => {
  program
    .command('issue-token')
    .description('make a single-use link by which an account chooses a password; it is mailed to its holder and printed here')
    .requiredOption('--account <address>', 'sign-in address')
    .addOption(new Option('--purpose <purpose>', 'reset works 30 minutes, first-password seven days').choices(['reset', 'first-password']).default('reset'))
    .option('--json', 'print JSON')
    .action((options: IssueOptions) => withServices(options, (services) => issue(services, options)));
  program
    .command('revoke-tokens')
    .description('end every session of an account and every password link it was sent')
    .requiredOption('--account <address>', 'sign-in address')
    .option('--json', 'print JSON')
    .action((options: RevokeOptions) => withServices(options, (services) => revoke(services, options)));
  program
    .command('remove-second-factor')
    .description('let somebody in who lost every way to prove themself; check outside of the product who asks')
    .requiredOption('--account <address>', 'sign-in address')
    .option('--json', 'print JSON')
    .action((options: RevokeOptions) => withServices(options, (services) => removeSecondFactor(services, options)));
};

async function issue(services: Services, { account, purpose }: IssueOptions) {
  const { token, expiresAt } = await services.get(Accounts).issuePasswordLink(await accountOf(services, account), purpose);
  const url = `${services.configuration.baseUrl}/reset-password#t=${token}`;
  return { sentences: [url, `It works once, until ${expiresAt.toString()}.`], json: { url, expiresAt: expiresAt.toString() } };
}

async function revoke(services: Services, { account }: RevokeOptions) {
  await services.get(Accounts).revokeEverything(await accountOf(services, account));
  return { sentences: ['All sessions have ended and no password link works any more.'], json: { revoked: true } };
}

async function removeSecondFactor(services: Services, { account }: RevokeOptions) {
  await services.get(Accounts).removeSecondFactor(await accountOf(services, account));
  return {
    sentences: ['The second factor and its recovery codes are gone, all sessions have ended, and the holder is told by mail.'],
    json: { removed: true },
  };
}

async function accountOf({ get }: Services, address: string): Promise<string> {
  const accountId = await get(Accounts).idOfAddress(address);
  if (accountId === null) throw notFound();
  return accountId;
}
