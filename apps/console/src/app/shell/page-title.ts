import { Injectable, effect, inject, signal } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { TitleStrategy, type RouterStateSnapshot } from '@angular/router';
import { Language, PageHeading } from '@smartpar/platform/ui';

/** Titles of routes are text keys, and where a route has none the page says its own; the window's title follows the page and the language. */
@Injectable({ providedIn: 'root' })
export class PageTitle extends TitleStrategy {
  private readonly title = inject(Title);
  private readonly language = inject(Language);
  private readonly heading = inject(PageHeading);
  private readonly key = signal<string | null>(null);

  constructor() {
    super();
    effect(() => {
      const key = this.key();
      const product = this.language.say('product');
      const page = key === null ? this.heading.words() : this.language.knows(key) ? this.language.say(key) : null;
      this.title.setTitle(page === null ? product : `${page} · ${product}`);
    });
  }

  override updateTitle(snapshot: RouterStateSnapshot): void {
    this.key.set(this.buildTitle(snapshot) ?? null);
  }
}
