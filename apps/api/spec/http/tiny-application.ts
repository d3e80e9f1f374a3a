import { Controller, Delete, Get, Module, Post, Res, type Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DomainError } from '@smartpar/kernel';
import { emailAddress, identifier, pageOf, pageQuery, shortText } from '@smartpar/platform/contract';
import {
  Answers,
  AnswersNothing,
  Body,
  createServer,
  type HttpConfiguration,
  Id,
  IdempotencyKey,
  makeLog,
  Metrics,
  Query,
  RateLimited,
  Readiness,
} from '@smartpar/platform/http';
import type { FastifyReply } from 'fastify';
import * as z from 'zod';

const book = z.object({ title: z.string(), pages: z.number().int(), lentTo: z.string().nullable() }).meta({ id: 'Book' });
const bookToLend = z.strictObject({ reader: emailAddress(), note: shortText(20), days: z.number().int().min(1).max(30) }).meta({ id: 'BookToLend' });

/** Books that hold more than their contract names. */
const BOOK = { title: 'Walden', pages: 352, lentTo: null, buyer: 'Ada Lovelace', secret: { cost: 12 } };

/** A library with one shelf: small enough to see every wall around it. */
@Controller('books')
class BookController {
  @Get()
  @Answers(pageOf(book))
  list(@Query({ schema: pageQuery() }) { size }: { size: number }): object {
    return { items: Array.from({ length: size }, () => BOOK), next: null, total: 100 };
  }

  @Get('shelf')
  @Answers(z.array(book))
  shelf(): readonly object[] {
    return [BOOK, BOOK];
  }

  @Get('misprinted')
  @Answers(book)
  misprinted(): object {
    return { ...BOOK, title: { secret: 'Ada Lovelace' } };
  }

  @Get('burning')
  @Answers(book)
  burning(): never {
    throw new Error('duplicate key: (email)=(ada@example.com) in table books');
  }

  @Get('busy')
  @Answers(book)
  busy(): never {
    throw new DomainError({ code: 'book.busy', status: 429, message: 'Somebody is reading it.', retryAfterSeconds: 12.2 });
  }

  @Get(':bookId')
  @Answers(book)
  one(@Id('bookId') _: string): object {
    return BOOK;
  }

  @Post('loans')
  @RateLimited('public-intake')
  @Answers(z.object({ id: identifier(), key: z.string() }), { status: 201 })
  lend(@Body({ schema: bookToLend }) _: z.infer<typeof bookToLend>, @IdempotencyKey() key: string): object {
    return { id: '0193a5d0-7a3b-7c00-8000-000000000001', key, inside: 'story' };
  }

  @Delete('loans')
  @AnswersNothing()
  give(@Res({ passthrough: true }) reply: FastifyReply): object {
    void reply.setCookie('seen', '1', { path: '/' });
    return BOOK;
  }
}

@Module({ controllers: [BookController] })
class LibraryModule {}

/** Says what the spec wants it to say. */
export class SettableReadiness extends Readiness {
  ready = true;

  override check(): Promise<readonly { name: string; ready: boolean }[]> {
    return Promise.resolve([{ name: 'database', ready: this.ready }]);
  }
}

/** The server around the library, with whatever it logged. */
export interface TinyApplication {
  readonly app: NestFastifyApplication;
  readonly logged: readonly string[];
  readonly readiness: SettableReadiness;
}

/** Starts it without listening. */
export async function startTinyApplication(changes: Partial<HttpConfiguration> = {}, module: Type = LibraryModule): Promise<TinyApplication> {
  const logged: string[] = [];
  const readiness = new SettableReadiness();
  const app = await createServer(module, {
    version: '1.2.3',
    origins: ['http://localhost:3000'],
    tls: false,
    rateLimits: null,
    log: makeLog({ level: 'info', destination: { write: (line: string) => void logged.push(line) } }),
    metrics: new Metrics({ ofProcess: false }),
    readiness,
    ...changes,
  });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return { app, logged, readiness };
}
