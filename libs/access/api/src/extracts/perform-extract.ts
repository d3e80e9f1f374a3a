import { Injectable } from '@nestjs/common';
import { EXTRACT_KEPT_HOURS, type ExtractStop, type Role } from '@smartpar/access/model';
import { saltedHash } from '@smartpar/audit/api';
import type { AuditEntry } from '@smartpar/audit/model';
import { newId } from '@smartpar/kernel';
import type { TenantTransaction } from '@smartpar/platform/database';
import { GrantUseRepository } from '../grants/grant-use.repository';
import type { LookReach } from '../profile-values';
import { ExtractLinesRepository, type LineOutcome, type WaitingLine } from './extract-lines.repository';
import { ExtractMails } from './extract-mails';
import { ExtractPeople, type ExtractPerson } from './extract-people';
import { EXTRACT_WORK, planExtract } from './extract-plans';
import type { ExtractRow } from './extract-row';
import { ExtractSeals } from './extract-seals';
import { ExtractRepository } from './extract.repository';
import { StillMayExtract } from './still-may-extract';

/** How many people one step writes. */
const STEP = 250;

/**
 * Writes an extract, some people at a step, each step in a transaction of its own with its ledger lines and the plan of the next: somebody is in the
 * file exactly where their ledger says so, wherever the process is broken off. Before each step it is asked anew what whoever asked may look at.
 */
@Injectable()
export class PerformExtract {
  constructor(
    private readonly extracts: ExtractRepository,
    private readonly lines: ExtractLinesRepository,
    private readonly people: ExtractPeople,
    private readonly still: StillMayExtract,
    private readonly uses: GrantUseRepository,
    private readonly seals: ExtractSeals,
    private readonly mails: ExtractMails,
  ) {}

  /** Does one step, and plans the next. */
  async step(tx: TenantTransaction, id: string): Promise<void> {
    const extract = await this.extracts.lock(tx, id);
    if (extract?.state !== 'running') return;
    const standing = await this.still.standing(tx, extract);
    if ('stop' in standing) return this.finish(tx, extract, standing.stop);
    const waiting = await this.lines.next(tx, id, STEP);
    const { stored } = await this.write(tx, { extract, waiting, reach: standing.reach, byRoles: standing.byRoles });
    await this.uses.useForMany(tx, stored, standing.timed);
    if (waiting.length === STEP) return planExtract(tx, EXTRACT_WORK.write, id);
    await this.finish(tx, extract, null);
  }

  private async write(tx: TenantTransaction, { extract, waiting, reach, byRoles }: Batch): Promise<{ readonly stored: readonly string[] }> {
    if (waiting.length === 0) return { stored: [] };
    const memberIds = waiting.map(({ memberId }) => memberId);
    const found = await this.people.read(tx, reach, { memberIds, categories: extract.categories, what: 'values' });
    const known = new Map(found.map((person) => [person.id, person]));
    const outcomes = waiting.map((line) => this.outcomeOf(line, known.get(line.memberId), tx.organizationId, extract.id));
    const entries = outcomes.flatMap((line) => (line.outcome === 'stored' ? [entryOf(extract, line)] : []));
    await this.lines.keep(tx, extract, byRoles, outcomes, entries);
    return { stored: outcomes.flatMap(({ outcome, memberId }) => (outcome === 'stored' ? [memberId] : [])) };
  }

  private outcomeOf({ place, memberId }: WaitingLine, person: ExtractPerson | undefined, organizationId: string, extractId: string): LineOutcome {
    if (person === undefined) return { place, memberId, outcome: 'gone' };
    if (person.values === null) return { place, memberId, outcome: 'no-access' };
    return { place, memberId, outcome: 'stored', sealed: this.seals.seal(person.values, { organizationId, extractId, memberId }), revealId: newId() };
  }

  /** @param broken why it ends before everybody had their turn; `null` where everybody had */
  private async finish(tx: TenantTransaction, { id }: ExtractRow, broken: ExtractStop | null): Promise<void> {
    const extract = await this.extracts.lock(tx, id);
    if (extract === null) return;
    const expiresAt = tx.at.add({ hours: EXTRACT_KEPT_HOURS });
    const { stored, noAccess, gone, people } = extract;
    const stop = broken ?? whyEmpty(extract);
    const facts = { people: stored, leftOut: people - stored, noAccess, gone, ...(stop && { stop }) };
    const action = stop === null ? 'extract.written' : 'extract.stopped';
    await this.extracts.finish(tx, id, { stop, expiresAt }, { action, target: { noun: 'extract', id }, facts });
    await planExtract(tx, EXTRACT_WORK.destroy, id, expiresAt);
    // whoever needed nobody's yes waits at the screen
    if (extract.lapsesAt !== null) await this.mails.tellAsker(tx, extract, stop === null ? 'ready' : 'stopped');
  }
}

/** Why nobody is in it though everybody had their turn; `null` where somebody is. */
function whyEmpty({ stored, noAccess }: ExtractRow): ExtractStop | null {
  if (stored > 0) return null;
  return noAccess > 0 ? 'access-ended' : 'nobody-left';
}

interface Batch {
  readonly extract: ExtractRow;
  readonly waiting: readonly WaitingLine[];
  readonly reach: LookReach;
  readonly byRoles: readonly Role[];
}

/** What the log says of each: the same as of a single look, and by whom, since it is the system that writes. */
const entryOf = (
  { id, requestedBy, categories, purpose, template, words, salt }: ExtractRow,
  { memberId, revealId }: Extract<LineOutcome, { outcome: 'stored' }>,
): AuditEntry => ({
  action: 'member.revealed',
  target: { noun: 'member', id: memberId },
  facts: {
    ...{ revealId, extractId: id, byMemberId: requestedBy, categories: categories.join(' '), purpose, reason: template },
    words: words === null || salt === null ? null : saltedHash(words, salt),
  },
});
