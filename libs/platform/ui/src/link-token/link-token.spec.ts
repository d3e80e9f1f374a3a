import { Component } from '@angular/core';
import { mount, type Mounted } from '../../testing/src';
import { linkToken } from './link-token';

@Component({ selector: 'sp-opened', template: '{{ token.value() }}' })
class Opened {
  readonly token = linkToken('test');
}

const open = (address: string): Promise<Mounted<Opened>> => mount(Opened, { address });

describe('the token of a private link', () => {
  beforeEach(() => sessionStorage.clear());

  it('is taken out of the address bar at once', async () => {
    const page = await open('/follow?lang=de#t=abc.def-1_2');
    await page.settle();
    expect(page.text()).toBe('abc.def-1_2');
    expect(page.router.url).toBe('/follow?lang=de');
  });

  it('is there again after a reload', async () => {
    sessionStorage.setItem('draft:link:test', JSON.stringify({ token: 'kept' }));
    expect((await open('/follow')).text()).toBe('kept');
  });

  it('gives way to another link opened in the same tab', async () => {
    const page = await open('/follow#t=first');
    await page.settle();
    await page.router.navigateByUrl('/follow#t=second');
    await page.settle();
    expect(page.text()).toBe('second');
    expect(page.router.url).toBe('/follow');
  });

  it('is kept no longer once it has been used, until it is to be kept once more', async () => {
    const page = await open('/follow#t=first');
    await page.settle();
    page.component.token.forget();
    expect(sessionStorage).toHaveLength(0);
    expect(page.component.token.value()).toBe('first');
    page.component.token.keepOn();
    expect(sessionStorage.getItem('draft:link:test')).toContain('first');
  });

  it('is missing where the page was opened without one', async () => {
    expect((await open('/follow#top')).component.token.value()).toBeNull();
    expect(sessionStorage).toHaveLength(0);
  });
});
