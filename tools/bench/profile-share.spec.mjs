import { shareIn } from './profile-share.mjs';

const node = (id, url, children = [], functionName = 'work') => ({ id, callFrame: { functionName, url, lineNumber: 0, columnNumber: 0 }, children });

/** The server calls the guard, the guard calls a library, and the library calls the server back. */
const nodes = [
  node(1, '', [2, 6, 7], '(root)'),
  node(2, 'server.js', [3]),
  node(3, 'guard.js', [4]),
  node(4, 'library.js', [5]),
  node(5, 'server.js'),
  node(6, '', [], '(idle)'),
  node(7, 'node:inspector', [], 'post'),
];
const isGuard = ({ url }) => url === 'guard.js';

describe('what some code takes of the processor time', () => {
  it('is its own, and that of everything it has called, whoever it called back', () => {
    const profile = { nodes, samples: [2, 3, 4, 5, 2], timeDeltas: [400, 100, 200, 100, 200] };
    expect(shareIn(profile, isGuard)).toEqual({ self: 0.1, total: 0.4, samples: 5 });
  });

  it('is a share of the time in which the program did something', () => {
    const profile = { nodes, samples: [6, 3, 7, 2], timeDeltas: [5000, 100, 5000, 100] };
    expect(shareIn(profile, isGuard)).toEqual({ self: 0.5, total: 0.5, samples: 2 });
  });

  it('is nothing where it was never seen, and no number where nothing was', () => {
    expect(shareIn({ nodes, samples: [2], timeDeltas: [100] }, isGuard)).toEqual({ self: 0, total: 0, samples: 1 });
    expect(shareIn({ nodes, samples: [6], timeDeltas: [100] }, isGuard).total).toBeNaN();
  });
});
