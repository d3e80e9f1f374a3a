import { expectAccessible, mount } from '@smartpar/platform/ui/testing';
import { contact } from '../../testing/src';
import en from '../i18n/en.json' with { type: 'json' };
import { ContactCard } from './contact-card';

describe('a contact', () => {
  it('has a name and every way to reach them', async () => {
    const page = await mount(ContactCard, { texts: { requests: en }, inputs: { contact: contact() } });
    expect(page.text()).toContain('Dana Reyes');
    expect(page.text()).toContain('Languages German and English');
    expect(page.element.querySelector('a')?.getAttribute('href')).toBe('mailto:privacy@nordwerk.example');
    expect(page.element.querySelector('.address')?.textContent).toBe('Nordwerk\nHafenstraße 12');
    await expectAccessible(page.element);
  });

  it('leaves out what is not known', async () => {
    const page = await mount(ContactCard, { texts: { requests: en }, inputs: { contact: contact({ postalAddress: null, languages: [] }) } });
    expect(page.text()).not.toContain('Post');
    expect(page.text()).not.toContain('Languages');
  });
});
