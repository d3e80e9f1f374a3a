import { readFileSync } from 'node:fs';
import { abilitiesOfRoles, composableAbilities, namedAbilities, ORGANIZATION_ROLES, SCOPED_ABILITIES } from '@smartpar/access/model';
import { LOCALES } from '@smartpar/platform/contract';
import { allAccessRules } from '../../src/slices';

/** What the console says of abilities. */
interface Words {
  readonly noun: Readonly<Record<string, string>>;
  readonly ability: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

// as: the console's own specs hold its texts to this shape
const wordsIn = (locale: string) => JSON.parse(readFileSync(`libs/access/console/src/roles/i18n/${locale}.json`, 'utf8')) as Words;

const named = namedAbilities(allAccessRules).toSorted();

describe('the catalogue of abilities', () => {
  it.each(LOCALES)('has a plain sentence in %s for each that the access files give, and for no other', (locale) => {
    const { ability, noun } = wordsIn(locale);
    const said = Object.entries(ability).flatMap(([of, actions]) => Object.keys(actions).map((action) => `${of}.${action}`));
    expect(said.toSorted()).toEqual(named);
    expect(Object.keys(noun).toSorted()).toEqual([...new Set(named.map((name) => name.split('.')[0]))].toSorted());
  });

  it('holds everything an owner may do, and never what is SmartPAR’s staff’s or everybody’s', () => {
    expect(abilitiesOfRoles(['owner'], allAccessRules).filter((name) => !named.includes(name))).toEqual([]);
    expect(named.filter((name) => /figures|escalation|^own-|^abilities|^ledger\.|\.(see|reveal|look)$/.test(name))).toEqual([]);
  });

  it('gives each role of an organization something', () => {
    for (const role of ORGANIZATION_ROLES) expect(abilitiesOfRoles([role], allAccessRules)).not.toEqual([]);
  });

  it('knows every ability that can be held for a site or a group', () => {
    expect([...SCOPED_ABILITIES].filter((name) => !composableAbilities(allAccessRules).includes(name))).toEqual([]);
  });
});
