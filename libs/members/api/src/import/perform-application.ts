import { Injectable } from '@nestjs/common';
import { newId } from '@smartpar/kernel';
import { foldGivenName, foldName, type ImportOutcome, INVITATION_LIFETIME } from '@smartpar/members/model';
import { DEFAULT_LOCALE } from '@smartpar/platform/contract';
import type { TenantTransaction } from '@smartpar/platform/database';
import { OrganizationNames } from '../organization-names';
import { type InvitationToMail, sendInvitations } from '../send-invitation';
import { ApplyLinesRepository, type FoldedName, type KeptName, type LineReport, type LineToApply, type Stretch } from './apply-lines.repository';
import type { ImportRow } from './import-row';
import { IMPORT_WORK, planStep } from './import-work';
import { ImportDecisionRepository } from './import-decision.repository';
import { ImportRepository } from './import.repository';
import { inSlices } from './in-slices';
import { stopped } from './perform-check';
import { StillMayImport } from './still-may-import';

/** How many lines one step applies. */
const STEP = 1000;

/**
 * Applies an import, some lines at a step, each step in a transaction of its own with its report and the plan of the next: a line is applied
 * once, wherever the process is broken off.
 */
@Injectable()
export class PerformApplication {
  constructor(
    private readonly imports: ImportRepository,
    private readonly decisions: ImportDecisionRepository,
    private readonly lines: ApplyLinesRepository,
    private readonly organizations: OrganizationNames,
    private readonly still: StillMayImport,
  ) {}

  /** Does one step, and plans the next. */
  async step(tx: TenantTransaction, importId: string): Promise<void> {
    const before = await this.imports.find(tx, importId);
    if (before?.state !== 'applying') return;
    const importer = await this.still.importerOf(tx.organizationId, before);
    if (importer === null) return this.decisions.stop(tx, importId, stopped(before));
    const lines = await this.lines.next(tx, importId, before.appliedLine, STEP);
    const short = lines.filter(({ kind }) => kind === 'new').length - before.numbers.length;
    // Before the import is locked here: this happens in a transaction of its own.
    if (short > 0) await this.lines.setNumbersAside(tx.organizationId, importId, short);
    const row = await this.imports.lock(tx, importId);
    if (lines.length > 0) await this.apply(tx, row, lines, importer.ownersToo ? 'owners-too' : 'no-owners');
    if (lines.length === STEP) await planStep(tx, IMPORT_WORK.apply, importId);
    else await this.imports.end(tx, importId, 'applied');
  }

  private async apply(tx: TenantTransaction, row: ImportRow, lines: readonly LineToApply[], ownersToo: 'owners-too' | 'no-owners'): Promise<void> {
    const sites = await this.lines.sites(tx);
    const stretch: Stretch = { importId: row.id, from: lines[0]?.line ?? 0, to: lines.at(-1)?.line ?? 0, sites };
    const renamed = lines.filter(isRenaming);
    const kept = await this.lines.names(
      tx,
      renamed.map(({ memberId }) => memberId),
    );
    const names = await inSlices(renamed, (slice) => slice.map((line) => newNameOf(line, kept.get(line.memberId))));
    const locale = row.locale ?? DEFAULT_LOCALE;
    const added = await this.lines.add(tx, stretch, row.numbers, locale);
    const changed = await this.lines.change(tx, stretch, names, ownersToo);
    if (row.sendInvitations === true) await this.invite(tx, row, lines, added);
    const report = lines.map((line) => reportOf(line, { added, changed, sites }));
    await this.lines.report(tx, row.id, report, usedOf(row.numbers, added));
  }

  private async invite(tx: TenantTransaction, row: ImportRow, lines: readonly LineToApply[], added: Numbered): Promise<void> {
    const { name: organization } = await this.organizations.within(tx);
    const mails = lines.flatMap(({ memberId, email, locale }): InvitationToMail[] =>
      added.has(memberId) && email !== null
        ? [{ memberId, invitationId: newId(), organization, to: email, locale: locale ?? row.locale ?? DEFAULT_LOCALE }]
        : [],
    );
    if (mails.length === 0) return;
    await this.lines.invite(
      tx,
      mails.map(({ memberId, invitationId }) => ({ memberId, id: invitationId })),
      tx.at.add(INVITATION_LIFETIME),
    );
    await sendInvitations(tx, mails);
  }
}

/** Tells whether a line gives somebody who is there another name. */
const isRenaming = ({ kind, firstName, lastName }: LineToApply): boolean =>
  (kind === 'changed' || kind === 'existing') && (firstName !== null || lastName !== null);

/** The searched forms of a name that changes, in parts or as a whole. */
function newNameOf({ memberId, firstName, lastName }: LineToApply, kept: KeptName | undefined): FoldedName {
  const [first, last] = [firstName ?? kept?.firstName ?? '', (lastName ?? kept?.lastName) || null];
  return { memberId, nameFolded: foldName(first, last), givenFolded: foldGivenName(first, last) };
}

/** The numbers of those who were added. */
type Numbered = ReadonlyMap<string, number>;

/** How many of the numbers that were set aside are spent: all up to the last one in use. */
const usedOf = (numbers: readonly number[], added: Numbered): number =>
  numbers.indexOf([...added.values()].reduce((most, next) => Math.max(most, next), 0)) + 1;

/** What came of some lines. */
interface Outcome {
  readonly added: Numbered;
  readonly changed: ReadonlySet<string>;
  readonly sites: readonly string[];
}

function reportOf(line: LineToApply, outcome: Outcome): LineReport {
  const became = outcomeOf(line, outcome);
  const nobody = line.kind === 'new' && became !== 'added';
  return { line: line.line, outcome: became, memberId: nobody ? null : line.memberId };
}

/** What became of a line of some kind. */
function outcomeOf({ kind, memberId, siteId }: LineToApply, { added, changed, sites }: Outcome): ImportOutcome {
  const isChanged = changed.has(memberId);
  switch (kind) {
    case 'new':
      if (added.has(memberId)) return 'added';
      return siteId === null || sites.includes(siteId) ? 'taken-meanwhile' : 'gone-meanwhile';
    case 'changed':
      return isChanged ? 'changed' : 'gone-meanwhile';
    case 'existing':
      return isChanged ? 'written' : 'gone-meanwhile';
    case 'skipped':
      return 'owner';
    default:
      return 'unchanged';
  }
}
