import { provideSession, sessionFacts } from '@smartpar/access/console/testing';
import type { SessionFacts } from '@smartpar/access/console';
import { expectAccessible, mount } from '@smartpar/platform/ui/testing';
import en from '../i18n/en.json' with { type: 'json' };
import { QrModules } from '../qr-picture/qr-modules';
import { SetUpFactor } from './set-up-factor';
import { SetUpFactorHarness } from './set-up-factor.harness';

const PREPARED = { secret: 'ABCDEFGHIJKLMNOP', uri: 'otpauth://totp/SmartPAR:ines?secret=ABCDEFGHIJKLMNOP', expiresAt: '2026-03-02T09:30:00Z' };
const CODES = ['K7QM-2XVA-90TB-JH4C', 'AAAA-BBBB-CCCC-DDDD'];

async function open(facts: Partial<SessionFacts> = {}) {
  const modules = { provide: QrModules, useValue: { of: () => Promise.resolve([[true, false]]) } };
  const page = await mount(SetUpFactor, { texts: { identity: en }, providers: [provideSession(sessionFacts(facts)), modules] });
  const done = jest.fn();
  page.component.done.subscribe(done);
  const part = await page.part(SetUpFactorHarness);
  return { page, part, done };
}

async function prepared(facts: Partial<SessionFacts> = {}) {
  const opened = await open(facts);
  await opened.part.begin();
  await opened.page.settle();
  opened.page.http.expectOne('/api/account/second-factor/preparation').flush(PREPARED, { status: 201, statusText: 'Created' });
  await opened.page.settle();
  return opened;
}

describe('setting a second factor up', () => {
  it('shows the secret as a picture and in words, and is accessible', async () => {
    const { page, part } = await prepared();
    expect(await part.secret()).toBe('ABCD EFGH IJKL MNOP');
    expect(page.element.querySelector('svg')?.getAttribute('aria-label')).toContain('The same secret stands below as text');
    await expectAccessible(page.element);
  });

  it('confirms it by one code, then shows the recovery codes until they are kept', async () => {
    const { page, part, done } = await prepared();
    await part.endOthers();
    await part.confirm('123456');
    await page.settle();
    const call = page.http.expectOne('/api/account/second-factor');
    expect([call.request.method, call.request.body]).toEqual(['PUT', { code: '123456', endOtherSessions: true }]);
    call.flush({ recoveryCodes: CODES });
    await page.settle();
    for (const code of CODES) expect(page.text()).toContain(code);
    await expectAccessible(page.element);
    expect(done).not.toHaveBeenCalled();
    await part.keep();
    expect(done).toHaveBeenCalledTimes(1);
  });

  it('says beside the field that a code is wrong, and keeps the picture', async () => {
    const { page, part } = await prepared();
    await part.confirm('000000');
    await page.settle();
    const fault = { field: 'code', code: 'second-factor.wrong', message: '' };
    page.http.expectOne('/api/account/second-factor').flush({ code: 'second-factor.wrong', detail: '', errors: [fault] }, { status: 422, statusText: 'x' });
    await page.settle();
    expect(page.text()).toContain('Wait for the next one in your app.');
    expect(await part.secret()).toBe('ABCD EFGH IJKL MNOP');
    await expectAccessible(page.element);
  });

  it('begins again where the secret waited too long', async () => {
    const { page, part } = await prepared();
    await part.confirm('123456');
    await page.settle();
    page.http.expectOne('/api/account/second-factor').flush({ code: 'second-factor.nothing_prepared', detail: '' }, { status: 409, statusText: 'x' });
    await page.settle();
    expect(page.text()).toContain('Start again and scan the new picture.');
    await part.begin();
    await page.settle();
    page.http.expectOne('/api/account/second-factor/preparation').flush(PREPARED);
  });

  it('sends nothing without a code', async () => {
    const { page, part } = await prepared();
    await part.confirm('');
    await page.settle();
    page.http.expectNone('/api/account/second-factor');
    expect(page.text()).toContain('Type the code your app shows now.');
  });

  it('for one organization alone comes without recovery codes, and ends no sessions', async () => {
    const { page, part, done } = await prepared({ onlyIn: 'organization-1' });
    expect(await part.offersEndOthers()).toBe(false);
    await part.confirm('123456');
    await page.settle();
    page.http.expectOne('/api/account/second-factor').flush({ recoveryCodes: [] });
    await page.settle();
    expect(done).toHaveBeenCalledTimes(1);
  });
});
