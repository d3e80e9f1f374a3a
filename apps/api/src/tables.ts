import { accessMigrations, accessTables } from '@smartpar/access/api';
import { auditMigrations, auditTables } from '@smartpar/audit/api';
import { identityMigrations, identityTables } from '@smartpar/identity/api';
import { membersMigrations, membersTables } from '@smartpar/members/api';
import { organizationsMigrations, organizationsTables } from '@smartpar/organizations/api';
import { oversightMigrations, oversightTables } from '@smartpar/oversight/api';
import { databaseMigrations, databaseTables, type MigrationClass, type TableDeclaration } from '@smartpar/platform/database';
import { httpMigrations, httpTables } from '@smartpar/platform/http';
import { jobMigrations, jobTables } from '@smartpar/platform/jobs';
import { mailMigrations, mailTables } from '@smartpar/platform/mail';
import { webhookMigrations, webhookTables } from '@smartpar/platform/webhooks';
import { requestsMigrations, requestsTables } from '@smartpar/requests/api';
import { retentionMigrations, retentionTables } from '@smartpar/retention/api';

/** Every migration of the product. */
export const allMigrations: readonly MigrationClass[] = [
  ...databaseMigrations,
  ...mailMigrations,
  ...webhookMigrations,
  ...jobMigrations,
  ...httpMigrations,
  ...auditMigrations,
  ...identityMigrations,
  ...organizationsMigrations,
  ...membersMigrations,
  ...accessMigrations,
  ...oversightMigrations,
  ...requestsMigrations,
  ...retentionMigrations,
];

/** Every table of the product, with its class. */
export const allTables: readonly TableDeclaration[] = [
  ...databaseTables,
  ...mailTables,
  ...webhookTables,
  ...jobTables,
  ...httpTables,
  ...auditTables,
  ...identityTables,
  ...organizationsTables,
  ...membersTables,
  ...accessTables,
  ...oversightTables,
  ...requestsTables,
  ...retentionTables,
];
