import type { Routes } from '@angular/router';
import { may } from '@smartpar/access/console';
import { speaking } from '@smartpar/platform/ui';
import { membersTexts } from './members.texts';

const spoken = speaking(membersTexts);

/** Members: `/org/:organizationId/members`, `/org/:organizationId/members/:memberId`; asking somebody to join: `.../members/invite`; many at once: `.../members/import`. */
export const membersRoutes: Routes = [
  {
    path: '',
    ...spoken,
    children: [
      { path: '', title: 'members.list.pageTitle', loadComponent: () => import('./list/members/members').then((page) => page.Members) },
      {
        path: 'invite',
        title: 'members.invite.pageTitle',
        canActivate: [may('invite', 'member')],
        loadComponent: () => import('./invite/invite').then((page) => page.Invite),
      },
      {
        path: 'import',
        title: 'members.import.pageTitle',
        canActivate: [may('import', 'member')],
        loadComponent: () => import('./import/imports/imports').then((page) => page.Imports),
      },
      {
        path: 'import/:importId',
        title: 'members.import.pageTitle',
        canActivate: [may('import', 'member')],
        loadComponent: () => import('./import/import/import').then((page) => page.Import),
      },
      {
        path: 'help',
        title: 'members.help.pageTitle',
        data: { into: 'help' },
        canActivate: [may('help', 'member')],
        loadComponent: () => import('./list/find-member/find-member').then((page) => page.FindMember),
      },
      {
        path: 'help/:memberId',
        title: 'members.help.pageTitle',
        canActivate: [may('help', 'member')],
        loadComponent: () => import('./helpdesk/help/help-page').then((page) => page.HelpPage),
      },
      {
        path: 'groups',
        title: 'members.groups.title',
        canActivate: [may('read', 'group')],
        loadComponent: () => import('./groups/groups').then((page) => page.Groups),
      },
      {
        path: ':memberId/leaving',
        title: 'members.life.go.title',
        canActivate: [may('deactivate', 'member')],
        loadComponent: () => import('./life/leaving/leaving').then((page) => page.Leaving),
      },
      { path: ':memberId', loadComponent: () => import('./member/member').then((page) => page.Member) },
    ],
  },
];

/** What an organization keeps of its members beside what everybody has: `/org/:organizationId/settings/attributes`. */
export const attributeRoutes: Routes = [
  {
    path: '',
    ...spoken,
    children: [
      { path: '', title: 'members.attributes.pageTitle', loadComponent: () => import('./profile/attributes/attributes').then((page) => page.Attributes) },
    ],
  },
];

/** Where an address of one's own says yes: `/member-address`. */
export const memberAddressRoutes: Routes = [
  {
    path: '',
    ...spoken,
    children: [
      {
        path: '',
        title: 'members.ownAddress.pageTitle',
        loadComponent: () => import('./profile/confirm-address/confirm-member-address').then((page) => page.ConfirmMemberAddress),
      },
    ],
  },
];

/** The envelope of somebody who left: `/leaver`. */
export const leaverRoutes: Routes = [
  {
    path: '',
    ...spoken,
    children: [{ path: '', title: 'members.life.leaver.pageTitle', loadComponent: () => import('./life/leaver/leaver').then((page) => page.Leaver) }],
  },
];

/** Leaving an organization oneself: `/my/leave/:organizationId`. */
export const leaveRoutes: Routes = [
  {
    path: '',
    ...spoken,
    children: [{ path: ':organizationId', title: 'members.life.leave.pageTitle', loadComponent: () => import('./life/leave/leave').then((page) => page.Leave) }],
  },
];

/** How long one can come back, and what is kept: `/org/:organizationId/settings/leaving`. */
export const lifeRulesRoutes: Routes = [
  {
    path: '',
    ...spoken,
    children: [{ path: '', title: 'members.life.rules.pageTitle', loadComponent: () => import('./life/rules/rules').then((page) => page.LifeRules) }],
  },
];

/** What the link of an invitation opens: `/invitation`. */
export const invitationRoutes: Routes = [
  {
    path: '',
    ...spoken,
    children: [{ path: '', title: 'members.invitation.pageTitle', loadComponent: () => import('./invitation/invitation').then((page) => page.Invitation) }],
  },
];
