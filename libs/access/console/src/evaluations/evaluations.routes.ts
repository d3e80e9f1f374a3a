import type { Routes } from '@angular/router';
import { speaking } from '@smartpar/platform/ui';
import { may } from '../guards/guards';
import { evaluationsTexts } from './evaluations-texts';

/** Evaluations of worker data, and days on which somebody looked unusually often, below `/org/:organizationId/access`. */
export const evaluationRoutes: Routes = [
  {
    path: 'evaluations',
    ...speaking(evaluationsTexts),
    canActivate: [may('read', 'evaluation')],
    children: [
      {
        path: '',
        pathMatch: 'full',
        title: 'evaluations.title',
        loadComponent: () => import('./overview/evaluations-page').then((page) => page.EvaluationsPage),
      },
      {
        path: 'agreement',
        title: 'evaluations.agreement.title',
        canActivate: [may('read', 'evaluation-rules')],
        loadComponent: () => import('./agreement/agreement-page').then((page) => page.AgreementPage),
      },
      {
        path: 'alerts',
        title: 'evaluations.outlines.title',
        loadComponent: () => import('./outlines/outlines-page').then((page) => page.OutlinesPage),
      },
      {
        path: 'receipts',
        title: 'evaluations.receipts.title',
        canActivate: [may('read', 'evaluation-receipt')],
        loadComponent: () => import('./receipts/receipts-page').then((page) => page.ReceiptsPage),
      },
      {
        path: 'receipts/:receiptId',
        title: 'evaluations.receipt.pageTitle',
        canActivate: [may('read', 'evaluation-receipt')],
        loadComponent: () => import('./receipt/receipt-page').then((page) => page.ReceiptPage),
      },
    ],
  },
  {
    path: 'alerts',
    ...speaking(evaluationsTexts),
    canActivate: [may('read', 'volume-alert')],
    children: [
      {
        path: '',
        pathMatch: 'full',
        title: 'evaluations.alerts.title',
        loadComponent: () => import('./alerts/alerts-page').then((page) => page.AlertsPage),
      },
      { path: ':alertId', title: 'evaluations.alert.pageTitle', loadComponent: () => import('./alert/alert-page').then((page) => page.AlertPage) },
    ],
  },
];
