import { Component, computed, inject, input } from '@angular/core';
import { provideTranslocoScope, TranslocoPipe } from '@jsverse/transloco';
import { type AbilityName, withWhatTheyNeed } from '@smartpar/access/model';
import { Language } from '@smartpar/platform/ui';
import { RoleWords } from '../../roles/role-words';
import { explainTexts } from '../explain-texts';

/** What composing or changing a role would make different for its holders, worked out as the server does when it is saved. */
@Component({
  selector: 'sp-role-change',
  imports: [TranslocoPipe],
  providers: [provideTranslocoScope(explainTexts)],
  templateUrl: './role-change.html',
  styleUrl: './role-change.scss',
})
export class RoleChange {
  private readonly words = inject(RoleWords);
  private readonly language = inject(Language);

  /** what the role permits now; nothing where it is new */
  readonly before = input.required<readonly string[]>();
  /** what is ticked */
  readonly chosen = input.required<readonly string[]>();
  /** all that a role can be composed of */
  readonly known = input.required<readonly string[]>();
  /** how many hold it; none where it is new */
  readonly holders = input(0);

  private readonly after = computed(() => withWhatTheyNeed(this.chosen().filter(isName), this.known().filter(isName)));
  protected readonly along = computed(() => new Set<string>(this.after().filter((name) => !this.chosen().includes(name))));
  protected readonly held = computed(() => (this.holders() === 0 ? '' : this.language.sayCount('explain.roleChange.holders', this.holders())));
  protected readonly parts = computed(() =>
    [
      { kind: 'gains', groups: this.words.groups(this.after().filter((name) => !this.before().includes(name))) },
      { kind: 'loses', groups: this.words.groups(this.before().filter((name) => !this.after().some((one) => one === name))) },
    ].filter(({ groups }) => groups.length > 0),
  );
}

const isName = (text: string): text is AbilityName => text.includes('.');
