export * from './invitation/password-advice';
export * from './members.routes';
