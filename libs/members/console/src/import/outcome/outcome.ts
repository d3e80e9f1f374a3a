import { DOCUMENT, Component, computed, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { memberNumberText, type ImportReportLine, type MemberImport } from '@smartpar/members/model';
import { Column, Icon, Language, List, ShareBar, keysetList, type Share } from '@smartpar/platform/ui';
import { membersAddress } from '../../members-address';
import { importsAddress, importsPath } from '../import-address';
import { sharesOf } from '../import-shares';
import { STATE_ICONS } from '../open-states';
import { ImportUpload } from '../upload/upload';

/** What became of an import that is over, line by line and by member number. */
@Component({
  selector: 'sp-outcome',
  imports: [Column, Icon, ImportUpload, List, MatButton, RouterLink, ShareBar, TranslocoPipe],
  templateUrl: './outcome.html',
  styleUrl: './outcome.scss',
})
export class Outcome {
  private readonly document = inject(DOCUMENT);
  private readonly language = inject(Language);

  readonly organizationId = input.required<string>();
  readonly of = input.required<MemberImport>();
  readonly arrived = output<MemberImport>();

  protected readonly icons = STATE_ICONS;
  protected readonly members = computed(() => membersAddress(this.organizationId()));
  protected readonly another = computed(() => importsAddress(this.organizationId()));
  protected readonly report = keysetList<ImportReportLine>(() =>
    this.of().result === null ? undefined : { path: `${importsPath(this.organizationId())}/${this.of().id}/report` },
  );
  protected readonly keyOf = ({ line }: ImportReportLine): string => String(line);
  protected readonly number = memberNumberText;
  protected readonly shares = computed<readonly Share[]>(() => {
    const result = this.of().result;
    if (result === null) return [];
    const share = sharesOf(this.language, 'members.import.outcome', result);
    const all = [
      share('added', 'good', 'plus'),
      share('changed', 'told', 'edit'),
      share('written', 'told', 'edit'),
      share('unchanged', 'quiet', 'check'),
      share('leftOut', 'soon', 'close'),
    ];
    return all.filter(({ count }, index) => index === 0 || count > 0);
  });

  protected print(): void {
    this.document.defaultView?.print();
  }
}
