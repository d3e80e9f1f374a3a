import { TestBed } from '@angular/core/testing';
import { Location } from '@angular/common';
import { Router, type Route } from '@angular/router';
import { membership, provideAbilities, provideSession, sessionFacts } from '@smartpar/access/console/testing';
import { surroundings } from '@smartpar/platform/ui/testing';
import { appRoutes } from './app.routes';
import { NotFound } from './not-found/not-found';
import { Frame } from './shell/frame/frame';
import { PublicFrame } from './shell/public-frame/public-frame';
import { Start } from './start/start';

const MEMBER = sessionFacts({ memberships: [membership({ organizationId: 'o1', roles: ['owner'] })] });

async function go(address: string, facts: ReturnType<typeof sessionFacts> | null) {
  TestBed.configureTestingModule({ providers: surroundings({ routes: appRoutes, providers: [provideSession(facts), provideAbilities('o1', [])] }) });
  await TestBed.inject(Router).navigateByUrl(address);
  const components: unknown[] = [];
  for (let place = TestBed.inject(Router).routerState.snapshot.root.firstChild; place; place = place.firstChild)
    if (place.component) components.push(place.component);
  return { url: TestBed.inject(Location).path(), frame: components[0], page: components.at(-1) };
}

const titlesOf = (routes: readonly Route[]): unknown[] =>
  routes.flatMap((route) => [route.title, ...titlesOf(route.children ?? [])]).filter((title) => title !== undefined);

describe('the addresses of the console', () => {
  it('begin with the public page for strangers', async () => {
    expect(await go('/', null)).toEqual({ url: '', frame: PublicFrame, page: Start });
  });

  it('begin with what needs them for those who are signed in', async () => {
    expect((await go('/', MEMBER)).url).toBe('/org/o1/home');
  });

  it.each(['/my/nothing/here', '/org/o1/nothing/here', '/oversight/x', '/org'])('say inside the frame that there is nothing at %s', async (address) => {
    expect(await go(address, MEMBER)).toEqual({ url: address, frame: Frame, page: NotFound });
  });

  it('say in public that there is nothing at any other', async () => {
    expect(await go('/wp-admin', null)).toEqual({ url: '/wp-admin', frame: PublicFrame, page: NotFound });
  });

  it.each(['/my', '/org/o1/inbox', '/oversight'])('ask strangers to sign in at %s', async (address) => {
    expect((await go(address, null)).url).toBe(`/sign-in?return=${encodeURIComponent(address)}`);
  });

  it('lead to who looked, in the first organization one belongs to', async () => {
    expect((await go('/my/ledger', MEMBER)).url).toBe('/my/ledger/o1');
  });

  it('look the same for an organization of others and for one that is not', async () => {
    const others = await go('/org/o2/inbox', MEMBER);
    expect(others).toEqual({ url: '/org/o2/inbox', frame: Frame, page: NotFound });
  });

  it('have text keys for titles, so that they follow the language', () => {
    for (const title of titlesOf(appRoutes)) expect(title).toMatch(/^[a-zA-Z]+(\.[a-zA-Z]+)+$/);
  });
});
