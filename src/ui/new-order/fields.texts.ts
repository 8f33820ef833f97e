// Words of the small parts of which the form is made: other words than the menu’s, counts, what was found in the message.
import { defineTexts } from '../base/texts.ts';

export const formPartTexts = defineTexts({
  ko: {
    typeOther: '직접 입력',
    otherWords: (label: string) => `${label} 직접 입력`,
    fewer: (what: string) => `${what} 하나 줄이기`,
    more: (what: string) => `${what} 하나 늘리기`,
    foundIn: '메시지에서 찾은 말: ',
    quoted: (raw: string) => `‘${raw.replace(/\s+/g, ' ').trim()}’`,
    asItStands: '이대로 맞음',
    right: (value: string) => `${value} 맞음`,
    menuPriceInstead: '메뉴 가격으로',
  },
  en: {
    typeOther: 'Other',
    otherWords: (label: string) => `${label}: other`,
    fewer: (what: string) => `${what}: one less`,
    more: (what: string) => `${what}: one more`,
    foundIn: 'Found in the message: ',
    quoted: (raw: string) => `“${raw.replace(/\s+/g, ' ').trim()}”`,
    asItStands: 'Right as it is',
    right: (value: string) => `${value} is right`,
    menuPriceInstead: 'Use the menu price',
  },
  ja: {
    typeOther: 'その他を入力',
    otherWords: (label: string) => `${label}（その他）`,
    fewer: (what: string) => `${what}を1つ減らす`,
    more: (what: string) => `${what}を1つ増やす`,
    foundIn: 'メッセージの言葉：',
    quoted: (raw: string) => `「${raw.replace(/\s+/g, ' ').trim()}」`,
    asItStands: 'このままで合っている',
    right: (value: string) => `${value}で合っている`,
    menuPriceInstead: 'メニューの価格にする',
  },
});
