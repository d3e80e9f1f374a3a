import type { RecordedEntry } from '@smartpar/audit/model';
import { Temporal } from '@smartpar/kernel';
import { OCSF_CATEGORIES, OCSF_CLASSES, ocsfKindOf } from './ocsf-class';
import { ocsfLines, ocsfOf } from './ocsf-lines';

const entry = (facts: Partial<RecordedEntry> = {}): RecordedEntry => ({
  id: '0193a5d0-7a3b-7c00-8000-000000000001',
  organizationId: 'o-1',
  at: Temporal.Instant.from('2026-03-02T09:00:00.123Z'),
  actor: { kind: 'member', id: 'm-1', roles: ['owner'] },
  action: 'site.changed',
  target: { noun: 'site', id: 's-1' },
  facts: { rooms: 3 },
  ...facts,
});

describe('an entry as an event of OCSF', () => {
  it('says what, who, when, and where it stands in the log', () => {
    expect(ocsfOf(entry(), 7)).toEqual({
      class_uid: 3004,
      class_name: 'Entity Management',
      category_uid: 3,
      category_name: 'Identity & Access Management',
      activity_id: 3,
      type_uid: 300403,
      severity_id: 1,
      status_id: 1,
      time: Date.parse('2026-03-02T09:00:00.123Z'),
      message: 'site.changed',
      metadata: {
        version: '1.8.0',
        product: { name: 'SmartPAR privacy console', vendor_name: 'SmartPAR' },
        uid: '0193a5d0-7a3b-7c00-8000-000000000001',
        event_code: 'site.changed',
        log_name: 'smartpar.ai/audit-log/o-1',
        tenant_uid: 'o-1',
        sequence: 7,
      },
      actor: { user: { uid: 'm-1', type_id: 1, groups: [{ name: 'owner' }] } },
      entity: { uid: 's-1', type: 'site' },
      unmapped: { target: { noun: 'site', id: 's-1' }, facts: { rooms: 3 }, roles: ['owner'], sealed: true },
    });
  });

  it.each<[string, number, number]>([
    ['site.added', 3004, 1],
    ['site.changed', 3004, 3],
    ['site.removed', 3004, 4],
    ['privacy-request.answered', 3004, 3],
    ['rocket.launched', 3004, 3],
    ['account.signed-in', 3002, 1],
    ['account.signed-out', 3002, 2],
    ['account.password-changed', 3001, 3],
    ['account.preferences-changed', 3001, 99],
    ['member.status-changed', 3001, 99],
    ['member.revealed', 6005, 1],
    ['audit-log.exported', 6001, 7],
    ['audit-log.trimmed', 3004, 4],
    ['member-role.granted', 3005, 1],
    ['group.members-added', 3006, 3],
    ['violation.reported', 2005, 1],
    ['violation.decided', 2005, 2],
  ])('is, for %s, of class %i and activity %i', (action, kind, activity) => {
    expect(ocsfOf(entry({ action }), 0)).toMatchObject({ class_uid: kind, activity_id: activity, type_uid: kind * 100 + activity });
    expect([OCSF_CLASSES[kind], OCSF_CATEGORIES[Math.floor(kind / 1000)]]).not.toContain(undefined);
  });

  it('says that it failed where it did', () => {
    expect(ocsfKindOf('account.sign-in-failed').failed).toBe(true);
    expect(ocsfOf(entry({ action: 'account.sign-in-failed' }), 0)).toMatchObject({ status_id: 2, severity_id: 2 });
  });

  it.each<[RecordedEntry['actor'], object]>([
    [{ kind: 'system', id: 'reminders', roles: [] }, { process: { name: 'reminders' } }],
    [{ kind: 'nobody', id: null, roles: [] }, { user: { type_id: 0 } }],
    [{ kind: 'person', id: 'r-1', roles: [] }, { user: { uid: 'r-1', type_id: 99, type: 'person' } }],
    [{ kind: 'account', id: 'a-1', roles: [] }, { user: { uid: 'a-1', type_id: 1 } }],
  ])('names who did it: %j', (actor, told) => {
    expect(ocsfOf(entry({ actor }), 0)).toMatchObject({ actor: told });
  });

  it('has what its class asks for', () => {
    expect(ocsfOf(entry({ action: 'member-role.granted', target: { noun: 'member', id: 'm-2' }, facts: { role: 'auditor' } }), 0)).toMatchObject({
      user: { uid: 'm-2' },
      privileges: ['auditor'],
    });
    expect(ocsfOf(entry({ action: 'account.signed-in', target: { noun: 'account', id: 'a-2' } }), 0)).toMatchObject({ user: { uid: 'a-2', type_id: 1 } });
  });

  it('stands in a line of its own, without what is gone, and without a place while it is not sealed', () => {
    const lines = ocsfLines.places(
      [
        { position: 0, leaf: Buffer.alloc(32), entry: null },
        { position: 1, leaf: Buffer.alloc(32), entry: entry() },
      ],
      [],
    );
    expect(JSON.parse(lines)).toMatchObject({ metadata: { sequence: 1 } });
    expect(JSON.parse(ocsfLines.unsealed([entry()]))).toMatchObject({ unmapped: { sealed: false } });
  });
});
