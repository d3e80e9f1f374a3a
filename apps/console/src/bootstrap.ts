import { bootstrapApplication } from '@angular/platform-browser';
import { App } from './app/app';
import { appConfig } from './app/app.config';

// zod compiles its validators with `new Function` where it may, and tries whether it may. The content security policy
// forbids that and would report each try. zod comes later, with the first form, and reads its settings from here.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });

bootstrapApplication(App, appConfig).catch((failure: unknown) => console.error(failure));
