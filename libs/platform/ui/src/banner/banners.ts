import { Injectable, computed, signal } from '@angular/core';

/** How pressing a banner is. */
export type BannerTone = 'told' | 'soon' | 'late';

/** A sentence above every page, for as long as it is true. */
export interface Banner {
  /** tells it from others; showing the same id again replaces it */
  readonly id: string;
  readonly tone: BannerTone;
  /** text key of the sentence */
  readonly text: string;
  readonly figures?: Readonly<Record<string, string | number>>;
  /** what can be done about it */
  readonly action?: { readonly label: string; readonly run: () => void };
  /** the reader may put it away */
  readonly dismissible?: boolean;
}

/** What stands above every page at the moment. */
@Injectable({ providedIn: 'root' })
export class Banners {
  private readonly shown = signal<ReadonlyMap<string, Banner>>(new Map());

  /** In the order they came up. */
  readonly all = computed(() => [...this.shown().values()]);

  /** Shows a banner, in the place of one with the same id. */
  show(banner: Banner): void {
    this.shown.update((shown) => new Map(shown).set(banner.id, banner));
  }

  /** Takes a banner down. */
  remove(id: string): void {
    this.shown.update((shown) => new Map([...shown].filter(([shownId]) => shownId !== id)));
  }
}
