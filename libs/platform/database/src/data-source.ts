import type { Pool } from 'pg';
import { DataSource } from 'typeorm';

/** A class TypeORM maps to a table. */
export type EntityClass = abstract new (...parameters: never[]) => object;

/**
 * Makes TypeORM's data source on a pool that is already there, so that both draw from the same connections.
 * It maps and builds SQL; it never migrates, synchronizes or opens transactions.
 * @param entities the mapped classes of all slices
 */
export async function makeDataSource(pool: Pool, entities: readonly EntityClass[]): Promise<DataSource> {
  const dataSource = new DataSource({
    type: 'postgres',
    driver: { Pool: sharing(pool) },
    installExtensions: false,
    synchronize: false,
    logging: false,
    entities: [...entities],
  });
  return dataSource.initialize();
}

/** What TypeORM takes for the driver's pool class, though it always yields the one pool. */
function sharing(pool: Pool): new () => Pool {
  return function SharedPool() {
    return pool;
  } as unknown as new () => Pool; // as: a constructor that returns an object is not expressible as a class
}
