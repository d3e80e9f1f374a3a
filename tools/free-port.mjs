import { createServer } from 'node:net';

/** @returns {Promise<number>} a port of this machine on which nobody listens */
export const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (address !== null && typeof address === 'object' ? resolve(address.port) : reject(new Error('No free port was found.'))));
    });
  });
