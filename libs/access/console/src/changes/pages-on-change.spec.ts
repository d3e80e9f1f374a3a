import { type Type, signal } from '@angular/core';
import { mount } from '@smartpar/platform/ui/testing';
import { explanationExample, provideAbilities, provideSession, roleList, sessionFacts, viewerExample, viewerPageExample } from '../../testing/src';
import { PersonSees } from '../explain/sees/person-sees';
import explain from '../explain/i18n/en.json' with { type: 'json' };
import { Viewers } from '../explain/viewers/viewers';
import access from '../i18n/en.json' with { type: 'json' };
import roles from '../roles/i18n/en.json' with { type: 'json' };
import { People } from '../roles/people/people';
import { Role } from '../roles/role/role';
import { Changes } from './changes';

const HELD = {
  items: [
    {
      id: 'assignment-1',
      member: { id: 'member-1', number: 10422, status: 'active', profile: {} },
      role: 'helpdesk',
      roleName: null,
      scope: { kind: 'all', id: null, name: null },
      since: '2026-03-02T09:00:00Z',
      by: 10001,
    },
  ],
  next: null,
};

describe('a page that names people', () => {
  it.each<[string, Type<object>, object, readonly string[], object]>([
    ['what somebody sees', PersonSees, { memberId: 'member-2' }, ['members/member-2/explanation'], explanationExample()],
    [
      'who sees somebody',
      Viewers,
      { memberId: 'member-1', category: 'user.name' },
      ['members/member-1/viewers', 'members/member-1/viewers'],
      viewerPageExample([viewerExample()]),
    ],
    ['who holds which role', People, {}, ['role-assignments'], HELD],
    ['one role', Role, { role: 'helpdesk' }, ['role-assignments'], HELD],
  ])('reads again when its reader may see something else, and shows nobody after a refusal: %s', async (_, page, inputs, paths, answer) => {
    const count = signal(0);
    const shown = await mount(page, {
      texts: { access, roles, explain },
      inputs: { organizationId: 'o1', ...inputs },
      providers: [provideAbilities('o1', []), provideSession(sessionFacts()), { provide: Changes, useValue: { count } }],
    });
    const asked = () => shown.http.match(({ url }) => paths.some((path) => url.startsWith(`/api/organizations/o1/${path}`)));
    for (const call of shown.http.match('/api/organizations/o1/roles')) call.flush(roleList());
    for (const call of asked()) call.flush(answer);
    await shown.settle();
    expect(shown.text()).toContain('M-10422');
    count.set(1);
    await shown.settle();
    const again = asked();
    expect(again).toHaveLength(paths.length);
    for (const call of again) call.flush({ code: 'not_found' }, { status: 404, statusText: 'Not Found' });
    await shown.settle();
    expect(shown.text()).not.toContain('M-10422');
  });
});
