import { Module } from '@nestjs/common';
import { ListWaiting } from './list-waiting';
import { WaitingController } from './waiting.controller';

/** The first page of an organization. It needs `Database` and `WaitingSources` from global modules. */
@Module({ controllers: [WaitingController], providers: [ListWaiting] })
export class HomeModule {}
