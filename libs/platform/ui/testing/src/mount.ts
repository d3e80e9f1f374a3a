import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import type { ComponentHarness, HarnessQuery } from '@angular/cdk/testing';
import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component, type EnvironmentProviders, type Provider, type Type } from '@angular/core';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { Router, provideRouter, withComponentInputBinding, type Routes } from '@angular/router';
import { TRANSLOCO_LOADER, TRANSLOCO_TRANSPILER, TranslocoService, provideTransloco } from '@jsverse/transloco';
import { LOCALES, type Locale } from '@smartpar/platform/contract';
import { sessionInterceptor } from '../../src/api/session-interceptor';
import uiGerman from '../../src/i18n/de.json' with { type: 'json' };
import uiEnglish from '../../src/i18n/en.json' with { type: 'json' };
import { PlainFilling } from '../../src/language/plain-filling';
import type { Texts } from '../../src/language/ui-texts';
import { TestTexts } from './test-texts';

/** How a component is put up for a spec. */
export interface MountOptions {
  /** texts by scope, in the language of the spec: `{ requests: en }` */
  readonly texts?: Texts;
  /** the component's inputs */
  readonly inputs?: Readonly<Record<string, unknown>>;
  readonly providers?: readonly (Provider | EnvironmentProviders)[];
  /** pages of the spec's own; every other address leads to an empty one */
  readonly routes?: Routes;
  /** the page's address, with its query: `/org/o1/inbox?state=open` */
  readonly address?: string;
  /** `en` without it */
  readonly language?: Locale;
}

/** A component as a spec holds it. */
export interface Mounted<C> {
  readonly component: C;
  readonly fixture: ComponentFixture<C>;
  readonly element: HTMLElement;
  readonly http: HttpTestingController;
  readonly router: Router;
  /** Waits until nothing moves any more. */
  settle(): Promise<void>;
  /** What can be read: every piece of text, parted by single spaces. */
  text(): string;
  /** Finds the one part a harness drives, in the component or in what floats above it. */
  part<H extends ComponentHarness>(query: HarnessQuery<H>): Promise<H>;
}

@Component({ selector: 'sp-nowhere', template: '' })
class Nowhere {}

/** What every part of the console needs around it. */
export function surroundings(options: MountOptions = {}): (Provider | EnvironmentProviders)[] {
  const language = options.language ?? 'en';
  return [
    provideHttpClient(withInterceptors([sessionInterceptor])),
    provideHttpClientTesting(),
    provideRouter([...(options.routes ?? []), { path: '**', component: Nowhere }], withComponentInputBinding()),
    provideTransloco({
      config: { availableLangs: [...LOCALES], defaultLang: language, reRenderOnLangChange: true, prodMode: true, missingHandler: { logMissingKey: false } },
    }),
    { provide: TRANSLOCO_TRANSPILER, useClass: PlainFilling },
    { provide: TRANSLOCO_LOADER, useValue: new TestTexts({ en: { ui: uiEnglish, ...options.texts }, de: { ui: uiGerman, ...options.texts } }) },
    ...(options.providers ?? []),
  ];
}

/** Puts up a component with texts, a router and a server that answers what the spec says. */
export async function mount<C>(component: Type<C>, options: MountOptions = {}): Promise<Mounted<C>> {
  TestBed.configureTestingModule({ providers: surroundings(options) });
  const texts = TestBed.inject(TranslocoService);
  await new Promise((resolve) => texts.load(texts.getActiveLang()).subscribe(resolve));
  const router = TestBed.inject(Router);
  if (options.address !== undefined) await router.navigateByUrl(options.address);

  const fixture = TestBed.createComponent(component, { inferTagName: true });
  for (const [name, value] of Object.entries(options.inputs ?? {})) fixture.componentRef.setInput(name, value);
  const loader = TestbedHarnessEnvironment.documentRootLoader(fixture);
  // `HttpTestingController` keeps what is asked; a stable fixture would wait for its answers, so one turn must do here
  await turn(fixture);
  const element: HTMLElement = fixture.nativeElement;
  return {
    component: fixture.componentInstance,
    fixture,
    element,
    router,
    http: TestBed.inject(HttpTestingController),
    settle: () => turn(fixture),
    text: () => readable(element),
    part: (query) => loader.getHarness(query),
  };
}

/** Lets effects, promises and rendering come through, twice, without waiting for the server. */
async function turn(fixture: ComponentFixture<unknown>): Promise<void> {
  for (let round = 0; round < 2; round++) {
    fixture.detectChanges();
    await new Promise((resolve) => setTimeout(resolve));
  }
  fixture.detectChanges();
}

function readable(element: HTMLElement): string {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const pieces: string[] = [];
  while (walker.nextNode()) pieces.push((walker.currentNode.textContent ?? '').replaceAll(/\s+/g, ' ').trim());
  return pieces.filter((piece) => piece !== '').join(' ');
}
