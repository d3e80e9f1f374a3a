import { type DynamicModule, Module } from '@nestjs/common';
import { DevelopmentMailbox } from '@smartpar/platform/mail';
import type { ConsoleFacts } from './console-facts.contract';
import { ConsoleFactsController } from './console-facts.controller';
import { DevelopmentController } from './development.controller';
import { KnownFacts } from './known-facts';

/** What the console learns about the installation, and its mailbox where there is no mail server. */
@Module({})
export class ConsoleFactsModule {
  /** @param mailbox only where no mail server is configured */
  static of(facts: ConsoleFacts, mailbox: DevelopmentMailbox | null): DynamicModule {
    return {
      module: ConsoleFactsModule,
      controllers: [ConsoleFactsController, ...(mailbox ? [DevelopmentController] : [])],
      providers: [
        { provide: KnownFacts, useValue: new KnownFacts(facts) },
        { provide: DevelopmentMailbox, useValue: mailbox },
      ],
    };
  }
}
