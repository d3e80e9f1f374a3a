import { migrate, type MigrationClass } from './migrate';

const made = (name: string): MigrationClass =>
  Object.defineProperty(
    class {
      up = () => Promise.resolve();
      down = () => Promise.resolve();
    },
    'name',
    { value: name },
  );

const nowhere = (migrations: readonly MigrationClass[]) => migrate({ ownerUrl: 'postgres://nobody@127.0.0.1:1/none', migrations, passwords: { app: 'x' } });

it.each<[string, readonly MigrationClass[], string]>([
  ['a name without timestamp', [made('CreateThings')], 'The migration CreateThings must end in a timestamp of 14 digits: rename it.'],
  ['a timestamp that is too short', [made('CreateThings20261123')], 'The migration CreateThings20261123 must end in a timestamp of 14 digits: rename it.'],
  ['one name twice', [made('A20261123000100'), made('A20261123000100')], 'The migration A20261123000100 is listed twice: list it once.'],
])('refuses %s before it connects', async (_, migrations, sentence) => {
  await expect(nowhere(migrations)).rejects.toThrow(sentence);
});
