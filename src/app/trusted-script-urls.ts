// The one Trusted Types policy: the service worker and the app's own workers may be loaded, nothing else.
// Law: runs before anything loads a script by address. There is no policy for HTML, so `innerHTML` throws.

/** Browsers without Trusted Types have no factory; there the header alone speaks. */
type TrustedTypesWindow = Window & {
  readonly trustedTypes?: {
    createPolicy(name: string, rules: { createScriptURL(url: string): string }): unknown;
  };
};

/** Allows script addresses of this app's own origin and refuses all others. */
export function allowOwnScriptUrls(page: TrustedTypesWindow): void {
  page.trustedTypes?.createPolicy('default', {
    createScriptURL(url) {
      if (new URL(url, page.location.href).origin === page.location.origin) return url;
      throw new TypeError(`A script from elsewhere is refused: ${url}`);
    },
  });
}
