declare global {
  /** Version of this build, put in by vite.config.ts. */
  const __APP_VERSION__: string;
}
export {};
