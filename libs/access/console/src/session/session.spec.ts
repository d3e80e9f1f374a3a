import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { Language, SessionEnd } from '@smartpar/platform/ui';
import { surroundings } from '@smartpar/platform/ui/testing';
import { membership, sessionFacts } from '../../testing/src';
import { Session } from './session';

const FACTS = sessionFacts({ memberships: [membership(), membership({ organizationId: 'workforce', kind: 'workforce', roles: ['support'] })] });
const refused = (status: number) => ({ status, statusText: 'x' });

/** Stands in for what the tabs of a browser say to each other by. */
class Channel extends EventTarget {
  static readonly said: unknown[] = [];
  static latest: Channel | undefined;

  constructor() {
    super();
    Channel.latest = this;
  }

  postMessage(data: unknown): void {
    Channel.said.push(data);
  }
}

describe('a session', () => {
  let session: Session;
  let http: HttpTestingController;

  const answered = async (respond: (call: ReturnType<HttpTestingController['expectOne']>) => void) => {
    const asked = session.ensure();
    respond(http.expectOne('/api/session'));
    await asked;
  };

  beforeEach(() => {
    localStorage.clear();
    TestBed.configureTestingModule({ providers: surroundings() });
    session = TestBed.inject(Session);
    http = TestBed.inject(HttpTestingController);
  });
  afterEach(() => http.verify());

  it('is asked for once, by however many', async () => {
    const both = [session.ensure(), session.ensure()];
    http.expectOne('/api/session').flush(FACTS);
    await Promise.all(both);
    await session.ensure();
    expect(session.signedIn()).toBe(true);
    expect(session.facts()).toEqual(FACTS);
  });

  it('knows where its person belongs, and where not', async () => {
    await answered((call) => call.flush(FACTS));
    expect(session.membershipIn('organization-1')?.organizationName).toBe('Nordwerk');
    expect(session.membershipIn('organization-2')).toBeNull();
    expect(session.workforce()?.organizationId).toBe('workforce');
  });

  it('speaks the language of the account, unless another was chosen on this device', async () => {
    await answered((call) => call.flush({ ...FACTS, account: { ...FACTS.account, locale: 'de' } }));
    expect(TestBed.inject(Language).current()).toBe('de');
    localStorage.setItem('language', 'en');
    const again = session.refresh();
    http.expectOne('/api/session').flush({ ...FACTS, account: { ...FACTS.account, locale: 'de' } });
    await again;
    expect(TestBed.inject(Language).current()).toBe('en');
  });

  it('leaves dates written as the browser has them, whatever the account says', async () => {
    const language = TestBed.inject(Language);
    await language.begin(['en-US', 'de-AT']);
    await answered((call) => call.flush(FACTS));
    expect([language.current(), language.written()]).toEqual(['en', 'en-US']);
  });

  it('is not asked for where the page came to a browser without any cookie, until somebody signs in', async () => {
    const { dataset } = document.documentElement;
    dataset['visitor'] = 'new';
    await session.ensure();
    expect(session.signedIn()).toBe(false);
    const again = session.refresh();
    http.expectOne('/api/session').flush(FACTS);
    await again;
    await session.ensure();
    expect(session.signedIn()).toBe(true);
    expect(dataset['visitor']).toBeUndefined();
  });

  it('of nobody is no problem, and is not asked for again', async () => {
    await answered((call) => call.flush(null, refused(401)));
    await session.ensure();
    expect(session.signedIn()).toBe(false);
    expect(session.problem()).toBeNull();
  });

  it('that could not be asked for is a problem, and is asked for again', async () => {
    await answered((call) => call.error(new ProgressEvent('error')));
    expect(session.problem()?.code).toBe('unreachable');
    await answered((call) => call.flush(FACTS));
    expect(session.problem()).toBeNull();
    expect(session.signedIn()).toBe(true);
  });

  it('ends by signing out, and takes what was typed with it', async () => {
    sessionStorage.setItem('draft:ask', '{"text":"secret"}');
    await answered((call) => call.flush(FACTS));
    const out = session.signOut();
    http.expectOne({ method: 'DELETE', url: '/api/session' }).flush(null);
    await out;
    expect(session.signedIn()).toBe(false);
    expect(sessionStorage.getItem('draft:ask')).toBeNull();
  });

  it('goes on when the server could not be told', async () => {
    await answered((call) => call.flush(FACTS));
    const out = session.signOut();
    http.expectOne({ method: 'DELETE', url: '/api/session' }).error(new ProgressEvent('error'));
    await expect(out).rejects.toMatchObject({ code: 'unreachable' });
    expect(session.signedIn()).toBe(true);
  });

  it('is over once the server says so of any call', async () => {
    await answered((call) => call.flush(FACTS));
    TestBed.inject(SessionEnd).happened();
    TestBed.tick();
    expect(session.signedIn()).toBe(false);
  });
});

describe('sessions in several tabs', () => {
  let session: Session;
  let http: HttpTestingController;
  const hear = (data: unknown) => Channel.latest?.dispatchEvent(new MessageEvent('message', { data }));

  beforeEach(async () => {
    Object.assign(window, { BroadcastChannel: Channel });
    Channel.said.length = 0;
    sessionStorage.setItem('draft:ask', '{"text":"secret"}');
    TestBed.configureTestingModule({ providers: surroundings() });
    session = TestBed.inject(Session);
    http = TestBed.inject(HttpTestingController);
    const asked = session.ensure();
    http.expectOne('/api/session').flush(FACTS);
    await asked;
    await TestBed.inject(Router).navigateByUrl('/org/organization-1/members');
  });
  afterEach(() => {
    Reflect.deleteProperty(window, 'BroadcastChannel');
    http.verify();
  });

  it.each([null, 'account-2'])('end where another tab says that %s is signed in: nothing of whoever was here stays', async (accountId) => {
    hear(accountId);
    await new Promise((resolve) => setTimeout(resolve));
    expect([session.signedIn(), TestBed.inject(Router).url, sessionStorage.getItem('draft:ask')]).toEqual([false, '/', null]);
    const again = session.ensure();
    http.expectOne('/api/session').flush({ ...FACTS, account: { ...FACTS.account, id: 'account-2' } });
    await again;
    expect(session.facts()?.account.id).toBe('account-2');
  });

  it('stay where another tab says the same, or nothing sensible', () => {
    hear('account-1');
    hear({ accountId: null });
    expect([session.signedIn(), TestBed.inject(Router).url]).toEqual([true, '/org/organization-1/members']);
  });

  it('tell the others who came and that they went', async () => {
    const out = session.signOut();
    http.expectOne({ method: 'DELETE', url: '/api/session' }).flush(null);
    await out;
    expect(Channel.said).toEqual(['account-1', null]);
  });
});
