export * from './invitation/password-advice';
export * from './members.routes';
export * from './provisioning/provisioning.routes';
export * from './usage/usage.routes';
