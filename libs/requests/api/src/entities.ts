import type { EntityClass } from '@smartpar/platform/database';
import { ReplyTemplateEntity } from './reply-template.entity';

/** Tables of this slice that are written through TypeORM; the others have statements of their own. */
export const requestsEntities: readonly EntityClass[] = [ReplyTemplateEntity];
