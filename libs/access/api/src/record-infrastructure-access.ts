import { Injectable } from '@nestjs/common';
import { type NewInfrastructureAccess, systemActor } from '@smartpar/access/model';
import { newSalt, saltedHash } from '@smartpar/audit/api';
import { newId } from '@smartpar/kernel';
import { Database } from '@smartpar/platform/database';
import { InfrastructureAccessRepository } from './infrastructure-access.repository';

/** Whoever runs the machines says that they reached an organization's data past the console; its members read it. */
@Injectable()
export class RecordInfrastructureAccess {
  constructor(
    private readonly database: Database,
    private readonly accesses: InfrastructureAccessRepository,
  ) {}

  /** @returns id of what was recorded */
  run(organizationId: string, access: NewInfrastructureAccess): Promise<string> {
    const [id, salt] = [newId(), newSalt()];
    const { kind, from, until, words } = access;
    const facts = { kind, from, until, words: saltedHash(words, salt) };
    return this.database.tenant(systemActor(organizationId, 'operator'), async (tx) => {
      await this.accesses.add(tx, { ...access, id, salt }, { action: 'infrastructure-access.recorded', target: { noun: 'infrastructure-access', id }, facts });
      return id;
    });
  }
}
