import type { INestApplication } from '@nestjs/common';
import { METHOD_METADATA } from '@nestjs/common/constants.js';
import { MetadataScanner, ModulesContainer } from '@nestjs/core';
import { ANSWERS } from './answers';

/**
 * Refuses to go on when a handler does not say what it answers: without a contract nothing would hold its answer back.
 * @throws with the handlers' names
 */
export function refuseUndeclaredAnswers(app: INestApplication): void {
  const scanner = new MetadataScanner();
  const undeclared = [...app.get(ModulesContainer).values()].flatMap((module) =>
    [...module.controllers.values()].flatMap(({ metatype }) => {
      const prototype: unknown = metatype?.prototype;
      if (typeof prototype !== 'object' || prototype === null) return [];
      return scanner
        .getAllMethodNames(prototype)
        .filter((name) => lacksAnswer(Reflect.get(prototype, name)))
        .map((name) => `${metatype?.name}.${name}`);
    }),
  );
  if (undeclared.length > 0) throw new Error(`Nothing says what these handlers answer: ${undeclared.join(', ')}. Add @Answers or @AnswersNothing.`);
}

const lacksAnswer = (method: unknown): boolean =>
  typeof method === 'function' && Reflect.hasMetadata(METHOD_METADATA, method) && !Reflect.hasMetadata(ANSWERS, method);
