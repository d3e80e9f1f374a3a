import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { MemberImport } from '@smartpar/members/model';
import { Column, Formats, Icon, Language, List, MomentPipe, type KeysetList } from '@smartpar/platform/ui';
import { importAddress } from '../import-address';
import { STATE_ICONS } from '../open-states';
import { ImportWords } from '../words/import-words';

/** Every import there was: when, by whom, and what came of it. */
@Component({
  selector: 'sp-past-imports',
  imports: [Column, Icon, List, MomentPipe, TranslocoPipe],
  templateUrl: './past-imports.html',
  styleUrl: './past-imports.scss',
})
export class PastImports {
  private readonly formats = inject(Formats);
  private readonly language = inject(Language);
  protected readonly words = inject(ImportWords);

  readonly organizationId = input.required<string>();
  readonly imports = input.required<KeysetList<MemberImport>>();

  protected readonly icons = STATE_ICONS;
  protected readonly keyOf = ({ id }: MemberImport): string => id;
  protected readonly linkOf = computed(() => {
    const organizationId = this.organizationId();
    return ({ id }: MemberImport) => [importAddress(organizationId, id)];
  });

  protected outcome({ result }: MemberImport): string {
    if (result === null) return this.language.say('members.import.past.nothing');
    const count = (value: number): string => this.formats.count(value);
    const figures = { added: count(result.added), changed: count(result.changed + result.written), leftOut: count(result.leftOut) };
    return this.language.say('members.import.past.counts', figures);
  }
}
