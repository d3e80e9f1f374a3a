import type { Role, RoleScope } from '@smartpar/access/model';
import type { Locale } from '@smartpar/platform/contract';
import { defineMail } from '@smartpar/platform/mail';
import { FOOTER, ROLE_NAMES } from './access-changed.mail';

/** Facts of a mail about a custom role, or one for a site or a group. */
export type FurtherRoleFacts = {
  readonly organization: string;
  /** the built-in role it is, or none */
  readonly role: Role | null;
  /** the name of the custom role it is, or none */
  readonly roleName: string | null;
  readonly where: RoleScope['kind'];
  /** name of the site or the group; none for the whole organization */
  readonly place: string | null;
};

const PLACES: Readonly<Record<Locale, Readonly<Record<RoleScope['kind'], (place: string) => string>>>> = {
  en: { all: () => '', site: (place) => ` for the site “${place}”`, group: (place) => ` for the group “${place}”` },
  de: { all: () => '', site: (place) => ` für den Standort „${place}“`, group: (place) => ` für die Gruppe „${place}“` },
};

const nameIn = (locale: Locale, { role, roleName }: FurtherRoleFacts): string => (role === null ? (roleName ?? '') : ROLE_NAMES[role][locale]);

const placeIn = (locale: Locale, { where, place }: FurtherRoleFacts): string => PLACES[locale][where](place ?? '');

/** A member may do more in the organization. */
export const furtherRoleGivenMail = defineMail<FurtherRoleFacts>('members.further-role-given', {
  en: (facts) => ({
    subject: `You have another role in ${facts.organization}`,
    paragraphs: [
      `${facts.organization} has given you the role “${nameIn('en', facts)}”${placeIn('en', facts)}. What it lets you do is there the next time you open a page.`,
    ],
    footer: FOOTER.en(facts.organization),
  }),
  de: (facts) => ({
    subject: `Sie haben eine weitere Rolle in ${facts.organization}`,
    paragraphs: [
      `${facts.organization} hat Ihnen die Rolle „${nameIn('de', facts)}“${placeIn('de', facts)} gegeben. Was Sie damit können, ist da, sobald Sie eine Seite öffnen.`,
    ],
    footer: FOOTER.de(facts.organization),
  }),
});

/** A member may do less in the organization. */
export const furtherRoleTakenMail = defineMail<FurtherRoleFacts>('members.further-role-taken', {
  en: (facts) => ({
    subject: `You no longer have a role in ${facts.organization}`,
    paragraphs: [`${facts.organization} has taken the role “${nameIn('en', facts)}”${placeIn('en', facts)} from you.`],
    footer: FOOTER.en(facts.organization),
  }),
  de: (facts) => ({
    subject: `Sie haben eine Rolle in ${facts.organization} nicht mehr`,
    paragraphs: [`${facts.organization} hat Ihnen die Rolle „${nameIn('de', facts)}“${placeIn('de', facts)} genommen.`],
    footer: FOOTER.de(facts.organization),
  }),
});
