import { createServer, type AddressInfo } from 'node:net';
import { assertPortIsFree } from './port';

describe('the port', () => {
  it('is left free again after the look', async () => {
    await assertPortIsFree('127.0.0.1', 0);
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo; // as: it listens on a port, not on a pipe
    await new Promise((resolve) => server.close(resolve));
    await assertPortIsFree('127.0.0.1', port);
    await assertPortIsFree('127.0.0.1', port);
  });

  it('that is taken is said with the remedy', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo; // as: it listens on a port, not on a pipe
    await expect(assertPortIsFree('127.0.0.1', port)).rejects.toThrow(new RegExp(`^Port ${port} on 127.0.0.1 is taken: .*PORT=${port + 1} npm start`));
    await new Promise((resolve) => server.close(resolve));
  });

  it('on an address the machine does not have is said too', async () => {
    await expect(assertPortIsFree('192.0.2.1', 3999)).rejects.toThrow(/^This machine has no address 192\.0\.2\.1/);
  });
});
