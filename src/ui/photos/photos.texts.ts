// Words of a picture that is shown: loaded with the first screen, so the words of taking pictures stand apart.
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
