import { TestBed } from '@angular/core/testing';
import { HttpTestingController } from '@angular/common/http/testing';
import { Router } from '@angular/router';
import { surroundings } from '../../testing/src';
import { Problem } from '../problem/problem';
import { Reauthentication } from '../reauthentication/reauthentication';
import { Act } from './act';
import { Api } from './api';
import { SessionEnd } from './session-end';

const turn = () => new Promise((resolve) => setTimeout(resolve));

describe('talking to the server', () => {
  const ask = jest.fn<Promise<boolean>, []>();
  let api: Api;
  let http: HttpTestingController;

  beforeEach(() => {
    ask.mockReset();
    TestBed.configureTestingModule({ providers: [...surroundings(), { provide: Reauthentication, useValue: { ask } }] });
    api = TestBed.inject(Api);
    http = TestBed.inject(HttpTestingController);
  });
  afterEach(() => http.verify());

  it('reads below /api, with a query', async () => {
    const answer = api.get('/requests', { state: 'open', size: 50 });
    http.expectOne('/api/requests?state=open&size=50').flush({ items: [] });
    expect(await answer).toEqual({ items: [] });
  });

  it.each(['post', 'put', 'patch'] as const)('gives every %s a key of its own', async (method) => {
    const keys = [];
    for (const body of [{ a: 1 }, { a: 1 }]) {
      const answer = api[method]('/x', body);
      const call = http.expectOne('/api/x');
      expect(call.request.method).toBe(method.toUpperCase());
      expect(call.request.body).toEqual(body);
      keys.push(call.request.headers.get('Idempotency-Key'));
      call.flush({});
      await answer;
    }
    expect(new Set(keys).size).toBe(2);
    expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('keeps the key of an act until it is done', async () => {
    const act = new Act();
    const attempt = async (status: number) => {
      const answer = api.delete('/x', act).catch(() => undefined);
      const call = http.expectOne('/api/x');
      call.flush(null, { status, statusText: 'x' });
      await answer;
      return call.request.headers.get('Idempotency-Key');
    };
    const [first, second, third] = [await attempt(503), await attempt(204), await attempt(204)];
    expect(second).toBe(first);
    expect(third).not.toBe(first);
  });

  it('throws a problem, whether reading or writing', async () => {
    const answers = [api.get('/x'), api.post('/y')];
    http.expectOne('/api/x').flush({ code: 'not_found' }, { status: 404, statusText: 'x' });
    http.expectOne('/api/y').error(new ProgressEvent('error'));
    await expect(answers[0]).rejects.toMatchObject({ code: 'not_found' });
    await expect(answers[1]).rejects.toBeInstanceOf(Problem);
  });

  it('leads to the sign-in page, and back afterwards, once the session has ended', async () => {
    await TestBed.inject(Router).navigateByUrl('/org/1/inbox?state=open');
    const answer = api.get('/x').catch(() => undefined);
    http.expectOne('/api/x').flush(null, { status: 401, statusText: 'x' });
    await answer;
    await turn();
    expect(TestBed.inject(Router).url).toBe('/sign-in?return=%2Forg%2F1%2Finbox%3Fstate%3Dopen');
    expect(TestBed.inject(SessionEnd).times()).toBe(1);
  });

  it.each(['/session', '/session/reauthentication'])('leaves a 401 of %s to whoever asked', async (path) => {
    const answer = api.post(path).catch(() => undefined);
    http.expectOne(`/api${path}`).flush(null, { status: 401, statusText: 'x' });
    await answer;
    await turn();
    expect(TestBed.inject(Router).url).toBe('/');
  });

  const unproved = { code: 'reauthentication_required' };
  const refused = { status: 403, statusText: 'x' };

  it('asks for the password where the act wants a fresh proof, then does it with the same key', async () => {
    ask.mockResolvedValue(true);
    const answer = api.delete('/account/sessions');
    const first = http.expectOne('/api/account/sessions');
    first.flush(unproved, refused);
    await turn();
    const second = http.expectOne('/api/account/sessions');
    expect(second.request.headers.get('Idempotency-Key')).toBe(first.request.headers.get('Idempotency-Key'));
    second.flush(null);
    await answer;
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it('gives up when the person does not want to prove it', async () => {
    ask.mockResolvedValue(false);
    const answer = api.delete('/account/sessions');
    http.expectOne('/api/account/sessions').flush(unproved, refused);
    await expect(answer).rejects.toMatchObject({ code: 'reauthentication_required' });
  });
});
