import { Accounts } from '@smartpar/identity/api';
import { notFound } from '@smartpar/kernel';
import { LinkAccount, RecoverLastOwner } from '@smartpar/members/api';
import { CreateOrganization } from '@smartpar/organizations/api';
import { type Locale, LOCALES } from '@smartpar/platform/contract';
import { Option } from 'commander';
import { type CommonOptions, type Operate, withServices } from './command';
import type { Services } from './services';

interface OwnerOptions extends CommonOptions {
  readonly ownerEmail: string;
  readonly ownerFirstName: string;
  readonly ownerLastName: string;
  readonly language: Locale;
}

interface CreateOptions extends OwnerOptions {
  readonly name: string;
  readonly slug: string;
  readonly country: string;
  readonly timeZone: string;
}

interface RecoverOptions extends OwnerOptions {
  readonly organization: string;
}

const language = () => new Option('--language <code>', 'language of the mails').choices([...LOCALES]).default('en');

/** `create-organization` and `recover-owner`. */
export const organizationCommands: Operate = (program) => {
  program
    .command('create-organization')
    .description('make an organization and invite its first owner, who chooses a password by a mailed link')
    .requiredOption('--name <name>', 'name as people know it')
    .requiredOption('--slug <slug>', 'short name in lower case: northwind-trading')
    .requiredOption('--country <code>', 'country it is established in: DE')
    .requiredOption('--time-zone <zone>', 'time zone its deadlines are counted in: Europe/Berlin')
    .requiredOption('--owner-email <address>', 'address of the first owner')
    .requiredOption('--owner-first-name <name>')
    .requiredOption('--owner-last-name <name>')
    .addOption(language())
    .option('--json', 'print JSON')
    .action((options: CreateOptions) => withServices(options, (services) => createOrganization(services, options)));
  program
    .command('recover-owner')
    .description('give an organization whose owners are gone a new one, who chooses a password by a mailed link')
    .requiredOption('--organization <slug>', 'short name of the organization')
    .requiredOption('--owner-email <address>', 'address of the new owner')
    .requiredOption('--owner-first-name <name>')
    .requiredOption('--owner-last-name <name>')
    .addOption(language())
    .option('--json', 'print JSON')
    .action((options: RecoverOptions) => withServices(options, async (services) => letOwnerIn(services, await organizationBySlug(services, options.organization), options)));
};

async function createOrganization(services: Services, options: CreateOptions) {
  const { name, slug, country, timeZone, language: locale } = options;
  const organizationId = await services.get(CreateOrganization).run({ name, slug, kind: 'tenant', country, timeZone, locale });
  return letOwnerIn(services, organizationId, options);
}

/** Makes the person an owner, ties them to their account and mails a link where they have no password yet. */
async function letOwnerIn(services: Services, organizationId: string, { ownerEmail, ownerFirstName, ownerLastName, language: locale }: OwnerOptions) {
  const { get } = services;
  const { memberId } = await get(RecoverLastOwner).run(organizationId, { email: ownerEmail, firstName: ownerFirstName, lastName: ownerLastName, locale });
  const { accountId, created } = await get(Accounts).findOrCreate({ email: ownerEmail, name: `${ownerFirstName} ${ownerLastName}`, locale });
  await get(LinkAccount).run(organizationId, memberId, accountId);
  const link = created ? await get(Accounts).issuePasswordLink(accountId, 'first-password') : null;
  const url = link && `${services.configuration.baseUrl}/reset-password#t=${link.token}`;
  return {
    sentences: [
      `The organization ${organizationId} has an owner now.`,
      url === null ? 'They have an account already and sign in as before.' : `They choose a password within seven days by the mailed link, or by this one: ${url}`,
    ],
    json: { organizationId, memberId, accountId, passwordLink: url },
  };
}

/** @throws {DomainError} 404 where no organization has that short name */
export async function organizationBySlug({ storage }: Services, slug: string): Promise<string> {
  const [found] = await storage.database.global((tx) => tx.query<{ id: string }>('select organization_id as id from organization_figures where slug = $1', [slug]));
  if (found === undefined) throw notFound();
  return found.id;
}
