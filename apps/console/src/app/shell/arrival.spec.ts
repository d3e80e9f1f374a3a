import { Component, inject } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { mount } from '@smartpar/platform/ui/testing';
import { Arrival } from './arrival';

@Component({ selector: 'sp-first', template: '<h1 tabindex="-1">First</h1>' })
class First {}

@Component({ selector: 'sp-second', template: '<h1 tabindex="-1">Second</h1>' })
class Second {}

@Component({ selector: 'sp-shell', imports: [RouterOutlet], template: '<main><router-outlet /></main>' })
class Shell {
  constructor() {
    inject(Arrival).watch();
  }
}

const focused = () => document.activeElement?.textContent;

async function shell() {
  const page = await mount(Shell, {
    routes: [
      { path: 'first', component: First },
      { path: 'second', component: Second },
    ],
  });
  await page.router.navigateByUrl('/first');
  await page.settle();
  return page;
}

describe('arriving at a page', () => {
  it('leaves the focus alone on the first one', async () => {
    await shell();
    expect(document.activeElement).toBe(document.body);
  });

  it('moves the focus to the title of the next one', async () => {
    const page = await shell();
    await page.router.navigateByUrl('/second');
    await page.settle();
    expect(focused()).toBe('Second');
  });

  it('leaves the focus alone where only the filters change', async () => {
    const page = await shell();
    await page.router.navigateByUrl('/first?state=open');
    await page.settle();
    expect(document.activeElement).toBe(document.body);
  });
});
