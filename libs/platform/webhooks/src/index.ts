export * from './deliver-webhooks';
export * from './https-carrier';
export * from './outbox';
export * from './public-lookup';
export * from './reachable';
export * from './signature';
export * from './tables';
