import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Abilities } from '@smartpar/access/console';
import type { Page } from '@smartpar/kernel';
import type { MemberImport } from '@smartpar/members/model';
import { Icon, apiAddress } from '@smartpar/platform/ui';
import { importAddress, importsPath } from '../import-address';
import { STATE_ICONS, isOpen } from '../open-states';
import { ImportWords } from '../words/import-words';

/** Leads whoever comes to the list of members back to an import that is not finished; says nothing where there is none. */
@Component({
  selector: 'sp-import-under-way',
  imports: [Icon, RouterLink, TranslocoPipe],
  templateUrl: './under-way.html',
  styleUrl: './under-way.scss',
})
export class ImportUnderWay {
  private readonly abilities = inject(Abilities);
  protected readonly words = inject(ImportWords);

  readonly organizationId = input.required<string>();

  private readonly newest = httpResource<Page<MemberImport>>(() =>
    this.abilities.of(this.organizationId()).can('import', 'member') ? apiAddress(`${importsPath(this.organizationId())}?size=1`) : undefined,
  );
  protected readonly open = computed(() => {
    const [first] = this.newest.hasValue() ? this.newest.value().items : [];
    return first !== undefined && isOpen(first) ? first : null;
  });
  protected readonly link = computed(() => importAddress(this.organizationId(), this.open()?.id ?? ''));
  protected readonly icons = STATE_ICONS;
}
