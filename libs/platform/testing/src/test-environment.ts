const VARIABLE = 'SMARTPAR_TEST_SERVER';

/** How spec files reach the server of their run. */
export interface TestServerAccess {
  /** the owner's address of the database that is copied */
  readonly ownerUrl: string;
  readonly appPassword: string;
  readonly backupPassword: string;
}

/** Tells the spec files, which run in processes of their own. */
export function announce(access: TestServerAccess): void {
  process.env[VARIABLE] = JSON.stringify(access);
}

/** @throws where the run was started without its global set-up */
export function testServer(): TestServerAccess {
  const text = process.env[VARIABLE];
  if (text === undefined) throw new Error('This spec needs a database: run it with the configuration of medium specs.');
  return JSON.parse(text) as TestServerAccess; // as: written by announce
}
