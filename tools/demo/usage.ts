import { randomBytes } from 'node:crypto';
import type { MemberActor } from '@smartpar/access/model';
import { newId, SystemTime, type Temporal } from '@smartpar/kernel';
import { IngestUsage, KeepSystemTokens } from '@smartpar/members/api';
import { firstIdOf } from '@smartpar/members/model';
import type { DemoSurroundings } from './surroundings';

/** Which devices those of the demo use the app on. */
const DEVICES: Readonly<Record<string, readonly object[]>> = {
  'employee@larkspur.example': [
    { deviceId: 'larkspur-phone-17', type: 'phone', system: 'Android 15', browser: 'Firefox 132', otherIds: [{ name: 'push', id: 'b81c-4410' }] },
    { deviceId: 'larkspur-desk-204', type: 'computer', system: 'Windows 11', browser: 'Edge 131' },
  ],
  'both@larkspur.example': [{ deviceId: 'larkspur-tablet-3', type: 'tablet', system: 'iPadOS 18' }],
  'owner@larkspur.example': [{ deviceId: 'larkspur-desk-1', type: 'computer', system: 'macOS 15', browser: 'Safari 18' }],
};

/** How many days back the demo goes. */
const DAYS = 60;

/**
 * What the app told of some of the demo's people; where it told anything before, nothing is added.
 * @param members by address
 */
export async function keepUsage({ get, database }: DemoSurroundings, owner: MemberActor, members: ReadonlyMap<string, string>): Promise<void> {
  const { organizationId } = owner;
  const told = await database.readTenant(organizationId, { text: 'select 1 from usage_records where organization_id = $1 limit 1', values: [organizationId] });
  const about = Object.entries(DEVICES).flatMap(([email, devices]) => {
    const memberId = members.get(email);
    return memberId === undefined ? [] : [{ memberId, devices }];
  });
  if (told.length > 0 || about.length === 0) return;
  const { text } = await get(KeepSystemTokens).issue(owner, { name: 'SmartPAR app', scope: 'usage', days: 365 }, `demo-token-${newId()}`);
  const now = new SystemTime().now();
  for (const { memberId, devices } of about) await get(IngestUsage).run(`Bearer ${text}`, [...eventsOf(memberId, devices, now)]);
}

/** Every few days they signed in, and now and then something went wrong. */
function* eventsOf(memberId: string, devices: readonly object[], now: Temporal.Instant): Generator<object> {
  const member = { memberId };
  for (let day = 0; day < DAYS; day += 1) {
    const at = (minutes: number): string => idAt(now.subtract({ hours: 24 * day, minutes }));
    const device = devices[day % devices.length];
    if (day % 3 === 0) yield { id: at(35), kind: 'device', member, ...device };
    if (day % 2 === 0) yield { id: at(34), kind: 'sign-in', member, address: `203.0.113.${20 + (day % 7)}` };
    if (day % 11 === 5)
      yield { id: at(20), kind: 'diagnostic', member, code: 'app.slow-start', app: '4.2.1', facts: { milliseconds: 4100 + day * 10, offline: false } };
  }
}

/** An event's id, made at a moment. */
function idAt(at: Temporal.Instant): string {
  const tail = randomBytes(9).toString('hex');
  return `${firstIdOf(at).slice(0, 13)}-7${tail.slice(0, 3)}-8${tail.slice(3, 6)}-${tail.slice(6)}`;
}
