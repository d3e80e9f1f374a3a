import { Component } from '@angular/core';
import { mount } from '../../testing/src';
import { freshOnReturn } from './fresh-on-return';

@Component({ selector: 'sp-waiting', template: '' })
class Waiting {
  read = 0;

  constructor() {
    freshOnReturn({ reload: () => (this.read += 1) });
  }
}

function look(state: DocumentVisibilityState, at: number): void {
  jest.spyOn(document, 'visibilityState', 'get').mockReturnValue(state);
  document.dispatchEvent(Object.defineProperty(new Event('visibilitychange'), 'timeStamp', { value: at }));
}

describe('a list left open', () => {
  afterEach(() => jest.restoreAllMocks());

  it('is read again when its reader comes back after a while', async () => {
    const { component } = await mount(Waiting);
    look('hidden', 1_000);
    look('visible', 61_000);
    expect(component.read).toBe(1);
  });

  it('stays as it was left after a moment', async () => {
    const { component } = await mount(Waiting);
    look('hidden', 1_000);
    look('visible', 30_000);
    look('visible', 90_000);
    expect(component.read).toBe(0);
  });

  it('is not read any more once its page is gone', async () => {
    const { component, fixture } = await mount(Waiting);
    look('hidden', 1_000);
    fixture.destroy();
    look('visible', 90_000);
    expect(component.read).toBe(0);
  });
});
