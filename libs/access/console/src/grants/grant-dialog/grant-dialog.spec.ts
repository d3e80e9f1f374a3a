import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { expectAccessible, mount } from '@smartpar/platform/ui/testing';
import en from '../../i18n/en.json' with { type: 'json' };
import { GrantDialog, type GrantTopic } from './grant-dialog';
import { GrantDialogHarness } from './grant-dialog.harness';

const TOPIC: GrantTopic = {
  grant: { role: 'helpdesk', category: 'user.name', mode: 'on-reveal', purposes: ['support'] },
  shipped: { mode: 'on-reveal', purposes: ['sign-in-help', 'support'] },
};

async function open(topic: GrantTopic = TOPIC) {
  const closed: unknown[] = [];
  const page = await mount(GrantDialog, {
    texts: { access: en },
    providers: [
      { provide: DIALOG_DATA, useValue: topic },
      { provide: DialogRef, useValue: { close: (answer: unknown) => closed.push(answer) } },
    ],
  });
  return { page, closed, dialog: await page.part(GrantDialogHarness) };
}

describe('one grant', () => {
  it('begins as it is, and says in words what it comes to', async () => {
    const { page, dialog } = await open();
    expect(await dialog.purposes()).toEqual(['support']);
    expect(await dialog.effect()).toBe(
      'Helpdesk: Name is hidden and can be revealed with a reason, for: Helping somebody use the app. The person reads each look.',
    );
    await expectAccessible(page.element);
  });

  it('says what it would come to while it is changed', async () => {
    const { page, dialog } = await open();
    await dialog.toggle('security');
    await (await dialog.mode()).choose('Shown');
    await page.settle();
    expect(await dialog.effect()).toContain('sees Name at all times, for: Helping somebody use the app and Keeping accounts safe');
    await (await dialog.mode()).choose('Hidden');
    await page.settle();
    expect(await dialog.effect()).toBe('Helpdesk: does not see Name and cannot reveal it.');
  });

  it('closes with what was chosen, purposes in their order', async () => {
    const { page, dialog, closed } = await open();
    await dialog.toggle('administration');
    await page.settle();
    await dialog.save();
    expect(closed).toEqual([{ ...TOPIC.grant, purposes: ['administration', 'support'] }]);
  });

  it('of hidden data has no purpose', async () => {
    const { page, dialog, closed } = await open();
    await (await dialog.mode()).choose('Hidden');
    await page.settle();
    expect(await dialog.purposes()).toEqual([]);
    await dialog.save();
    expect(closed).toEqual([{ ...TOPIC.grant, mode: 'hidden', purposes: [] }]);
  });

  it('wants a purpose for what may be seen', async () => {
    const { page, dialog, closed } = await open();
    await dialog.toggle('support');
    await dialog.save();
    await page.settle();
    expect([await dialog.error(), closed]).toEqual(['Choose at least one purpose, or hide the data.', []]);
    await expectAccessible(page.element);
  });

  it('is as shipped by one button', async () => {
    const { page, dialog, closed } = await open({ ...TOPIC, grant: { ...TOPIC.grant, mode: 'hidden', purposes: [] } });
    await dialog.asShipped();
    await page.settle();
    expect(await dialog.purposes()).toEqual(['sign-in-help', 'support']);
    await dialog.save();
    expect(closed).toEqual([{ ...TOPIC.grant, ...TOPIC.shipped }]);
  });
});
