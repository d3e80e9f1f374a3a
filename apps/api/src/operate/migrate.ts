import { type CommonOptions, type Operate, withServices } from './command';

/** `migrate`: brings the database to the level of this version and sets up what every installation needs. */
export const migrateCommand: Operate = (program) => {
  program
    .command('migrate')
    .description('bring the database to the level of this version; the server does the same at its start')
    .option('--json', 'print JSON')
    .action((options: CommonOptions) =>
      withServices(options, ({ storage }) => Promise.resolve({ sentences: ['The database is at the level of this version.', ...storage.notes], json: { migrated: true, notes: storage.notes } })),
    );
};
