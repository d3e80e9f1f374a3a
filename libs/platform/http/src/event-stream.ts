import { applyDecorators, Header, HttpCode, SetMetadata, StreamableFile } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiProduces, ApiResponse } from '@nestjs/swagger';
import { PassThrough } from 'node:stream';
import { ANSWERS } from './answers';

/** Media type of server-sent events. */
export const EVENT_STREAM = 'text/event-stream';

/** How often a stream says that it is still there: more often than any proxy or server between gives up on silence. */
const BEAT_MS = 20_000;

/** After how many milliseconds a browser comes back by itself. */
const COME_BACK_MS = 1000;

/**
 * A handler that answers with server-sent events.
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html
 */
export const AnswersEvents = (description: string): MethodDecorator =>
  applyDecorators(
    SetMetadata(ANSWERS, true),
    HttpCode(200),
    RouteConfig({ compress: false }),
    Header('x-accel-buffering', 'no'),
    ApiProduces(EVENT_STREAM),
    ApiResponse({ status: 200, description, schema: { type: 'string' } }),
  );

/** One stream of server-sent events to one reader. */
export class EventStream {
  private readonly through = new PassThrough();
  private readonly beat = setInterval(() => this.write(':\n\n'), BEAT_MS);

  /** @param onClose called once, when the reader has gone or the stream has ended */
  constructor(onClose: () => void) {
    this.beat.unref();
    this.through.once('close', () => {
      clearInterval(this.beat);
      onClose();
    });
    this.write(`retry: ${COME_BACK_MS}\n\n`);
  }

  /** What a handler returns. */
  get answer(): StreamableFile {
    return new StreamableFile(this.through, { type: `${EVENT_STREAM}; charset=utf-8` });
  }

  /** Tells the reader that something happened; it carries nothing but its name. */
  send(event: string): void {
    this.write(`event: ${event}\ndata:\n\n`);
  }

  /** Ends it. A browser comes back by itself, unless it was told not to. */
  end(): void {
    if (this.through.writable) this.through.end();
  }

  private write(text: string): void {
    if (this.through.writable) this.through.write(text);
  }
}
