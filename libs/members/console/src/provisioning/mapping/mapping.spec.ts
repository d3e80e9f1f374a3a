import { MAPPED_FIELDS } from '@smartpar/members/model';
import { expectAccessible, mount } from '@smartpar/platform/ui/testing';
import en from '../i18n/en.json' with { type: 'json' };
import { DirectoryMapping } from './mapping';

const USER = 'urn:ietf:params:scim:schemas:core:2.0:User';

async function write(message: string) {
  const page = await mount(DirectoryMapping, { texts: { provisioning: en } });
  page.element.querySelector('details')?.setAttribute('open', '');
  const box = page.element.querySelector('textarea');
  if (box === null) throw new Error('There is nowhere to write.');
  box.value = message;
  box.dispatchEvent(new Event('input'));
  await page.settle();
  return page;
}

const cells = (element: Element): string[][] =>
  [...element.querySelectorAll('tbody tr')].map((row) => [...row.children].map((cell) => cell.textContent.trim()));

describe('what fills what', () => {
  it('is told of every field, before anything is tried', async () => {
    const page = await write('');
    expect(cells(page.element)).toHaveLength(MAPPED_FIELDS.length);
    expect(cells(page.element)).toContainEqual(['emails[type eq "work"].value', 'Work address']);
    expect(page.text()).not.toContain('provisioning.');
    await expectAccessible(page.element);
  });

  it('is tried with a user, of whom nothing is sent', async () => {
    const page = await write(JSON.stringify({ schemas: [USER], userName: 'reed@directory.example', name: { givenName: 'Reed' }, title: 'Head' }));
    expect(cells(page.element)).toContainEqual(['name.givenName', 'First name', 'Reed']);
    expect(cells(page.element)).toContainEqual(['name.familyName', 'Last name', 'Nothing']);
    expect(cells(page.element)).toContainEqual(['userType', 'Guest', 'No']);
    expect(page.text()).toContain('Sent, but not kept here: title.');
    page.http.verify();
    await expectAccessible(page.element);
  });

  it('tells why a user would be refused', async () => {
    const page = await write('{ "userName": ');
    expect(page.text()).toContain('It would be refused: This is no JSON.');
    await expectAccessible(page.element);
  });
});
