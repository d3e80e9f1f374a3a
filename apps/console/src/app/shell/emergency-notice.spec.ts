import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { Abilities } from '@smartpar/access/console';
import { provideAbilities } from '@smartpar/access/console/testing';
import type { GrantInForce } from '@smartpar/access/model';
import { Banners } from '@smartpar/platform/ui';
import { surroundings } from '@smartpar/platform/ui/testing';
import { EmergencyNotice } from './emergency-notice';

const grant = (id: string, until: string | null): GrantInForce => ({
  id,
  category: 'user.contact.phone_number.work',
  mode: 'on-reveal',
  purposes: ['security'],
  scope: 'all',
  until,
});

function given(...grants: GrantInForce[]) {
  TestBed.configureTestingModule({ providers: surroundings({ providers: [provideAbilities('o1', [], grants)] }) });
  TestBed.inject(EmergencyNotice);
  TestBed.tick();
  return TestBed.inject(Banners);
}

describe('that one is looking in an emergency', () => {
  it('is said above every page, and leads to where it is ended', () => {
    const banners = given(grant('break-glass:b1', new Date(Date.now() + 3_000_000).toISOString()));
    expect(banners.all()).toMatchObject([{ id: 'break-glass', tone: 'late', figures: { time: expect.stringMatching(/\d/) } }]);
    const gone = jest.spyOn(TestBed.inject(Router), 'navigateByUrl').mockResolvedValue(true);
    banners.all()[0]?.action?.run();
    expect(gone).toHaveBeenCalledWith('/org/o1/access/break-glass/now');
  });

  it('is not said of what one holds otherwise', () => {
    expect(given(grant('helpdesk user.name', null), grant('01a21794-3fae-75bd-a20d-4bf3a14edc46', '2099-01-01T00:00:00Z')).all()).toEqual([]);
  });

  it('is over to the second: what one may see is asked anew', () => {
    jest.useFakeTimers();
    const banners = given(grant('break-glass:b1', new Date(Date.now() + 5_000).toISOString()));
    const asked = jest.spyOn(TestBed.inject(Abilities), 'refresh').mockRejectedValue(new Error('gone'));
    jest.advanceTimersByTime(4_999);
    expect(asked).not.toHaveBeenCalled();
    jest.advanceTimersByTime(1);
    expect(asked).toHaveBeenCalledWith('o1');
    jest.useRealTimers();
    return Promise.resolve().then(() => Promise.resolve().then(() => expect(banners.all()).toEqual([])));
  });
});
