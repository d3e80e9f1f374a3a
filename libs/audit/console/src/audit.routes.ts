import type { Routes } from '@angular/router';
import { speaking } from '@smartpar/platform/ui';
import { auditTexts } from './audit.texts';

/** An organization's own log: `/org/:organizationId/audit`. */
export const auditRoutes: Routes = [
  { path: '', title: 'audit.title', ...speaking(auditTexts), loadComponent: () => import('./log/log').then((page) => page.Log) },
];
