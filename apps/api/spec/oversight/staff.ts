import { newId } from '@smartpar/kernel';
import { AddMembers } from '@smartpar/members/api';
import { House } from '../organizations/house';
import type { Person } from '../organizations/person';

/** One line of the list, as it arrives. */
export interface Line {
  readonly organizationId: string;
  readonly slug: string;
  readonly [figure: string]: unknown;
}

/** A contact, as an owner fills it in. */
export const contact = { name: 'Hazel', email: 'privacy@larkspur.example', postalAddress: 'Lerchenweg 1', languages: ['de'] };

/** A house with somebody of SmartPAR's staff in it. */
export class Staffed {
  private constructor(
    readonly house: House,
    readonly workforce: string,
    readonly support: Person,
  ) {}

  static async start(): Promise<Staffed> {
    const house = await House.start();
    const { workforceOrganizationId } = await house.installed();
    return new Staffed(house, workforceOrganizationId, await house.person(workforceOrganizationId, 'support'));
  }

  /** The list as staff read it. */
  async all(query = 'size=100'): Promise<Line[]> {
    return (await this.support.get(`/oversight/organizations?${query}`)).body.items;
  }

  /** One organization's line. */
  async lineOf(organizationId: string): Promise<Line | undefined> {
    return (await this.all()).find((line) => line.organizationId === organizationId);
  }

  /** Adds so many members. */
  crowd(organizationId: string, count: number): Promise<unknown> {
    const members = Array.from({ length: count }, (_, n) => ({
      email: `m${n}@larkspur.example`,
      firstName: 'Wren',
      lastName: 'Foxglade',
      locale: 'en' as const,
    }));
    return this.house.get(AddMembers).run(organizationId, members);
  }

  /** A question lies there, in some state. */
  async question(organizationId: string, state = 'received', told: string | null = null): Promise<string> {
    const id = newId();
    const answered = state === 'answered';
    await this.house.rows(
      organizationId,
      `insert into privacy_requests (organization_id, id, reference, kind, state, outcome, part, member_id, proved, locale, capacity, asked_at, promised_on, due_on, due_at, told_stage, closed_at, last_activity_at)
       values ($1, $2, $3, 'question', $4, $5, 'whole', $6, true, 'en', 'work', now(), current_date, current_date, now(), $7, $8, now())`,
      [organizationId, id, id, state, answered ? 'fulfilled' : null, newId(), told, answered ? new Date() : null],
    );
    return id;
  }
}
