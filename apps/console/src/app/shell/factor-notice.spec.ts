import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import type { SessionFacts } from '@smartpar/access/console';
import { membership, provideSession, sessionFacts } from '@smartpar/access/console/testing';
import { Banners } from '@smartpar/platform/ui';
import { surroundings } from '@smartpar/platform/ui/testing';
import { FactorNotice } from './factor-notice';

const SOON = membership({ organizationName: 'Nordwerk', factorFrom: '2026-04-01T09:00:00Z' });

function banners(facts: Partial<SessionFacts>) {
  TestBed.configureTestingModule({ providers: surroundings({ providers: [provideSession(sessionFacts(facts))] }) });
  TestBed.inject(FactorNotice);
  TestBed.tick();
  return TestBed.inject(Banners).all();
}

describe('the notice of a second factor that will be asked for', () => {
  it('names the organization that asks first, and leads to where it is set up', async () => {
    const later = membership({ organizationId: 'o2', organizationName: 'Later', factorFrom: '2026-05-01T09:00:00Z' });
    const [banner] = banners({ memberships: [later, SOON] });
    expect(banner).toMatchObject({ tone: 'soon', figures: { organization: 'Nordwerk', day: expect.stringContaining('2026') } });
    banner?.action?.run();
    await TestBed.inject(Router).navigateByUrl('/my/account');
    expect(TestBed.inject(Router).url).toBe('/my/account');
  });

  it.each<[string, Partial<SessionFacts>]>([
    ['nobody asks', { memberships: [membership()] }],
    ['there is one', { memberships: [SOON], secondFactor: true }],
    ['the page itself says so, since the grace is over', { memberships: [membership({ mayEnter: false, factorFrom: '2026-04-01T09:00:00Z' })] }],
  ])('stays away where %s', (_, facts) => {
    expect(banners(facts)).toEqual([]);
  });
});
