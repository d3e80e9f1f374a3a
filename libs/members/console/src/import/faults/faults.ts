import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Page } from '@smartpar/kernel';
import type { ImportLineFault } from '@smartpar/members/model';
import { Api, Column, CountPipe, Icon, Language, List, ProblemNote, SavedFiles, csvText, keysetList, problemOf, type Problem } from '@smartpar/platform/ui';
import { importsPath } from '../import-address';
import { ImportWords } from '../words/import-words';

/** How many faults are fetched at once for the file of them, and at most. */
const PAGE = 100;
const MOST = 5_000;

/** Every fault of a file by line: where, what is wrong, and what to do; also as a file to work with. */
@Component({
  selector: 'sp-import-faults',
  imports: [Column, CountPipe, Icon, List, MatButton, ProblemNote, TranslocoPipe],
  templateUrl: './faults.html',
  styleUrl: './faults.scss',
})
export class Faults {
  private readonly api = inject(Api);
  private readonly language = inject(Language);
  private readonly saved = inject(SavedFiles);
  protected readonly words = inject(ImportWords);

  readonly organizationId = input.required<string>();
  readonly importId = input.required<string>();

  protected readonly most = MOST;
  private readonly path = computed(() => `${importsPath(this.organizationId())}/${this.importId()}/faults`);
  protected readonly faults = keysetList<ImportLineFault>(() => ({ path: this.path() }));
  protected readonly keyOf = ({ line, column, code, field }: ImportLineFault): string => `${line} ${column} ${field} ${code}`;
  protected readonly fetching = signal(false);
  protected readonly cut = signal(false);
  protected readonly problem = signal<Problem | null>(null);

  protected async download(): Promise<void> {
    if (this.fetching()) return;
    this.fetching.set(true);
    this.problem.set(null);
    try {
      const faults = await this.all();
      const say = (key: string): string => this.language.say(`members.import.found.faults.${key}`);
      const lines = faults.map((fault) => [String(fault.line), this.words.column(fault), this.words.what(fault), this.words.todo(fault)]);
      const text = csvText([['line', 'column', 'wrong', 'todo'].map(say), ...lines], this.language.current() === 'de' ? ';' : ',');
      this.saved.save(say('fileName'), new Blob([text], { type: 'text/csv' }));
    } catch (failure) {
      this.problem.set(problemOf(failure));
    }
    this.fetching.set(false);
  }

  private async all(): Promise<readonly ImportLineFault[]> {
    const all: ImportLineFault[] = [];
    let next: string | null = null;
    do {
      const page: Page<ImportLineFault> = await this.api.get(this.path(), { size: PAGE, ...(next !== null && { after: next }) });
      all.push(...page.items);
      next = page.next;
    } while (next !== null && all.length < MOST);
    this.cut.set(next !== null);
    return all;
  }
}
