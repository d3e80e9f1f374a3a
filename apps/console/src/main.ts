/** Longest that the first frame is waited for. */
const LONGEST_MS = 1000;

/** What the page says before anything runs is drawn before anything runs. A page in the background draws nothing. */
const firstFrame = (): Promise<void> =>
  new Promise((resolve) => {
    if (document.visibilityState === 'hidden') return resolve();
    setTimeout(resolve, LONGEST_MS);
    requestAnimationFrame(() => setTimeout(resolve));
  });

/** Gives keys, touches and drawing their turn. By a message, since timers that follow each other are held back. */
const turn = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve();
    port2.postMessage(null);
  });

/**
 * Starts the console. The page names its parts, each after those it needs; running them one by one, on a slow phone, nobody
 * has to wait for more than one of them to be heard.
 */
async function start(): Promise<void> {
  await firstFrame();
  for (const { href } of document.querySelectorAll<HTMLLinkElement>('link[rel=modulepreload]')) {
    await import(href).catch(() => undefined); // whoever needs it says so
    await turn();
  }
  await import('./bootstrap');
}

void start();
