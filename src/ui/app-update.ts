// What screens know of a new version of the app, and what they may ask for. The browser's side is app/update.ts.
// Law: nothing reloads by itself; the owner taps, and a half-typed form in any tab refuses.

export type UpdateState =
  /** This browser keeps no app (development, plain HTTP): it always loads from the server. */
  | { readonly kind: 'unsupported' }
  /** `keptForOffline` is true once the whole app lies on this device. */
  | { readonly kind: 'current'; readonly keptForOffline: boolean; readonly checkedAt: number | null }
  /** A new version is here and waits for the owner's tap. */
  | { readonly kind: 'ready' }
  | { readonly kind: 'applying' }
  /** Another tab has taken the new version; this one runs the old one until it is loaded again (`apply`). */
  | { readonly kind: 'outdated' };

/** `form-open`: a form is half-typed in this tab or another, nothing was done. `nothing`: there is no new version. */
export type ApplyAnswer = 'applying' | 'form-open' | 'nothing';
/** `offline`: could not be asked. */
export type CheckAnswer = 'ready' | 'current' | 'offline' | 'unsupported';

export interface AppUpdate {
  /** Version of the code that runs in this tab, as shown in settings. */
  readonly version: string;
  state(): UpdateState;
  subscribe(listener: () => void): () => void;
  check(): Promise<CheckAnswer>;
  /** Takes the new version and loads the page again, unless a form is half-typed. */
  apply(): Promise<ApplyAnswer>;
  stop(): void;
}
