import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { freshWhile } from './fresh-while';

function given() {
  const [loading, moving, error] = [signal(false), signal(true), signal<unknown>(undefined)];
  const reload = jest.fn();
  TestBed.runInInjectionContext(() => freshWhile({ isLoading: loading, error, reload }, moving));
  TestBed.tick();
  const pass = (milliseconds: number): void => {
    TestBed.tick();
    jest.advanceTimersByTime(milliseconds);
  };
  return { loading, moving, error, reload, pass };
}

describe('what the server works on', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => {
    jest.useRealTimers();
    jest.restoreAllMocks();
  });

  it('is read again every second, one reading at a time', () => {
    const { loading, reload, pass } = given();
    pass(1_000);
    expect(reload).toHaveBeenCalledTimes(1);
    loading.set(true);
    pass(10_000);
    expect(reload).toHaveBeenCalledTimes(1);
    loading.set(false);
    pass(1_000);
    expect(reload).toHaveBeenCalledTimes(2);
  });

  it('is left alone once nothing changes any more', () => {
    const { moving, reload, pass } = given();
    moving.set(false);
    pass(10_000);
    expect(reload).not.toHaveBeenCalled();
  });

  it('is read more seldom where reading failed', () => {
    const { error, reload, pass } = given();
    error.set(new Error('gone'));
    pass(4_999);
    expect(reload).not.toHaveBeenCalled();
    pass(1);
    expect(reload).toHaveBeenCalledTimes(1);
  });

  it('is not read while nobody sees it', () => {
    const { reload, pass } = given();
    const visibility = jest.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    document.dispatchEvent(new Event('visibilitychange'));
    pass(10_000);
    expect(reload).not.toHaveBeenCalled();
    visibility.mockReturnValue('visible');
    document.dispatchEvent(new Event('visibilitychange'));
    pass(1_000);
    expect(reload).toHaveBeenCalledTimes(1);
  });
});
