import { conflict } from '@smartpar/kernel';

/** More views than one member may keep. */
export const tooManyViews = () => conflict('audit.too_many_views', 'You keep as many views as you may. Remove one first.');
