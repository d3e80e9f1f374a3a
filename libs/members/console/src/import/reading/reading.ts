import { httpResource } from '@angular/common/http';
import { Component, ElementRef, computed, inject, input, linkedSignal, output, signal, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import { IMPORT_DELIMITERS, type ImportDelimiter, type ImportEncoding, type ImportPreview, memberNumberText, type MemberImport } from '@smartpar/members/model';
import { LOCALES, type Locale } from '@smartpar/platform/contract';
import { Act, Api, Control, Field, Formats, Icon, Language, Pending, ProblemNote, apiAddress, problemOf, type Problem } from '@smartpar/platform/ui';
import { columnFault, type ColumnChoice } from '../columns/column-choice';
import { Columns } from '../columns/columns';
import { EncodingChoice } from '../encoding-choice/encoding-choice';
import { importsPath } from '../import-address';
import { IMPORT_SENTENCES } from '../import-sentences';
import { ImportUpload } from '../upload/upload';
import { ImportWords } from '../words/import-words';

/** How a file reads: its letters, what stands between its columns, and what each column is. Then it is checked. */
@Component({
  selector: 'sp-reading',
  imports: [Columns, Control, EncodingChoice, Field, Icon, ImportUpload, MatButton, Pending, ProblemNote, TranslocoPipe],
  templateUrl: './reading.html',
  styleUrl: './reading.scss',
})
export class Reading {
  private readonly api = inject(Api);
  private readonly act = new Act();
  private readonly note = viewChild<ElementRef<HTMLElement>>('note');
  protected readonly formats = inject(Formats);
  protected readonly language = inject(Language);
  protected readonly words = inject(ImportWords);

  readonly organizationId = input.required<string>();
  readonly of = input.required<MemberImport>();
  readonly changed = output<MemberImport>();
  /** another file took the place of one that cannot be read */
  readonly arrived = output<MemberImport>();

  protected readonly sentences = IMPORT_SENTENCES;
  protected readonly delimiters = IMPORT_DELIMITERS;
  protected readonly locales = LOCALES;
  protected readonly number = memberNumberText;
  private readonly path = computed(() => `${importsPath(this.organizationId())}/${this.of().id}`);
  protected readonly previewPath = computed(() => `${this.path()}/preview`);
  private readonly id = computed(() => this.of().id);
  /** what was said about the letters: before, or now; a guess that leaves no doubt is as good as said */
  protected readonly said = linkedSignal<string, ImportEncoding | null>({ source: this.id, computation: () => this.of().reading?.encoding ?? null });
  private readonly saidDelimiter = linkedSignal<string, ImportDelimiter | null>({
    source: this.id,
    computation: () => this.of().reading?.delimiter ?? null,
  });
  protected readonly preview = httpResource<ImportPreview>(() => {
    if (!this.of().may.preview) return undefined;
    const [encoding, delimiter] = [this.said(), this.saidDelimiter()];
    return { url: apiAddress(this.previewPath()), params: { ...(encoding !== null && { encoding }), ...(delimiter !== null && { delimiter }) } };
  });
  /** what is shown stays until another reading is there */
  protected readonly shown = linkedSignal<ImportPreview | null, ImportPreview | null>({
    source: () => (this.preview.hasValue() ? this.preview.value() : null),
    computation: (now, before) => now ?? before?.value ?? null,
  });
  protected readonly chosenEncoding = computed(() => {
    const guess = this.shown()?.guess;
    return this.said() ?? (guess?.certain === true ? guess.encoding : null);
  });
  protected readonly columns = linkedSignal<ImportPreview | null, readonly ColumnChoice[]>({
    source: this.shown,
    computation: (now, before) => {
      const suggested = now?.columns.map(({ field }) => field) ?? [];
      const told = before === undefined ? (this.of().reading?.columns ?? null) : before.value;
      return told !== null && told.length === suggested.length ? told : suggested;
    },
  });
  protected readonly locale = linkedSignal<string, Locale>({ source: this.id, computation: () => this.of().reading?.locale ?? this.language.current() });
  protected readonly fault = computed(() => (this.shown() === null || this.unreadable() !== null ? null : columnFault(this.columns())));
  protected readonly leftOut = computed(() => {
    const count = this.columns().filter((field) => field === null).length;
    return count === 0 ? null : this.language.sayCount('members.import.reading.leftOut', count);
  });
  protected readonly unreadable = computed(() => this.shown()?.problem ?? null);
  protected readonly tried = signal(false);
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);

  protected separate(word: string): void {
    this.saidDelimiter.set(IMPORT_DELIMITERS.find((one) => one === word) ?? null);
  }

  protected speak(word: string): void {
    this.locale.set(LOCALES.find((one) => one === word) ?? this.locale());
  }

  protected async check(event: Event): Promise<void> {
    event.preventDefault();
    this.tried.set(true);
    const [encoding, delimiter] = [this.chosenEncoding(), this.shown()?.delimiter];
    const hopeless = this.fault() !== null || this.unreadable() !== null;
    if (hopeless) this.note()?.nativeElement.focus();
    if (encoding === null || delimiter === undefined || hopeless || this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    const message = { encoding, delimiter, columns: this.columns(), locale: this.locale() };
    try {
      this.changed.emit(await this.api.post<MemberImport>(`${this.path()}/check`, message, this.act));
    } catch (failure) {
      this.problem.set(problemOf(failure));
    }
    this.busy.set(false);
  }
}
