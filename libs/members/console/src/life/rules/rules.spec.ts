import { provideAbilities } from '@smartpar/access/console/testing';
import { FieldHarness, expectAccessible, mount, type Mounted } from '@smartpar/platform/ui/testing';
import { ORGANIZATION } from '../../../testing/src';
import en from '../../i18n/en.json' with { type: 'json' };
import { LifeRules } from './rules';

const at = (path: string): string => `/api/organizations/${ORGANIZATION}/${path}`;

async function open(...nouns: readonly string[]): Promise<Mounted<LifeRules>> {
  const page = await mount(LifeRules, {
    texts: { members: en },
    inputs: { organizationId: ORGANIZATION },
    providers: [
      provideAbilities(
        ORGANIZATION,
        nouns.map((subject) => ({ action: 'change', subject })),
      ),
    ],
  });
  page.http.expectOne(at('life-rules')).flush({ version: 2, graceDays: 14, dormantDays: 90 });
  page.http.expectOne(at('retention-period')).flush({ version: 0, memberDays: 30 });
  await page.settle();
  return page;
}

const fill = async (page: Mounted<LifeRules>, label: string, text: string): Promise<void> => (await page.part(FieldHarness.labelled(label))).fill(text);

async function submit(page: Mounted<LifeRules>, form: number): Promise<void> {
  page.element.querySelectorAll('form')[form]?.dispatchEvent(new Event('submit'));
  await page.settle();
}

describe('how long one can come back', () => {
  it('is said by owners, and no suggestion is made where none is wanted', async () => {
    const page = await open('life-rules', 'retention-period');
    await expectAccessible(page.element);
    await fill(page, 'Days in which', '21');
    await fill(page, 'Days without use', '');
    await submit(page, 0);
    const call = page.http.expectOne({ method: 'PUT', url: at('life-rules') });
    expect(call.request.body).toEqual({ version: 2, graceDays: 21, dormantDays: null });
    call.flush({ version: 3, graceDays: 21, dormantDays: null });
    await page.settle();
  });

  it.each(['', '0', '91', 'two weeks'])('is no such thing as %j', async (typed) => {
    const page = await open('life-rules', 'retention-period');
    await fill(page, 'Days in which', typed);
    await submit(page, 0);
    expect(await (await page.part(FieldHarness.labelled('Days in which'))).error()).toBe('Type a whole number within these bounds.');
    page.http.expectNone({ method: 'PUT', url: at('life-rules') });
  });

  it('is kept apart from how long data is kept', async () => {
    const page = await open('retention-period');
    expect(page.text()).toContain('can come back for 14 days');
    await fill(page, 'Days for which', '365');
    await submit(page, 0);
    expect(page.http.expectOne({ method: 'PUT', url: at('retention-period') }).request.body).toEqual({ version: 0, memberDays: 365 });
  });

  it('is only read by others', async () => {
    const page = await open();
    expect(page.element.querySelector('form')).toBeNull();
    expect(page.text()).toContain('kept for 30 days');
    await expectAccessible(page.element);
  });
});
