import { DOCUMENT, Component, computed, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import type { MemberImport } from '@smartpar/members/model';
import { Icon, Language, MomentPipe, ShareBar, type Share } from '@smartpar/platform/ui';
import { Apply } from '../apply/apply';
import { Faults } from '../faults/faults';
import { sharesOf } from '../import-shares';
import { ImportUpload } from '../upload/upload';

/** What a file would do: in figures, fault by fault, and the decision about it. */
@Component({
  selector: 'sp-findings',
  imports: [Apply, Faults, Icon, ImportUpload, MatButton, MomentPipe, ShareBar, TranslocoPipe],
  templateUrl: './findings.html',
  styleUrl: './findings.scss',
})
export class Findings {
  private readonly document = inject(DOCUMENT);
  private readonly language = inject(Language);

  readonly organizationId = input.required<string>();
  readonly of = input.required<MemberImport>();
  readonly changed = output<MemberImport>();
  readonly outdated = output();
  /** the file is to be read otherwise */
  readonly anew = output();
  readonly arrived = output<MemberImport>();

  protected readonly faulty = computed(() => this.of().counts?.faulty ?? 0);
  protected readonly lines = computed(() => this.language.sayCount('members.import.found.lines', this.of().counts?.lines ?? 0));
  protected readonly further = computed(() => {
    const count = this.of().furtherValues;
    return count === 0 ? null : this.language.sayCount('members.import.found.further', count);
  });
  protected readonly shares = computed<readonly Share[]>(() => {
    const counts = this.of().counts;
    if (counts === null) return [];
    const share = sharesOf(this.language, 'members.import.found', counts);
    const [first, ...others] = [
      share('new', 'good', 'plus'),
      share('changed', 'told', 'edit'),
      share('existing', 'told', 'edit'),
      share('unchanged', 'quiet', 'check'),
      share('skipped', 'soon', 'lock'),
    ];
    return [...(first ? [first] : []), ...others.filter(({ count }) => count > 0), share('faulty', 'late', 'alert')];
  });

  protected print(): void {
    this.document.defaultView?.print();
  }
}
