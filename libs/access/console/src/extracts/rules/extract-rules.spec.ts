import type { ExtractRules as Rules } from '@smartpar/access/model';
import { expectAccessible, FieldHarness, mount } from '@smartpar/platform/ui/testing';
import { provideAbilities } from '../../../testing/src';
import access from '../../i18n/en.json' with { type: 'json' };
import extracts from '../i18n/en.json' with { type: 'json' };
import { ExtractRules } from './extract-rules';

const RULES = '/api/organizations/o1/extract-rules';

async function open(actions = ['read', 'change'], held: Rules['held'] = null) {
  const page = await mount(ExtractRules, {
    texts: { access, extracts },
    inputs: { organizationId: 'o1' },
    providers: [provideAbilities('o1', [{ action: actions, subject: 'extract-rules' }])],
  });
  page.http.expectOne(RULES).flush({ version: 3, aloneUpTo: 25, held });
  await page.settle();
  const save = async (): Promise<void> => {
    page.element.querySelector('form')?.dispatchEvent(new Event('submit'));
    await page.settle();
  };
  return { page, save };
}

describe('how many one may take out alone', () => {
  it('is changed by an owner', async () => {
    const { page, save } = await open();
    const field = await page.part(FieldHarness);
    expect(await field.value()).toBe('25');
    await expectAccessible(page.element);
    await field.fill('5');
    await save();
    const call = page.http.expectOne({ method: 'PUT', url: RULES });
    expect(call.request.body).toEqual({ version: 3, aloneUpTo: 5 });
    call.flush({ version: 4, aloneUpTo: 5, held: null });
    await page.settle();
    expect(await field.value()).toBe('5');
  });

  it.each(['', 'many', '-1', '2.5', '501'])('is no such thing as %j', async (typed) => {
    const { page, save } = await open();
    const field = await page.part(FieldHarness);
    await field.fill(typed);
    await save();
    expect(await field.error()).toBe('Type a whole number between 0 and 500.');
    page.http.verify();
  });

  it('keeps what was typed where somebody else was faster', async () => {
    const { page, save } = await open();
    const field = await page.part(FieldHarness);
    await field.fill('5');
    await save();
    page.http.expectOne({ method: 'PUT', url: RULES }).flush({ code: 'extract_rules.changed_meanwhile', status: 409 }, { status: 409, statusText: 'Conflict' });
    await page.settle();
    page.http.expectOne(RULES).flush({ version: 4, aloneUpTo: 10, held: null });
    await page.settle();
    expect(page.text()).toContain('What you typed is still here');
    expect(await field.value()).toBe('5');
    await save();
    expect(page.http.expectOne({ method: 'PUT', url: RULES }).request.body).toEqual({ version: 4, aloneUpTo: 5 });
  });

  it('says before it is raised when that counts for whoever raises it, and that others hear of it', async () => {
    const { page } = await open();
    expect(page.text()).toContain('that counts for others at once and for you in 72 hours');
    expect(page.text()).not.toContain('You raised this yourself');
  });

  it('stays for whoever raised it what it was, and says until when', async () => {
    const { page, save } = await open();
    await (await page.part(FieldHarness)).fill('500');
    await save();
    const held = { aloneUpTo: 25, until: '2026-03-05T09:00:00Z' };
    page.http.expectOne({ method: 'PUT', url: RULES }).flush({ version: 4, aloneUpTo: 500, held });
    await page.settle();
    expect(page.text()).toContain('for you it stays at 25 until 5 Mar');
    await expectAccessible(page.element);
  });

  it('is only read by everybody else', async () => {
    const { page } = await open(['read']);
    expect(page.element.querySelector('form')).toBeNull();
    expect(page.text()).toContain('Up to 25 people within a day.');
    await expectAccessible(page.element);
  });
});
