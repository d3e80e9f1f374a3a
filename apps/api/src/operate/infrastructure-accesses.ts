import { RecordInfrastructureAccess } from '@smartpar/access/api';
import { INFRASTRUCTURE_ACCESS_KINDS, newInfrastructureAccess, TELLING_BARS } from '@smartpar/access/model';
import { Option } from 'commander';
import { type CommonOptions, type Operate, withServices } from './command';
import { organizationBySlug } from './organizations';
import type { Services } from './services';

interface RecordOptions extends CommonOptions {
  readonly organization: string;
  readonly kind: string;
  readonly from: string;
  readonly until: string;
  readonly words: string;
  readonly barredUntil?: string;
  readonly barredGround?: string;
}

/** `record-infrastructure-access`: what members are told about people at the machines themselves. */
export const infrastructureAccessCommand: Operate = (program) => {
  program
    .command('record-infrastructure-access')
    .description(
      "say that somebody reached the machines or the database that hold an organization's data, past the console; each of its members reads it under “Who looked at my data”, for good",
    )
    .requiredOption('--organization <slug>', 'short name of the organization')
    .addOption(new Option('--kind <kind>', 'what it was for').choices([...INFRASTRUCTURE_ACCESS_KINDS]).makeOptionMandatory())
    .requiredOption('--from <moment>', 'when it began: 2026-11-26T09:00:00Z')
    .requiredOption('--until <moment>', 'when it ended')
    .requiredOption('--words <text>', 'what was done and why, in plain words the members will read; name nobody')
    .option('--barred-until <moment>', 'the law forbids to tell the organization before then: kept back until that moment, then told by mail, log and ledger')
    .addOption(new Option('--barred-ground <ground>', 'on what ground it may not be told yet').choices([...TELLING_BARS]))
    .option('--json', 'print JSON')
    .action((options: RecordOptions) => withServices(options, (services) => record(services, options)));
};

async function record(services: Services, { organization, kind, from, until, words, barredUntil, barredGround }: RecordOptions) {
  const access = newInfrastructureAccess.parse({ kind, from, until, words, barredUntil, barredGround });
  const organizationId = await organizationBySlug(services, organization);
  const id = await services.get(RecordInfrastructureAccess).run(organizationId, access);
  const told =
    barredUntil === undefined
      ? `Every member of ${organization} can read it from now on, and those who decide there are told by mail.`
      : `Kept back until ${barredUntil}; then ${organization} is told by itself.`;
  return { sentences: [`Recorded as ${id}. ${told}`], json: { id, organizationId } };
}
