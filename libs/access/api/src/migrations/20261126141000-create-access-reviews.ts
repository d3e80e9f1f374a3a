import { tenantTable } from '@smartpar/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reviews of who holds which roles and grants: who was asked, what was held when they began, what was said of it and what became of it. */
export class CreateAccessReviews20261126141000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await createReviews(queryRunner);
    await createPanel(queryRunner);
    await createItems(queryRunner);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table access_review_items, access_review_panel, access_reviews');
  }
}

async function createReviews(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`
    create table access_reviews (
      organization_id uuid not null constraint access_reviews_organization references organizations (organization_id) on delete cascade,
      id uuid not null,
      state text not null constraint access_reviews_state check (state in ('running', 'closing', 'closed', 'stopped')),
      covers text[] not null constraint access_reviews_covers check (cardinality(covers) > 0),
      scope_kind text not null constraint access_reviews_scope_kind check (scope_kind in ('all', 'site', 'group', 'role')),
      scope_value text,
      silence text not null constraint access_reviews_silence check (silence in ('revokes', 'keeps')),
      stages smallint not null constraint access_reviews_stages check (stages in (1, 2)),
      items integer not null,
      started_at timestamptz not null,
      started_by uuid not null,
      due_at timestamptz not null,
      closed_at timestamptz,
      stop_words text,
      stop_salt text,
      note text,
      constraint access_reviews_pkey primary key (organization_id, id),
      constraint access_reviews_scope check ((scope_kind = 'all') = (scope_value is null)),
      constraint access_reviews_order check (started_at < due_at),
      constraint access_reviews_end check ((state in ('closed', 'stopped')) = (closed_at is not null)),
      constraint access_reviews_certified check ((state = 'closed') = (note is not null)),
      constraint access_reviews_starter foreign key (organization_id, started_by) references members (organization_id, id) on delete cascade
    )`);
  await queryRunner.query('create index access_reviews_starter on access_reviews (organization_id, started_by)');
  await queryRunner.query('create index access_reviews_closed on access_reviews (organization_id, closed_at)');
  await tenantTable(queryRunner, 'access_reviews', ['select', 'insert', 'update (state, items, closed_at, stop_words, stop_salt, note)']);
}

async function createPanel(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`
    create table access_review_panel (
      organization_id uuid not null,
      review_id uuid not null,
      member_id uuid not null,
      part text not null constraint access_review_panel_part check (part in ('reviewer', 'fallback', 'confirmer')),
      constraint access_review_panel_pkey primary key (organization_id, review_id, member_id),
      constraint access_review_panel_review foreign key (organization_id, review_id) references access_reviews (organization_id, id) on delete cascade,
      constraint access_review_panel_member foreign key (organization_id, member_id) references members (organization_id, id) on delete cascade
    )`);
  await queryRunner.query('create index access_review_panel_member on access_review_panel (organization_id, member_id)');
  await tenantTable(queryRunner, 'access_review_panel', ['select', 'insert']);
}

/** A role is named as it is held, and not by its row: taken and given again while the review runs, it is still what nobody answered for. */
async function createItems(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`
    create table access_review_items (
      organization_id uuid not null,
      review_id uuid not null,
      position integer not null,
      kind text not null constraint access_review_items_kind check (kind in ('role', 'grant')),
      holder_id uuid,
      role text,
      site_id uuid,
      group_id uuid,
      grant_id uuid,
      held_since timestamptz not null,
      verdict text constraint access_review_items_verdict check (verdict in ('keep', 'reduce', 'revoke')),
      less jsonb,
      decided_by uuid,
      decided_at timestamptz,
      words text,
      salt text,
      confirmed boolean,
      confirmed_by uuid,
      confirmed_at timestamptz,
      second_words text,
      second_salt text,
      outcome text constraint access_review_items_outcome check (outcome in ('kept', 'reduced', 'revoked', 'gone')),
      cause text constraint access_review_items_cause
        check (cause in ('decided', 'silence', 'overruled', 'unconfirmed', 'last-owner', 'too-late')),
      constraint access_review_items_pkey primary key (organization_id, review_id, position),
      constraint access_review_items_held check ((kind = 'role') = (role is not null) and (kind = 'grant') = (grant_id is not null)),
      constraint access_review_items_place check (site_id is null or group_id is null),
      constraint access_review_items_less check ((less is not null) = (verdict is not null and verdict = 'reduce')),
      constraint access_review_items_decided check (
        (verdict is null) = (decided_by is null) and (verdict is null) = (decided_at is null) and (verdict is null) = (words is null)),
      constraint access_review_items_confirmed check (
        (confirmed is null) = (confirmed_by is null) and (confirmed is null) = (confirmed_at is null) and (confirmed is null or verdict = 'revoke')),
      constraint access_review_items_others check (decided_by <> holder_id and confirmed_by <> holder_id and confirmed_by <> decided_by),
      constraint access_review_items_end check ((outcome is null) = (cause is null)),
      constraint access_review_items_review foreign key (organization_id, review_id) references access_reviews (organization_id, id) on delete cascade,
      constraint access_review_items_holder foreign key (organization_id, holder_id) references members (organization_id, id) on delete cascade,
      constraint access_review_items_grant foreign key (organization_id, grant_id) references grants (organization_id, id) on delete cascade
    )`);
  await queryRunner.query('create index access_review_items_holder on access_review_items (organization_id, holder_id)');
  await queryRunner.query('create index access_review_items_grant on access_review_items (organization_id, grant_id)');
  await queryRunner.query('create index access_review_items_open on access_review_items (organization_id, review_id, position) where verdict is null');
  await queryRunner.query('create index access_review_items_left on access_review_items (organization_id, review_id, position) where outcome is null');
  await tenantTable(queryRunner, 'access_review_items', [
    'select',
    'insert',
    `update (verdict, less, decided_by, decided_at, words, salt, confirmed, confirmed_by, confirmed_at, second_words, second_salt, outcome, cause)`,
  ]);
}
