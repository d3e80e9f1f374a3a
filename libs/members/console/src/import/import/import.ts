import { httpResource } from '@angular/common/http';
import { Component, DestroyRef, ElementRef, Injector, afterNextRender, computed, effect, inject, input, linkedSignal, signal, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ImportState, MemberImport } from '@smartpar/members/model';
import {
  Act,
  Api,
  Formats,
  Icon,
  Language,
  PageHeader,
  Pending,
  ProblemNote,
  Steps,
  Toasts,
  WorkProgress,
  apiAddress,
  freshWhile,
  problemOf,
  type Problem,
} from '@smartpar/platform/ui';
import { Findings } from '../findings/findings';
import { importAddress, importsAddress, importsPath } from '../import-address';
import { IMPORT_SENTENCES } from '../import-sentences';
import { isMoving } from '../open-states';
import { Outcome } from '../outcome/outcome';
import { Reading } from '../reading/reading';
import { ImportUploads } from '../upload/import-uploads';
import { ImportWords } from '../words/import-words';

/** At which step an import in each state is, counted from 0; those that ended early are at none. */
const STEP: Readonly<Record<ImportState, number | null>> = {
  ...{ receiving: 0, received: 1, checking: 2, checked: 3, applying: 3, applied: 4 },
  ...{ stopped: null, cancelled: null },
};

const STEPS = ['file', 'reading', 'check', 'apply'] as const;

/** One import from the file to what became of it. Whatever the server works on is shown as it goes, also to whoever comes back later. */
@Component({
  selector: 'sp-import',
  imports: [Findings, Icon, MatButton, Outcome, PageHeader, Pending, ProblemNote, Reading, RouterLink, Steps, TranslocoPipe, WorkProgress],
  templateUrl: './import.html',
  styleUrl: './import.scss',
})
export class Import {
  private readonly api = inject(Api);
  private readonly formats = inject(Formats);
  private readonly language = inject(Language);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly uploads = inject(ImportUploads);
  private readonly words = inject(ImportWords);
  private readonly injector = inject(Injector);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly cancelling = new Act();

  readonly organizationId = input.required<string>();
  readonly importId = input.required<string>();

  private readonly path = computed(() => `${importsPath(this.organizationId())}/${this.importId()}`);
  protected readonly sentences = IMPORT_SENTENCES;
  protected readonly back = computed(() => importsAddress(this.organizationId()));
  protected readonly read = httpResource<MemberImport>(() => apiAddress(this.path()));
  /** a reading that fails once leaves what is shown; another import shows nothing of the one before */
  protected readonly one = linkedSignal<{ readonly id: string; readonly now: MemberImport | null }, MemberImport | null>({
    source: () => ({ id: this.importId(), now: this.read.hasValue() ? this.read.value() : null }),
    computation: ({ id, now }, before) => now ?? (before?.source.id === id ? before.value : null),
  });
  /** whoever saw the result wants to read the file otherwise */
  protected readonly anew = linkedSignal({ source: this.importId, computation: () => false });
  protected readonly state = computed(() => this.one()?.state);
  protected readonly reads = computed(() => this.state() === 'received' || (this.state() === 'checked' && this.anew()));
  protected readonly step = computed(() => {
    const state = this.state();
    return state === undefined ? null : this.reads() ? STEP.received : STEP[state];
  });
  protected readonly steps = computed(() => STEPS.map((step) => this.language.say(`members.import.steps.${step}`)));
  protected readonly working = computed(() => {
    const one = this.one();
    if (one === null || !isMoving(one)) return null;
    const { done, total } = one.progress ?? { done: 0, total: 0 };
    const count = (value: number): string => (one.state === 'applying' ? this.formats.count(value) : this.formats.bytes(value));
    const key = one.state === 'applying' ? 'lines' : 'bytes';
    const words = total === 0 ? undefined : this.language.say(`members.import.working.${key}`, { done: count(done), all: count(total) });
    return { label: this.language.say(`members.import.working.${one.state}`), done, total, words };
  });
  /** what those who hear the page are told whenever it comes to stand elsewhere */
  protected readonly said = computed(() => {
    const one = this.one();
    if (one === null) return '';
    const found = this.words.found(one);
    return found === null ? this.words.state(one.state) : `${this.words.state(one.state)}. ${found}`;
  });
  protected readonly by = computed(() => {
    const one = this.one();
    return one === null ? '' : this.language.say('members.import.outcome.brought', { who: this.words.by(one.by), at: this.formats.moment(one.createdAt) });
  });
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);

  constructor() {
    freshWhile(this.read, () => {
      const one = this.one();
      return one !== null && isMoving(one);
    });
    inject(DestroyRef).onDestroy(() => this.uploads.forget());
    // a file that takes the place of this one ends it, whether the new one arrives or not
    let before = false;
    effect(() => {
      const now = this.uploads.running();
      if (before && !now) untracked(() => this.read.reload());
      before = now;
    });
  }

  protected changed(now: MemberImport): void {
    this.anew.set(false);
    this.read.set(now);
    this.beginAtTop();
  }

  protected readAnew(): void {
    this.anew.set(true);
    this.beginAtTop();
  }

  protected async arrived({ id }: MemberImport): Promise<void> {
    await this.router.navigateByUrl(importAddress(this.organizationId(), id));
  }

  protected async cancel(): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      await this.api.post(`${this.path()}/cancellation`, {}, this.cancelling);
      this.toasts.show(this.language.say('members.import.openOne.cancelled'));
      await this.router.navigateByUrl(this.back());
    } catch (failure) {
      this.problem.set(problemOf(failure));
      this.read.reload();
    }
    this.busy.set(false);
  }

  /** What was pressed is gone with its part of the page: keyboards go on from the title. */
  private beginAtTop(): void {
    afterNextRender(() => this.element.querySelector<HTMLElement>('h1')?.focus(), { injector: this.injector });
  }
}
