import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { inject, isDevMode, provideAppInitializer, provideBrowserGlobalErrorListeners, type ApplicationConfig } from '@angular/core';
import { TitleStrategy, provideRouter, withComponentInputBinding, withInMemoryScrolling, withNavigationErrorHandler, withRouterConfig } from '@angular/router';
import { TRANSLOCO_TRANSPILER, provideTransloco } from '@jsverse/transloco';
import { DEFAULT_LOCALE, LOCALES } from '@smartpar/platform/contract';
import { Appearance, Language, PlainFilling, sessionInterceptor, uploadInterceptor } from '@smartpar/platform/ui';
import { appRoutes } from './app.routes';
import { PageTitle } from './shell/page-title';
import { ShellTexts } from './texts';
import { recoverLostPage } from './unreachable/lost-page';

/** Everything the console is put together from. */
export const appConfig: ApplicationConfig = {
  providers: [
    provideBrowserGlobalErrorListeners(),
    provideHttpClient(withInterceptors([sessionInterceptor, uploadInterceptor])),
    provideRouter(
      appRoutes,
      withComponentInputBinding(),
      withInMemoryScrolling({ scrollPositionRestoration: 'enabled', anchorScrolling: 'enabled' }),
      withNavigationErrorHandler(recoverLostPage),
      withRouterConfig({ paramsInheritanceStrategy: 'always' }),
    ),
    { provide: TitleStrategy, useExisting: PageTitle },
    provideTransloco({
      config: { availableLangs: [...LOCALES], defaultLang: DEFAULT_LOCALE, fallbackLang: DEFAULT_LOCALE, reRenderOnLangChange: true, prodMode: !isDevMode() },
      loader: ShellTexts,
    }),
    { provide: TRANSLOCO_TRANSPILER, useClass: PlainFilling },
    provideAppInitializer(() => {
      inject(Appearance);
      return inject(Language).begin(navigator.languages);
    }),
  ],
};
