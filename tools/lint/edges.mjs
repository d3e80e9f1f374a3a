/**
 * Which floor may stand on which, and which packages it keeps out. Imports point down only.
 * `rooms` names single rooms of other floors (without the `room:` of their tag) that are allowed as well.
 * @type {Readonly<Record<string, { floors: readonly string[], rooms?: readonly string[], banned?: readonly string[], only?: readonly string[] }>>}
 */
export const FLOORS = {
  kernel: { floors: [], only: ['uuid', 'temporal-polyfill'] },
  model: { floors: ['model', 'kernel'], banned: ['@nestjs/*', 'typeorm', 'pg', 'pg-*', '@angular/*', 'rxjs', 'reflect-metadata'] },
  platform: { floors: ['platform', 'kernel'], rooms: ['access:model', 'audit:model', 'platform:contract'], banned: ['@angular/*', '@jsverse/*'] },
  api: { floors: ['api', 'model', 'platform', 'kernel'], banned: ['@angular/*', '@jsverse/*'] },
  console: { floors: ['console', 'model', 'kernel'], banned: ['@nestjs/*', 'typeorm', 'pg', 'pg-*', 'pino', 'nodemailer', 'passport*', 'reflect-metadata'] },
  tools: { floors: ['api', 'model', 'platform', 'kernel', 'tools'], banned: ['@angular/*'] },
};

/** The apps and the side of the house each of them puts together. */
export const APPS = {
  api: { floors: ['api', 'model', 'platform', 'kernel'], banned: ['@angular/*', '@jsverse/*'] },
  console: { floors: ['console', 'model', 'kernel'], banned: ['@nestjs/*', 'typeorm', 'pg', 'pg-*', 'reflect-metadata'] },
  'console-e2e': { floors: ['model', 'kernel'], banned: ['@angular/*', '@nestjs/*', 'typeorm'] },
};

/** Slices that every other one may use on its own floor, and whose model everyone may read. */
export const FOUNDATION = {
  access: ['model', 'api', 'console'],
  audit: ['model', 'api'],
};

/** Parts of the platform that only some may use; all the others are everybody's on the server. */
export const RESERVED = {
  'platform:testing': { only: ['api', 'tools'], because: 'Starts databases and fakes time: only the medium specs of the server and the tools do.' },
};

/**
 * Where one room reads another slice's model. A question to another slice goes through a port that apps/api wires,
 * so only models are ever listed here, and each edge says what is read and why a port would not do.
 * @type {readonly { from: string, to: string, because: string }[]}
 */
export const EDGES = [
  {
    from: 'oversight/console',
    to: 'organizations/model',
    because:
      'The page of disputes shows cases about domains and what may be decided in the words of their contract; staff see it beside the other pages of oversight.',
  },
  {
    from: 'members/model',
    to: 'retention/model',
    because: 'Whoever lets a member go says in the same message what must be kept, in the words of a hold.',
  },
  {
    from: 'members/api',
    to: 'retention/model',
    because: 'A hold that is placed with a departure goes through a port, in the words of its contract.',
  },
  {
    from: 'members/console',
    to: 'retention/model',
    because:
      'The page of a member shows the holds on them, and the settings for how long one can come back those for how long data is kept, in the words of their contracts.',
  },
  {
    from: 'home/console',
    to: 'members/model',
    because: 'The page of what is held about one shows the own profile, in the words of its contract, and corrects it.',
  },
  {
    from: 'home/console',
    to: 'identity/model',
    because: 'The page of what is held about one shows the own account, its sessions and its second factor, in the words of their contracts.',
  },
  {
    from: 'home/console',
    to: 'requests/model',
    because: 'The page of what is held about one says whom to ask and how much one has asked, in the words of those contracts.',
  },
  {
    from: 'members/model',
    to: 'organizations/model',
    because: 'The country and the time zone of a person are chosen from the same lists as those of a site.',
  },
  {
    from: 'home/model',
    to: 'requests/model',
    because: 'A request that waits is named by the codes of its kind and its state, which the contract lists; a port answers questions and lists nothing.',
  },
];
