export { FakeTime } from '@smartpar/kernel';
export { freshDatabase, type FreshDatabase } from './fresh-database';
export { type ReceivedMail, TestMailServer } from './test-mail-server';
