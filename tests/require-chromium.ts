// Vitest's global setup for browser tests: fails at once, and says how to help, where Chromium is missing.
import { CHROMIUM, requireBrowser } from './browsers.ts';

export default function setup(): void {
  requireBrowser(CHROMIUM);
}
