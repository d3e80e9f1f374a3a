import type { MailTemplate } from './letter';

/** Every kind of mail the product can send, by name. */
export class MailTemplates {
  private readonly byName: ReadonlyMap<string, MailTemplate>;

  constructor(templates: readonly MailTemplate[]) {
    this.byName = new Map(templates.map((template) => [template.name, template]));
    if (this.byName.size !== templates.length) throw new Error('two mail templates have the same name');
  }

  /** @throws when no slice declares that kind of mail, which only a missing registration can cause */
  get(name: string): MailTemplate {
    const template = this.byName.get(name);
    if (!template) throw new Error(`no mail template is named ${name}`);
    return template;
  }
}
