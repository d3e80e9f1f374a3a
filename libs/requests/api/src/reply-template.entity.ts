import type { Temporal } from '@smartpar/kernel';
import { instantColumn } from '@smartpar/platform/database';
import type { RequestKind } from '@smartpar/requests/model';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A text an organization keeps for its answers. */
@Entity('reply_templates')
export class ReplyTemplateEntity {
  @PrimaryColumn('uuid', { name: 'organization_id' })
  organizationId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  title!: string;

  @Column('text')
  language!: string;

  @Column('text')
  text!: string;

  /** offered for this kind only; null for all */
  @Column('text', { nullable: true })
  kind!: RequestKind | null;

  @Column('timestamptz', { name: 'changed_at', transformer: instantColumn })
  changedAt!: Temporal.Instant;
}
