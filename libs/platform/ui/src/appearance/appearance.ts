import { DOCUMENT, Injectable, effect, inject, signal } from '@angular/core';
import { StoredChoice } from '../stored-choice/stored-choice';

/** Light, dark, or whatever the system says. */
export type Theme = 'system' | 'light' | 'dark';

/** How much room things take. */
export type Density = 'comfortable' | 'compact';

/** How the console looks on this device: theme and density, stored and set at the document's root. */
@Injectable({ providedIn: 'root' })
export class Appearance {
  private readonly stored = inject(StoredChoice);
  private readonly root = inject(DOCUMENT).documentElement;
  private readonly chosenTheme = signal<Theme>(themeOf(this.stored.read('theme')));
  private readonly chosenDensity = signal<Density>(this.stored.read('density') === 'compact' ? 'compact' : 'comfortable');

  readonly theme = this.chosenTheme.asReadonly();
  readonly density = this.chosenDensity.asReadonly();

  constructor() {
    effect(() => this.mark('theme', this.theme() === 'system' ? null : this.theme()));
    effect(() => this.mark('density', this.density() === 'comfortable' ? null : this.density()));
  }

  /** Changes the theme; `system` forgets the choice. */
  useTheme(theme: Theme): void {
    this.chosenTheme.set(theme);
    this.stored.write('theme', theme === 'system' ? null : theme);
  }

  /** Changes the density. */
  useDensity(density: Density): void {
    this.chosenDensity.set(density);
    this.stored.write('density', density === 'comfortable' ? null : density);
  }

  private mark(name: string, value: string | null): void {
    if (value === null) this.root.removeAttribute(`data-${name}`);
    else this.root.setAttribute(`data-${name}`, value);
  }
}

const themeOf = (text: string | null): Theme => (text === 'light' || text === 'dark' ? text : 'system');
