import { text } from 'node:stream/consumers';
import { EventStream } from './event-stream';

/** Everything a stream said until it ended. */
const said = (stream: EventStream): Promise<string> => text(stream.answer.getStream());

describe('a stream of events', () => {
  it('says when to come back, and the name of what happened, and nothing else', async () => {
    const stream = new EventStream(() => undefined);
    const reading = said(stream);
    stream.send('changed');
    stream.end();
    expect(await reading).toBe('retry: 1000\n\nevent: changed\ndata:\n\n');
  });

  it('says that it is still there while nothing happens', async () => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
    const stream = new EventStream(() => undefined);
    jest.advanceTimersByTime(45_000);
    jest.useRealTimers();
    const reading = said(stream);
    stream.end();
    expect(await reading).toBe('retry: 1000\n\n:\n\n:\n\n');
  });

  it('tells once that it is over, and says nothing afterwards', async () => {
    const closed = jest.fn();
    const stream = new EventStream(closed);
    const reading = said(stream);
    stream.end();
    stream.end();
    stream.send('changed');
    await reading;
    await new Promise((resolve) => setImmediate(resolve));
    expect(closed).toHaveBeenCalledTimes(1);
  });
});
