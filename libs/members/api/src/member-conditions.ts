import type { Ability } from '@smartpar/access/model';
import { type MemberSearch, memberSearch } from '@smartpar/members/model';
import { narrow } from '@smartpar/platform/database';
import type { Temporal } from '@smartpar/kernel';
import { dormantUpTo } from './life/life-rules.repository';
import { KNOWN, MEMBER_CONDITIONS } from './member-columns';

/** Conditions on members `m`, with the parameters of the statement they stand in. */
export class MemberConditions {
  private readonly parts: string[] = ['m.organization_id = $1', KNOWN];
  readonly values: unknown[];
  /** what the ability asks of each of them; `true` where it asks nothing */
  readonly allowed: string;

  /** @param action what the ability must let one do with each of them */
  constructor(organizationId: string, ability: Ability, action: 'list' | 'find' | 'read' | 'help') {
    this.values = [organizationId];
    const allowed = narrow({ ability, action, noun: 'member', columns: MEMBER_CONDITIONS, startParam: 2 });
    this.values.push(...allowed.values);
    this.allowed = allowed.text;
  }

  /** What follows WHERE. */
  get text(): string {
    return this.allowed === 'true' ? this.ofAll : `${this.ofAll} and ${this.allowed}`;
  }

  /** The same without what the ability asks. */
  get ofAll(): string {
    return this.parts.join(' and ');
  }

  /** Number of the first free parameter. */
  get startParam(): number {
    return this.values.length + 1;
  }

  /** Takes a value. @returns the parameter that stands for it */
  bind(value: unknown): string {
    return `$${this.values.push(value)}`;
  }

  /**
   * How many rows to read for a page: one more than it holds. The usual size stands in the text, where the planner sees that it is small and
   * need not plan anew each time; others are parameters, so that there are not as many statements as sizes.
   */
  limitFor(size: number): string {
    return size === USUAL_SIZE ? String(USUAL_SIZE + 1) : this.bind(size + 1);
  }

  /** Takes a condition. */
  require(sql: string): void {
    this.parts.push(sql);
  }

  /** Takes only those who have not used the organization for long. */
  dormant(now: Temporal.Instant): void {
    this.require(`m.status = 'active' and m.last_used_on <= ${dormantUpTo(this.bind(now))}`);
  }

  /** Takes the filters of a search. A state is a word of ours, so it stands in the text, where the planner knows how common it is. */
  filter({ status, siteId, role, groupId }: Pick<MemberSearch, 'status' | 'siteId' | 'role' | 'groupId'>): void {
    if (status === 'de-identified') this.parts[KNOWN_PLACE] = `m.status = '${status}'`;
    else if (status !== undefined) this.require(`m.status = '${status}'`);
    if (siteId === null) this.require('m.site_id is null');
    else if (siteId !== undefined) this.require(`m.site_id = ${this.bind(siteId)}`);
    if (role !== undefined) this.require(HOLDS(this.bind(role)));
    if (groupId !== undefined) this.require(IN_GROUP(this.bind(groupId)));
  }
}

/** Where it is said that only known people are meant: former members are listed where they are asked for, and among no others. */
const KNOWN_PLACE = 1;

/** The size of a page nobody asked otherwise of. */
const USUAL_SIZE = memberSearch.parse({}).size;

const HOLDS = (parameter: string): string => `m.id in (select h.member_id from member_roles h where h.organization_id = $1 and h.role = ${parameter})`;

const IN_GROUP = (parameter: string): string =>
  `m.id in (select g.member_id from group_places g where g.organization_id = $1 and g.group_id = ${parameter})`;
