import type { Routes } from '@angular/router';
import { speaking } from '@smartpar/platform/ui';
import { requestsTexts } from './requests.texts';

const spoken = speaking(requestsTexts);

/** Asking without an account: `/ask`, `/ask/confirm`. */
export const askRoutes: Routes = [
  {
    path: '',
    ...spoken,
    children: [
      { path: '', title: 'requests.ask.pageTitle', loadComponent: () => import('./ask/ask').then((page) => page.Ask) },
      { path: 'confirm', loadComponent: () => import('./confirm/confirm').then((page) => page.Confirm) },
    ],
  },
];

/** Following one question by its private link: `/follow`. */
export const followRoutes: Routes = [
  {
    path: '',
    ...spoken,
    children: [{ path: '', loadComponent: () => import('./follow/follow').then((page) => page.Follow) }],
  },
];

/** My privacy: `/my`, `/my/requests/:organizationId/:requestId`. */
export const myPrivacyRoutes: Routes = [
  {
    path: '',
    ...spoken,
    children: [
      { path: '', pathMatch: 'full', title: 'requests.my.pageTitle', loadComponent: () => import('./my/my').then((page) => page.My) },
      {
        path: 'requests/:organizationId/:requestId',
        loadComponent: () => import('./my/my-request/my-request').then((page) => page.MyRequest),
      },
    ],
  },
];

/** The inbox and its requests: `/org/:organizationId/inbox`, `/org/:organizationId/inbox/:requestId`. */
export const inboxRoutes: Routes = [
  {
    path: '',
    ...spoken,
    children: [
      { path: '', title: 'requests.inbox.pageTitle', loadComponent: () => import('./inbox/inbox').then((page) => page.Inbox) },
      { path: ':requestId', loadComponent: () => import('./request/request').then((page) => page.Request) },
    ],
  },
];

/** Texts kept for answers: `/org/:organizationId/settings/templates`. */
export const templateRoutes: Routes = [
  {
    path: '',
    ...spoken,
    children: [{ path: '', title: 'requests.templates.pageTitle', loadComponent: () => import('./templates/templates').then((page) => page.Templates) }],
  },
];
