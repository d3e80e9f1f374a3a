import { systemActor } from '@smartpar/access/model';
import { newId } from '@smartpar/kernel';
import { fingerprintOf, once } from '@smartpar/platform/http';
import { forgetKeys } from '../../src/start/forget-keys';
import { WholeHouse } from '../refusals/whole-house';

let house: WholeHouse;
beforeAll(async () => {
  house = await WholeHouse.open();
}, 60_000);
afterAll(() => house.close());

it('keys of every organization are forgotten once they are too old to be sent again', async () => {
  const organizations = [await house.organization('larkspur'), await house.organization('pebble-fern')];
  const attempt = { key: newId(), operation: 'spec.act', fingerprint: fingerprintOf('spec.act', null) };
  const act = (organizationId: string) => house.database.tenant(systemActor(organizationId, 'spec'), (tx) => once(tx, attempt, { id: newId() }));
  for (const organizationId of organizations) await act(organizationId);
  await forgetKeys(house.database);
  for (const organizationId of organizations) expect((await act(organizationId)).replayed).toBe(true);
  house.time.advance({ days: 3 });
  await forgetKeys(house.database);
  for (const organizationId of organizations) expect((await act(organizationId)).replayed).toBe(false);
});
