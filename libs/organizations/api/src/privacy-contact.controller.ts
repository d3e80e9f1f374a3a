import { Controller, Get, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, Who } from '@smartpar/access/api';
import type { MemberActor } from '@smartpar/access/model';
import { notFound } from '@smartpar/kernel';
import { privacyContact, type PrivacyContactChange, privacyContactChange, type PrivacyContact } from '@smartpar/organizations/model';
import { Answers, Body, IdempotencyKey } from '@smartpar/platform/http';
import { NamePrivacyContact } from './name-privacy-contact';
import { OrganizationFactsQuery } from './organization-facts';

/** The people who answer privacy questions for an organization. */
@ApiTags('organizations')
@Controller('organizations/:organizationId/privacy-contact')
export class PrivacyContactController {
  constructor(
    private readonly facts: OrganizationFactsQuery,
    private readonly name: NamePrivacyContact,
  ) {}

  @Get()
  @Can('read', 'privacy-contact')
  @Answers(privacyContact)
  async read(@Who() { organizationId }: MemberActor): Promise<PrivacyContact & { version: number }> {
    const facts = await this.facts.find(organizationId);
    if (facts === null) throw notFound();
    return { contact: facts.contact, substitute: facts.substitute, version: facts.contactsVersion };
  }

  @Put()
  @Can('update', 'privacy-contact')
  @Answers(privacyContact)
  async change(
    @Who() actor: MemberActor,
    @Body({ schema: privacyContactChange }) change: PrivacyContactChange,
    @IdempotencyKey() key: string,
  ): Promise<PrivacyContact & { version: number }> {
    await this.name.run(actor, change, key);
    return this.read(actor);
  }
}
