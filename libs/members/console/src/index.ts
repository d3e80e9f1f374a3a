export * from './invitation/password-advice';
export * from './members.routes';
export * from './usage/usage.routes';
