import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Title } from '@angular/platform-browser';
import { Router, TitleStrategy } from '@angular/router';
import { Language, PageHeading } from '@smartpar/platform/ui';
import { surroundings } from '@smartpar/platform/ui/testing';
import { PageTitle } from './page-title';

@Component({ selector: 'sp-page', template: '' })
class Page {}

async function titled(address: string) {
  const texts = { product: 'SmartPAR privacy', inbox: { title: 'Inbox' } };
  const routes = [
    { path: 'inbox', title: 'inbox.title', component: Page },
    { path: 'record', component: Page },
    { path: 'late', title: 'slice.notYetLoaded', component: Page },
  ];
  TestBed.configureTestingModule({ providers: [...surroundings({ texts, routes }), { provide: TitleStrategy, useExisting: PageTitle }] });
  await TestBed.inject(Language).begin(['en']);
  await TestBed.inject(Router).navigateByUrl(address);
  TestBed.tick();
  return TestBed.inject(Title).getTitle();
}

describe('the title of the window', () => {
  it('says the page first, then the product', async () => {
    expect(await titled('/inbox')).toBe('Inbox · SmartPAR privacy');
  });

  it('is what the page calls itself where its route has no title, such as one question', async () => {
    expect(await titled('/record')).toBe('SmartPAR privacy');
    TestBed.inject(PageHeading).show('Question Q-1');
    TestBed.tick();
    expect(TestBed.inject(Title).getTitle()).toBe('Question Q-1 · SmartPAR privacy');
  });

  it('never shows a text key, whatever has not been loaded yet', async () => {
    expect(await titled('/late')).toBe('SmartPAR privacy');
  });
});
