import { provideAbilities } from '@smartpar/access/console/testing';
import type { OrganizationDomainDocument } from '@smartpar/organizations/model';
import { expectAccessible, mount } from '@smartpar/platform/ui/testing';
import en from '../i18n/en.json' with { type: 'json' };
import { CLAIMED } from './domain-fixtures';
import { Domains } from './domains';
import { DomainsHarness } from './domains.harness';

const ADDRESS = '/api/organizations/o1/domains';
const domain = (name: string): OrganizationDomainDocument => ({ ...CLAIMED, id: name, domain: name, recordName: `_smartpar.${name}` });

async function open(may: string[], items: OrganizationDomainDocument[] = []) {
  const rules = may.map((action) => ({ action, subject: 'organization-domain' }));
  const page = await mount(Domains, { texts: { organizations: en }, inputs: { organizationId: 'o1' }, providers: [provideAbilities('o1', rules)] });
  page.http.expectOne(ADDRESS).flush({ items });
  if (may.includes('claim')) page.http.expectOne('/api/organizations/o1/sites').flush({ items: [] });
  await page.settle();
  return { page, domains: await page.part(DomainsHarness) };
}

const OWNER = ['read', 'claim', 'verify', 'release'];

describe('the domains of an organization', () => {
  it('say what they are for and what to do first', async () => {
    const { page } = await open(OWNER);
    expect(page.text()).toContain('No domain yet');
    await expectAccessible(page.element);
  });

  it('take a new one in, in order, and clear what was typed', async () => {
    const { page, domains } = await open(OWNER, [domain('alder.example'), domain('yarrow.example')]);
    await domains.claim('larkspur.example');
    await page.settle();
    const call = page.http.expectOne({ method: 'POST', url: ADDRESS });
    expect(call.request.body).toEqual({ domain: 'larkspur.example' });
    call.flush(domain('larkspur.example'), { status: 201, statusText: 'Created' });
    await page.settle();
    expect([...page.element.querySelectorAll('h2')].map(({ textContent }) => textContent)).toEqual(['alder.example', 'larkspur.example', 'yarrow.example']);
    expect(await (await domains.field()).value()).toBe('');
    await expectAccessible(page.element);
  });

  it.each([
    ['public_mail', 'Anybody can have a mailbox'],
    ['public_suffix', 'Many owners'],
    ['not_public', 'only inside a network'],
    ['malformed', 'looks like example.com'],
  ])('say beside the field why one is refused: %s', async (code, sentence) => {
    const { page, domains } = await open(OWNER);
    await domains.claim('gmail.com');
    await page.settle();
    page.http
      .expectOne({ method: 'POST', url: ADDRESS })
      .flush(
        { status: 422, code: 'domain.refused', detail: '', errors: [{ field: 'domain', code, message: '' }] },
        { status: 422, statusText: 'Unprocessable' },
      );
    await page.settle();
    const field = await domains.field();
    expect(await field.error()).toContain(sentence);
    expect(await field.value()).toBe('gmail.com');
  });

  it('send nothing when nothing was typed', async () => {
    const { page, domains } = await open(OWNER);
    await domains.claim('');
    await page.settle();
    page.http.expectNone({ method: 'POST' });
    expect(await (await domains.field()).error()).toBe('Please fill this in.');
  });

  it('follow what happens to each', async () => {
    const { page, domains } = await open(OWNER, [domain('alder.example'), domain('yarrow.example')]);
    const [first, second] = await domains.cards();
    await first?.press(0);
    await page.settle();
    page.http.expectOne(`${ADDRESS}/alder.example/verification`).flush({ ...domain('alder.example'), state: 'verified' });
    await second?.press(1);
    await page.settle();
    page.http.expectOne({ method: 'DELETE' }).flush(null, { status: 204, statusText: 'No Content' });
    await page.settle();
    expect(page.text()).toContain('Verified');
    expect(page.text()).not.toContain('yarrow.example');
  });

  it('are only looked at by those who may not more', async () => {
    const { domains } = await open(['read'], [domain('alder.example')]);
    expect(await domains.mayClaim()).toBe(false);
    expect(await domains.cards()).toHaveLength(1);
  });
});
