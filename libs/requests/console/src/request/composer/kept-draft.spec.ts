import { Component, signal } from '@angular/core';
import { mount, type Mounted } from '@smartpar/platform/ui/testing';
import { PAUSE_MILLISECONDS, keptDraft, type TypedDraft } from './kept-draft';

@Component({ selector: 'sp-pad', template: '{{ typed().kind }} {{ typed().text }}' })
class Pad {
  readonly path = signal('/requests/1');
  readonly typed = signal<TypedDraft>({ kind: 'reply', text: '' });
  readonly draft = keptDraft({ path: this.path, typed: this.typed, restore: (draft) => this.typed.set(draft) });
}

const ADDRESS = '/api/requests/1/draft';
const pause = (): void => jest.advanceTimersByTime(PAUSE_MILLISECONDS);

async function open(draft: object | null = null): Promise<Mounted<Pad>> {
  const page = await mount(Pad);
  page.http.expectOne(ADDRESS).flush({ draft });
  await page.settle();
  return page;
}

describe('a draft kept on the server', () => {
  beforeEach(() => {
    sessionStorage.clear();
    jest.useFakeTimers({ advanceTimers: true });
  });
  afterEach(() => jest.useRealTimers());

  it('brings back what was typed on another computer', async () => {
    const page = await open({ kind: 'note', text: 'Ask IT', keptAt: '2026-03-05T09:00:00Z' });
    expect(page.text()).toBe('note Ask IT');
    expect(page.component.draft.state()).toBe('kept');
    pause();
    page.http.verify();
  });

  it('is told to the server once typing pauses', async () => {
    const page = await open();
    page.component.typed.set({ kind: 'reply', text: 'Dear' });
    await page.settle();
    page.component.typed.set({ kind: 'reply', text: 'Dear Mira' });
    await page.settle();
    page.http.verify();
    pause();
    const call = page.http.expectOne({ method: 'PUT', url: ADDRESS });
    expect(call.request.body).toEqual({ kind: 'reply', text: 'Dear Mira' });
    expect(page.component.draft.state()).toBe('keeping');
    call.flush(null);
    await page.settle();
    expect(page.component.draft.state()).toBe('kept');
    expect(page.component.draft.keptAt()).not.toBeNull();
  });

  it('keeps every stroke in the browser, and prefers that after a reload', async () => {
    const page = await open();
    page.component.typed.set({ kind: 'answer', text: 'Half a' });
    await page.settle();
    page.fixture.destroy();
    expect(JSON.parse(sessionStorage.getItem('draft:request:/requests/1') ?? '{}')).toEqual({ kind: 'answer', text: 'Half a' });
  });

  it('needs no server for that', async () => {
    sessionStorage.setItem('draft:request:/requests/1', JSON.stringify({ kind: 'answer', text: 'Half a' }));
    const page = await mount(Pad);
    page.http.expectNone({ method: 'GET', url: ADDRESS });
    expect(page.text()).toBe('answer Half a');
  });

  it('never overwrites what was typed while the server was asked', async () => {
    const page = await mount(Pad);
    page.component.typed.set({ kind: 'reply', text: 'Mine' });
    await page.settle();
    page.http.expectOne(ADDRESS).flush({ draft: { kind: 'note', text: 'Older', keptAt: '2026-03-05T09:00:00Z' } });
    await page.settle();
    expect(page.text()).toBe('reply Mine');
  });

  it('says so when the server does not take it', async () => {
    const page = await open();
    page.component.typed.set({ kind: 'reply', text: 'Dear' });
    await page.settle();
    pause();
    page.http.expectOne({ method: 'PUT', url: ADDRESS }).error(new ProgressEvent('error'));
    await page.settle();
    expect(page.component.draft.state()).toBe('failed');
    expect(sessionStorage.getItem('draft:request:/requests/1')).toContain('Dear');
  });

  it('tells the server at once when the page is left', async () => {
    const page = await open();
    page.component.typed.set({ kind: 'reply', text: 'Dear' });
    await page.settle();
    page.fixture.destroy();
    expect(page.http.expectOne({ method: 'PUT', url: ADDRESS }).request.body).toEqual({ kind: 'reply', text: 'Dear' });
  });

  it('rests before something is sent, so that nothing is kept afterwards', async () => {
    const page = await open();
    page.component.typed.set({ kind: 'reply', text: 'Dear' });
    await page.settle();
    await page.component.draft.rest();
    pause();
    page.http.verify();
  });

  it('tells the server when a kept draft is emptied', async () => {
    const page = await open({ kind: 'reply', text: 'Old', keptAt: '2026-03-05T09:00:00Z' });
    page.component.typed.set({ kind: 'reply', text: '' });
    await page.settle();
    pause();
    expect(page.http.expectOne({ method: 'PUT', url: ADDRESS }).request.body).toEqual({ kind: 'reply', text: '' });
  });
});
