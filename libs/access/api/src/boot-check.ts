import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { METHOD_METADATA } from '@nestjs/common/constants.js';
import { MetadataScanner, ModulesContainer } from '@nestjs/core';
import { declarationOf } from './access-guard';
import type { Declaration } from '@smartpar/platform/http';

/** A handler and who may call it. */
export interface DeclaredHandler {
  /** controller and method: `InboxController.list` */
  readonly name: string;
  readonly declaration: Declaration | undefined;
}

/** Refuses to start an application in which a handler does not declare who may call it. */
@Injectable()
export class BootCheck implements OnApplicationBootstrap {
  private readonly scanner = new MetadataScanner();

  constructor(private readonly modules: ModulesContainer) {}

  /** @throws with the names of the handlers */
  onApplicationBootstrap(): void {
    const undeclared = this.handlers().filter(({ declaration }) => declaration === undefined);
    if (undeclared.length === 0) return;
    throw new Error(`Nothing says who may call ${undeclared.map(({ name }) => name).join(', ')}. Add @Can, @SignedIn or @Public.`);
  }

  /** Every handler of every controller. */
  handlers(): readonly DeclaredHandler[] {
    const controllers = [...this.modules.values()].flatMap((module) => [...module.controllers.values()]);
    return controllers.flatMap(({ metatype }) => {
      const prototype: unknown = metatype?.prototype;
      if (typeof prototype !== 'object' || prototype === null) return [];
      return this.scanner
        .getAllMethodNames(prototype)
        .map((name) => ({ name, method: Reflect.get(prototype, name) as unknown })) // as: a prototype's members are anything
        .filter(({ method }) => typeof method === 'function' && Reflect.hasMetadata(METHOD_METADATA, method))
        .map(({ name, method }) => ({ name: `${metatype?.name}.${name}`, declaration: declarationOf(method) }));
    });
  }
}
