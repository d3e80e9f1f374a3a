import { decide } from './preflight.mjs';

const found = (facts) => ({ version: '24.21.0', least: '24.15.0', installed: true, ownNode: true, ...facts });

it.each(['24.15.0', '24.15.1', '24.21.0', '25.0.0', '100.0.0'])('Node %s goes on', (version) => {
  expect(decide(found({ version }))).toEqual({ do: 'go on' });
});

it.each(['20.20.2', '24.14.9', '9.11.0'])('Node %s hands over to the one that came with the packages', (version) => {
  expect(decide(found({ version }))).toEqual({ do: 'hand over' });
});

it('an old Node without another one is refused in one sentence with the remedy', () => {
  expect(decide(found({ version: '20.20.2', ownNode: false }))).toEqual({
    do: 'refuse',
    because: expect.stringMatching(/^This needs Node 24\.15\.0 or later and this is 20\.20\.2: install .*\.$/),
  });
});

it('says to install the packages before anything else', () => {
  expect(decide(found({ version: '20.20.2', installed: false, ownNode: false }))).toEqual({
    do: 'refuse',
    because: 'The packages are not installed yet: run "npm ci" first.',
  });
});
