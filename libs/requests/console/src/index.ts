export * from './requests.routes';
