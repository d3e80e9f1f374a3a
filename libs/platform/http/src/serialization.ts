import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import { projection } from './projection';

/** Sends answers as their contracts say: what a contract does not name is not copied. */
export function serializeByContract(server: FastifyInstance): void {
  server.setSerializerCompiler(({ schema }: { readonly schema: unknown }) => {
    if (!(schema instanceof z.ZodType)) return withoutContent;
    const project = projection(schema);
    return (answer: unknown) => JSON.stringify(project(answer));
  });
}

const withoutContent = (): string => '';
