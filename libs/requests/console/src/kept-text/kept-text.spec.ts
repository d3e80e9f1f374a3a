import { Component, input } from '@angular/core';
import { mount } from '@smartpar/platform/ui/testing';
import { keptText } from './kept-text';

@Component({ selector: 'sp-writer', template: '{{ model().text }}' })
class Writer {
  readonly name = input.required<string>();
  readonly model = keptText(() => `about:${this.name()}`);
}

const writer = (name: string) => mount(Writer, { inputs: { name } });

describe('a kept text', () => {
  beforeEach(() => sessionStorage.clear());

  it('survives a reload', async () => {
    sessionStorage.setItem('draft:about:1', JSON.stringify({ text: 'Half a sentence' }));
    expect((await writer('1')).text()).toBe('Half a sentence');
  });

  it('belongs to what it is about', async () => {
    const page = await writer('1');
    page.component.model.set({ text: 'about one' });
    await page.settle();
    page.fixture.componentRef.setInput('name', '2');
    await page.settle();
    expect(page.text()).toBe('');
    page.fixture.componentRef.setInput('name', '1');
    await page.settle();
    expect(page.text()).toBe('about one');
  });

  it('leaves nothing behind once it is empty', async () => {
    const page = await writer('1');
    page.component.model.set({ text: 'a' });
    await page.settle();
    page.component.model.set({ text: '' });
    await page.settle();
    expect(sessionStorage).toHaveLength(0);
  });
});
