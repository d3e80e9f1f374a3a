import { conflict, invalid } from '@smartpar/kernel';

/** An address no webhook may go to. */
export const notReachable = () =>
  invalid('audit.not_reachable', 'Checkpoints cannot be sent there.', [
    { field: 'target', code: 'not_allowed', message: 'The address begins with https:// and is one of the public internet, without a name and password in it.' },
  ]);

/** More addresses than an organization may name. */
export const tooManyAddresses = () => conflict('audit.too_many_addresses', 'There are as many addresses as there may be. Remove one first.');

/** The address is one already. */
export const knownAddress = () => conflict('audit.known_address', 'Checkpoints are sent there already.');

/** Mails are not signed with a secret. */
export const noSecret = () => conflict('audit.no_secret', 'Only calls to an address of the web are signed with a secret.');
