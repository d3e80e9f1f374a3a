import type { LoggerService } from '@nestjs/common';
import { pino, type DestinationStream, type Logger, type LevelWithSilent } from 'pino';

export type { Logger } from 'pino';

/** How much is logged. */
export interface LogOptions {
  readonly level: LevelWithSilent;
  /** where lines go; standard output where not said */
  readonly destination?: DestinationStream;
}

/**
 * Makes the structured log: one JSON object per line, with ids and codes. Bodies, query strings, network addresses and
 * values of statements are never handed to it; what looks like an e-mail address in an error is blotted out.
 */
export const makeLog = ({ level, destination = pino.destination({ fd: 1, sync: true }) }: LogOptions): Logger =>
  pino(
    {
      level,
      base: undefined,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: describeError },
      redact: {
        paths: ['password', 'token', 'email', 'address', '*.password', '*.token', '*.email', '*.address', 'headers', 'body', 'query'],
        censor: '[redacted]',
      },
    },
    destination,
  );

/** An error as the log shows it: what happened and where, without the values it happened to. */
export interface DescribedError {
  readonly type: string;
  readonly message: string;
  readonly stack?: string;
  readonly code?: string;
  readonly constraint?: string;
  readonly cause?: DescribedError;
}

const DEEPEST_CAUSE = 4;

/** Describes an error for the log; drivers' errors also hold rows and parameters, which stay out. */
export function describeError(error: unknown, depth = 0): DescribedError {
  if (!(error instanceof Error)) return { type: typeof error, message: 'Something that is not an error was thrown.' };
  return {
    type: error.name,
    message: blotted(error.message),
    ...(error.stack !== undefined && { stack: blotted(error.stack) }),
    ...('code' in error && typeof error.code === 'string' && { code: error.code }),
    ...('constraint' in error && typeof error.constraint === 'string' && { constraint: error.constraint }),
    ...(error.cause !== undefined && depth < DEEPEST_CAUSE && { cause: describeError(error.cause, depth + 1) }),
  };
}

const ADDRESS = /[^\s@"'<>(),;:=]+@[^\s@"'<>(),;:=]+\.[\p{L}\p{N}-]+/gu;

const blotted = (text: string): string => text.replace(ADDRESS, '[address]');

/** Lets Nest write into the same log. */
export class NestLog implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, ...rest: readonly unknown[]): void {
    this.write('debug', message, rest);
  }

  error(message: unknown, ...rest: readonly unknown[]): void {
    this.write('error', message, rest);
  }

  warn(message: unknown, ...rest: readonly unknown[]): void {
    this.write('warn', message, rest);
  }

  debug(message: unknown, ...rest: readonly unknown[]): void {
    this.write('debug', message, rest);
  }

  verbose(message: unknown, ...rest: readonly unknown[]): void {
    this.write('trace', message, rest);
  }

  fatal(message: unknown, ...rest: readonly unknown[]): void {
    this.write('fatal', message, rest);
  }

  private write(level: 'trace' | 'debug' | 'warn' | 'error' | 'fatal', message: unknown, rest: readonly unknown[]): void {
    const context = rest.at(-1);
    const error = [message, ...rest].find((part) => part instanceof Error);
    const text = typeof message === 'string' ? message : 'an error';
    this.logger[level](
      { ...(typeof context === 'string' && !context.includes('\n') && { context }), ...(error !== undefined && { err: error }) },
      blotted(text),
    );
  }
}
