import type { MyUsage } from '@smartpar/members/model';

const TOLD = { source: 'The app' };

/** What the app told about somebody, for specs: a phone, a sign-in and a crash; say what differs. */
export const usageExample = (usage: Partial<MyUsage> = {}): MyUsage => ({
  kinds: [
    { kind: 'device', category: 'user.device.device_id', collected: true, months: 6, now: 'collected' },
    { kind: 'sign-in', category: 'user.device.ip_address', collected: true, months: 3, now: 'collected' },
    { kind: 'diagnostic', category: 'user.telemetry', collected: true, months: 1, now: 'collected' },
  ],
  kept: [
    { kind: 'device', records: 1, since: '2026-02-20T10:00:00Z', until: '2026-08-31' },
    { kind: 'sign-in', records: 1, since: '2026-03-01T10:00:00Z', until: '2026-06-30' },
    { kind: 'diagnostic', records: 1, since: '2026-03-01T10:00:00Z', until: '2026-04-30' },
  ],
  devices: [
    {
      ...{ deviceId: '3f2a', type: 'phone', system: 'Android 15', browser: 'Firefox 132', otherIds: [{ name: 'push', id: 'b81c' }] },
      ...{ firstSeenAt: '2026-02-20T10:00:00Z', lastSeenAt: '2026-02-25T10:00:00Z', until: '2026-08-31', ...TOLD },
    },
  ],
  signIns: [{ at: '2026-03-01T10:00:00Z', address: '203.0.113.7', until: '2026-06-30', ...TOLD }],
  diagnostics: [{ at: '2026-03-01T10:00:00Z', code: 'app.crash', app: '4.2.1', facts: { memory: 512, offline: true }, until: '2026-04-30', ...TOLD }],
  weeks: [
    { week: '2026-02-23', device: 1, 'sign-in': 1, diagnostic: 1 },
    { week: '2026-03-02', device: 0, 'sign-in': 0, diagnostic: 0 },
  ],
  dropped: [],
  ...usage,
});
