// Words of taking and choosing pictures, and what to do when one cannot be kept.
import { defineTexts } from '../base/texts.ts';

const named = (file: string, open: string, close: string) => (file === '' ? '' : `${open}${file}${close} `);

export const photoTakingTexts = defineTexts({
  ko: {
    photosOf: (of: string) => `${of} 사진`,
    reference: '참고 사진',
    agreed: '확정 도안',
    camera: '카메라',
    gallery: '사진첩',
    keeping: (count: number) => `사진 ${count}장 저장 중`,
    remove: '사진 빼기',
    moveTo: (place: string) => `${place}(으)로 옮기기`,
    makeAgreed: '확정 도안으로',
    makeReference: '참고 사진으로',
    understood: '알겠습니다',
    notAPicture: (file: string) =>
      `${named(file, "'", "'")}사진으로 열 수 없는 파일입니다. 카카오톡에서 사진을 저장하거나 화면을 캡처해서 다시 넣어 주세요.`,
    tooLarge: (file: string) =>
      `${named(file, "'", "'")}사진이 너무 커서 열지 못했습니다. 화면을 캡처하거나 크기를 줄여서 다시 넣어 주세요.`,
    diskFull: (file: string) =>
      `${named(file, "'", "'")}저장 공간이 가득 차서 사진을 저장하지 못했습니다. 주문은 그대로 저장할 수 있습니다. 안 쓰는 사진이나 앱을 지운 뒤 다시 넣어 주세요.`,
    storeLost: (file: string) =>
      `${named(file, "'", "'")}브라우저가 사진 저장소를 닫았습니다. 한 번 더 넣어 보고, 계속 안 되면 앱을 껐다 켜세요. 적던 주문은 남아 있습니다.`,
    saveFailed: (file: string) => `${named(file, "'", "'")}사진을 저장하지 못했습니다. 다시 넣어 주세요.`,
  },
  en: {
    photosOf: (of: string) => `Pictures of ${of}`,
    reference: 'Reference picture',
    agreed: 'Agreed design',
    camera: 'Camera',
    gallery: 'Photos',
    keeping: (count: number) => `Saving ${count} ${count === 1 ? 'picture' : 'pictures'}`,
    remove: 'Remove picture',
    moveTo: (place: string) => `Move to ${place}`,
    makeAgreed: 'Make it the agreed design',
    makeReference: 'Make it a reference picture',
    understood: 'OK',
    notAPicture: (file: string) =>
      `${named(file, '“', '”')}is not a picture this browser can open. Save the picture again from the chat, or take a screenshot of it, and add that.`.replace(
        /^is/,
        'This is',
      ),
    tooLarge: (file: string) =>
      `${named(file, '“', '”')}is too large to open. Take a screenshot of it or make it smaller, and add that.`.replace(
        /^is/,
        'The picture is',
      ),
    diskFull: (file: string) =>
      `${named(file, '“', '”')}could not be kept: storage is full. The order itself can still be saved. Delete some photos or unused apps, then add it again.`.replace(
        /^could/,
        'The picture could',
      ),
    storeLost: (file: string) =>
      `${named(file, '“', '”')}could not be kept: the browser closed its photo storage. Add it once more; if it keeps failing, close and reopen the app. Your order is still here.`.replace(
        /^could/,
        'The picture could',
      ),
    saveFailed: (file: string) =>
      `${named(file, '“', '”')}could not be kept. Please add it again.`.replace(/^could/, 'The picture could'),
  },
  ja: {
    photosOf: (of: string) => `${of}の写真`,
    reference: '参考写真',
    agreed: '確定デザイン',
    camera: 'カメラ',
    gallery: '写真を選ぶ',
    keeping: (count: number) => `写真${count}枚を保存中`,
    remove: '写真を外す',
    moveTo: (place: string) => `${place}へ移す`,
    makeAgreed: '確定デザインにする',
    makeReference: '参考写真にする',
    understood: 'OK',
    notAPicture: (file: string) =>
      `${named(file, '「', '」')}写真として開けないファイルです。トークから写真を保存し直すか、画面を撮ってもう一度入れてください。`,
    tooLarge: (file: string) =>
      `${named(file, '「', '」')}写真が大きすぎて開けませんでした。画面を撮るか、小さくしてもう一度入れてください。`,
    diskFull: (file: string) =>
      `${named(file, '「', '」')}空き容量がなく、写真を保存できませんでした。注文はこのまま保存できます。不要な写真やアプリを削除してから、もう一度入れてください。`,
    storeLost: (file: string) =>
      `${named(file, '「', '」')}ブラウザが写真の保存領域を閉じました。もう一度入れ、だめならアプリを開き直してください。入力中の注文は残っています。`,
    saveFailed: (file: string) => `${named(file, '「', '」')}写真を保存できませんでした。もう一度入れてください。`,
  },
});
