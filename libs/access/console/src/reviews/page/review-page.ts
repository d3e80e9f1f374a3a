import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { REASON_WORDS_MIN, type AccessReview } from '@smartpar/access/model';
import {
  Act,
  Api,
  Control,
  Field,
  Formats,
  Icon,
  Language,
  MomentPipe,
  PageHeader,
  Pending,
  ProblemNote,
  SavedFiles,
  Toasts,
  apiAddress,
  freshOnReturn,
  problemOf,
  type Problem,
} from '@smartpar/platform/ui';
import { firstValueFrom } from 'rxjs';
import { ReviewItems } from '../items/review-items';
import { ReviewStateChip } from '../review-state';
import { ReviewWords } from '../review-words';

/** One review: what it looks at, answered here on the same page, who was asked, and in the end its certificate. */
@Component({
  selector: 'sp-review-page',
  imports: [Control, Field, Icon, MatButton, MomentPipe, PageHeader, Pending, ProblemNote, ReviewItems, ReviewStateChip, RouterLink, TranslocoPipe],
  templateUrl: './review-page.html',
  styleUrl: './review-page.scss',
})
export class ReviewPage {
  private readonly api = inject(Api);
  private readonly formats = inject(Formats);
  private readonly http = inject(HttpClient);
  private readonly language = inject(Language);
  private readonly saved = inject(SavedFiles);
  private readonly toasts = inject(Toasts);
  protected readonly words = inject(ReviewWords);

  readonly organizationId = input.required<string>();
  readonly reviewId = input.required<string>();

  protected readonly cameOfIt = ['kept', 'reduced', 'revoked', 'gone', 'silent'] as const;
  protected readonly review = httpResource<AccessReview>(() => apiAddress(this.path()));
  protected readonly title = computed(() =>
    this.review.hasValue() ? this.language.say('reviews.day', { day: this.formats.day(this.review.value().startedAt) }) : '',
  );
  private readonly act = new Act();
  protected readonly reason = signal('');
  protected readonly tried = signal(false);
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);

  constructor() {
    freshOnReturn(this.review);
  }

  protected tooShort(): boolean {
    return this.tried() && this.reason().trim().length < REASON_WORDS_MIN;
  }

  protected async stop(): Promise<void> {
    this.tried.set(true);
    const reason = this.reason().trim();
    if (reason.length >= REASON_WORDS_MIN) await this.send('stop', { reason }, 'reviews.page.stopped');
  }

  protected async close(): Promise<void> {
    await this.send('close', { early: true }, 'reviews.page.closed_done');
  }

  /** Keeps the certificate as a file: to read, or as it was signed. */
  protected async keep(kind: 'pdf' | 'json'): Promise<void> {
    this.problem.set(null);
    const [path, name] = kind === 'pdf' ? ['certificate.pdf', 'reviews.page.pdfName'] : ['certificate', 'reviews.page.jsonName'];
    const params: Readonly<Record<string, string>> = kind === 'pdf' ? { locale: this.language.current() } : {};
    try {
      const file = await firstValueFrom(this.http.get(apiAddress(`${this.path()}/${path}`), { params, responseType: 'blob' }));
      const day = this.review.hasValue() ? (this.review.value().closedAt ?? '').slice(0, 10) : '';
      this.saved.save(this.language.say(name, { day }), file);
    } catch (failure) {
      this.problem.set(problemOf(failure));
    }
  }

  private async send(what: 'stop' | 'close', body: object, said: string): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      this.review.set(await this.api.post<AccessReview>(`${this.path()}/${what}`, body, this.act));
      this.toasts.show(this.language.say(said));
    } catch (failure) {
      this.problem.set(problemOf(failure));
      this.review.reload();
    }
    this.busy.set(false);
  }

  private path(): string {
    return `/organizations/${this.organizationId()}/access-reviews/${this.reviewId()}`;
  }
}
