import { expectAccessible, mount } from '@smartpar/platform/ui/testing';
import { provideAbilities } from '../../testing/src';
import { type Area, AreaWays } from './area-ways';

const page = (path: string) => ({ path, label: `garden.${path}`, needs: { action: 'read', noun: path } });

const AREAS: readonly Area[] = [
  { label: 'garden.plants', pages: [page('roses'), page('oaks'), page('moss')] },
  { label: 'garden.water', pages: [page('ponds'), page('wells')] },
  { label: 'garden.tools', pages: [page('spades'), { ...page('loan'), path: 'spades/loan', unless: { action: 'read', noun: 'spades' } }] },
];

const NAMES = ['plants', 'water', 'tools', 'roses', 'oaks', 'moss', 'ponds', 'wells', 'spades', 'loan'];
const texts = { garden: Object.fromEntries(NAMES.map((name) => [name, name])) };

async function open(...nouns: string[]) {
  const inputs = { address: '/garden', areas: AREAS, label: 'Garden', areasLabel: 'Parts of the garden' };
  const mounted = await mount(AreaWays, { texts, inputs, providers: [provideAbilities('o1', [{ action: 'read', subject: nouns }])] });
  const rows = () => [...mounted.element.querySelectorAll('nav')].map((nav) => [...nav.querySelectorAll('a')].map((way) => way.textContent.trim()));
  return { mounted, rows };
}

describe('the ways through a part with many pages', () => {
  it('stand side by side while they are few, in the order of their areas', async () => {
    const { mounted, rows } = await open('wells', 'roses', 'spades');
    expect(rows()).toEqual([['roses', 'wells', 'spades']]);
    await expectAccessible(mounted.element);
  });

  it('are parted where there are many: every area leads to the first of its pages, and those of the open one stand beneath', async () => {
    const { mounted, rows } = await open('roses', 'oaks', 'moss', 'ponds', 'wells', 'spades');
    await mounted.router.navigateByUrl('/garden/wells/w1?depth=3');
    await mounted.settle();
    expect(rows()).toEqual([
      ['plants', 'water', 'tools'],
      ['ponds', 'wells'],
    ]);
    expect([...mounted.element.querySelectorAll('[aria-current]')].map((way) => way.textContent.trim())).toEqual(['water', 'wells']);
    expect(mounted.element.querySelector('nav a')?.getAttribute('href')).toBe('/garden/roses');
    await expectAccessible(mounted.element);
  });

  it('leave out an area none of whose pages one may read', async () => {
    const { mounted, rows } = await open('roses', 'oaks', 'moss', 'spades', 'loan', 'ponds', 'wells');
    expect(rows()[0]).toEqual(['plants', 'water', 'tools']);
    mounted.fixture.componentRef.setInput('areas', AREAS.slice(0, 1));
    await mounted.settle();
    expect(rows()).toEqual([['roses', 'oaks', 'moss']]);
  });

  it.each([
    [['loan'], 'loan'],
    [['loan', 'spades'], 'spades'],
  ])('lead to one page in place of another: for whoever may read %j', async (nouns, way) => {
    expect((await open(...nouns)).rows()).toEqual([[way]]);
  });

  it('are none where one may go nowhere', async () => {
    expect((await open()).rows()).toEqual([[]]);
  });
});
