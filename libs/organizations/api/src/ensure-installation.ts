import { Injectable } from '@nestjs/common';
import { systemActor } from '@smartpar/access/model';
import { newId } from '@smartpar/kernel';
import type { NewOrganization } from '@smartpar/organizations/model';
import type { Locale } from '@smartpar/platform/contract';
import { Database, type Installation } from '@smartpar/platform/database';
import { CreateOrganization } from './create-organization';
import { InstallationRepository } from './installation.repository';
import { OrganizationFactsQuery } from './organization-facts';

/** What an installation is set up as. */
export type InstallationSetup =
  /** by SmartPAR, for many customers */
  | { readonly mode: 'hosted'; readonly country: string; readonly timeZone: string; readonly locale: Locale }
  /** by one customer, on their own server */
  | { readonly mode: 'own-server'; readonly organization: Omit<NewOrganization, 'kind'> };

/** Somebody else set the installation up at the same time. */
class SetUpElsewhere extends Error {}

/** Sets up what every installation needs before anything else: who keeps its log, and where people without an organization belong. */
@Injectable()
export class EnsureInstallation {
  constructor(
    private readonly database: Database,
    private readonly create: CreateOrganization,
    private readonly installations: InstallationRepository,
    private readonly facts: OrganizationFactsQuery,
  ) {}

  /**
   * Safe to call at every start and from several processes at once; what a start that was cut short left undone is finished.
   * @returns the installation as it is; an existing one is never changed
   */
  async run(setup: InstallationSetup): Promise<Installation> {
    const installation = (await this.database.installation()) ?? (await this.setUp(setup));
    if (setup.mode === 'hosted' && installation.mode === 'hosted') await this.ensureDirectUsers(installation, setup);
    return installation;
  }

  private async setUp(setup: InstallationSetup): Promise<Installation> {
    const workforceOrganizationId = newId();
    const directUsersOrganizationId = setup.mode === 'hosted' ? newId() : workforceOrganizationId;
    const installation: Installation = { workforceOrganizationId, directUsersOrganizationId, mode: setup.mode };
    try {
      await this.database.tenant(systemActor(workforceOrganizationId, 'installation'), async (tx) => {
        const entry = { action: 'installation.set-up', target: { noun: 'organization', id: workforceOrganizationId }, facts: { mode: setup.mode } };
        if (!(await this.installations.add(tx, installation, entry))) throw new SetUpElsewhere();
        await this.create.within(tx, foundingOrganization(setup));
      });
    } catch (error) {
      if (!(error instanceof SetUpElsewhere)) throw error;
    }
    const made = await this.database.installation();
    if (made === null) throw new Error('The installation was set up and cannot be read.');
    return made;
  }

  private async ensureDirectUsers(
    { directUsersOrganizationId: id }: Installation,
    { country, timeZone, locale }: InstallationSetup & { mode: 'hosted' },
  ): Promise<void> {
    if ((await this.facts.find(id)) !== null) return;
    try {
      await this.create.run({ name: 'SmartPAR direct users', slug: 'smartpar-direct-users', kind: 'direct-users', country, timeZone, locale }, id);
    } catch (error) {
      if ((await this.facts.find(id)) === null) throw error;
    }
  }
}

const foundingOrganization = (setup: InstallationSetup): NewOrganization =>
  setup.mode === 'own-server'
    ? { ...setup.organization, kind: 'tenant' }
    : { name: 'SmartPAR', slug: 'smartpar', kind: 'workforce', country: setup.country, timeZone: setup.timeZone, locale: setup.locale };
