import { app } from 'electron';
import type { AppContext } from '../features/app-context';
import { log } from './log';

/** Milliseconds a run may take to stop when the app is closed; what it stored until then is kept either way. */
const closeLimit = 5000;

/** Closing the window ends the app: the run is stopped, the engagement closed, the host ended. */
export function endInOrder({ session, unlocked, host }: AppContext): void {
  let isEnded = false;
  app.on('window-all-closed', () => app.quit());
  app.on('before-quit', (event) => {
    if (isEnded) return;
    event.preventDefault();
    const forced = setTimeout(() => host.close(), closeLimit); // its jobs then fail, and the run ends
    void session
      .close()
      .catch((error: unknown) => log('app').error('The engagement could not be closed in order', error))
      .finally(() => {
        clearTimeout(forced);
        unlocked.lockAll();
        host.close();
        isEnded = true;
        app.quit();
      });
  });
}
