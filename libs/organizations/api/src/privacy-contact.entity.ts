import type { ContactPosition } from '@smartpar/organizations/model';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A person named to answer privacy questions, or to stand in. */
@Entity('privacy_contacts')
export class PrivacyContactEntity {
  @PrimaryColumn('uuid', { name: 'organization_id' })
  organizationId!: string;

  @PrimaryColumn('text')
  position!: ContactPosition;

  @Column('uuid', { name: 'member_id', nullable: true })
  memberId!: string | null;

  @Column('text')
  name!: string;

  @Column('text')
  email!: string;

  @Column('text', { name: 'postal_address' })
  postalAddress!: string;

  @Column('text', { array: true })
  languages!: string[];
}
