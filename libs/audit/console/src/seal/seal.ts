import { httpResource } from '@angular/common/http';
import { Component, DestroyRef, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import type { LogFormat, SealedLog } from '@smartpar/audit/model';
import {
  CopyButton,
  FileTransfer,
  Formats,
  Icon,
  Language,
  Now,
  Pending,
  ProblemNote,
  SavedFiles,
  Toasts,
  WorkProgress,
  apiAddress,
  problemOf,
  type Problem,
} from '@smartpar/platform/ui';

import { Addresses } from '../addresses/addresses';
import { Retention } from '../retention/retention';

/** What the name of a file ends in. */
const EXTENSIONS: Readonly<Record<LogFormat, string>> = { jsonl: 'jsonl', csv: 'csv', ocsf: 'ocsf.jsonl' };

/** How the log is sealed: its newest checkpoint to be kept, the log to be taken out, and how to check it without us. */
@Component({
  selector: 'sp-seal',
  imports: [Addresses, CopyButton, Icon, MatButton, Pending, ProblemNote, Retention, TranslocoPipe, WorkProgress],
  templateUrl: './seal.html',
  styleUrl: './seal.scss',
})
export class Seal {
  private readonly files = inject(FileTransfer);
  private readonly formats = inject(Formats);
  private readonly language = inject(Language);
  private readonly now = inject(Now);
  private readonly saved = inject(SavedFiles);
  private readonly toasts = inject(Toasts);
  private readonly leaving = new AbortController();

  readonly organizationId = input.required<string>();

  protected readonly log = httpResource<SealedLog>(() => apiAddress(`/organizations/${this.organizationId()}/audit-log/checkpoint`));
  protected readonly state = computed(() => {
    const checkpoint = this.log.hasValue() ? this.log.value().checkpoint : null;
    if (checkpoint === null) return this.language.say('audit.seal.none');
    const { number, size, sealedAt } = checkpoint;
    return this.language.sayCount('audit.seal.state', size, { number: this.formats.count(number), at: this.formats.moment(sealedAt) });
  });
  protected readonly keys = computed(() => (this.log.hasValue() ? this.log.value().keys : []).map(({ key }) => `${key}\n`).join(''));
  protected readonly formsOfFiles: readonly LogFormat[] = ['jsonl', 'csv', 'ocsf'];
  /** whether the panel has been opened: what is in it is asked for then */
  protected readonly opened = signal(false);
  protected readonly busy = signal(false);
  private readonly carried = signal(0);
  protected readonly far = computed(() => this.language.say('audit.seal.far', { done: this.formats.bytes(this.carried()) }));
  protected readonly problem = signal<Problem | null>(null);

  constructor() {
    // whoever leaves the page wants no file
    inject(DestroyRef).onDestroy(() => this.leaving.abort());
  }

  protected keep(name: string, text: string): void {
    this.saved.save(name, new Blob([text], { type: 'text/plain' }));
  }

  protected async takeOut(format: LogFormat): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    this.carried.set(0);
    try {
      const path = `/organizations/${this.organizationId()}/audit-log/export`;
      const file = await this.files.fetch(path, { format }, { signal: this.leaving.signal, carried: (bytes) => this.carried.set(bytes) });
      this.saved.save(this.language.say('audit.seal.fileName', { day: this.now.moment().toISOString().slice(0, 10), format: EXTENSIONS[format] }), file);
      this.toasts.show(this.language.say('audit.seal.done'));
    } catch (failure) {
      this.problem.set(problemOf(failure));
    }
    this.busy.set(false);
  }
}
