import { provideAbilities } from '@smartpar/access/console/testing';
import type { ProvisioningCall } from '@smartpar/members/model';
import { expectAccessible, mount } from '@smartpar/platform/ui/testing';
import de from '../i18n/de.json' with { type: 'json' };
import en from '../i18n/en.json' with { type: 'json' };
import { Directory } from './directory';

const CALLS = '/api/organizations/o1/provisioning/calls';

const call = (facts: Partial<ProvisioningCall> = {}): ProvisioningCall => ({
  ...{
    id: 'c1',
    at: '2026-03-05T09:00:00Z',
    tokenId: 't1',
    tokenName: 'Entra',
    method: 'PATCH',
    path: 'Users/{id}',
    resourceId: 'm1',
    memberNumber: 'M-10003',
  },
  ...{ outcome: 'done', status: 200, fault: null, changed: ['displayName', 'department'], notKept: [], filter: null, milliseconds: 7 },
  ...facts,
});

async function open(address = '/org/o1/settings/directory') {
  const page = await mount(Directory, {
    texts: { provisioning: en },
    inputs: { organizationId: 'o1' },
    address,
    providers: [provideAbilities('o1', [{ action: 'read', subject: 'system-token' }])],
  });
  return { page, asked: page.http.expectOne((request) => request.url === CALLS) };
}

async function read(items: readonly ProvisioningCall[]) {
  const { page, asked } = await open();
  asked.flush({ items, next: null });
  await page.settle();
  return page;
}

describe('the directory of an organization', () => {
  it('is told where it finds the organization, and where tokens are made', async () => {
    const page = await read([]);
    expect(page.text()).toContain('http://localhost/scim/v2');
    expect(page.text()).toContain('The directory has not called yet');
    expect([...page.element.querySelectorAll('a')].map((link) => link.getAttribute('href'))).toContain('/org/o1/settings/system-tokens');
    await expectAccessible(page.element);
  });

  it.each<[Partial<ProvisioningCall>, string]>([
    [{}, 'Changed a person'],
    [{ method: 'POST', path: 'Users' }, 'Made a person'],
    [{ method: 'GET', path: 'Users', filter: 'userName eq ?' }, 'Looked for people'],
    [{ method: 'GET' }, 'Looked at a person'],
    [{ method: 'DELETE', path: 'Groups/{id}' }, 'Took a group away'],
    [{ method: 'POST', path: 'Groups/.search' }, 'Looked for groups'],
    [{ method: 'PUT', path: 'Bulk/Users' }, 'Wrote a person anew'],
    [{ method: 'POST', path: 'Bulk' }, 'Sent many things at once'],
    [{ method: 'POST', path: '.search' }, 'Looked for people and groups'],
    [{ method: 'GET', path: 'Schemas' }, 'Asked what can be done here'],
  ])('did something: %j', async (facts, words) => {
    const page = await read([call(facts)]);
    expect(page.text()).toContain(words);
    await expectAccessible(page.element);
  });

  it('is told what changed, what is not kept and whom it was about', async () => {
    const page = await read([call({ notKept: ['title'], filter: 'userName eq ?' })]);
    for (const words of [
      'Changed: displayName and department.',
      'Sent, but not kept here: title.',
      'userName eq ?',
      'M-10003',
      'Entra',
      'PATCH Users/{id}, 200',
    ])
      expect(page.text()).toContain(words);
  });

  it.each<[Partial<ProvisioningCall>, string]>([
    [{ outcome: 'refused', status: 409, fault: 'uniqueness' }, 'match them in your identity provider instead'],
    [{ outcome: 'refused', status: 403, fault: 'scim.last_owner' }, 'Make somebody else an owner first.'],
    [{ outcome: 'refused', status: 404, fault: 'not_found' }, 'is not there any more'],
    [{ outcome: 'refused', status: 404, fault: 'not_found', method: 'GET', path: 'Schemas/{id}' }, 'This cannot be asked for here. Nothing is to be done.'],
    [{ outcome: 'refused', status: 409, fault: 'group.in_use' }, 'Take that away first.'],
    [{ outcome: 'refused', status: 400, fault: 'new.word' }, 'Compare the mapping in your identity provider'],
    [{ outcome: 'failed', status: 500 }, 'Something went wrong on our side.'],
  ])('is told what to do where it was refused: %j', async (facts, words) => {
    const page = await read([call(facts)]);
    expect(page.text()).toContain(words);
    await expectAccessible(page.element);
  });

  it('is asked for what the address says', async () => {
    const { params } = (await open('/org/o1/settings/directory?outcome=refused&changes=true')).asked.request;
    expect([params.get('outcome'), params.get('changes')]).toEqual(['refused', 'true']);
  });

  it('has the same words in both languages', () => {
    const keys = (texts: object): string[] =>
      Object.entries(texts).flatMap(([key, value]: [string, unknown]) =>
        typeof value === 'object' && value !== null ? keys(value).map((more) => `${key}.${more}`) : [key],
      );
    expect(keys(de)).toEqual(keys(en));
  });
});
