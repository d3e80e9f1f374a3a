import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Public } from '@smartpar/access/api';
import { Answers } from '@smartpar/platform/http';
import { consoleFacts, type ConsoleFacts } from './console-facts.contract';
import { KnownFacts } from './known-facts';

/** What the console asks before anybody has signed in. */
@ApiTags('console')
@Controller('console')
export class ConsoleFactsController {
  constructor(private readonly known: KnownFacts) {}

  @Get()
  @Public('says which languages the console speaks and whether this is a development installation')
  @Answers(consoleFacts)
  find(): ConsoleFacts {
    return this.known.facts;
  }
}
