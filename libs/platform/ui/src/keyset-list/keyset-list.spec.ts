import type { HttpRequest } from '@angular/common/http';
import { HttpTestingController } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { surroundings } from '../../testing/src';
import { keysetList, type ListRequest } from './keyset-list';

describe('a list read by key', () => {
  const request = signal<ListRequest | undefined>(undefined);
  let http: HttpTestingController;

  const begin = () => {
    TestBed.configureTestingModule({ providers: surroundings() });
    http = TestBed.inject(HttpTestingController);
    return TestBed.runInInjectionContext(() => keysetList<string>(() => request()));
  };
  const ask = (path: string, query: Record<string, string> = {}) => {
    request.set({ path, query });
    TestBed.tick();
  };
  beforeEach(() => request.set(undefined));

  it('asks for nothing before it knows what for', () => {
    const list = begin();
    TestBed.tick();
    http.expectNone(() => true);
    expect(list.empty()).toBe(false);
  });

  it('reads page after page, each from where the one before ended', () => {
    const list = begin();
    ask('/a');
    expect(list.loading()).toBe(true);
    http.expectOne('/api/a').flush({ items: ['1', '2'], next: 'c' });
    expect(list.more()).toBe(true);
    list.loadMore();
    expect(list.loadingMore()).toBe(true);
    http.expectOne('/api/a?after=c').flush({ items: ['3'], next: null });
    expect(list.items()).toEqual(['1', '2', '3']);
    expect(list.more()).toBe(false);
  });

  it('puts what is personal into no address', () => {
    begin();
    request.set({ path: '/a', body: { search: 'Mira' } });
    TestBed.tick();
    const first = http.expectOne('/api/a').request;
    expect([first.method, first.body]).toEqual(['POST', { search: 'Mira' }]);
  });

  it('says where the page before ended beside what is asked', () => {
    const list = begin();
    request.set({ path: '/a', body: { search: 'Mira' } });
    TestBed.tick();
    http.expectOne('/api/a').flush({ items: ['1'], next: 'Mira Moor' });
    list.loadMore();
    expect(http.expectOne('/api/a').request.body).toEqual({ search: 'Mira', after: 'Mira Moor' });
  });

  it('does not ask twice for the same page', () => {
    const list = begin();
    ask('/a');
    http.expectOne('/api/a').flush({ items: ['1'], next: 'c' });
    list.loadMore();
    list.loadMore();
    http.expectOne('/api/a?after=c');
  });

  it('begins anew when its filters change, and drops the answer to the old question', () => {
    const list = begin();
    ask('/a', { state: 'open' });
    const old = http.expectOne('/api/a?state=open');
    ask('/a', { state: 'closed', text: '' });
    expect(old.cancelled).toBe(true);
    http.expectOne('/api/a?state=closed').flush({ items: ['9'], next: null });
    expect(list.items()).toEqual(['9']);
  });

  it('is not begun anew where what is asked is the same', () => {
    const list = begin();
    ask('/a', { state: 'open' });
    http.expectOne('/api/a?state=open').flush({ items: ['1'], next: null });
    ask('/a', { state: 'open' });
    http.expectNone(() => true);
    expect([list.items(), list.loading()]).toEqual([['1'], false]);
  });

  it('is begun anew where something else personal is asked', () => {
    const list = begin();
    const asked = (search: string): HttpRequest<unknown> => {
      request.set({ path: '/a', body: { search } });
      TestBed.tick();
      const call = http.expectOne('/api/a');
      call.flush({ items: [search], next: null });
      return call.request;
    };
    expect([asked('Mira').body, asked('Moor').body, list.items()]).toEqual([{ search: 'Mira' }, { search: 'Moor' }, ['Moor']]);
  });

  it('asks for the same again when it is shown again', () => {
    const list = begin();
    ask('/a');
    http.expectOne('/api/a').flush({ items: ['1'], next: null });
    request.set(undefined);
    TestBed.tick();
    expect(list.items()).toEqual([]);
    ask('/a');
    http.expectOne('/api/a');
  });

  it('tells an empty list from one that is not here yet', () => {
    const list = begin();
    ask('/a');
    expect(list.empty()).toBe(false);
    http.expectOne('/api/a').flush({ items: [], next: null });
    expect(list.empty()).toBe(true);
  });

  it('keeps what it has when a further page fails, and tries that page again', () => {
    const list = begin();
    ask('/a');
    http.expectOne('/api/a').flush({ items: ['1'], next: 'c' });
    list.loadMore();
    http.expectOne('/api/a?after=c').flush({ code: 'x' }, { status: 503, statusText: 'x' });
    expect(list.items()).toEqual(['1']);
    expect(list.problem()?.status).toBe(503);
    list.loadMore();
    http.expectOne('/api/a?after=c').flush({ items: ['2'], next: null });
    expect(list.problem()).toBeNull();
    expect(list.items()).toEqual(['1', '2']);
  });

  it('shows what it has while it reads again', () => {
    const list = begin();
    ask('/a');
    http.expectOne('/api/a').flush({ items: ['1'], next: null });
    list.reload();
    expect(list.items()).toEqual(['1']);
    http.expectOne('/api/a').flush({ items: ['1', '2'], next: null });
    expect(list.items()).toEqual(['1', '2']);
  });

  it.each([
    [401, []],
    [403, []],
    [404, []],
    [503, ['1']],
  ])('keeps nothing on the screen that may be seen no more: after %i, %j is left', (status, left) => {
    const list = begin();
    ask('/a');
    http.expectOne('/api/a').flush({ items: ['1'], next: 'c' });
    list.reload();
    http.expectOne('/api/a').flush({ code: 'x' }, { status, statusText: 'x' });
    expect([list.items(), list.more(), list.problem()?.status, list.empty()]).toEqual([left, left.length > 0, status, false]);
    list.loadMore();
    http.expectOne(left.length > 0 ? '/api/a?after=c' : '/api/a').flush({ items: ['2'], next: null });
    expect(list.items()).toEqual([...left, '2']);
  });

  it("can be changed ahead of the server's answer", () => {
    const list = begin();
    ask('/a');
    http.expectOne('/api/a').flush({ items: ['1', '2'], next: null });
    list.change((items) => items.filter((item) => item !== '1'));
    expect(list.items()).toEqual(['2']);
  });
});
