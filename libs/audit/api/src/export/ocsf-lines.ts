import type { RecordedEntry } from '@smartpar/audit/model';
import { originOf } from '../note/checkpoint-note';
import type { LogLines } from './log-lines';
import { OCSF_CATEGORIES, OCSF_CLASSES, ocsfKindOf } from './ocsf-class';

const VERSION = '1.8.0';
const PRODUCT = { name: 'SmartPAR privacy console', vendor_name: 'SmartPAR' };
const [INFORMATIONAL, LOW, MEDIUM] = [1, 2, 3];
const [SUCCESS, FAILURE] = [1, 2];
const [USER, UNKNOWN, OTHER] = [1, 0, 99];

/**
 * JSON Lines in the schema security teams read logs in, an event a line. What the schema has no word for stands below `unmapped`, so nothing is lost;
 * for checking offline there is the form that holds each entry byte by byte.
 * @see https://schema.ocsf.io/1.8.0
 */
export const ocsfLines: LogLines = {
  beginning: () => '',
  places: (places) => places.flatMap(({ position, entry }) => (entry === null ? [] : [lineOf(entry, position)])).join(''),
  unsealed: (entries) => entries.map((entry) => lineOf(entry, null)).join(''),
  end: () => '',
};

const lineOf = (entry: RecordedEntry, position: number | null): string => `${JSON.stringify(ocsfOf(entry, position))}\n`;

/** An entry as an event of OCSF. */
export function ocsfOf({ id, organizationId, at, actor, action, target, facts }: RecordedEntry, position: number | null): object {
  const kind = ocsfKindOf(action);
  const category = Math.floor(kind.class / 1000);
  return {
    class_uid: kind.class,
    class_name: OCSF_CLASSES[kind.class],
    category_uid: category,
    category_name: OCSF_CATEGORIES[category],
    activity_id: kind.activity,
    ...(kind.activity === OTHER && { activity_name: action }),
    type_uid: kind.class * 100 + kind.activity,
    severity_id: kind.class === 2005 ? MEDIUM : kind.failed ? LOW : INFORMATIONAL,
    status_id: kind.failed ? FAILURE : SUCCESS,
    time: at.epochMilliseconds,
    message: action,
    metadata: {
      version: VERSION,
      product: PRODUCT,
      uid: id,
      event_code: action,
      log_name: originOf(organizationId),
      tenant_uid: organizationId,
      ...(position !== null && { sequence: position }),
    },
    actor: actorOf(actor),
    ...about(kind.class, { action, target, facts, actor, organizationId }),
    unmapped: { target, facts, roles: actor.roles, sealed: position !== null },
  };
}

function actorOf({ kind, id, roles }: RecordedEntry['actor']): object {
  if (kind === 'system') return { process: { name: id } };
  if (id === null) return { user: { type_id: UNKNOWN } };
  const type = kind === 'member' || kind === 'account' ? { type_id: USER } : { type_id: OTHER, type: kind };
  return { user: { uid: id, ...type, ...(roles.length > 0 && { groups: roles.map((name) => ({ name })) }) } };
}

/** What an event is about, under the name its class has for that. */
function about(
  kind: number,
  { action, target, facts, actor, organizationId }: Pick<RecordedEntry, 'action' | 'target' | 'facts' | 'actor' | 'organizationId'>,
): object {
  const entity = { uid: target.id, type: target.noun };
  const user = target.noun === 'account' || target.noun === 'member' ? { uid: target.id, type_id: USER } : { uid: actor.id ?? 'unknown', type_id: UNKNOWN };
  switch (kind) {
    case 2005:
      return { finding_info_list: [{ uid: target.id, title: action }] };
    case 3001:
    case 3002:
      return { user };
    case 3005:
      return { user: { uid: String(facts['memberId'] ?? target.id), type_id: USER }, privileges: [String(facts['role'] ?? 'role')] };
    case 3006:
      return { group: { uid: target.id } };
    case 6001:
      return { web_resources: [entity] };
    case 6005:
      return { database: { uid: organizationId, type_id: OTHER, type: 'members' }, resources: [entity] };
    default:
      return { entity };
  }
}
