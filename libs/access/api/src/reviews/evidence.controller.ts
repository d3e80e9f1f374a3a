import { Controller, Get, Post, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  type CertificateQuery,
  certificateQuery,
  type EvidencePack,
  evidencePack,
  type MemberActor,
  type SignedReviewCertificate,
  signedReviewCertificate,
} from '@smartpar/access/model';
import { Answers, AnswersFile, Body, bytesFile, Can, Id, Query, Who } from '@smartpar/platform/http';
import { certificatePdf } from './certificate-pdf';
import { CertifyReview } from './certify-review';
import { TakeEvidencePack } from './evidence-pack';

const PDF = 'application/pdf';
const ZIP = 'application/zip';

/** What a review leaves to be shown to others, and everything of a period for whoever checks from outside. */
@ApiTags('access')
@Controller('organizations/:organizationId')
export class EvidenceController {
  constructor(
    private readonly certificates: CertifyReview,
    private readonly packs: TakeEvidencePack,
  ) {}

  @Get('access-reviews/:reviewId/certificate')
  @Can('read', 'access-review')
  @Answers(signedReviewCertificate)
  certificate(@Who() actor: MemberActor, @Id('reviewId') reviewId: string): Promise<SignedReviewCertificate> {
    return this.certificates.read(actor, reviewId);
  }

  @Get('access-reviews/:reviewId/certificate.pdf')
  @Can('read', 'access-review')
  @AnswersFile('The certificate to read and to print.', [PDF])
  async pdf(
    @Who() actor: MemberActor,
    @Id('reviewId') reviewId: string,
    @Query({ schema: certificateQuery }) { locale }: CertificateQuery,
  ): Promise<StreamableFile> {
    const signed = await this.certificates.read(actor, reviewId);
    return bytesFile(PDF, `access-review-${signed.certificate.closedAt.slice(0, 10)}.pdf`, [await certificatePdf(signed, locale)]);
  }

  @Post('evidence-pack')
  @Can('take-out', 'evidence-pack')
  @AnswersFile('Certificates, lists, log and keys of a period, with how to check them.', [ZIP])
  async pack(@Who() actor: MemberActor, @Body({ schema: evidencePack }) order: EvidencePack): Promise<StreamableFile> {
    return bytesFile(ZIP, 'evidence.zip', await this.packs.run(actor, order));
  }
}
