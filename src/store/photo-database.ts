// The photo database: a Dexie of its own (photo-dexie.ts), so that a photo can fail without an order failing with it.
// Law: bytes are ArrayBuffers (iOS loses Blobs); writes are strict; what was written is read back and decoded before it
// counts. A dead handle is dropped, reopened and tried again once, as in browser-storage.ts.
import type { Picture } from '../domain/order.ts';
import { failureOf } from './browser-storage.ts';
import type { PhotoDexie, PictureRow } from './photo-dexie.ts';
import type { PictureMaker } from './photo-picture.ts';
import { createPictureMaker, nameOfPicture } from './photo-picture.ts';
import type {
  EncodedPicture,
  PhotoFailure,
  PhotoStore,
  RawPhoto,
  SavePhotoResult,
  VerifyPhotoResult,
} from './photo-store.ts';
import { StorageFailure } from './storage.ts';

export interface OpenPhotoStoreOptions {
  readonly name: string;
  readonly maker?: PictureMaker;
}

/** The photo database called `name`; it is opened (or made) at the first call, and again after the browser took it away. */
export function openPhotoStore({ name, maker = createPictureMaker() }: OpenPhotoStoreOptions): PhotoStore {
  /** Loaded with the first picture: the day's list does not wait for it. */
  const make = (): Promise<PhotoDexie> => {
    const made = import('./photo-dexie.ts').then(({ createPhotoDexie }) => createPhotoDexie(name));
    made.catch(() => {
      if (db === made) db = null;
    });
    return made;
  };
  let db: Promise<PhotoDexie> | null = null;

  const transact = async <Answer>(mode: 'r' | 'rw', body: (db: PhotoDexie) => Promise<Answer>): Promise<Answer> => {
    for (let isRetry = false; ; isRetry = true) {
      db ??= make();
      const opening = db;
      try {
        const handle = await opening;
        return await handle.transaction(mode, [handle.pictures, handle.thumbs, handle.full], () => body(handle));
      } catch (error) {
        const failure = failureOf(error);
        if (!isRetry && failure.problem !== 'lost') throw failure;
        // After a retry too: a database that died while it was opened stays half-open, and would fail for ever.
        if (db === opening) {
          void opening.then((handle) => handle.close()).catch(() => undefined);
          db = null;
        }
        if (isRetry) throw failure.problem === 'disk-full' ? failure : new StorageFailure('lost', error);
      }
    }
  };

  const put = (photos: readonly (RawPhoto & { readonly thumb: EncodedPicture })[]) =>
    transact('rw', async (at) => {
      await at.full.bulkPut(photos.map(({ picture, full }) => ({ sha: picture.sha, bytes: full })));
      await at.thumbs.bulkPut(photos.map(({ picture, thumb }) => ({ sha: picture.sha, bytes: thumb.bytes })));
      await at.pictures.bulkPut(
        photos.map(({ picture, thumb }) => ({
          ...picture,
          thumb: { mime: thumb.mime, bytes: thumb.bytes.byteLength },
        })),
      );
    });
  const removeRows = (sha: string) =>
    transact('rw', async (at) => {
      for (const table of [at.pictures, at.thumbs, at.full]) await table.delete(sha);
    });

  const has = async (sha: string) => (await transact('r', (at) => at.pictures.where('sha').equals(sha).count())) > 0;
  /** The row and the bytes of a picture after a look at their name. */
  const readChecked = async (sha: string) => {
    const [row, full] = await transact('r', (at) => Promise.all([at.pictures.get(sha), at.full.get(sha)]));
    if (row === undefined || full === undefined) return { found: 'missing' } as const;
    if ((await nameOfPicture(full.bytes)) !== sha) return { found: 'damaged' } as const;
    return { found: 'whole', row, bytes: full.bytes } as const;
  };
  const verify = async (sha: string): Promise<VerifyPhotoResult> => {
    try {
      const read = await readChecked(sha);
      if (read.found !== 'whole') return { ok: false, problem: read.found, cause: null };
      const size = await maker.measure(new Blob([read.bytes], { type: read.row.mime }));
      if (size?.width === read.row.width && size.height === read.row.height) return { ok: true };
      return { ok: false, problem: 'damaged', cause: 'it does not decode' };
    } catch (error) {
      return readingFailure(error);
    }
  };
  /** The small picture; made again from the large one where it is missing. */
  const readThumb = async (sha: string): Promise<Blob | null> => {
    const [row, thumb] = await transact('r', (at) => Promise.all([at.pictures.get(sha), at.thumbs.get(sha)]));
    if (row === undefined) return null;
    if (thumb !== undefined && thumb.bytes.byteLength === row.thumb.bytes)
      return new Blob([thumb.bytes], { type: row.thumb.mime });
    const read = await readChecked(sha);
    if (read.found !== 'whole') return null;
    const made = await maker.makeThumb(new Blob([read.bytes], { type: row.mime }));
    if (made === null) return null;
    await put([{ picture: pictureOf(row), full: read.bytes, thumb: made }]);
    return new Blob([made.bytes], { type: made.mime });
  };

  const saveNow = async (file: Blob): Promise<SavePhotoResult> => {
    try {
      const result = await maker.make(file);
      if (!result.ok) return result;
      const { full, thumb, width, height } = result.made;
      const sha = await nameOfPicture(full.bytes);
      const picture: Picture = { sha, mime: full.mime, width, height, bytes: full.bytes.byteLength };
      const wasHere = await has(sha);
      if (wasHere && (await verify(sha)).ok) return { ok: true, picture };
      await put([{ picture, full: full.bytes, thumb }]);
      const verified = await verify(sha);
      if (verified.ok) return { ok: true, picture };
      // One that was here may be shown by an order: it is never taken away because a copy of it failed.
      if (!wasHere) await removeRows(sha);
      return { ok: false, problem: verified.problem === 'lost' ? 'lost' : 'failed', cause: verified };
    } catch (error) {
      return writingFailure(error);
    }
  };
  /** One after the other: ten photos from a gallery decoded at once are more than an iPad gives a page. */
  let lastSave: Promise<unknown> = Promise.resolve();

  return {
    save(file) {
      const turn = lastSave.then(() => saveNow(file));
      lastSave = turn;
      return turn;
    },
    async read(sha, size) {
      try {
        if (size === 'thumb') {
          const blob = await readThumb(sha);
          return blob === null ? { ok: false, problem: 'missing', cause: null } : { ok: true, blob };
        }
        const read = await readChecked(sha);
        if (read.found !== 'whole') return { ok: false, problem: read.found, cause: null };
        return { ok: true, blob: new Blob([read.bytes], { type: read.row.mime }) };
      } catch (error) {
        return readingFailure(error);
      }
    },
    has,
    verify,
    async remove(sha) {
      try {
        await removeRows(sha);
        return { ok: true };
      } catch (error) {
        return readingFailure(error);
      }
    },
    async list(after, limit) {
      const rows = await transact('r', (at) =>
        (after === null ? at.pictures.toCollection() : at.pictures.where('sha').above(after)).limit(limit).toArray(),
      );
      return rows.map(pictureOf);
    },
    async readRaw(sha) {
      try {
        const read = await readChecked(sha);
        if (read.found !== 'whole') return { ok: false, problem: read.found, cause: null };
        const thumb = await transact('r', (at) => at.thumbs.get(sha));
        const isThumbWhole = thumb !== undefined && thumb.bytes.byteLength === read.row.thumb.bytes;
        return {
          ok: true,
          photo: {
            picture: pictureOf(read.row),
            full: read.bytes,
            thumb: isThumbWhole ? { mime: read.row.thumb.mime, bytes: thumb.bytes } : null,
          },
        };
      } catch (error) {
        return readingFailure(error);
      }
    },
    async putRaw(photos) {
      try {
        const damaged: string[] = [];
        const fresh: (RawPhoto & { readonly thumb: EncodedPicture })[] = [];
        for (const photo of photos) {
          const { sha, mime } = photo.picture;
          const isWhole = (await nameOfPicture(photo.full)) === sha;
          // Those that are here are read through as well: a backup heals what this tablet's disk has damaged.
          if (isWhole && (await readChecked(sha)).found === 'whole') continue;
          const thumb = isWhole
            ? (photo.thumb ?? (await maker.makeThumb(new Blob([photo.full], { type: mime }))))
            : null;
          if (thumb === null) damaged.push(sha);
          else fresh.push({ ...photo, thumb });
        }
        if (fresh.length > 0) await put(fresh);
        return { ok: true, added: fresh.length, damaged };
      } catch (error) {
        return writingFailure(error);
      }
    },
    async usage() {
      let photos = 0;
      let bytes = 0;
      await transact('r', (at) =>
        at.pictures.each((row) => {
          photos++;
          bytes += row.bytes + row.thumb.bytes;
        }),
      );
      return { photos, bytes };
    },
    close: () => void db?.then((handle) => handle.close()).catch(() => undefined),
  };
}

function pictureOf({ sha, mime, width, height, bytes }: PictureRow): Picture {
  return { sha, mime, width, height, bytes };
}

function readingFailure(error: unknown): PhotoFailure<'lost' | 'failed'> {
  const { problem, cause } = failureOf(error);
  return { ok: false, problem: problem === 'lost' ? 'lost' : 'failed', cause: cause ?? error };
}

function writingFailure(error: unknown): PhotoFailure<'disk-full' | 'lost' | 'failed'> {
  const { problem, cause } = failureOf(error);
  if (problem === 'disk-full') return { ok: false, problem, cause };
  return { ok: false, problem: problem === 'lost' ? 'lost' : 'failed', cause: cause ?? error };
}
