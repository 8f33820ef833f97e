// What first run may do: the app gives these, so that the screen itself knows no browser.
import type { Env } from '../../domain/environment.ts';
import type { PhotoStore } from '../../store/photo-store.ts';
import type { ShopStore } from '../../store/shop-store.ts';
import type { AppServices } from '../base/services.ts';

export interface FirstRunDoor {
  readonly store: ShopStore;
  readonly photos: PhotoStore;
  readonly env: Env;
  readonly services: AppServices;
  /** Zone of the device, `Asia/Seoul`. */
  readonly zone: string;
  /** The shop is set up: open it. */
  readonly onDone: () => void;
}
