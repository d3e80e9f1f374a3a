import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ExtractAct, ExtractView } from '@smartpar/access/model';
import {
  Act,
  Api,
  FileTransfer,
  Formats,
  Icon,
  Language,
  MomentPipe,
  PageHeader,
  Pending,
  ProblemNote,
  RecordPage,
  SavedFiles,
  Toasts,
  WorkProgress,
  apiAddress,
  freshWhile,
  problemOf,
} from '@smartpar/platform/ui';
import type { Problem } from '@smartpar/platform/ui';
import { DecideExtract } from '../decide/decide-extract';
import { ExtractWords } from '../extract-words';
import { ExtractStandingChip } from '../standing/extract-standing';

/** What to say where the file could not be fetched. */
const FETCHING = {
  'extract.state_forbids': 'extracts.page.settled',
  'extract.access_ended': 'extracts.page.accessEnded',
  not_found: 'extracts.page.accessEnded',
  unreachable: 'extracts.page.broken',
};

/** What to say where it could not be taken back, ended or destroyed. */
const ENDING = { 'extract.state_forbids': 'extracts.page.settled', not_found: 'extracts.page.settled' };

/** One extract: decided here, followed while it is written, fetched and destroyed. */
@Component({
  selector: 'sp-extract-page',
  imports: [
    DecideExtract,
    ExtractStandingChip,
    Icon,
    MatButton,
    MomentPipe,
    PageHeader,
    Pending,
    ProblemNote,
    RecordPage,
    RouterLink,
    TranslocoPipe,
    WorkProgress,
  ],
  templateUrl: './extract-page.html',
  styleUrls: ['../../styles/record.scss', '../../granting/grant/grant-page.scss'],
})
export class ExtractPage {
  private readonly api = inject(Api);
  private readonly files = inject(FileTransfer);
  private readonly formats = inject(Formats);
  private readonly language = inject(Language);
  private readonly saved = inject(SavedFiles);
  private readonly toasts = inject(Toasts);
  protected readonly words = inject(ExtractWords);

  readonly organizationId = input.required<string>();
  readonly extractId = input.required<string>();

  protected readonly path = computed(() => `/organizations/${this.organizationId()}/extracts/${this.extractId()}`);
  protected readonly read = httpResource<ExtractView>(() => apiAddress(this.path()));
  /** a reading that fails once leaves what is shown; another extract shows nothing of the one before */
  protected readonly extract = linkedSignal<{ readonly id: string; readonly now: ExtractView | null }, ExtractView | null>({
    source: () => ({ id: this.extractId(), now: this.read.hasValue() ? this.read.value() : null }),
    computation: ({ id, now }, before) => now ?? (before?.source.id === id ? before.value : null),
  });
  protected readonly done = computed(() => {
    const { stored, noAccess, gone } = this.extract()?.progress ?? { stored: 0, noAccess: 0, gone: 0 };
    return stored + noAccess + gone;
  });
  protected readonly far = computed(() =>
    this.language.say('extracts.page.far', { done: this.formats.count(this.done()), all: this.formats.count(this.extract()?.people ?? 0) }),
  );
  /** what became of everybody, once nothing is written any more */
  protected readonly outcome = computed(() => {
    const extract = this.extract();
    return extract === null || extract.doneAt === null ? [] : this.outcomeOf(extract);
  });
  private readonly ending = new Act();
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly sentences = signal<Readonly<Record<string, string>>>({});

  constructor() {
    freshWhile(this.read, () => this.extract()?.standing === 'running');
  }

  protected async fetch(): Promise<void> {
    await this.during(FETCHING, async () => {
      const file = await this.files.fetch(`${this.path()}/file`, { locale: this.language.current() });
      this.saved.save(this.language.say('extracts.page.fileName', { day: (this.extract()?.doneAt ?? '').slice(0, 10) }), file);
      this.toasts.show(this.language.say('extracts.page.fetched'));
    });
  }

  protected async end(said: string): Promise<void> {
    await this.during(ENDING, async () => {
      await this.api.post<ExtractAct>(`${this.path()}/end`, {}, this.ending);
      this.toasts.show(this.language.say(`extracts.page.${said}`));
    });
  }

  private async during(sentences: Readonly<Record<string, string>>, work: () => Promise<void>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    this.sentences.set(sentences);
    try {
      await work();
    } catch (failure) {
      this.problem.set(problemOf(failure));
    } finally {
      this.busy.set(false);
      this.read.reload();
    }
  }

  private outcomeOf({ people, progress: { stored, noAccess, gone }, stop }: ExtractView): readonly string[] {
    const rest = people - stored - noAccess - gone;
    return [
      ...(stop === null ? [] : [this.language.say(`extracts.stop.${stop}`)]),
      this.language.sayCount('extracts.page.stored', stored),
      ...(noAccess === 0 ? [] : [this.language.sayCount('extracts.page.noAccess', noAccess)]),
      ...(gone === 0 ? [] : [this.language.sayCount('extracts.page.gone', gone)]),
      ...(rest === 0 ? [] : [this.language.sayCount('extracts.page.rest', rest)]),
    ];
  }
}
