// A worker that writes one file of the app's own space: the only way on iPadOS before 26, where pages cannot.
// Law: each piece is answered before the next is sent, so no more than one lies in memory.

/** In this order: one `open`, any number of `write`, one `close`. Each is answered by one `WorkerAnswer`. */
export type WorkerQuestion =
  | { readonly call: 'open'; readonly folder: string; readonly name: string }
  | { readonly call: 'write'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly call: 'close' };
export type WorkerAnswer =
  | { readonly ok: true }
  | { readonly ok: false; readonly name: string; readonly message: string };

/** Of a worker's FileSystemFileHandle; the type library of pages does not know it. */
interface SyncAccess {
  write(bytes: Uint8Array<ArrayBuffer>, options: { at: number }): number;
  truncate(size: number): void;
  flush(): void;
  close(): void;
}
type WorkerFileHandle = FileSystemFileHandle & { createSyncAccessHandle?(): Promise<SyncAccess> };

let access: SyncAccess | null = null;
let at = 0;

async function answer(question: WorkerQuestion): Promise<void> {
  if (question.call === 'open') {
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle(question.folder, { create: true });
    const file = (await folder.getFileHandle(question.name, { create: true })) as WorkerFileHandle; // here is a worker
    if (file.createSyncAccessHandle === undefined) throw new DOMException('no files here', 'NotSupportedError');
    access = await file.createSyncAccessHandle();
    access.truncate(0);
  } else if (question.call === 'write') {
    const { bytes } = question;
    if (access === null) throw new Error('write before open');
    for (let done = 0; done < bytes.length; ) {
      const written = access.write(bytes.subarray(done), { at });
      if (written <= 0) throw new DOMException('nothing was written', 'QuotaExceededError');
      done += written;
      at += written;
    }
  } else {
    access?.flush();
    access?.close();
    access = null;
  }
}

self.onmessage = async (event: MessageEvent<WorkerQuestion>) => {
  let result: WorkerAnswer = { ok: true };
  try {
    await answer(event.data);
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    result = { ok: false, name, message };
  }
  self.postMessage(result);
};
