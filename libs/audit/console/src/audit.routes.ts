import type { Routes } from '@angular/router';
import { provideTranslocoScope } from '@jsverse/transloco';
import { auditTexts } from './audit.texts';

/** An organization's own log: `/org/:organizationId/audit`. */
export const auditRoutes: Routes = [
  { path: '', title: 'audit.title', providers: [provideTranslocoScope(auditTexts)], loadComponent: () => import('./log/log').then((page) => page.Log) },
];
