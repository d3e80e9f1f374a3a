import { expect, fillSignIn, people, signInOf, test } from './people';

test('a report keeps somebody from others’ data at once, and two others give it back', async ({ signedIn, stranger }, { project }) => {
  // each project reports somebody else, whom no other journey needs
  const address = project.name === 'phone' ? people.agent : people.contractor;
  const [reporter, owner, reported] = [await signedIn(people.privacyOfficer), await signedIn(people.owner), await signedIn(address)];
  // who reads German
  const second = await stranger();
  await second.goto('/sign-in');
  await fillSignIn(second, signInOf(people.substitute));
  await expect(second.getByRole('navigation', { name: 'Hauptnavigation' })).toBeVisible();
  const organization = new URL(reporter.url()).pathname.replace(/\/home$/, '');

  await test.step('the privacy officer reports them from their page', async () => {
    await reporter.goto(`${organization}/members`);
    await reporter.getByRole('searchbox').fill(address);
    await reporter.getByRole('button', { name: 'Find', exact: true }).click();
    await reporter.getByRole('table', { name: 'Members' }).getByRole('link').first().click();
    await reporter.getByRole('button', { name: /Report a broken promise/ }).click();
    const dialog = reporter.getByRole('dialog');
    await expect(dialog.getByText('The person sees no data of others in this organization, on any open page.')).toBeVisible();
    await dialog.getByLabel('What happened?').fill('Looked at a neighbour without a task.');
    await dialog.getByRole('button', { name: 'Report now' }).click();
    await expect(reporter.getByRole('heading', { level: 1, name: /^Report about M-\d+$/ })).toBeVisible();
    await expect(reporter.getByText('You reported this, so others decide.')).toBeVisible();
  });

  const path = new URL(reporter.url()).pathname;

  await test.step('they see no data of others any more, and are told in their own part', async () => {
    await reported.goto(`${organization}/members`);
    await expect(reported.getByRole('table', { name: 'Members' })).toBeHidden();
    await reported.goto('/my');
    await expect(reported.getByText('You see no data of others for now')).toBeVisible();
  });

  await test.step('it waits for the owner, who would give the access back', async () => {
    await owner.goto(`${organization}/home`);
    await owner
      .getByRole('link', { name: /A promise may be broken/ })
      .first()
      .click();
    await owner.goto(path);
    await owner.getByLabel('Your reason').fill('I asked them, and somebody had sent them.');
    await owner.getByRole('button', { name: 'Give the access back' }).click();
    await expect(owner.getByText(/would give the access back/)).toBeVisible();
  });

  await test.step('a second one agrees, and everything is as before', async () => {
    await second.goto(path);
    await second.getByRole('textbox').fill('Ich habe nachgefragt, es war in Ordnung.');
    await second.getByRole('button', { name: 'Zugang zurückgeben' }).click();
    await expect(second.getByText('Zwei Personen haben entschieden: Der Zugang ist zurück.')).toBeVisible();
    await reported.reload();
    await expect(reported.getByText('You see no data of others for now')).toBeHidden();
  });
});
