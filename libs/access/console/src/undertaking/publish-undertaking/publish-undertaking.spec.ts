import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { FieldHarness, expectAccessible, mount } from '@smartpar/platform/ui/testing';
import { undertakingExample } from '../../../testing/src';
import en from '../../i18n/en.json' with { type: 'json' };
import { PublishUndertaking, type PublishTopic } from './publish-undertaking';

const ADDRESS = '/api/organizations/o1/undertaking';
const TOPIC: PublishTopic = { organizationId: 'o1', undertaking: undertakingExample() };

async function open() {
  const closed: unknown[] = [];
  const page = await mount(PublishUndertaking, {
    texts: { access: en },
    providers: [
      { provide: DIALOG_DATA, useValue: TOPIC },
      { provide: DialogRef, useValue: { close: (answer: unknown) => closed.push(answer) } },
    ],
  });
  await page.settle();
  const send = async (): Promise<void> => {
    page.element.querySelector<HTMLButtonElement>('button[type=submit]')?.click();
    await page.settle();
  };
  return { page, closed, send, english: await page.part(FieldHarness.labelled('English')) };
}

describe('a new version of what people promise', () => {
  it('begins with the words in force and says what follows', async () => {
    const { page, english } = await open();
    expect(await english.value()).toBe('I look only when I must.');
    expect(page.text()).toContain('everybody has to sign the new version');
    await expectAccessible(page.element);
  });

  it('is published in the languages it was written in, on top of the version that was read', async () => {
    const { page, closed, english, send } = await open();
    await english.fill('  Only when I must, and I tell nobody. ');
    await send();
    const call = page.http.expectOne({ method: 'PUT', url: ADDRESS });
    expect(call.request.body).toEqual({ version: 1, texts: { en: 'Only when I must, and I tell nobody.' } });
    const answer = undertakingExample({ version: 2 });
    call.flush(answer);
    await page.settle();
    expect(closed).toEqual([answer]);
  });

  it('without words in any language is not sent', async () => {
    const { page, english, send } = await open();
    await english.fill('');
    await send();
    expect(await english.error()).toBe('Write it in at least one language.');
    page.http.verify();
  });

  it('that somebody else was faster with keeps what was typed and says so', async () => {
    const { page, closed, english, send } = await open();
    await english.fill('Mine.');
    await send();
    page.http.expectOne(ADDRESS).flush({ code: 'undertaking.changed_meanwhile' }, { status: 409, statusText: 'Conflict' });
    await page.settle();
    page.http
      .expectOne({ method: 'GET', url: ADDRESS })
      .flush(undertakingExample({ version: 2, texts: [{ locale: 'en', text: 'Theirs.', hash: 'f'.repeat(64) }] }));
    await page.settle();
    expect([await english.value(), closed]).toEqual(['Mine.', []]);
    expect(page.text()).toContain('Somebody else published a version');
    expect(page.text()).toContain('Version 2, which somebody else published');
    expect(page.text()).toContain('Theirs.');
    await expectAccessible(page.element);
    await send();
    expect(page.http.expectOne({ method: 'PUT', url: ADDRESS }).request.body).toEqual({ version: 2, texts: { en: 'Mine.' } });
  });
});
