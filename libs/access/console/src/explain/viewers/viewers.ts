import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, model } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { type GrantedRole, PROFILE_CATEGORIES, roleWord, type ProfileCategory, type ViewerLine, type ViewerPage } from '@smartpar/access/model';
import { apiAddress, Column, Icon, keysetList, Language, List, PersonLine, Segmented } from '@smartpar/platform/ui';
import { freshOnChange } from '../../changes/fresh-on-change';
import { ExplainWords } from '../explain-words';
import { SightLines } from '../lines/sight-lines';

/** Who may see one kind of a person's data, and why: the roles it is given to for good, and each person. */
@Component({
  selector: 'sp-viewers',
  imports: [Column, Icon, List, PersonLine, RouterLink, Segmented, SightLines, TranslocoPipe],
  templateUrl: './viewers.html',
  styleUrl: './viewers.scss',
})
export class Viewers {
  protected readonly words = inject(ExplainWords);
  private readonly language = inject(Language);

  readonly organizationId = input.required<string>();
  readonly memberId = input.required<string>();
  readonly category = model.required<ProfileCategory>();

  protected readonly choices = computed(() => PROFILE_CATEGORIES.map((value) => ({ value, label: this.words.category(value) })));
  private readonly path = computed(() => `/organizations/${this.organizationId()}/members/${this.memberId()}/viewers`);
  /** whose data it is, and which roles are given it: what a page says beside its lines */
  protected readonly about = httpResource<ViewerPage>(() => apiAddress(`${this.path()}?category=${this.category()}&size=1`));
  protected readonly viewers = keysetList<ViewerLine>(() => ({ path: this.path(), query: { category: this.category(), size: 25 } }));
  protected readonly keyOf = ({ member }: ViewerLine): string => member.id;

  constructor() {
    freshOnChange(this.about);
    freshOnChange(this.viewers);
  }

  protected role(role: GrantedRole): string {
    return this.language.say(roleWord(role));
  }

  protected choose(value: string): void {
    const category = PROFILE_CATEGORIES.find((one) => one === value);
    if (category !== undefined) this.category.set(category);
  }
}
