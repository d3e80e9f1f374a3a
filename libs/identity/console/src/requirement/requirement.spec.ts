import { provideAbilities, provideSession, sessionFacts } from '@smartpar/access/console/testing';
import type { FactorRequirementView } from '@smartpar/identity/model';
import { Toasts } from '@smartpar/platform/ui';
import { expectAccessible, mount } from '@smartpar/platform/ui/testing';
import en from '../i18n/en.json' with { type: 'json' };
import { Requirement } from './requirement';
import { RequirementHarness } from './requirement.harness';

const NONE: FactorRequirementView = { required: false, graceDays: 14, requiredFrom: null, version: 0 };
const OWNER = [
  { action: 'read', subject: 'second-factor-requirement' },
  { action: 'set', subject: 'second-factor-requirement' },
  { action: 'reset', subject: 'second-factor' },
];

async function open(known: FactorRequirementView, rules = OWNER, member?: string) {
  const page = await mount(Requirement, {
    texts: { identity: en },
    inputs: { organizationId: 'o1', ...(member !== undefined && { member }) },
    providers: [provideSession(sessionFacts()), provideAbilities('o1', rules)],
  });
  page.http.expectOne('/api/organizations/o1/second-factor').flush(known);
  await page.settle();
  return { page, part: await page.part(RequirementHarness), toasts: page.fixture.debugElement.injector.get(Toasts) };
}

describe('second factors of an organization', () => {
  it('says whether members need one, and from when on', async () => {
    const { page } = await open({ required: true, graceDays: 7, requiredFrom: '2026-04-01T09:00:00Z', version: 1 });
    expect(page.text()).toContain('Members need a second factor');
    expect(page.text()).toMatch(/From .*2026 on nobody comes in without one/);
    await expectAccessible(page.element);
  });

  it('is set by an owner, with the version that was read', async () => {
    const { page, part, toasts } = await open(NONE);
    await part.require('7');
    await page.settle();
    const call = page.http.expectOne({ method: 'PUT', url: '/api/organizations/o1/second-factor' });
    expect(call.request.body).toEqual({ required: true, graceDays: 7, version: 0 });
    call.flush({ required: true, graceDays: 7, requiredFrom: '2026-04-01T09:00:00Z', version: 1 });
    await page.settle();
    expect(toasts.shown()).not.toBeNull();
    expect(page.text()).toContain('nobody comes in without one');
  });

  it('reads again what somebody else changed meanwhile', async () => {
    const { page, part } = await open(NONE);
    await part.require('7');
    await page.settle();
    const refusal = { code: 'second-factor-requirement.changed_meanwhile', detail: '' };
    page.http.expectOne({ method: 'PUT' }).flush(refusal, { status: 409, statusText: 'x' });
    await page.settle();
    page.http.expectOne({ method: 'GET', url: '/api/organizations/o1/second-factor' }).flush({ ...NONE, version: 1 });
  });

  it('sends no grace that is too long', async () => {
    const { page, part } = await open(NONE);
    await part.require('91');
    await page.settle();
    page.http.expectNone({ method: 'PUT' });
    await expectAccessible(page.element);
  });

  it('shows no form to whoever may only read', async () => {
    const { page } = await open(NONE, OWNER.slice(0, 1));
    expect(page.element.querySelectorAll('form')).toHaveLength(0);
    await expectAccessible(page.element);
  });

  it('lets a member in who lost theirs, after saying how far that reaches', async () => {
    const { page, part, toasts } = await open(NONE, OWNER, 'M-10422');
    expect(page.text()).toContain('stay closed until they prove themselves in another way');
    expect(await (await part.member()).value()).toBe('M-10422');
    await part.reset('M-10423');
    await page.settle();
    const call = page.http.expectOne('/api/organizations/o1/second-factor/resets');
    expect(call.request.body).toEqual({ memberNumber: 'M-10423' });
    call.flush(null, { status: 204, statusText: 'No Content' });
    await page.settle();
    expect(toasts.shown()?.text).toContain('M-10423');
    expect(await (await part.member()).value()).toBe('');
  });

  it('says that a number is nobody\u2019s, and keeps it', async () => {
    const { page, part } = await open(NONE);
    await part.reset('M-1');
    await page.settle();
    const fault = { field: 'memberNumber', code: 'unknown', message: '' };
    page.http
      .expectOne('/api/organizations/o1/second-factor/resets')
      .flush({ code: 'member.unknown', detail: '', errors: [fault] }, { status: 422, statusText: 'x' });
    await page.settle();
    expect(page.text()).toContain('This is no member whose second factor you may reset.');
    expect(await (await part.member()).value()).toBe('M-1');
    await expectAccessible(page.element);
  });
});
