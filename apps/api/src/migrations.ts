export { allMigrations, allTables } from './tables';
