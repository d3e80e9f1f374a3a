import { namedFunction } from '@smartpar/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const OPEN = (row: string): string => `(${row}state <> 'answered')`;

/** Overdue from the moment the organization was told so until the answer; while a clock stands still, nothing is overdue. */
const OVERDUE = (row: string): string => `(${row}state <> 'answered' and not ${row}paused and coalesce(${row}told_stage in ('due', 'escalation'), false))`;

/** Counts open and overdue questions of every organization, as they are asked, fall due and are answered. */
export class FollowPrivacyRequests20261123009000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    const delta = (source: string, sign: string): string =>
      `insert into organization_figure_deltas (organization_id, open_requests, overdue_requests)
       select organization_id, ${sign}count(*) filter (where ${OPEN('')}), ${sign}count(*) filter (where ${OVERDUE('')})
       from ${source} where ${OPEN('')} group by organization_id;`;
    await namedFunction(queryRunner, {
      name: 'figures_follow_requests',
      parameters: '',
      returns: 'trigger',
      volatility: 'volatile',
      language: 'plpgsql',
      body: `
        begin
          if tg_op = 'INSERT' then ${delta('after', '')} else ${delta('before', '-')} end if;
          return null;
        end`,
    });
    await namedFunction(queryRunner, {
      name: 'figures_follow_request_state',
      parameters: '',
      returns: 'trigger',
      volatility: 'volatile',
      language: 'plpgsql',
      body: `
        declare
          opened integer := ${OPEN('new.')}::integer - ${OPEN('old.')}::integer;
          overdue integer := ${OVERDUE('new.')}::integer - ${OVERDUE('old.')}::integer;
        begin
          if opened <> 0 or overdue <> 0 then
            insert into organization_figure_deltas (organization_id, open_requests, overdue_requests) values (new.organization_id, opened, overdue);
          end if;
          return null;
        end`,
    });
    await queryRunner.query(
      'create trigger privacy_requests_figures_on_insert after insert on privacy_requests referencing new table as after for each statement execute function figures_follow_requests()',
    );
    await queryRunner.query(
      'create trigger privacy_requests_figures_on_delete after delete on privacy_requests referencing old table as before for each statement execute function figures_follow_requests()',
    );
    await queryRunner.query(
      'create trigger privacy_requests_figures_on_update after update of state, paused, told_stage on privacy_requests for each row execute function figures_follow_request_state()',
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const event of ['insert', 'delete', 'update']) await queryRunner.query(`drop trigger privacy_requests_figures_on_${event} on privacy_requests`);
    await queryRunner.query('drop function figures_follow_requests');
    await queryRunner.query('drop function figures_follow_request_state');
  }
}
