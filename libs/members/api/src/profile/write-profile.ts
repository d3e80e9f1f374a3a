import { Injectable } from '@nestjs/common';
import type { AuditEntry } from '@smartpar/audit/model';
import { notFound } from '@smartpar/kernel';
import { type FieldOrigins, type FieldSource, isKeptByPerson, type ProfileField, sourceOf } from '@smartpar/members/model';
import type { TenantTransaction } from '@smartpar/platform/database';
import { fieldsOf, ORIGIN_COLUMNS, type ProfileChange, ProfileRepository, type ProfileValuesKept, VALUE_FIELDS } from './profile.repository';
import type { AttributeValue } from './read-attributes';

type KeptProfile = FieldOrigins & Readonly<Record<ProfileField, string | null>>;

/**
 * Keeps values somebody else says of a member: the directory, or a system. What the person chose about how they are reached and where they are is
 * left alone, and what stands there already is not written again.
 */
@Injectable()
export class WriteProfile {
  constructor(private readonly profiles: ProfileRepository) {}

  /**
   * Locks the member and writes what differs.
   * @param change phones as `readPhone` gives them, time zones and countries by their codes
   * @returns the fields that changed; none where nothing did, and then nothing is written down
   * @throws {DomainError} `not_found`, `member.address_taken`, `member.unknown_manager`
   */
  async run(tx: TenantTransaction, { memberId, source, values }: Omit<ProfileChange, 'version'>): Promise<readonly ProfileField[]> {
    const [kept] = await tx.query<KeptProfile>(READ, [tx.organizationId, memberId]);
    if (kept === undefined) throw notFound();
    const differing = fieldsOf(values).filter((field) => values[field] !== kept[field] && !isKeptByPerson(field, sourceOf(kept, field, kept[field])));
    if (differing.length === 0) return [];
    const written: ProfileValuesKept = Object.fromEntries(differing.map((field) => [field, values[field]]));
    await this.profiles.write(tx, { memberId, source, values: written }, correctedEntry(memberId, differing, source));
    return differing;
  }
}

const READ = `select ${VALUE_FIELDS}, ${ORIGIN_COLUMNS} from members m where m.organization_id = $1 and m.id = $2 for update`;

/** What the log says of a correction: which fields and by whom, never what stood or stands there; what the organization made up itself by its id. */
export function correctedEntry(memberId: string, fields: readonly string[], source: FieldSource, attributes: readonly AttributeValue[] = []): AuditEntry {
  const ids = attributes.map(({ attributeId }) => attributeId).join(' ');
  const named = [...fields, ...(ids === '' ? [] : ['attributes'])];
  const facts = { fields: named.join(' '), source, ...(ids !== '' && { attributes: ids }) };
  return { action: 'member.corrected', target: { noun: 'member', id: memberId }, facts };
}
