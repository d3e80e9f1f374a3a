import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { provideSession, sessionFacts } from '@smartpar/access/console/testing';
import { Session } from '@smartpar/access/console';
import type { SessionLine } from '@smartpar/identity/model';
import { Toasts } from '@smartpar/platform/ui';
import { expectAccessible, mount } from '@smartpar/platform/ui/testing';
import en from '../i18n/en.json' with { type: 'json' };
import { Sessions } from './sessions';
import { SessionsHarness } from './sessions.harness';

const line = (facts: Partial<SessionLine> = {}): SessionLine => ({
  id: 's1',
  browser: 'Firefox',
  system: 'Windows',
  network: '203.0.113.0/24',
  sharedComputer: false,
  createdAt: '2026-03-02T09:00:00Z',
  lastSeenAt: '2026-03-02T09:05:00Z',
  current: true,
  ...facts,
});
const OTHER = line({ id: 's2', browser: 'Safari', system: 'iOS', network: null, sharedComputer: true, current: false });

async function open(...items: SessionLine[]) {
  const page = await mount(Sessions, { texts: { identity: en }, providers: [provideSession(sessionFacts())], address: '/my/sessions' });
  page.http.expectOne('/api/account/sessions').flush({ items });
  await page.settle();
  return { page, list: await TestbedHarnessEnvironment.harnessForFixture(page.fixture, SessionsHarness), injector: page.fixture.debugElement.injector };
}

const NOTHING = { status: 204, statusText: 'No Content' };

describe('my sessions', () => {
  it('says where one is signed in, and which of them this is', async () => {
    const { page, list } = await open(line(), OTHER);
    const [mine, other] = await list.texts();
    expect(mine).toMatch(/^Firefox on Windows \| This session \| Last used [^|]* \| Signed in [^|]* \| From the network 203\.0\.113\.0\/24 \| Sign out here$/);
    expect(other).toMatch(/^Safari on iOS \| Last used .* \| Shared computer \| End this session$/);
    await expectAccessible(page.element);
  });

  it.each([
    [{ system: null }, 'Firefox'],
    [{ browser: null, system: null }, 'Unknown device'],
  ])('names a device as far as it said: %j', async (facts, name) => {
    const { list } = await open(line(facts));
    expect((await list.texts())[0]).toMatch(new RegExp(`^${name} \\| This session`));
  });

  it('ends one, says so and reads again', async () => {
    const { page, list, injector } = await open(line(), OTHER);
    void list.end(1);
    await page.settle();
    const call = page.http.expectOne('/api/account/sessions/s2');
    expect(call.request.method).toBe('DELETE');
    call.flush(null, NOTHING);
    await page.settle();
    page.http.expectOne('/api/account/sessions').flush({ items: [line()] });
    await page.settle();
    expect(await list.texts()).toHaveLength(1);
    expect(injector.get(Toasts).shown()?.text).toBe('The session (Safari on iOS) was ended.');
  });

  it('ends all others', async () => {
    const { page, list } = await open(line(), OTHER);
    void list.endOthers();
    await page.settle();
    const call = page.http.expectOne({ method: 'DELETE', url: '/api/account/sessions' });
    call.flush(null, NOTHING);
    await page.settle();
    page.http.expectOne({ method: 'GET', url: '/api/account/sessions' }).flush({ items: [line()] });
    await page.settle();
    expect(await list.mayEndOthers()).toBe(false);
  });

  it('offers nothing to end where there is nothing else', async () => {
    const { list } = await open(line());
    expect(await list.mayEndOthers()).toBe(false);
  });

  it('signs out here and leaves', async () => {
    const { page, list, injector } = await open(line());
    await list.end(0);
    await page.settle();
    expect(injector.get(Session).signedIn()).toBe(false);
    expect(page.router.url).toBe('/');
  });

  it('says so when ending did not work', async () => {
    const { page, list } = await open(line(), OTHER);
    void list.end(1);
    await page.settle();
    page.http.expectOne('/api/account/sessions/s2').error(new ProgressEvent('error'));
    await page.settle();
    expect(page.text()).toContain('cannot be reached');
    expect(await list.texts()).toHaveLength(2);
  });
});
