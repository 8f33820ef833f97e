// Words about pictures: taking, choosing, and what to do when one cannot be kept.
import { defineTexts } from '../base/texts.ts';

export const photosTexts = defineTexts({
  ko: {
    reading: '사진을 불러오는 중',
    missing: '사진이 이 태블릿에 없습니다',
    missingShort: '사진 없음',
  },
  en: {
    reading: 'Loading the picture',
    missing: 'This picture is not on this tablet',
    missingShort: 'No picture here',
  },
  ja: {
    reading: '写真を読み込み中',
    missing: 'この写真はこのタブレットにありません',
    missingShort: '写真なし',
  },
});
