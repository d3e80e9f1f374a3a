export * from './abilities.access';
export * from './abilities.contract';
export * from './ability';
export * from './actor';
export * from './role';
export * from './rules';
