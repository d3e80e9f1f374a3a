import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Public } from '@smartpar/access/api';
import { Answers, Query } from '@smartpar/platform/http';
import { DevelopmentMailbox } from '@smartpar/platform/mail';
import { developmentMailQuery, type DevelopmentMailQuery, developmentMails, type DevelopmentMails } from './console-facts.contract';

/** The mailbox of an installation without a mail server. Only the embedded default without SMTP_URL has this controller at all. */
@ApiTags('development')
@Controller('development/mails')
export class DevelopmentController {
  constructor(private readonly mailbox: DevelopmentMailbox) {}

  @Get()
  @Public('stands in for the mail program of everybody on a development installation, which listens on this machine alone and answers to its own names alone')
  @Answers(developmentMails)
  async list(@Query({ schema: developmentMailQuery }) { to }: DevelopmentMailQuery): Promise<DevelopmentMails> {
    return { items: await this.mailbox.list(to) };
  }
}
