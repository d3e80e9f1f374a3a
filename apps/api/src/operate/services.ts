import { NestFactory } from '@nestjs/core';
import type { Type } from '@nestjs/common';
import { appModule, type Foundations } from '../start/foundations';
import { ensureInstallation } from '../start/installation';

/** The use cases of the product, without a server in front of them. */
export interface Services extends Foundations {
  /** finds a use case by its class */
  get<T>(type: Type<T>): T;
  close(): Promise<void>;
}

/** Puts the product together for operator commands. */
export async function openServices(foundations: Foundations): Promise<Services> {
  const context = await NestFactory.createApplicationContext(appModule(foundations), { logger: ['error'], abortOnError: false });
  const services: Services = { ...foundations, get: (type) => context.get(type, { strict: false }), close: () => context.close() };
  await ensureInstallation(services);
  return services;
}
