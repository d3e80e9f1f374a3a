import { Module } from '@nestjs/common';
import { CheckToken } from './check-token';
import { KeepSystemTokens } from './keep-system-tokens';
import { SystemTokenController } from './system-token.controller';
import { SystemTokenRepository } from './system-token.repository';

/** Tokens of other systems: owners make them here, and `CheckToken` lets their holders in. It needs `Database` from a global module. */
@Module({
  controllers: [SystemTokenController],
  providers: [CheckToken, KeepSystemTokens, SystemTokenRepository],
  exports: [CheckToken, KeepSystemTokens],
})
export class SystemTokenModule {}
