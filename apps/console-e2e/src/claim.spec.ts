import { expect, go, people, test } from './people';

test('somebody whose account is claimed sees by whom, objects, and is answered by the owner', async ({ signedIn }, { project }) => {
  // Each project claims an account of its own: two people at one account would rightly see each other's choice.
  const address = project.name === 'phone' ? people.alsoClaimed : people.claimed;
  const person = await signedIn(address);

  await test.step('the claim is told above the first page, with both choices', async () => {
    await person.goto('/my');
    await person.getByRole('button', { name: 'See what you can do' }).click();
    await expect(person.getByRole('heading', { name: 'Larkspur Instruments' })).toBeVisible();
    await expect(person.getByText('What you asked and did before stays where it was.')).toBeVisible();
    await expect(person.getByRole('button', { name: 'Move my account' })).toBeVisible();
  });

  await test.step('staying is one press, and may be thought over', async () => {
    await person.getByRole('button', { name: 'It is for work, I stay' }).click();
    await expect(person.getByText('You stay', { exact: true })).toBeVisible();
  });

  await test.step('the address is said to be one’s own', async () => {
    await person.getByRole('button', { name: 'It is my own address' }).click();
    await person.getByLabel('Why is the address your own?').fill('It is the name of my family.');
    await person.getByRole('button', { name: 'Send my objection' }).click();
    await expect(person.getByText('You objected', { exact: true })).toBeVisible();
  });

  const owner = await signedIn(people.owner);
  const organizationId = await test.step('the owner sees counts, and nobody’s name', async () => {
    await owner.goto('/');
    await go(owner, 'Settings');
    await owner.getByRole('navigation', { name: 'Settings' }).getByRole('link', { name: 'Domains' }).click();
    await owner.getByRole('link', { name: 'Accounts that use this domain' }).click();
    await expect(owner.getByRole('heading', { name: 'A claim is running' })).toBeVisible();
    await expect(owner.getByText('Objected')).toBeVisible();
    await expect(owner.getByText(address)).toHaveCount(0);
    return /\/org\/([^/]+)/.exec(owner.url())?.[1] ?? '';
  });

  await test.step('and answers the objection with a reason', async () => {
    await owner.goto(`/org/${organizationId}/settings/objections`);
    const one = owner.locator('sp-decision-panel').filter({ hasText: address });
    await one.getByRole('textbox').fill('You are right.');
    await one.getByRole('button', { name: 'Leave the account alone' }).click();
    await expect(one).toHaveCount(0);
  });

  await test.step('which the person reads', async () => {
    await person.reload();
    await expect(person.getByText('Left alone', { exact: true })).toBeVisible();
    await expect(person.getByText('You are right.')).toBeVisible();
  });
});
