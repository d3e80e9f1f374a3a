import { globalsAtFirst } from './globals-at-first.mjs';

/** Globals as a worker has them. */
const someGlobals = () => ({
  fetch: 'the real one',
  process: /** @type {NodeJS.Process} */ (/** @type {unknown} */ ({ env: { TZ: 'UTC', PORT: '3000' }, exit: 'the real way out' })),
});

describe('globals between two spec files', () => {
  it('are put back, the environment and the way out included', () => {
    const globals = someGlobals();
    const putBack = globalsAtFirst(globals);
    globals.fetch = 'one of a spec';
    globals.process.env.TZ = 'Europe/Berlin';
    delete globals.process.env.PORT;
    globals.process.env.ADDED = 'by a spec';
    Object.assign(globals.process, { exit: 'one of a spec' });
    putBack();
    expect(globals).toEqual(someGlobals());
  });

  it('keep what came along, for it belongs to what stays loaded', () => {
    const globals = someGlobals();
    const putBack = globalsAtFirst(globals);
    Object.assign(globals, { Temporal: 'of a package' });
    putBack();
    expect(globals).toEqual({ ...someGlobals(), Temporal: 'of a package' });
  });

  it('are put back as often as one likes', () => {
    const globals = someGlobals();
    const putBack = globalsAtFirst(globals);
    for (const fetch of ['first', 'second']) {
      globals.fetch = fetch;
      putBack();
      expect(globals.fetch).toBe('the real one');
    }
  });
});
