// Who wrote a change, in words: the name that was chosen when it was made, else as much as is known.
// Law: a change is called this tablet's only when this start of the app in this tab wrote it; no other session can be told.
import type { StaffMember } from '../../domain/shop.ts';
import { type DisputeTexts, disputeTexts } from './dispute.texts.ts';
import { useShop, useStore } from './shop-context.ts';
import { useTexts } from './texts.ts';

export interface Writer {
  readonly actor: string;
  readonly session: string;
}
export interface WriterWords {
  readonly texts: DisputeTexts;
  readonly staff: readonly StaffMember[];
  /** The store's own session. */
  readonly session: string;
}

export function writerName({ actor, session }: Writer, { texts, staff, session: own }: WriterWords): string {
  const member = staff.find(({ eid }) => eid === actor);
  if (member !== undefined) return member.name;
  if (actor === '') return session === own ? texts.thisTablet : texts.noName;
  // The eid of somebody who is not in the book; another system's own name is shown as it is.
  return actor.includes('/') ? texts.unknownWriter : actor;
}

/** `staff`: of a book that may be newer than the world's. */
export function useWriterName(staff?: readonly StaffMember[]): (writer: Writer) => string {
  const texts = useTexts(disputeTexts);
  const { session } = useStore();
  const known = useShop().staff;
  return (writer) => writerName(writer, { texts, staff: staff ?? known, session });
}
