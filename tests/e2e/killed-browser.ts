// A browser with a profile of its own that is ended by SIGKILL and started again on what it left on the disk.
import { mkdtempSync, readdirSync, readlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, expect, type Page } from '@playwright/test';
import { CHROMIUM, CHROMIUM_ARGS } from '../browsers.ts';
import { removeFolder } from '../remove-folder.ts';

export interface KilledBrowser {
  /** Starts it on the profile; its one page is empty. */
  start(): Promise<Page>;
  /** Ends all of it at once, and waits until it is gone. */
  kill(): Promise<void>;
  /** Ends it as a person does: what it holds is written down. */
  close(): Promise<void>;
  /** Ends it and removes the profile. */
  remove(): Promise<void>;
}

export function killedBrowser(baseURL: string | undefined): KilledBrowser {
  const profile = mkdtempSync(join(tmpdir(), 'pickup-note-killed-'));
  let context: BrowserContext | null = null;
  const end = async () => {
    await context?.close().catch(() => undefined); // a killed one says that it is gone
    context = null;
  };
  return {
    async start() {
      context = await chromium.launchPersistentContext(profile, {
        executablePath: CHROMIUM,
        args: [...CHROMIUM_ARGS],
        locale: 'ko-KR',
        timezoneId: 'Asia/Seoul',
        viewport: { width: 1280, height: 800 },
        ...(baseURL === undefined ? {} : { baseURL }),
      });
      return context.pages()[0] ?? (await context.newPage());
    },
    async kill() {
      // The lock names the browser's process.
      const pid = readlinkSync(join(profile, 'SingletonLock')).split('-').at(-1) ?? '';
      process.kill(Number(pid), 'SIGKILL');
      await end();
      await expect.poll(() => readdirSync('/proc').includes(pid)).toBe(false);
    },
    close: end,
    async remove() {
      await end();
      await removeFolder(profile);
    },
  };
}
