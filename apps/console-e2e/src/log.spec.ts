import { expect, go, people, test } from './people';

test('an owner narrows the log, keeps that as a view, and has checkpoints sent to somebody outside', async ({ signedIn }, { project }) => {
  // Views are of whoever keeps them: each project has its own. Auditors may do the same here.
  const owner = await signedIn(project.name === 'phone' ? people.auditor : people.owner);
  const stamp = String(Date.now());
  await go(owner, 'Log');

  await test.step('what the system did is kept as a view, and is there again later', async () => {
    await owner.getByLabel('Who', { exact: true }).selectOption('The system');
    await owner.getByRole('button', { name: 'Keep this view' }).click();
    await owner.getByLabel('Name of the view').fill(`Machines ${stamp}`);
    await owner.getByRole('button', { name: 'Keep it' }).click();
    await expect(owner.getByLabel('View', { exact: true }).locator('option:checked')).toHaveText(`Machines ${stamp}`);
    await owner.getByRole('button', { name: 'Clear filters' }).click();
    await expect(owner.getByLabel('Who', { exact: true }).locator('option:checked')).toHaveText('Anybody');
    await owner.getByLabel('View', { exact: true }).selectOption(`Machines ${stamp}`);
    await expect(owner).toHaveURL(/actorKind=system/);
    await owner.getByRole('button', { name: 'Remove this view' }).click();
    await expect(owner.getByText(`The view "Machines ${stamp}" is removed.`)).toBeVisible();
  });

  await test.step('a webhook is named, its secret is shown this once, and nothing may be named that leads inside', async () => {
    await owner.locator('sp-seal summary').click();
    const addresses = owner.locator('sp-checkpoint-addresses');
    await addresses.getByRole('button', { name: 'Name an address' }).click();
    await addresses.getByText('Webhook', { exact: true }).click();
    await addresses.getByLabel('Address of the web').fill('https://localhost/log');
    await addresses.getByRole('button', { name: 'Name it' }).click();
    await expect(addresses.getByText('Nothing can be sent there.')).toBeVisible();
    await addresses.getByLabel('Address of the web').fill(`https://hooks.invalid.example/${stamp}`);
    await addresses.getByRole('button', { name: 'Name it' }).click();
    await expect(addresses.getByText(/^whsec_/)).toBeVisible();
    await addresses.getByRole('button', { name: 'I have kept it' }).click();
    await owner.reload();
    await owner.locator('sp-seal summary').click();
    await expect(addresses.getByText(`https://hooks.invalid.example/${stamp}`)).toBeVisible();
    await expect(addresses.getByText(/^whsec_/)).toHaveCount(0);
    await addresses.getByRole('button', { name: `Remove https://hooks.invalid.example/${stamp}` }).click();
    await expect(addresses.getByText(`https://hooks.invalid.example/${stamp}`)).toHaveCount(0);
  });

  await test.step('each of it stands in the log, without the name of the view and without the address', async () => {
    await owner.getByRole('button', { name: 'Clear filters' }).click();
    await owner.getByLabel('About', { exact: true }).selectOption('Address for checkpoints');
    const entries = owner.locator('sp-list');
    await expect(entries.getByText('Named an address for checkpoints').first()).toBeVisible();
    await expect(entries.getByText(stamp)).toHaveCount(0);
  });
});
