// The words of a backup: what is in one, what can be wrong with one, how far it is, when the next is due.
// Law: a file that is none, damaged, too new or locked is a value that says what to do, never an exception.
import type { Instant } from '../domain/time.ts';
import type { StorageProblem } from './storage.ts';

/** What a backup holds, as counted while it was written or read. */
export interface BackupTotals {
  readonly transactions: number;
  /** Orders that the transactions name, deleted ones included. */
  readonly orders: number;
  readonly photos: number;
}

/** Totals of a backup that was just written. */
export interface WrittenTotals extends BackupTotals {
  /** Photos that orders name but that are not on this tablet, or are damaged there: the backup lacks them. */
  readonly photosLacking: number;
}

/** What a backup says about itself. The nulls are of a damaged one. */
export interface BackupSummary extends BackupTotals {
  readonly shopName: string | null;
  /** Clock of the tablet that made it. */
  readonly madeAt: Instant | null;
  /** Name of that tablet, such as its letter. */
  readonly deviceName: string | null;
  readonly withPhotos: boolean;
  readonly isEncrypted: boolean;
  readonly bytes: number;
}

/** `cut-off`: the end is missing. `damaged`: parts between are not as they were written; `lostParts` of them. */
export interface BackupDamage {
  readonly kind: 'cut-off' | 'damaged';
  /** Where in the file the first of it lies. */
  readonly atByte: number;
  readonly lostParts: number;
}

/**
 * Why a file cannot be read at all; nothing was written. `empty`: 0 bytes. `foreign`: not a backup of Pickup Note, see
 * `looksLike`. `newer`: made by a newer version of the app. `passphrase-needed`, `passphrase-wrong`. `damaged`: the start
 * of the file, without which nothing can be read. `unreadable`: the browser cannot read the file (moved, cloud file not
 * downloaded). `stopped`: by `signal`.
 */
export type BackupRefusal =
  | { readonly problem: 'empty' | 'passphrase-needed' | 'passphrase-wrong' | 'damaged' | 'stopped' }
  | { readonly problem: 'foreign'; readonly looksLike: ForeignKind | null }
  | { readonly problem: 'newer'; readonly version: number }
  | { readonly problem: 'unreadable'; readonly cause: unknown };
export type ForeignKind = 'zip' | 'picture' | 'pdf' | 'text';

export interface BackupProgress {
  readonly phase: 'orders' | 'photos';
  /** 0 to 1. */
  readonly done: number;
  /** Bytes written or read until now. */
  readonly bytes: number;
}

/** What `joinBackup` brought; everything it counts is on disk. */
export interface JoinedTotals {
  /** Transactions that were not known here. */
  readonly transactions: number;
  readonly photos: number;
  /** Photos left out because no order here names them any more (their picture was blanked for privacy). */
  readonly photosUnnamed: number;
  /** Photos whose bytes were not as they should be. */
  readonly photosDamaged: number;
}

/** `changed`: the file is no longer the one that was looked at. Others as in storage.ts and `BackupRefusal`. */
export type JoinProblem = StorageProblem | 'stopped' | 'unreadable' | 'changed';
export type JoinBackupResult =
  | { readonly ok: true; readonly joined: JoinedTotals }
  /** What was joined before stays: joining again goes on from there, and changes nothing twice. */
  | { readonly ok: false; readonly problem: JoinProblem; readonly cause: unknown; readonly joined: JoinedTotals };
