import type { Routes } from '@angular/router';
import { speaking } from '@smartpar/platform/ui';
import { auditTexts } from './audit.texts';

/** The log as such: `/org/:organizationId/log-outline`. */
export const logOutlineRoutes: Routes = [
  { path: '', title: 'audit.outline.title', ...speaking(auditTexts), loadComponent: () => import('./outline/outline').then((page) => page.LogOutline) },
];

/** An organization's own log: `/org/:organizationId/audit`. */
export const auditRoutes: Routes = [
  { path: '', title: 'audit.title', ...speaking(auditTexts), loadComponent: () => import('./log/log').then((page) => page.Log) },
];
