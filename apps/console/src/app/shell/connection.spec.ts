import { TestBed } from '@angular/core/testing';
import { Banners } from '@smartpar/platform/ui';
import { Connection } from './connection';

const goes = (state: 'online' | 'offline') => {
  jest.spyOn(window.navigator, 'onLine', 'get').mockReturnValue(state === 'online');
  window.dispatchEvent(new Event(state));
};

describe('the connection', () => {
  it('is spoken of only while there is none', () => {
    TestBed.inject(Connection).watch();
    const banners = TestBed.inject(Banners);
    expect(banners.all()).toEqual([]);
    goes('offline');
    expect(banners.all().map((banner) => banner.text)).toEqual(['shell.offline']);
    goes('online');
    expect(banners.all()).toEqual([]);
  });
});
