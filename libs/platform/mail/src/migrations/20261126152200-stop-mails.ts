import { globalTable, namedFunction } from '@smartpar/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Addresses to which an organization sends nothing any more, whatever part of it wants to: held back where mails come into the outbox. */
export class StopMails20261126152200 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table mail_stops (
        organization_id uuid not null,
        subject_id uuid not null,
        address_hash bytea not null,
        constraint mail_stops_pkey primary key (organization_id, subject_id, address_hash)
      )`);
    await queryRunner.query('create index mail_stops_address on mail_stops (organization_id, address_hash)');
    await globalTable(queryRunner, 'mail_stops', ['select', 'insert', 'delete']);
    await namedFunction(queryRunner, {
      name: 'mail_address_hash',
      parameters: 'address text',
      returns: 'bytea',
      volatility: 'immutable',
      language: 'sql',
      body: `select sha256(convert_to(lower(btrim(address)), 'UTF8'))`,
    });
    await queryRunner.query(
      'create index mail_outbox_address on mail_outbox (organization_id, mail_address_hash(to_address)) where organization_id is not null',
    );
    await namedFunction(queryRunner, {
      name: 'mail_outbox_heeds_stops',
      parameters: '',
      returns: 'trigger',
      volatility: 'volatile',
      language: 'plpgsql',
      body: `
        begin
          if exists (select from mail_stops s where s.organization_id = new.organization_id and s.address_hash = mail_address_hash(new.to_address)) then
            return null;
          end if;
          return new;
        end`,
    });
    await queryRunner.query(`
      create trigger mail_outbox_heeds_stops before insert on mail_outbox for each row when (new.organization_id is not null)
      execute function mail_outbox_heeds_stops()`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop trigger mail_outbox_heeds_stops on mail_outbox');
    await queryRunner.query('drop index mail_outbox_address');
    await queryRunner.query('drop function mail_outbox_heeds_stops, mail_address_hash');
    await queryRunner.query('drop table mail_stops');
  }
}
