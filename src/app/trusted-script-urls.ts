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

/**
 * Tells zod, before it is loaded, not to try making code from text: the policy refuses it, and each try is reported.
 * Set on the page as zod itself would keep it, so that zod need not be loaded with the first paint.
 */
export function refuseCodeFromText(page: { __zod_globalConfig?: { jitless: boolean } }): void {
  page.__zod_globalConfig = { jitless: true };
}
