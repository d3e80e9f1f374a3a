import { TestBed } from '@angular/core/testing';
import { NavigationError, RedirectCommand } from '@angular/router';
import { surroundings } from '@smartpar/platform/ui/testing';
import { recoverLostPage } from './lost-page';
import { Reload } from './reload';

function lost(connection: 'online' | 'offline') {
  TestBed.configureTestingModule({ providers: surroundings() });
  jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(connection === 'online');
  const at = jest.spyOn(TestBed.inject(Reload), 'at').mockReturnValue(undefined);
  const recover = (url: string) => TestBed.runInInjectionContext(() => recoverLostPage(new NavigationError(1, url, new Error('Failed to fetch'))));
  return { at, recover };
}

describe('a page whose code cannot be fetched', () => {
  beforeEach(() => sessionStorage.clear());
  afterEach(() => jest.restoreAllMocks());

  it('is loaded anew, since an update of the server gives it another name', () => {
    const { at, recover } = lost('online');
    expect(recover('/my/sessions')).toBeUndefined();
    expect(at).toHaveBeenCalledWith('/my/sessions');
  });

  it('is loaded anew once: then the console says that the server does not answer, and the address stays', () => {
    const { at, recover } = lost('online');
    recover('/my/sessions');
    const shown = recover('/my/sessions');
    expect(shown).toBeInstanceOf(RedirectCommand);
    expect(String(shown?.redirectTo)).toBe('/unreachable');
    expect(shown?.navigationBehaviorOptions?.browserUrl).toBe('/my/sessions');
    expect(at).toHaveBeenCalledTimes(1);
  });

  it('may be tried anew after that', () => {
    const { at, recover } = lost('online');
    for (let round = 0; round < 3; round++) recover('/my/sessions');
    expect(at).toHaveBeenCalledTimes(2);
  });

  it('is not loaded without a connection: what is shown would be lost', () => {
    const { at, recover } = lost('offline');
    expect(String(recover('/my')?.redirectTo)).toBe('/unreachable');
    expect(at).not.toHaveBeenCalled();
  });
});
