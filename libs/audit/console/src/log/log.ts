import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Abilities } from '@smartpar/access/console';
import { AUDIT_ACTOR_KINDS, type AuditEntryLine, type LoggedEntry } from '@smartpar/audit/model';
import { Column, Control, Field, FilterBar, Formats, Icon, Language, List, MomentPipe, PageHeader, keysetList, urlFilters } from '@smartpar/platform/ui';
import { KNOWN_ACTIONS } from '../actions';
import { Seal } from '../seal/seal';
import { LogViews } from '../views/views';
import { EntryWords, shortId } from '../words/entry-words';
import { instantsOf } from './time-range';

/** The log of an organization, read by itself: who did what to what and when, in plain words and without names. */
@Component({
  selector: 'sp-log',
  imports: [Column, Control, Field, FilterBar, Icon, List, LogViews, MomentPipe, PageHeader, RouterLink, Seal, TranslocoPipe],
  templateUrl: './log.html',
  styleUrl: './log.scss',
})
export class Log {
  private readonly abilities = inject(Abilities);
  private readonly formats = inject(Formats);
  private readonly language = inject(Language);
  protected readonly words = inject(EntryWords);

  readonly organizationId = input.required<string>();

  protected readonly groups = Object.entries(KNOWN_ACTIONS).map(([noun, deeds]) => ({ noun, actions: deeds.map((deed) => `${noun}.${deed}`) }));
  protected readonly nouns = Object.keys(KNOWN_ACTIONS);
  protected readonly kinds = AUDIT_ACTOR_KINDS;
  protected readonly filters = urlFilters({ action: '', actorId: '', targetNoun: '', targetId: '', actorKind: '', from: '', to: '' });
  protected readonly entries = keysetList<LoggedEntry>(() => {
    const { from, to, ...exact } = this.filters.values();
    return { path: `/organizations/${this.organizationId()}/audit-entries`, query: { ...exact, ...instantsOf(from, to) } };
  });
  protected readonly filtered = computed(() => this.filters.active() > 0);
  protected readonly shortId = shortId;
  protected readonly keyOf = (entry: AuditEntryLine): string => entry.id;

  /** The page of the thing an entry is about, where there is one the reader may see. */
  protected pageOf({ target }: AuditEntryLine): string | null {
    return target.noun === 'privacy-request' && this.abilities.can('read', 'privacy-request') ? `/org/${this.organizationId()}/inbox/${target.id}` : null;
  }

  /** Which checkpoint covers an entry first. */
  protected sealOf({ sealedIn }: LoggedEntry): string {
    return sealedIn === null ? this.language.say('audit.seal.notYet') : this.language.say('audit.seal.in', { number: this.formats.count(sealedIn) });
  }

  protected onlyActor({ actor }: AuditEntryLine): void {
    if (actor.id !== null) this.filters.set({ actorId: actor.id });
  }

  protected onlyTarget({ target }: AuditEntryLine): void {
    this.filters.set({ targetNoun: target.noun, targetId: target.id });
  }
}
