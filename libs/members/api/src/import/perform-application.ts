import { Injectable } from '@nestjs/common';
import { newId } from '@smartpar/kernel';
import { foldGivenName, foldName, INVITATION_LIFETIME } from '@smartpar/members/model';
import { DEFAULT_LOCALE } from '@smartpar/platform/contract';
import type { TenantTransaction } from '@smartpar/platform/database';
import { OrganizationNames } from '../organization-names';
import { type InvitationToMail, sendInvitations } from '../send-invitation';
import { ApplyLinesRepository, type FoldedName, type KeptName, type NextLines, type RenamingLine, type Stretch } from './apply-lines.repository';
import { ImportDecisionRepository } from './import-decision.repository';
import type { ImportRow } from './import-row';
import { IMPORT_WORK, planStep } from './import-work';
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
    const next = await this.lines.next(tx, importId, before.appliedLine, STEP);
    // Before the import is locked here: this happens in a transaction of its own.
    if (next.fresh > before.numbersAside) await this.lines.setNumbersAside(tx.organizationId, importId, next.fresh - before.numbersAside);
    const row = await this.imports.lock(tx, importId);
    await this.apply(tx, row, next, importer.ownersToo ? 'owners-too' : 'no-owners');
    if (next.lines === STEP) await planStep(tx, IMPORT_WORK.apply, importId);
    else await this.imports.end(tx, importId, 'applied');
  }

  private async apply(tx: TenantTransaction, row: ImportRow, { from, to, lines, fresh }: NextLines, whom: 'owners-too' | 'no-owners'): Promise<void> {
    if (from === null || to === null) return;
    const stretch: Stretch = { importId: row.id, from, to };
    const names = lines === fresh ? [] : await this.newNames(tx, stretch);
    const came = await this.lines.add(tx, stretch, row.locale ?? DEFAULT_LOCALE);
    const changed = await this.lines.change(tx, stretch, names, whom);
    const left = await this.lines.leave(tx, stretch);
    if (row.sendInvitations === true && came.added > 0) await this.invite(tx, row, stretch, new Set(came.missed));
    const leftOut = came.leftOut + changed.leftOut + left.leftOut;
    await this.lines.progress(tx, row.id, { ...came, ...changed, ...left, leftOut, to, lines });
  }

  private async newNames(tx: TenantTransaction, stretch: Stretch): Promise<readonly FoldedName[]> {
    const renaming = await this.lines.renaming(tx, stretch);
    const kept = await this.lines.names(
      tx,
      renaming.map(({ memberId }) => memberId),
    );
    return inSlices(renaming, (slice) => slice.map((line) => newNameOf(line, kept.get(line.memberId))));
  }

  private async invite(tx: TenantTransaction, row: ImportRow, stretch: Stretch, missed: ReadonlySet<string>): Promise<void> {
    const [{ name: organization }, fresh] = await Promise.all([this.organizations.within(tx), this.lines.fresh(tx, stretch)]);
    const mails = fresh
      .filter(({ memberId }) => !missed.has(memberId))
      .map(({ memberId, email, locale }): InvitationToMail => {
        return { memberId, invitationId: newId(), organization, to: email, locale: locale ?? row.locale ?? DEFAULT_LOCALE };
      });
    const invitations = mails.map(({ memberId, invitationId }) => ({ memberId, id: invitationId }));
    await this.lines.invite(tx, invitations, tx.at.add(INVITATION_LIFETIME));
    await sendInvitations(tx, mails);
  }
}

/** The searched forms of a name that changes, in parts or as a whole. */
function newNameOf({ memberId, firstName, lastName }: RenamingLine, kept: KeptName | undefined): FoldedName {
  const [first, last] = [firstName ?? kept?.firstName ?? '', (lastName ?? kept?.lastName) || null];
  return { memberId, nameFolded: foldName(first, last), givenFolded: foldGivenName(first, last) };
}
