import type { Database } from '@smartpar/platform/database';

/** What loading demo data needs of the product. */
export interface DemoSurroundings {
  readonly database: Database;
  /** finds a use case by its class */
  get<T>(type: abstract new (...dependencies: never[]) => T): T;
}
