import { tenantTable } from '@smartpar/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The latest invitation of each member: what its link opens, until when, and what became of it. */
export class CreateMemberInvitations20261126020100 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table member_invitations (
        organization_id uuid not null,
        member_id uuid not null,
        id uuid not null,
        sent_at timestamptz not null,
        expires_at timestamptz not null,
        accepted_at timestamptz,
        withdrawn_at timestamptz,
        constraint member_invitations_pkey primary key (organization_id, member_id),
        constraint member_invitations_member foreign key (organization_id, member_id) references members (organization_id, id) on delete cascade,
        constraint member_invitations_end check (accepted_at is null or withdrawn_at is null)
      )`);
    await tenantTable(queryRunner, 'member_invitations', ['select', 'insert', 'update (id, sent_at, expires_at, accepted_at, withdrawn_at)', 'delete']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table member_invitations');
  }
}
