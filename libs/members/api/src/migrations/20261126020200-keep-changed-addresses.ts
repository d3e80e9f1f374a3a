import { namedFunction } from '@smartpar/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The addresses follow the members where they change, and rest where only something else does: a suspension writes no address. */
export class KeepChangedAddresses20261126020200 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await keep(
      queryRunner,
      `
        if tg_op = 'UPDATE' then
          delete from member_addresses a using before b join after n on n.organization_id = b.organization_id and n.id = b.id
          where b.email_folded is distinct from n.email_folded
            and a.organization_id = b.organization_id and a.member_id = b.id and a.address_folded = b.email_folded;
          insert into member_addresses (address_folded, organization_id, member_id)
          select n.email_folded, n.organization_id, n.id from after n join before b on b.organization_id = n.organization_id and b.id = n.id
          where n.email_folded is not null and b.email_folded is distinct from n.email_folded;
        elsif tg_op = 'DELETE' then
          delete from member_addresses a using before b
          where a.organization_id = b.organization_id and a.member_id = b.id and a.address_folded = b.email_folded;
        else
          insert into member_addresses (address_folded, organization_id, member_id)
          select email_folded, organization_id, id from after where email_folded is not null;
        end if;`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await keep(
      queryRunner,
      `
        if tg_op <> 'INSERT' then
          delete from member_addresses a using before b
          where a.organization_id = b.organization_id and a.member_id = b.id and a.address_folded = b.email_folded;
        end if;
        if tg_op <> 'DELETE' then
          insert into member_addresses (address_folded, organization_id, member_id)
          select email_folded, organization_id, id from after where email_folded is not null;
        end if;`,
    );
  }
}

const keep = (queryRunner: QueryRunner, steps: string): Promise<void> =>
  namedFunction(queryRunner, {
    name: 'members_keep_addresses',
    parameters: '',
    returns: 'trigger',
    volatility: 'volatile',
    language: 'plpgsql',
    body: `begin ${steps} return null; end`,
  });
