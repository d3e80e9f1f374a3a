import { TestBed } from '@angular/core/testing';
import { Now } from './now';

describe('this moment', () => {
  beforeEach(() => jest.useFakeTimers({ now: new Date('2026-03-02T12:00:00Z') }));
  afterEach(() => jest.useRealTimers());

  it('moves on by itself', () => {
    const now = TestBed.inject(Now);
    expect(now.moment().toISOString()).toBe('2026-03-02T12:00:00.000Z');
    jest.advanceTimersByTime(60_000);
    expect(now.moment().toISOString()).toBe('2026-03-02T12:01:00.000Z');
  });

  it('stops with the page', () => {
    TestBed.inject(Now);
    TestBed.resetTestingModule();
    expect(jest.getTimerCount()).toBe(0);
  });
});
