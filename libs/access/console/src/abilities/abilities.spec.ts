import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { createAbility, packRules } from '@smartpar/access/model';
import { surroundings } from '@smartpar/platform/ui/testing';
import { provideSession, sessionFacts } from '../../testing/src';
import { Session } from '../session/session';
import { Abilities } from './abilities';

const OFFICER = packRules(
  createAbility([
    { action: 'read', subject: 'privacy-request' },
    { action: 'answer', subject: 'privacy-request', conditions: { $or: [{ assigneeId: 'm1' }, { assigneeId: null }] } },
  ]),
);

const GRANTS = [{ category: 'user.name', mode: 'on-reveal', purposes: ['support'] }];

describe('abilities', () => {
  let abilities: Abilities;
  let http: HttpTestingController;

  const enter = async (organizationId: string, rules: unknown) => {
    const entered = abilities.enter(organizationId);
    http.expectOne(`/api/organizations/${organizationId}/abilities`).flush({ roles: [], grants: GRANTS, rules });
    await entered;
  };

  beforeEach(() => {
    TestBed.configureTestingModule({ providers: surroundings({ providers: [provideSession(sessionFacts())] }) });
    abilities = TestBed.inject(Abilities);
    http = TestBed.inject(HttpTestingController);
  });

  it('allow nothing anywhere before an organization is entered', () => {
    expect(abilities.can('read', 'privacy-request')).toBe(false);
    expect(abilities.organizationId()).toBeNull();
  });

  it('allow what the server says, and nothing else', async () => {
    await enter('o1', OFFICER);
    expect(abilities.can('read', 'privacy-request')).toBe(true);
    expect(abilities.can('read', 'audit-entry')).toBe(false);
  });

  it.each([
    ['mine', { assigneeId: 'm1' }, true],
    ["nobody's", { assigneeId: null }, true],
    ["another's", { assigneeId: 'm2' }, false],
  ])('look at the thing itself where the rule does: %s', async (_name, facts, allowed) => {
    await enter('o1', OFFICER);
    expect(abilities.can('answer', 'privacy-request', Object.freeze(facts))).toBe(allowed);
  });

  it('tell what may be seen of people, and for which purposes, there and nowhere else', async () => {
    await enter('o1', OFFICER);
    expect([abilities.grantsIn('o1'), abilities.grantsIn('o2')]).toEqual([GRANTS, []]);
  });

  it('of one organization say nothing about another', async () => {
    await enter('o1', OFFICER);
    await enter('o2', []);
    expect(abilities.can('read', 'privacy-request')).toBe(false);
    await abilities.enter('o1');
    http.expectNone(() => true);
    expect(abilities.can('read', 'privacy-request')).toBe(true);
  });

  it('can be at hand without entering', async () => {
    await enter('o2', []);
    const known = abilities.know('o1');
    http.expectOne('/api/organizations/o1/abilities').flush({ roles: [], grants: [], rules: OFFICER });
    await known;
    expect(abilities.of('o1').can('read', 'privacy-request')).toBe(true);
    expect(abilities.of('o3').can('read', 'privacy-request')).toBe(false);
    expect(abilities.can('read', 'privacy-request')).toBe(false);
    expect(abilities.organizationId()).toBe('o2');
  });

  it('stay those of before when the new ones cannot be read', async () => {
    const entered = abilities.enter('o1');
    http.expectOne('/api/organizations/o1/abilities').error(new ProgressEvent('error'));
    await expect(entered).rejects.toMatchObject({ code: 'unreachable' });
    expect(abilities.organizationId()).toBeNull();
  });

  it('are forgotten on signing out', async () => {
    await enter('o1', OFFICER);
    await TestBed.inject(Session).signOut();
    TestBed.tick();
    expect(abilities.can('read', 'privacy-request')).toBe(false);
    expect(abilities.grantsIn('o1')).toEqual([]);
  });
});
