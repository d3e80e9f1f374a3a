import { httpResource } from '@angular/common/http';
import { Component, DestroyRef, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Abilities } from '@smartpar/access/console';
import { MAX_IMPORT_COLUMNS, MAX_IMPORT_LINES, type MemberImport } from '@smartpar/members/model';
import {
  Act,
  Api,
  CountPipe,
  Formats,
  Icon,
  Language,
  PageHeader,
  ProblemNote,
  SavedFiles,
  Toasts,
  apiAddress,
  freshOnReturn,
  keysetList,
  problemOf,
  type Problem,
} from '@smartpar/platform/ui';
import type { SiteChoices } from '../../answers';
import { membersAddress } from '../../members-address';
import { exampleFile } from '../example-file';
import { importAddress, importsPath } from '../import-address';
import { IMPORT_SENTENCES } from '../import-sentences';
import { isOpen } from '../open-states';
import { PastImports } from '../past-imports/past-imports';
import { ImportUploads } from '../upload/import-uploads';
import { ImportUpload } from '../upload/upload';
import { ImportWords } from '../words/import-words';

/** Where importing begins: what the file must be like, where it is brought, the import that is not finished, and those before. */
@Component({
  selector: 'sp-imports',
  imports: [CountPipe, Icon, ImportUpload, MatButton, PageHeader, PastImports, ProblemNote, RouterLink, TranslocoPipe],
  templateUrl: './imports.html',
  styleUrl: './imports.scss',
})
export class Imports {
  private readonly abilities = inject(Abilities);
  private readonly api = inject(Api);
  private readonly formats = inject(Formats);
  private readonly language = inject(Language);
  private readonly router = inject(Router);
  private readonly saved = inject(SavedFiles);
  private readonly toasts = inject(Toasts);
  private readonly uploads = inject(ImportUploads);
  private readonly words = inject(ImportWords);
  private readonly cancelling = new Act();

  readonly organizationId = input.required<string>();

  protected readonly sentences = IMPORT_SENTENCES;
  protected readonly mostLines = MAX_IMPORT_LINES;
  protected readonly mostColumns = MAX_IMPORT_COLUMNS;
  protected readonly back = computed(() => membersAddress(this.organizationId()));
  protected readonly imports = keysetList<MemberImport>(() => ({ path: importsPath(this.organizationId()) }));
  private readonly sites = httpResource<SiteChoices>(() =>
    this.abilities.can('read', 'site') ? apiAddress(`/organizations/${this.organizationId()}/sites`) : undefined,
  );
  /** one that is not over is the first; while a file leaves from here, its own is no news */
  protected readonly open = computed(() => {
    const first = this.imports.items()[0];
    return first !== undefined && isOpen(first) && !this.uploads.running() ? first : null;
  });
  protected readonly openLink = computed(() => importAddress(this.organizationId(), this.open()?.id ?? ''));
  protected readonly openWords = computed(() => {
    const open = this.open();
    if (open === null) return null;
    const figures = { at: this.formats.moment(open.createdAt), number: this.words.by(open.by) };
    return { state: this.words.state(open.state), text: this.language.say(`members.import.openOne.${open.by.me ? 'mine' : 'theirs'}`, figures) };
  });
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);

  constructor() {
    freshOnReturn(this.imports);
    // why a file was refused has been read by whoever leaves
    inject(DestroyRef).onDestroy(() => this.uploads.forget());
    // a file that was sent here and refused leaves nothing behind; one that arrived is the open import
    let before = false;
    effect(() => {
      const now = this.uploads.running();
      if (before && !now) untracked(() => this.imports.reload());
      before = now;
    });
  }

  protected async goTo({ id }: MemberImport): Promise<void> {
    await this.router.navigateByUrl(importAddress(this.organizationId(), id));
  }

  protected example(): void {
    const site = this.sites.hasValue() ? (this.sites.value().items[0]?.name ?? '') : '';
    const name = this.language.say('members.import.file.exampleName');
    this.saved.save(name, new Blob([exampleFile(this.language, site)], { type: 'text/csv' }));
  }

  protected async cancel({ id }: MemberImport): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      await this.api.post(`${importsPath(this.organizationId())}/${id}/cancellation`, {}, this.cancelling);
      this.uploads.forget();
      this.toasts.show(this.language.say('members.import.openOne.cancelled'));
    } catch (failure) {
      this.problem.set(problemOf(failure));
    }
    this.busy.set(false);
    this.imports.reload();
  }
}
