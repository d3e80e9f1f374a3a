import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { roomOf } from '../../nx/room.mjs';
import { relativePath } from './syntax.mjs';

/** A room has one door, `src/index.ts`, and none inside; what only specs of other rooms may use stands behind `testing/src/index.ts`. */
export const oneIndex = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      inside: 'An index file inside a room hides cycles: name the file it re-exports instead. The only index of this room is {{door}}.',
      none: 'This file lies in no room. Rooms are libs/kernel, libs/<slice>/(model|api|console) and libs/platform/<name>.',
      doorless: 'This room has no door: make {{door}}, else nothing checks what it imports.',
      loose: 'A room holds only src/, and testing/src/ for what specs of other rooms use: move this file there.',
    },
  },
  /** @param {import('eslint').Rule.RuleContext} context */
  create(context) {
    const file = relativePath(context);
    if (!file.startsWith('libs/')) return {};
    return {
      /** @param {import('./syntax.mjs').Node} node */
      Program(node) {
        const room = roomOf(file);
        if (room === null) return context.report({ node, messageId: 'none' });
        const door = `${room.root}/src/index.ts`;
        const doors = [door, `${room.root}/testing/src/index.ts`];
        if (!doors.some((other) => file.startsWith(other.replace('index.ts', '')))) context.report({ node, messageId: 'loose' });
        if (/\/index\.[cm]?[jt]s$/.test(file) && !doors.includes(file)) context.report({ node, messageId: 'inside', data: { door } });
        if (!existsSync(join(context.cwd, door))) context.report({ node, messageId: 'doorless', data: { door } });
      },
    };
  },
};
