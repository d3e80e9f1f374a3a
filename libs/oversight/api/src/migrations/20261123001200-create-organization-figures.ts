import { globalTable, namedFunction } from '@smartpar/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What SmartPAR's staff may know of every organization: numbers and states, kept by triggers, so that no way of
 * writing can leave them behind and nobody needs to look inside a tenant. Counts that change often arrive as deltas,
 * which never make one transaction wait for another; a job folds them in.
 */
export class CreateOrganizationFigures20261123001200 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await createFigures(queryRunner);
    await createDeltas(queryRunner);
    await followOrganizations(queryRunner);
    await followContacts(queryRunner);
    await followDomains(queryRunner);
    await followMembers(queryRunner);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const [table, trigger] of TRIGGERS) await queryRunner.query(`drop trigger ${trigger} on ${table}`);
    for (const made of FUNCTIONS) await queryRunner.query(`drop function ${made}`);
    await queryRunner.query('drop table organization_figures, organization_figure_deltas');
  }
}

const TRIGGERS = [
  ['organizations', 'organizations_figures'],
  ['privacy_contacts', 'privacy_contacts_figures'],
  ['verified_domains', 'verified_domains_figures'],
  ['members', 'members_figures_on_insert'],
  ['members', 'members_figures_on_delete'],
  ['members', 'members_figures_on_update'],
] as const;

const FUNCTIONS = [
  'figures_follow_organizations',
  'figures_follow_contacts',
  'figures_follow_domains',
  'figures_follow_members',
  'figures_follow_member_status',
  'fold_organization_figures',
] as const;

/** A member counts from the invitation until they leave. */
const COUNTED = (status: string): string => `${status} in ('invited', 'active', 'suspended')`;

async function createFigures(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`
    create table organization_figures (
      organization_id uuid not null constraint organization_figures_pkey primary key,
      slug text collate "C" not null constraint organization_figures_slug unique,
      name text not null,
      kind text not null,
      member_count integer not null default 0,
      open_requests integer not null default 0,
      overdue_requests integer not null default 0,
      contact_named boolean not null default false,
      domain_verified boolean not null default false,
      created_at timestamptz not null
    )`);
  await globalTable(queryRunner, 'organization_figures', ['select']);
}

async function createDeltas(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`
    create table organization_figure_deltas (
      id bigint generated always as identity constraint organization_figure_deltas_pkey primary key,
      organization_id uuid not null,
      member_count integer not null default 0,
      open_requests integer not null default 0,
      overdue_requests integer not null default 0
    )`);
  await globalTable(queryRunner, 'organization_figure_deltas', ['select']);
  await namedFunction(queryRunner, {
    name: 'fold_organization_figures',
    parameters: '',
    returns: 'integer',
    volatility: 'volatile',
    language: 'sql',
    body: `
      with taken as (
        delete from organization_figure_deltas
        where id in (select id from organization_figure_deltas order by id limit 10000 for update skip locked)
        returning organization_id, member_count, open_requests, overdue_requests
      ), sums as (
        select organization_id, sum(member_count) as members, sum(open_requests) as opened, sum(overdue_requests) as overdue from taken group by organization_id
      ), folded as (
        update organization_figures f
        set member_count = f.member_count + s.members, open_requests = f.open_requests + s.opened, overdue_requests = f.overdue_requests + s.overdue
        from sums s where s.organization_id = f.organization_id
      )
      select count(*)::integer from taken`,
  });
}

async function followOrganizations(queryRunner: QueryRunner): Promise<void> {
  await triggerFunction(
    queryRunner,
    'figures_follow_organizations',
    `begin
      if tg_op = 'INSERT' then
        insert into organization_figures (organization_id, slug, name, kind, created_at) values (new.organization_id, new.slug, new.name, new.kind, new.created_at);
      elsif tg_op = 'UPDATE' then
        update organization_figures set name = new.name where organization_id = new.organization_id;
      else
        delete from organization_figures where organization_id = old.organization_id;
        delete from organization_figure_deltas where organization_id = old.organization_id;
      end if;
      return null;
    end`,
  );
  await queryRunner.query(
    'create trigger organizations_figures after insert or delete or update of name on organizations for each row execute function figures_follow_organizations()',
  );
}

async function followContacts(queryRunner: QueryRunner): Promise<void> {
  await triggerFunction(
    queryRunner,
    'figures_follow_contacts',
    `begin
      if tg_op = 'INSERT' then
        update organization_figures set contact_named = true where organization_id = new.organization_id and new.position = 'contact';
      else
        update organization_figures set contact_named = false where organization_id = old.organization_id and old.position = 'contact';
      end if;
      return null;
    end`,
  );
  await queryRunner.query(
    'create trigger privacy_contacts_figures after insert or delete on privacy_contacts for each row execute function figures_follow_contacts()',
  );
}

async function followDomains(queryRunner: QueryRunner): Promise<void> {
  await triggerFunction(
    queryRunner,
    'figures_follow_domains',
    `declare concerned uuid := coalesce(new.organization_id, old.organization_id);
    begin
      update organization_figures set domain_verified = exists (select from verified_domains v where v.organization_id = concerned) where organization_id = concerned;
      return null;
    end`,
  );
  await queryRunner.query(
    'create trigger verified_domains_figures after insert or delete on verified_domains for each row execute function figures_follow_domains()',
  );
}

async function followMembers(queryRunner: QueryRunner): Promise<void> {
  const delta = (source: string, sign: string): string =>
    `insert into organization_figure_deltas (organization_id, member_count)
     select organization_id, ${sign}count(*) from ${source} where ${COUNTED('status')} group by organization_id;`;
  await triggerFunction(
    queryRunner,
    'figures_follow_members',
    `begin
      if tg_op = 'INSERT' then ${delta('after', '')} else ${delta('before', '-')} end if;
      return null;
    end`,
  );
  await triggerFunction(
    queryRunner,
    'figures_follow_member_status',
    `declare change integer := (${COUNTED('new.status')})::integer - (${COUNTED('old.status')})::integer;
    begin
      if change <> 0 then insert into organization_figure_deltas (organization_id, member_count) values (new.organization_id, change); end if;
      return null;
    end`,
  );
  await queryRunner.query(
    'create trigger members_figures_on_insert after insert on members referencing new table as after for each statement execute function figures_follow_members()',
  );
  await queryRunner.query(
    'create trigger members_figures_on_delete after delete on members referencing old table as before for each statement execute function figures_follow_members()',
  );
  await queryRunner.query(
    'create trigger members_figures_on_update after update of status on members for each row execute function figures_follow_member_status()',
  );
}

const triggerFunction = (queryRunner: QueryRunner, name: string, body: string): Promise<void> =>
  namedFunction(queryRunner, { name, parameters: '', returns: 'trigger', volatility: 'volatile', language: 'plpgsql', body });
