import { Component, computed, inject, input, output, DOCUMENT } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import { CopyButton, Icon, Language } from '@smartpar/platform/ui';

/** Recovery codes, this once: to be copied, kept as a file or printed. */
@Component({
  selector: 'sp-recovery-codes',
  imports: [CopyButton, Icon, MatButton, TranslocoPipe],
  templateUrl: './recovery-codes.html',
  styleUrl: './recovery-codes.scss',
})
export class RecoveryCodes {
  private readonly document = inject(DOCUMENT);
  private readonly language = inject(Language);

  /** ten of them; none where they were shown before */
  readonly codes = input.required<readonly string[]>();
  /** the person says that they are kept */
  readonly kept = output();

  protected readonly text = computed(() => this.codes().join('\n'));

  /** Hands them over as a file; they go nowhere else. */
  protected download(): void {
    const address = URL.createObjectURL(new Blob([`${this.language.say('identity.codes.fileTitle')}\n\n${this.text()}\n`], { type: 'text/plain' }));
    const link = this.document.createElement('a');
    link.href = address;
    link.download = this.language.say('identity.codes.fileName');
    link.click();
    URL.revokeObjectURL(address);
  }

  protected print(): void {
    this.document.defaultView?.print();
  }
}
