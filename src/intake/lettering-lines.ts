// Lettering of several lines.
// Law: a line below a lettering belongs to it while it asks for nothing and stands in the same paragraph.
import type { TasteFinder } from './cake-words.ts';
import { findSizes } from './cake-words.ts';
import type { Field } from './message-reading.ts';
import { isFullKoreanName } from './people.ts';
import { findPhones } from './phones.ts';
import type { Piece } from './pieces.ts';
import { isGoodWish } from './unlabelled.ts';

const REQUEST =
  /부탁|주세요|해\s?주|있나요|가능|될까|되나요|\?|글씨\s?(?:색|는|체)|폰트|안녕하세요|확인|입금|please|thank you|お願い|ください/i;
/** Between two labels only what is plainly said to the shop is no lettering. */
const TO_THE_SHOP =
  /부탁|해\s?주|주세요|있나요|가능|될까|되나요|글씨\s?(?:색|는|체)|폰트|please (?:write|use|make|put|call|add|let|send|note)|お願い|ください/i;
const CLOSING = /^(?:감사합니다|감사해요|고맙습니다|수고하세요|thanks)/i;
const OF_TASTE: ReadonlySet<Field> = new Set(['sheet', 'cream', 'flavor']);
const isText = (piece: Piece) =>
  piece.fields.length === 1 && (piece.fields[0] === 'cakeLettering' || piece.fields[0] === 'boardLettering');

/** Lettering of several lines: free lines directly below it belong to it, unless they ask for something. */
export function joinLettering(text: string, pieces: readonly Piece[], tastes: TasteFinder): Piece[] {
  const isTasteKnown = pieces.some(
    (piece) => piece.end > piece.start && piece.fields.some((field) => OF_TASTE.has(field)),
  );
  const joined: Piece[] = [];
  for (let i = 0; i < pieces.length; i++) {
    let piece = pieces[i];
    if (piece === undefined) continue;
    while (isText(piece) && piece.binding === 'colon' && piece.end > piece.start) {
      const next = pieces[i + 1];
      if (
        next === undefined ||
        next.fields.length > 0 ||
        next.binding !== 'free' ||
        next.line !== piece.line + 1 ||
        next.paragraph !== piece.paragraph ||
        next.chatLine.bubble !== piece.chatLine.bubble
      )
        break;
      if (pieces[i + 2]?.line === next.line) break;
      const after = labelAfter(pieces, i + 1);
      if (next.mark !== null && next.mark !== piece.mark) break;
      if (bulletOf(text, next) !== '' && (bulletOf(text, next) === bulletOf(text, piece) || isOfForm(text, next)))
        break;
      if (isSignature(text, pieces, i + 1)) break;
      const words = text.slice(next.start, next.end);
      if (!continuesText(words, after, next) || (!isTasteKnown && tastes.isTaste(words))) break;
      piece = { ...piece, end: next.end, line: next.line, whole: { start: piece.whole.start, end: next.whole.end } };
      i++;
    }
    joined.push(piece);
  }
  return joined;
}

const MAX_TEXT_LINES = 5;

/** The label that ends a run of free lines which begins at `from`. */
function labelAfter(pieces: readonly Piece[], from: number): Piece | undefined {
  for (let i = from; i < from + MAX_TEXT_LINES; i++) {
    const piece = pieces[i];
    const next = pieces[i + 1];
    if (piece === undefined || next === undefined || piece.binding !== 'free' || next.line !== piece.line + 1) return;
    if (next.fields.length > 0) return next;
  }
  return undefined;
}

/** What stands before a line's words: a heart in front of lettering is not the form's own bullet. */
function bulletOf(text: string, piece: Piece): string {
  return text.slice(piece.chatLine.start, piece.whole.start).trim();
}

/** Emoji that stand in for a label; hearts and cakes adorn a text as well. */
const EMOJI_LABEL = /(?![❤♥♡💕💖💗💓💛💙💚💜🧡🎂🎉🎈✨⭐★☆🌸🎊🥳])\p{Extended_Pictographic}/u;

/** "🙋 유채린" below "✍️ 문구: …": the bullet is a label of its own. */
function isOfForm(text: string, piece: Piece): boolean {
  return EMOJI_LABEL.test(bulletOf(text, piece));
}

/** A name on the line above the phone, where no label asks for it. */
function isSignature(text: string, pieces: readonly Piece[], at: number): boolean {
  const [own, below] = [pieces[at], pieces[at + 1]];
  if (own === undefined || below === undefined || below.line !== own.line + 1) return false;
  const words = text.slice(own.start, own.end);
  const isName = isFullKoreanName(words) || /^[A-Z][a-z]+ [A-Z][a-z]+$|^\p{Script=Han}{2,4}$/u.test(words);
  const asked = pieces.some((piece) => piece.fields.includes('name') && piece.end > piece.start);
  return isName && !asked && findPhones(text.slice(below.start, below.end), 'KR', true).length > 0;
}

/** When it is fetched, how it looks: no words of a text. */
const OF_THE_ORDER =
  /(?<![\d:])\d{1,2}(?::\d\d)?\s?[ap]\.?m\b|\bplease[\s.!]*$|찾으러|가지러|픽업|\S색\s?글씨[\s.!~]*$|^\S{1,6}\s모양[\s.!~]*$|^(?!사랑|고마|고맙|축하|감사|보고|엄청|아주|너무)\S{1,6}\s많이[\s.!~]*$/i;

/** What is wished or refused beside the lettering: candles, bags, what one cannot eat. */
const WISH =
  /^(?:no|without|with|please|pls|plus|also|and)\s(?:\S+\s)?(?:candles?|bags?|box|nuts?|peanuts?|eggs?|dairy|milk|knife|plates?|gluten|toppers?|lettering|writing|allerg\w*)|\b(?:candles?|cooler|allerg\w*|gift box|nut[- ]free)\b|\b(?:thanks|thx|pls)[\s.!]*$|알레르기|알러지|보냉|쇼핑백|현금\s?영수증|(?:빼고|없이|필요\s?없\S*|따로|포장)요?[\s.!~]*$|(?:긴|짧은|숫자|생일)\s?초(?:$|\s|는|도)|초(?:는|도)\s|ろうそく|キャンドル|保冷|アレルギー|不要|いりません/i;

function continuesText(words: string, after: Piece | undefined, own: Piece): boolean {
  if (/^\[[^\]]*\]$|^<[^>]*>$/.test(words.trim())) return false;
  if (/^\S{1,12}\s?[:=|→▶\t;]\s?\S|^\S{1,12}\s[/-]\s/.test(words)) return false;
  if (/\d{3,4}[-\s.]\d{4}|\d\s?시|초\s?\d|^(?:초|보냉백|쇼핑백)/.test(words) || findSizes(words, null).length > 0)
    return false;
  if (
    OF_THE_ORDER.test(words) ||
    WISH.test(words) ||
    /^(?:맛|사이즈|크기|픽업|연락처|성함|시트|크림)[은는]/.test(words)
  )
    return false;
  const sandwiched = after !== undefined && after.fields.length > 0 && after.paragraph === own.paragraph;
  if (sandwiched) return !TO_THE_SHOP.test(words);
  if (REQUEST.test(words) || CLOSING.test(words)) return false;
  return isGoodWish(words) || (words.length <= 24 && !/(?:요|니다|까요|세요|음|께요|죠)[.!~^ㅎㅋ\s]*$/.test(words));
}
