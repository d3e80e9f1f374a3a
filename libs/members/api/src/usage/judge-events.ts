import { Temporal } from '@smartpar/kernel';
import {
  type Collection,
  CLOCK_SKEW_SECONDS,
  type DroppedEvents,
  keptFrom,
  momentOfId,
  type UsageEvent,
  usageEvent,
  type UsageKind,
  type UsageReceipt,
  type UsageRules,
} from '@smartpar/members/model';

/** A batch taken apart. */
export interface JudgedEvents {
  /** well-formed, of a kind that is collected, and in time */
  readonly wanted: readonly UsageEvent[];
  readonly dropped: readonly DroppedEvents[];
  readonly faulty: UsageReceipt['faulty'];
}

/** What an organization says of a kind at a moment. */
export interface Judging {
  readonly rules: UsageRules;
  readonly collections: Readonly<Record<UsageKind, Collection>>;
  readonly at: Temporal.Instant;
}

type Fault = UsageReceipt['faulty'][number];

/** A message may quote what was sent, but not all of it. */
const LONGEST_MESSAGE = 200;

/** Judges each event of a batch by itself: what is wrong with one is no matter of those beside it. */
export function judgeEvents(sent: readonly unknown[], { rules, collections, at }: Judging): JudgedEvents {
  const wanted: UsageEvent[] = [];
  const faulty: Fault[] = [];
  const counts = new Map<UsageKind, number>();
  sent.forEach((one, index) => {
    const read = usageEvent.safeParse(one);
    if (!read.success) {
      const [issue] = read.error.issues;
      faulty.push({
        index,
        code: 'invalid',
        field: issue?.path.map((step) => String(step).slice(0, 40)).join('.') || null,
        message: (issue?.message ?? '').slice(0, LONGEST_MESSAGE),
      });
      return;
    }
    const { kind, id } = read.data;
    const untimely = timeFault(id, rules[kind].months, at);
    if (untimely !== null) faulty.push({ index, field: 'id', ...untimely });
    else if (collections[kind] === 'collected') wanted.push(read.data);
    else counts.set(kind, (counts.get(kind) ?? 0) + 1);
  });
  return { wanted, faulty, dropped: [...counts].flatMap(([kind, events]) => droppedAs(kind, collections[kind], events)) };
}

const droppedAs = (kind: UsageKind, reason: Collection, events: number): readonly DroppedEvents[] => (reason === 'collected' ? [] : [{ kind, reason, events }]);

function timeFault(id: string, months: number, at: Temporal.Instant): Pick<Fault, 'code' | 'message'> | null {
  const moment = momentOfId(id);
  if (Temporal.Instant.compare(moment, at.add({ seconds: CLOCK_SKEW_SECONDS })) > 0)
    return { code: 'in_the_future', message: 'By its id this has not happened yet. Set the clock of the device, and make the id when it happens.' };
  if (Temporal.Instant.compare(moment, keptFrom(at, months)) < 0)
    return { code: 'too_old', message: 'By its id this happened longer ago than anything of the kind is kept. Leave it out.' };
  return null;
}
