import type { MigrationInterface, QueryRunner } from 'typeorm';

const BEFORE = ['user.name', 'user.contact.email.work', 'user.contact.phone_number.work'];

const NOW = [...BEFORE, 'user.contact.email.private', 'user.contact.phone_number.private', 'user.workplace', 'user.location'];

/** Grants speak of what is private, of the place at work and of the country too. */
export class KnowFurtherCategories20261126150100 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await allow(queryRunner, NOW);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await allow(queryRunner, BEFORE);
  }
}

async function allow(queryRunner: QueryRunner, categories: readonly string[]): Promise<void> {
  await queryRunner.query(`
    alter table standing_grants drop constraint standing_grants_category,
      add constraint standing_grants_category check (category in (${categories.map((category) => `'${category}'`).join(', ')}))`);
}
