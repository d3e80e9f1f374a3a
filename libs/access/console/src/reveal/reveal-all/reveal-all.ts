import { Component, computed, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import { PROFILE_CATEGORIES, type Revealed, type Sight } from '@smartpar/access/model';
import { Icon } from '@smartpar/platform/ui';
import { Reveals } from '../reveals';

/**
 * Looks at everything that is hidden of a member at once, with one purpose and one reason: one look, which names all of it.
 *
 * `<sp-reveal-all [organizationId]="…" [memberId]="…" [sight]="member.sight" [about]="'M-10422'" (revealed)="together.set($event)" />`
 *
 * It is there where several values are hidden and there is a purpose for which all of them may be looked at.
 */
@Component({
  selector: 'sp-reveal-all',
  imports: [Icon, MatButton, TranslocoPipe],
  template: `
    @if (offered()) {
      <button matButton="outlined" type="button" class="sp-no-print" (click)="reveal()"><sp-icon name="eye" />{{ 'access.reveal.all' | transloco }}</button>
    }
  `,
})
export class RevealAll {
  private readonly reveals = inject(Reveals);

  readonly organizationId = input.required<string>();
  readonly memberId = input.required<string>();
  /** how each category is met, as the answer of the server says beside the values */
  readonly sight = input.required<Sight>();
  /** whose it is, in words the reader may know: a member number or a name */
  readonly about = input<string>();
  readonly revealed = output<Revealed>();

  private readonly hidden = computed(() => PROFILE_CATEGORIES.filter((category) => this.sight()[category] === 'on-reveal'));
  protected readonly offered = computed(() => this.hidden().length > 1 && this.reveals.purposesFor(this.organizationId(), this.hidden()).length > 0);

  protected async reveal(): Promise<void> {
    const memberId = this.memberId();
    const answer = await this.reveals.open({ organizationId: this.organizationId(), memberId, categories: this.hidden(), about: this.about() });
    if (answer !== undefined && memberId === this.memberId()) this.revealed.emit(answer);
  }
}
