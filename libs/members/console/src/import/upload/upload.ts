import { Component, DestroyRef, computed, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import type { MemberImport } from '@smartpar/members/model';
import { FileChoice, Formats, Icon, Language, ProblemNote, WorkProgress } from '@smartpar/platform/ui';
import { IMPORT_SENTENCES } from '../import-sentences';
import { ImportUploads } from './import-uploads';

/** Where a file is brought: chosen, sent, and refused in plain words where it cannot be taken. */
@Component({
  selector: 'sp-import-upload',
  imports: [FileChoice, Icon, MatButton, ProblemNote, TranslocoPipe, WorkProgress],
  templateUrl: './upload.html',
  host: { class: 'sp-stack' },
})
export class ImportUpload {
  private readonly destroyed = inject(DestroyRef);
  private readonly uploads = inject(ImportUploads);
  private readonly formats = inject(Formats);
  private readonly language = inject(Language);

  readonly organizationId = input.required<string>();
  /** the import that is cancelled for the new file; none without it */
  readonly instead = input<string | null>(null);
  readonly arrived = output<MemberImport>();

  protected readonly sentences = IMPORT_SENTENCES;
  protected readonly label = computed(() => this.language.say(`members.import.file.${this.instead() === null ? 'choose' : 'chooseMended'}`));
  /** what was begun here; another organization's is none of this one's */
  protected readonly own = computed(() => {
    const current = this.uploads.current();
    return current?.organizationId === this.organizationId() ? current : null;
  });
  protected readonly running = this.uploads.running;
  protected readonly problem = computed(() => (this.own() === null ? null : this.uploads.problem()));
  protected readonly passing = computed(() => this.problem()?.passing === true || this.problem()?.code === 'member-import.incomplete');
  protected readonly sent = computed(() => Math.min(this.uploads.sent(), this.own()?.file.size ?? 0));
  protected readonly far = computed(() => {
    const all = this.own()?.file.size ?? 0;
    if (this.sent() >= all) return this.language.say('members.import.file.arrived');
    return this.language.say('members.import.file.sendingFar', { sent: this.formats.bytes(this.sent()), all: this.formats.bytes(all) });
  });

  protected async send(file: File): Promise<void> {
    this.hand(await this.uploads.begin(this.organizationId(), file, this.instead()));
  }

  protected async again(): Promise<void> {
    this.hand(await this.uploads.again());
  }

  private hand(made: MemberImport | null): void {
    // whoever left the page meanwhile stays where they are
    if (made !== null && !this.destroyed.destroyed) this.arrived.emit(made);
  }
}
