// Files that a backup is written into, whatever the browser offers for it, a piece at a time.
// Law: a file counts only after `close`; `abort` leaves nothing of it behind.
import type { Bytes } from './backup-cipher.ts';
import type { WorkerAnswer, WorkerQuestion } from './backup-file-worker.ts';

/** A file under way. */
export interface BackupTarget {
  write(bytes: Bytes): Promise<void>;
  /** Ends the file. The File where it lies in the app's own space or memory; null where the person has it already. */
  close(): Promise<File | null>;
  abort(): Promise<void>;
  /** Frees what the app itself keeps of it. */
  discard(): Promise<void>;
}

const FOLDER = 'backups';
const DAY_MS = 86_400_000;
export const BACKUP_MIME = 'application/octet-stream';
/** What a tablet's page may hold without being closed by the system. */
export const MEMORY_LIMIT_BYTES = 256 * 1024 * 1024;

/** Only memory is left, and the backup is larger than it may hold. */
export class MemoryTooSmall extends Error {}

interface SavePicker {
  showSaveFilePicker(options: {
    suggestedName: string;
    types: { description: string; accept: Record<string, string[]> }[];
  }): Promise<FileSystemFileHandle & { remove?(): Promise<void> }>;
}

export const hasSavePicker = (page: Window): page is Window & SavePicker => 'showSaveFilePicker' in page;

/** A file where the person wants it. Call it in the tap itself. @throws DOMException AbortError when the person says no. */
export async function pickTarget(page: SavePicker, fileName: string): Promise<BackupTarget> {
  const handle = await page.showSaveFilePicker({
    suggestedName: fileName,
    types: [{ description: 'Pickup Note', accept: { [BACKUP_MIME]: ['.pickupnote'] } }],
  });
  // What was there before stays until `close`.
  const writable = await handle.createWritable();
  return {
    write: (bytes) => writable.write(bytes),
    async close() {
      await writable.close();
      return null;
    },
    async abort() {
      await writable.abort();
      const { size } = await handle.getFile();
      if (size === 0) await handle.remove?.();
    },
    async discard() {},
  };
}

/** A file in the app's own space on disk, or in memory where there is no such space. @param name unique to this backup. */
export async function ownTarget(name: string, fileName: string): Promise<BackupTarget> {
  const folder = await openFolder();
  if (folder === null) return memoryTarget(fileName);
  const handle = await folder.getFileHandle(name, { create: true });
  if ('createWritable' in handle) return await pageTarget(folder, handle, fileName);
  try {
    return await workerTarget(folder, name, fileName);
  } catch (error) {
    await folder.removeEntry(name);
    if (error instanceof DOMException && error.name === 'NotSupportedError') return memoryTarget(fileName);
    throw error;
  }
}

async function openFolder(): Promise<FileSystemDirectoryHandle | null> {
  try {
    const root = await navigator.storage.getDirectory();
    return await root.getDirectoryHandle(FOLDER, { create: true });
  } catch {
    return null; // private windows and old browsers have no such space
  }
}

async function pageTarget(
  folder: FileSystemDirectoryHandle,
  handle: FileSystemFileHandle,
  fileName: string,
): Promise<BackupTarget> {
  const writable = await handle.createWritable();
  return {
    write: (bytes) => writable.write(bytes),
    async close() {
      await writable.close();
      return asFile(await handle.getFile(), fileName);
    },
    async abort() {
      await writable.abort();
      await folder.removeEntry(handle.name);
    },
    discard: () => folder.removeEntry(handle.name),
  };
}

/** The same through a worker, for browsers that write files only there. */
export async function workerTarget(
  folder: FileSystemDirectoryHandle,
  name: string,
  fileName: string,
): Promise<BackupTarget> {
  const worker = new Worker(new URL('./backup-file-worker.ts', import.meta.url), { type: 'module' });
  const ask = (question: WorkerQuestion) =>
    new Promise<void>((resolve, reject) => {
      worker.onerror = (event) => reject(new Error(event.message));
      worker.onmessage = ({ data }: MessageEvent<WorkerAnswer>) =>
        data.ok ? resolve() : reject(new DOMException(data.message, data.name));
      worker.postMessage(question);
    });
  const end = async () => {
    await ask({ call: 'close' });
    worker.terminate();
  };
  try {
    await ask({ call: 'open', folder: FOLDER, name });
  } catch (error) {
    worker.terminate();
    throw error;
  }
  return {
    write: (bytes) => ask({ call: 'write', bytes }),
    async close() {
      await end();
      return asFile(await (await folder.getFileHandle(name)).getFile(), fileName);
    },
    async abort() {
      await end();
      await folder.removeEntry(name);
    },
    discard: () => folder.removeEntry(name),
  };
}

export function memoryTarget(fileName: string, limitBytes = MEMORY_LIMIT_BYTES): BackupTarget {
  let parts: Bytes[] = [];
  let size = 0;
  const forget = async () => {
    parts = [];
  };
  return {
    async write(bytes) {
      size += bytes.length;
      if (size > limitBytes) throw new MemoryTooSmall(`more than ${limitBytes} bytes`);
      parts.push(bytes);
    },
    close: async () => new File(parts, fileName, { type: BACKUP_MIME }),
    abort: forget,
    discard: forget,
  };
}

/** The same bytes on disk under the name that the person sees. */
const asFile = (file: File, fileName: string) => new File([file], fileName, { type: BACKUP_MIME });

/** Removes backups that were left in the app's own space more than a day ago; at the start of the app. */
export async function removeLeftBackups(now: number): Promise<void> {
  const folder = await openFolder();
  if (folder === null) return;
  const left: string[] = [];
  for await (const entry of folder.values()) {
    if (entry.kind !== 'file') continue;
    const { lastModified } = await (entry as FileSystemFileHandle).getFile(); // its kind is file
    if (now - lastModified > DAY_MS) left.push(entry.name);
  }
  for (const name of left) await folder.removeEntry(name);
}
