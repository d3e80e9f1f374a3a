export { FoldFigures } from './fold-figures';
export { OversightPeriodic } from './oversight-periodic';
export { OversightModule } from './oversight.module';
export { oversightMigrations, oversightTables } from './tables';
