import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router, RouterOutlet } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { mount } from '../../testing/src';
import { Language } from './language';
import { speaking } from './room-texts';

@Component({ selector: 'sp-garden', imports: [TranslocoPipe], template: `<h1>{{ 'garden.title' | transloco }}</h1>` })
class Garden {}

@Component({ selector: 'sp-way', imports: [RouterOutlet], template: '<router-outlet />' })
class Way {}

/** A room whose texts come when the spec says so. */
function slowRoom() {
  const arrive: Record<string, () => void> = {};
  const coming = (locale: string, title: string) => () =>
    new Promise<{ title: string }>((resolve) => {
      arrive[locale] = () => resolve({ title });
    });
  return { arrive, texts: { scope: 'garden', loader: { en: coming('en', 'Garden'), de: coming('de', 'Garten') } } };
}

async function garden() {
  const { arrive, texts } = slowRoom();
  const page = await mount(Way, { routes: [{ path: 'garden', ...speaking(texts), component: Garden }] });
  const gone = TestBed.inject(Router).navigateByUrl('/garden');
  await page.settle();
  return { page, arrive, gone };
}

describe('the texts of a room', () => {
  beforeEach(() => localStorage.clear());

  it('are there before its page is: no key is ever seen', async () => {
    const { page, arrive, gone } = await garden();
    expect(page.text()).toBe('');
    arrive['en']?.();
    await gone;
    await page.settle();
    expect(page.text()).toBe('Garden');
  });

  it('are there in another language before the language changes', async () => {
    const { page, arrive, gone } = await garden();
    arrive['en']?.();
    await gone;
    const changed = TestBed.inject(Language).use('de');
    await page.settle();
    expect(page.text()).toBe('Garden');
    arrive['de']?.();
    await changed;
    await page.settle();
    expect(page.text()).toBe('Garten');
  });
});
