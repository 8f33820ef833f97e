// Words of the notice that a new version waits.
import { defineTexts } from '../base/texts.ts';

export const updateTexts = defineTexts({
  ko: {
    ready: '새 버전이 있습니다.',
    readyWhat: '지금 바꾸거나, 하던 일을 마치고 바꾸세요. 주문은 그대로 있습니다.',
    outdated: '다른 탭에서 새 버전으로 바꿨습니다.',
    outdatedWhat: '이 탭은 아직 이전 버전입니다. 하던 일을 마치고 새로 여세요.',
    formOpen: '쓰던 내용이 있어 바꾸지 않았습니다.',
    formOpenWhat: '이 탭이나 다른 탭에서 쓰던 것을 저장하거나 닫은 뒤 다시 누르세요.',
    apply: '새 버전으로 바꾸기',
    applying: '바꾸는 중…',
  },
  en: {
    ready: 'A new version is ready.',
    readyWhat: 'Switch now, or finish what you are doing first. Your orders stay as they are.',
    outdated: 'Another tab has switched to the new version.',
    outdatedWhat: 'This tab still runs the old one. Finish what you are doing, then reload it.',
    formOpen: 'Not switched: there is something half typed.',
    formOpenWhat: 'Save or close it, in this tab or another, then tap again.',
    apply: 'Switch to the new version',
    applying: 'Switching…',
  },
  ja: {
    ready: '新しいバージョンがあります。',
    readyWhat: '今すぐ、または作業を終えてから切り替えてください。注文はそのまま残ります。',
    outdated: '別のタブで新しいバージョンに切り替えました。',
    outdatedWhat: 'このタブはまだ前のバージョンです。作業を終えてから開き直してください。',
    formOpen: '入力中の内容があるため、切り替えませんでした。',
    formOpenWhat: 'このタブまたは別のタブの入力を保存するか閉じてから、もう一度押してください。',
    apply: '新しいバージョンに切り替える',
    applying: '切り替え中…',
  },
});
