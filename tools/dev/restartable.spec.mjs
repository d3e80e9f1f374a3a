import { EventEmitter } from 'node:events';
import { restartable } from './restartable.mjs';

/** A process that ends when told, unless it is stubborn. */
class FakeProcess extends EventEmitter {
  exitCode = null;
  signalCode = null;
  signals = [];

  constructor(log, number, { stubborn }) {
    super();
    Object.assign(this, { log, number, stubborn });
    log.push(`start ${number}`);
  }

  kill(signal) {
    this.signals.push(signal);
    if (this.stubborn && signal !== 'SIGKILL') return;
    setImmediate(() => {
      this.signalCode = signal;
      this.log.push(`end ${this.number} by ${signal}`);
      this.emit('exit', null, signal);
    });
  }
}

const given = ({ stubborn = false, patience } = {}) => {
  const log = [];
  let number = 0;
  return { log, server: restartable(() => new FakeProcess(log, (number += 1), { stubborn }), { patience }) };
};

it('the old process has ended before the new one starts', async () => {
  const { log, server } = given();
  await server.restart();
  await server.restart();
  expect(log).toEqual(['start 1', 'end 1 by SIGTERM', 'start 2']);
});

it('several demands in a row make one restart', async () => {
  const { log, server } = given();
  await server.restart();
  await Promise.all([server.restart(), server.restart(), server.restart()]);
  expect(log).toEqual(['start 1', 'end 1 by SIGTERM', 'start 2']);
});

it('a process that does not end is killed', async () => {
  const { log, server } = given({ stubborn: true, patience: 1 });
  await server.restart();
  await server.stop();
  expect(log).toEqual(['start 1', 'end 1 by SIGKILL']);
});

it('nothing starts after the stop, not even a restart under way', async () => {
  const { log, server } = given();
  await server.restart();
  const late = server.restart();
  await Promise.all([server.stop(), late]);
  expect(log).toEqual(['start 1', 'end 1 by SIGTERM']);
});
