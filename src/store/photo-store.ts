// What the photo database promises: pictures by the SHA-256 of their bytes, each with a small one for lists.
// Law: `save` says ok only after the picture was read back, compared and decoded. Photos live apart from the shop's
// database, so that a failing photo can never abort an order.
import type { Picture } from '../domain/order.ts';

export type PhotoSize = 'thumb' | 'full';

/**
 * `not-a-picture`: this browser cannot decode the file. `too-large`: it would not fit into memory. `missing`: no such
 * picture here. `damaged`: the stored bytes are not those of its name. `disk-full`, `lost`, `failed`: as in storage.ts;
 * nothing was written.
 */
export type PhotoProblem = 'not-a-picture' | 'too-large' | 'missing' | 'damaged' | 'disk-full' | 'lost' | 'failed';
export interface PhotoFailure<Problem extends PhotoProblem> {
  readonly ok: false;
  readonly problem: Problem;
  readonly cause: unknown;
}

export type SavePhotoResult =
  | { readonly ok: true; readonly picture: Picture }
  | PhotoFailure<'not-a-picture' | 'too-large' | 'disk-full' | 'lost' | 'failed'>;
export type ReadPhotoResult =
  | { readonly ok: true; readonly blob: Blob }
  | PhotoFailure<'missing' | 'damaged' | 'lost' | 'failed'>;
export type VerifyPhotoResult = { readonly ok: true } | PhotoFailure<'missing' | 'damaged' | 'lost' | 'failed'>;
export type RemovePhotoResult = { readonly ok: true } | PhotoFailure<'lost' | 'failed'>;

/** Bytes of an encoded picture with their media type. */
export interface EncodedPicture {
  readonly mime: string;
  readonly bytes: ArrayBuffer;
}
/** A picture as a backup carries it. */
export interface RawPhoto {
  readonly picture: Picture;
  readonly full: ArrayBuffer;
  /** null: one is made when the photo is put. */
  readonly thumb: EncodedPicture | null;
}
export type ReadRawResult =
  | { readonly ok: true; readonly photo: RawPhoto }
  | PhotoFailure<'missing' | 'damaged' | 'lost' | 'failed'>;
export type PutRawResult =
  | {
      readonly ok: true;
      /** How many were not here before. */
      readonly added: number;
      /** Names whose bytes were not those of the name; they were not written. */
      readonly damaged: readonly string[];
    }
  | PhotoFailure<'disk-full' | 'lost' | 'failed'>;

export interface PhotoUsage {
  readonly photos: number;
  /** Bytes of pictures and thumbnails together. */
  readonly bytes: number;
}

export interface PhotoStore {
  /**
   * Takes a picture from the camera or gallery: at most 1600 px on the long side, upright, without the camera's notes
   * (place, time, device). What it answers with `ok` is on disk and can be shown.
   */
  save(file: Blob): Promise<SavePhotoResult>;
  /** The bytes as a Blob of their media type; `full` is compared with its name first. */
  read(sha: string, size: PhotoSize): Promise<ReadPhotoResult>;
  has(sha: string): Promise<boolean>;
  /** Whether the stored picture is whole: present, its bytes those of its name, decodable. */
  verify(sha: string): Promise<VerifyPhotoResult>;
  /** Takes the picture away for ever: for a redaction, once no other order shows it. Absent ones are fine. */
  remove(sha: string): Promise<RemovePhotoResult>;
  /** Pictures in the order of their names, after `after`; for backups. @throws StorageFailure. */
  list(after: string | null, limit: number): Promise<readonly Picture[]>;
  /** A picture with its thumbnail as stored, compared with its name; for backups. */
  readRaw(sha: string): Promise<ReadRawResult>;
  /** Puts pictures of a backup, all in one strict transaction. Those that are here already are left alone. */
  putRaw(photos: readonly RawPhoto[]): Promise<PutRawResult>;
  /** @throws StorageFailure. */
  usage(): Promise<PhotoUsage>;
  close(): void;
}
