export * from './built-in-role';
export * from './folded-name';
export * from './last-owner';
export * from './member';
export * from './member.access';
export * from './member.contract';
export * from './members.errors';
