import { Component, computed, inject, input } from '@angular/core';
import { leadsTo, openAddress, type Way, Ways } from '@smartpar/platform/ui';
import { Abilities } from '../abilities/abilities';

/** What somebody must be able to do. */
interface Need {
  readonly action: string;
  readonly noun: string;
}

/** One page of a part of the product. */
export interface AreaPage {
  /** below the part's own address */
  readonly path: string;
  /** text key */
  readonly label: string;
  readonly needs: Need;
  /** whoever may do this goes another way */
  readonly unless?: Need;
}

/** Pages that belong together. */
export interface Area {
  /** text key */
  readonly label: string;
  readonly pages: readonly AreaPage[];
}

/** How many pages stand side by side without being parted into areas. */
const FEW = 5;

/**
 * The ways through a part of the product, above whichever page of it is open; only those one may go. Where there are many, they are parted into areas,
 * and the pages of the area that is open stand beneath.
 */
@Component({
  selector: 'sp-area-ways',
  imports: [Ways],
  templateUrl: './area-ways.html',
})
export class AreaWays {
  private readonly abilities = inject(Abilities);
  private readonly here = openAddress();

  /** the address of the part: `/org/o1/settings` */
  readonly address = input.required<string>();
  readonly areas = input.required<readonly Area[]>();
  /** what the ways lead through, and what the areas are of, in the reader's language */
  readonly label = input.required<string>();
  readonly areasLabel = input.required<string>();

  private readonly open = computed(() =>
    this.areas()
      .map(({ label, pages }) => ({ label, ways: this.waysTo(pages) }))
      .filter(({ ways }) => ways.length > 0),
  );

  private readonly all = computed(() => this.open().flatMap(({ ways }) => ways));

  protected readonly waysToAreas = computed<readonly Way[]>(() =>
    this.all().length <= FEW
      ? []
      : this.open().map(({ label, ways }) => ({ label, address: ways[0]?.address ?? '', among: ways.map(({ address }) => address) })),
  );

  protected readonly waysToPages = computed<readonly Way[]>(() => {
    const area = this.waysToAreas().find((way) => leadsTo(way, this.here()));
    return area === undefined ? this.all() : this.all().filter(({ address }) => area.among?.includes(address));
  });

  private waysTo(pages: readonly AreaPage[]): readonly Way[] {
    const allowed = pages.filter(({ needs, unless }) => this.may(needs) && (unless === undefined || !this.may(unless)));
    return allowed.map(({ path, label }) => ({ address: `${this.address()}/${path}`, label }));
  }

  private may({ action, noun }: Need): boolean {
    return this.abilities.can(action, noun);
  }
}
