import { systemActor } from '@smartpar/access/model';
import { newId } from '@smartpar/kernel';
import { KeepSystemTokens } from '@smartpar/members/api';
import { newSystemToken } from '@smartpar/members/model';
import { type CommonOptions, type Operate, withServices } from './command';
import { organizationBySlug } from './organizations';
import type { Services } from './services';

interface TokenOptions extends CommonOptions {
  readonly organization: string;
  readonly days: string;
}

/** For how many days such a token works where nobody says. */
const USUAL_DAYS = '30';

/** `scim-token`: lets a directory in, or whoever checks how the server speaks with one. */
export const directoryCommands: Operate = (program) => {
  program
    .command('scim-token')
    .description('make a token by which a directory keeps the members of an organization; it is shown this once')
    .requiredOption('--organization <slug>', 'short name of the organization')
    .option('--days <count>', 'for how many days it works', USUAL_DAYS)
    .option('--json', 'print JSON')
    .action((options: TokenOptions) => withServices(options, (services) => makeToken(services, options)));
};

async function makeToken(services: Services, { organization, days }: TokenOptions) {
  const organizationId = await organizationBySlug(services, organization);
  const wanted = newSystemToken.parse({ name: 'Made by an operator', scope: 'scim', days: Number(days) });
  const { text: token, token: made } = await services.get(KeepSystemTokens).issue(systemActor(organizationId, 'operate'), wanted, newId());
  const address = `${services.configuration.baseUrl}/scim/v2`;
  return {
    sentences: [`Address: ${address}`, `Token: ${token}`, `It works until ${made.expiresAt}. It is not shown again.`],
    json: { address, token, expiresAt: made.expiresAt },
  };
}
