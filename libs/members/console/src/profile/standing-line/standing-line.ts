import { Component, computed, inject, input } from '@angular/core';
import type { FieldStanding } from '@smartpar/members/model';
import { Formats, Language } from '@smartpar/platform/ui';

/**
 * Where a value comes from, since when it is as it is, and who may change it, in one quiet sentence:
 *
 * `<sp-standing-line [of]="member.fields.department" />`
 *
 * Nothing where the value is not shown.
 */
@Component({
  selector: 'sp-standing-line',
  template: `{{ sentence() }}`,
  styleUrl: './standing-line.scss',
  host: { class: 'sp-quiet', '[hidden]': "sentence() === ''" },
})
export class StandingLine {
  private readonly language = inject(Language);
  private readonly formats = inject(Formats);

  readonly of = input<Pick<FieldStanding, 'source' | 'since' | 'editors'> | undefined>();

  protected readonly sentence = computed(() => {
    const standing = this.of();
    if (standing === undefined) return '';
    const { source, since, editors } = standing;
    const who = this.language.say(`members.kept.editors.${editors.join('-')}`);
    if (source === null || since === null) return who;
    return `${this.language.say(`members.kept.source.${source}`, { day: this.formats.day(since) })} ${who}`;
  });
}
