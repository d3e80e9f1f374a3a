export { HomeModule } from './home.module';
export { WaitingSources } from './waiting-sources';
