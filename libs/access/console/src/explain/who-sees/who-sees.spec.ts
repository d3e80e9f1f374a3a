import { expectAccessible, mount } from '@smartpar/platform/ui/testing';
import { provideAbilities } from '../../../testing/src';
import access from '../../i18n/en.json' with { type: 'json' };
import explain from '../i18n/en.json' with { type: 'json' };
import { WhoSees } from './who-sees';

const open = (inputs: object, nouns: string[]) =>
  mount(WhoSees, {
    texts: { access, explain },
    inputs: { organizationId: 'o1', memberId: 'member-1', number: 'M-10422', ...inputs },
    providers: [provideAbilities('o1', [{ action: 'read', subject: nouns }])],
  });

describe('the way to who sees something', () => {
  it('leads from a value to those who see it, and says so to whoever hears the page', async () => {
    const page = await open({ category: 'user.name' }, ['explanation']);
    await page.settle();
    expect(page.element.querySelector('a')?.getAttribute('href')).toBe('/org/o1/access/explain?of=seen&member=member-1&category=user.name');
    expect(page.text()).toContain('Who can see: Name, of M-10422');
    await expectAccessible(page.element);
  });

  it('leads from a person to what they see', async () => {
    const page = await open({}, ['explanation']);
    await page.settle();
    expect(page.element.querySelector('a')?.getAttribute('href')).toBe('/org/o1/access/explain?member=member-1');
    expect(page.text()).toContain('What can M-10422 see, and why?');
  });

  it('is not there for those who are told nothing of it', async () => {
    const page = await open({ category: 'user.name' }, ['member']);
    expect(page.element.querySelector('a')).toBeNull();
  });
});
