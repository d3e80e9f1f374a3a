import { Component } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { EmptyState, PageHeader } from '@smartpar/platform/ui';

/** What is shown where nothing is, or nothing one may see: the two look alike. */
@Component({ selector: 'sp-not-found', imports: [EmptyState, MatButton, PageHeader, RouterLink, TranslocoPipe], templateUrl: './not-found.html' })
export class NotFound {}
