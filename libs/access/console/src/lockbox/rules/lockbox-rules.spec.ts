import { expectAccessible, FieldHarness, mount, SegmentedHarness } from '@smartpar/platform/ui/testing';
import { provideAbilities } from '../../../testing/src';
import access from '../../i18n/en.json' with { type: 'json' };
import lockbox from '../i18n/en.json' with { type: 'json' };
import { LockboxRules } from './lockbox-rules';

const ADDRESS = '/api/organizations/o1/lockbox-rules';
const KIND = { justification: 'fault', categories: ['user.name'], minutes: 60, reach: 'member' };

async function open(rules: object = { version: 2, mode: 'ask', preapproved: [] }, actions = ['read', 'change']) {
  const page = await mount(LockboxRules, {
    texts: { access, lockbox },
    inputs: { organizationId: 'o1' },
    providers: [provideAbilities('o1', [{ action: actions, subject: 'lockbox-rules' }])],
  });
  page.http.expectOne(ADDRESS).flush(rules);
  await page.settle();
  const tick = async (value: string) => {
    page.element.querySelector<HTMLInputElement>(`input[value="${value}"]`)?.click();
    await page.settle();
  };
  const save = () => page.element.querySelector<HTMLButtonElement>('button[type=submit]')?.click();
  return { page, tick, save };
}

describe('the rules for SmartPAR', () => {
  it('allow a kind beforehand, within bounds', async () => {
    const { page, tick, save } = await open();
    await tick('fault');
    await tick('user.name');
    await (await page.part(FieldHarness.labelled('At most how long'))).choose('60');
    await expectAccessible(page.element);
    save();
    const call = page.http.expectOne({ method: 'PUT', url: ADDRESS });
    expect(call.request.body).toEqual({ version: 2, mode: 'ask', preapproved: [KIND] });
  });

  it('are not saved with a kind of no data', async () => {
    const { page, tick, save } = await open();
    await tick('fault');
    save();
    await page.settle();
    page.http.expectNone({ method: 'PUT', url: ADDRESS });
    expect(page.text()).toContain('Choose at least one for each kind');
  });

  it('let nobody in, and then allow nothing beforehand', async () => {
    const { page, save } = await open({ version: 3, mode: 'ask', preapproved: [KIND] });
    await (await page.part(SegmentedHarness)).choose('Nobody is let in');
    await page.settle();
    expect(page.text()).toContain('What runs now ends');
    save();
    expect(page.http.expectOne({ method: 'PUT', url: ADDRESS }).request.body).toEqual({ version: 3, mode: 'none', preapproved: [] });
  });

  it('keep what was chosen where somebody else changed them first, and are saved over theirs only by saving once more', async () => {
    const { page, tick, save } = await open();
    await tick('fault');
    await tick('user.name');
    save();
    page.http
      .expectOne({ method: 'PUT', url: ADDRESS })
      .flush({ status: 409, code: 'lockbox_rules.changed_meanwhile', detail: '' }, { status: 409, statusText: 'Conflict' });
    await page.settle();
    page.http.expectOne({ method: 'GET', url: ADDRESS }).flush({ version: 5, mode: 'none', preapproved: [] });
    await page.settle();
    expect(page.text()).toContain('Somebody changed the rules');
    await (await page.part(FieldHarness.labelled('At most how long'))).choose('60');
    save();
    const call = page.http.expectOne({ method: 'PUT', url: ADDRESS });
    expect(call.request.body).toEqual({ version: 5, mode: 'ask', preapproved: [KIND] });
    call.flush({ version: 6, mode: 'ask', preapproved: [KIND] });
    await page.settle();
    expect(page.text()).not.toContain('Somebody changed the rules');
  });

  it('are only read by those who may not change them', async () => {
    const { page } = await open(undefined, ['read']);
    expect(page.text()).toContain('Only owners change this');
    expect(page.element.querySelector('button[type=submit]')).toBeNull();
  });
});
