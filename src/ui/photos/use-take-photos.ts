// Takes files into the photo store, one after the other, and says in a sentence why one could not be kept.
// Law: a picture counts only after the store has read it back; the others of the same drop are not lost with it.
import { useCallback, useState } from 'react';
import type { Picture } from '../../domain/order.ts';
import type { PhotoProblem } from '../../store/photo-store.ts';
import { useWorld } from '../base/shop-context.ts';
import { useTexts } from '../base/texts.ts';
import { photoTakingTexts } from './photo-taking.texts.ts';

export interface PhotoTaking {
  /** How many are still being kept. */
  readonly waiting: number;
  /** One sentence for each file that could not be kept. */
  readonly problems: readonly string[];
  readonly clearProblems: () => void;
  /** Keeps the files; answers those that are safe, in the order given. */
  readonly take: (files: readonly Blob[]) => Promise<readonly Picture[]>;
}

export function useTakePhotos(): PhotoTaking {
  const { photos } = useWorld();
  const texts = useTexts(photoTakingTexts);
  const [waiting, setWaiting] = useState(0);
  const [problems, setProblems] = useState<readonly string[]>([]);
  const take = useCallback(
    async (files: readonly Blob[]) => {
      setProblems([]);
      setWaiting((count) => count + files.length);
      const kept: Picture[] = [];
      for (const file of files) {
        const result = await photos
          .save(file)
          .catch((cause: unknown) => ({ ok: false as const, problem: 'failed' as const, cause }));
        setWaiting((count) => count - 1);
        if (result.ok) kept.push(result.picture);
        else {
          const sentence = sentenceOf(result.problem, texts)(file instanceof File ? file.name : '');
          setProblems((last) => [...last, sentence]);
        }
      }
      return kept;
    },
    [photos, texts],
  );
  const clearProblems = useCallback(() => setProblems([]), []);
  return { waiting, problems, clearProblems, take };
}

function sentenceOf(problem: PhotoProblem, texts: (typeof photoTakingTexts)['ko']): (file: string) => string {
  switch (problem) {
    case 'not-a-picture':
      return texts.notAPicture;
    case 'too-large':
      return texts.tooLarge;
    case 'disk-full':
      return texts.diskFull;
    case 'lost':
      return texts.storeLost;
    default:
      return texts.saveFailed;
  }
}
