// The doors to the browser and the app's own machinery that screens may use; src/app builds them.
// Law: each says plainly what this browser cannot do, instead of doing nothing.
import type { SearchService } from '../../store/search-service.ts';
import type { AppUpdate } from '../app-update.ts';
import type { DirtyForms } from '../dirty-form.ts';
import type { AppLock } from '../lock/app-lock.ts';

export interface AppServices {
  /** Finds orders while typing; the index lives in a worker. */
  readonly search: SearchService;
  readonly update: AppUpdate;
  /** A form with words that are not in the book holds this: no update may take the page from under it. */
  readonly dirtyForms: DirtyForms;
  /** The PIN of the app on this device. */
  readonly lock: AppLock;
  /** A long job is running: the screen stays on, where the browser can, until the answer is called. */
  keepAwake(): () => void;
  /** Opens the demo shop in place of the own, or leaves it; reloads into it. */
  openDemo(): Promise<void>;
  leaveDemo(): Promise<void>;
  /** Browser storage that is not cleared by itself. `unknown` where the browser does not say. */
  persistence(): Promise<'granted' | 'refused' | 'unknown'>;
  askPersistence(): Promise<'granted' | 'refused' | 'unknown'>;
  /** Bytes used and to be had by this app; null where the browser does not say. */
  usage(): Promise<{ readonly usage: number; readonly quota: number } | null>;
  /** How the app runs: from the home screen, or in a browser tab. */
  installState(): 'installed' | 'can-install' | 'ios-tab' | 'tab';
  /** Shows the browser's own installation prompt; false when it has none to show. */
  promptInstall(): Promise<boolean>;
}
