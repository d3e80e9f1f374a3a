import { createHash } from 'node:crypto';
import { Temporal } from '@smartpar/kernel';
import { canonicalBytes, type RecordedEntry } from './recorded-entry';

const entry: RecordedEntry = {
  id: '0193a5d0-7a3b-7c00-8000-000000000001',
  organizationId: '0193a5d0-7a3b-7c00-8000-000000000002',
  at: Temporal.Instant.from('2026-03-02T09:00:00.123Z'),
  actor: { kind: 'member', id: '0193a5d0-7a3b-7c00-8000-000000000003', roles: ['privacy-officer', 'owner'] },
  action: 'privacy-request.answered',
  target: { noun: 'privacy-request', id: '0193a5d0-7a3b-7c00-8000-000000000004' },
  facts: { message: 'u7sWJ0', late: false, daysLeft: 3, extension: null },
};

const text = (changes: Partial<RecordedEntry> = {}): string => new TextDecoder().decode(canonicalBytes({ ...entry, ...changes }));

// These are fixed for good: what was hashed and signed once must be found again in every later version.
describe('the canonical bytes of an entry', () => {
  it('are these for a member', () => {
    expect(text()).toBe(
      '{"action":"privacy-request.answered","actor":{"id":"0193a5d0-7a3b-7c00-8000-000000000003","kind":"member","roles":["owner","privacy-officer"]},' +
        '"at":"2026-03-02T09:00:00.123000Z","facts":{"daysLeft":3,"extension":null,"late":false,"message":"u7sWJ0"},"id":"0193a5d0-7a3b-7c00-8000-000000000001",' +
        '"organization":"0193a5d0-7a3b-7c00-8000-000000000002","target":{"id":"0193a5d0-7a3b-7c00-8000-000000000004","noun":"privacy-request"},"v":1}',
    );
  });

  it('have this hash', () => {
    expect(createHash('sha256').update(canonicalBytes(entry)).digest('hex')).toBe('b7fca6431362864140b3185d0ac6b539d5181d3ea6cdbcbc09682a62330b3a87');
  });

  it('are these for nobody known', () => {
    expect(text({ actor: { kind: 'nobody', id: null, roles: [] }, action: 'sign-in.refused', target: { noun: 'sign-in', id: 'none' }, facts: {} })).toBe(
      '{"action":"sign-in.refused","actor":{"id":null,"kind":"nobody","roles":[]},"at":"2026-03-02T09:00:00.123000Z","facts":{},"id":"0193a5d0-7a3b-7c00-8000-000000000001",' +
        '"organization":"0193a5d0-7a3b-7c00-8000-000000000002","target":{"id":"none","noun":"sign-in"},"v":1}',
    );
  });

  it('do not depend on the order in which roles or facts were given', () => {
    expect(
      text({ actor: { ...entry.actor, roles: ['owner', 'privacy-officer'] }, facts: { extension: null, daysLeft: 3, late: false, message: 'u7sWJ0' } }),
    ).toBe(text());
  });

  it('leave out what belongs to no entry', () => {
    expect(text({ ...entry, target: Object.assign({ name: 'Ada' }, entry.target) })).toBe(text());
  });

  it.each<[string, Partial<RecordedEntry>]>([
    ['the time', { at: entry.at.add({ milliseconds: 1 }) }],
    ['the actor', { actor: { ...entry.actor, id: entry.id } }],
    ['a role', { actor: { ...entry.actor, roles: ['owner'] } }],
    ['the action', { action: 'privacy-request.closed' }],
    ['the target', { target: { ...entry.target, id: entry.id } }],
    ['the organization', { organizationId: entry.id }],
    ['a fact', { facts: { ...entry.facts, late: true } }],
    ['the kind of a fact', { facts: { ...entry.facts, daysLeft: '3' } }],
  ])('change with %s', (_, change) => {
    expect(text(change)).not.toBe(text());
  });
});
