// The menu of a cake shop before its owner has typed anything: sizes with prices, and what each choice adds.
// Law: a proposal for first run only; what a shop then keeps are its own entries, edited by ops like an order.
import type { Currency, Money } from './money.ts';
import type { Eid, Language } from './order.ts';
import { PACKAGING_KEYS } from './order.ts';
import type { MenuEntry, MenuEntryFields, MenuGroup } from './shop.ts';

export interface DefaultMenuEntry {
  readonly eid: Eid;
  readonly fields: Omit<MenuEntryFields, 'deleted'>;
}

type Names = Readonly<Record<Language, string>>;
/** Won of the autumn of 2022; a size's price is the cake's, elsewhere it is what the choice adds. */
interface Line {
  readonly key: string;
  readonly names: Names;
  readonly won: number;
}
const line = (key: string, won: number, ko: string, en: string, ja: string): Line => ({
  key,
  won,
  names: { ko, en, ja },
});

const LINES: Readonly<Record<MenuGroup, readonly Line[]>> = {
  product: [
    line('lettering', 0, '레터링 케이크', 'Lettering cake', 'レタリングケーキ'),
    line('photo', 8000, '포토 케이크', 'Photo cake', 'フォトケーキ'),
    line('two-tier', 40000, '2단 케이크', 'Two-tier cake', '二段ケーキ'),
  ],
  size: [
    line('lunchbox', 16000, '도시락', 'Lunch box', '弁当ケーキ'),
    line('mini', 26000, '미니', 'Mini', 'ミニ'),
    line('size1', 36000, '1호', 'No. 1', '1号'),
    line('size2', 44000, '2호', 'No. 2', '2号'),
    line('size3', 54000, '3호', 'No. 3', '3号'),
  ],
  sheet: [
    line('vanilla', 0, '바닐라 시트', 'Vanilla sponge', 'バニラスポンジ'),
    line('chocolate', 0, '초코 시트', 'Chocolate sponge', 'チョコスポンジ'),
    line('carrot', 2000, '당근 시트', 'Carrot sponge', 'キャロットスポンジ'),
    line('matcha', 2000, '말차 시트', 'Matcha sponge', '抹茶スポンジ'),
    line('red-velvet', 3000, '레드벨벳', 'Red velvet', 'レッドベルベット'),
  ],
  cream: [
    line('whipped', 0, '생크림', 'Fresh cream', '生クリーム'),
    line('cream-cheese', 3000, '크림치즈', 'Cream cheese', 'クリームチーズ'),
    line('chocolate-cream', 2000, '초코크림', 'Chocolate cream', 'チョコクリーム'),
    line('strawberry', 4000, '딸기', 'Strawberry', 'いちご'),
    line('fruit', 5000, '생크림 과일', 'Fresh cream and fruit', '生クリームとフルーツ'),
  ],
  shape: [
    line('round', 0, '원형', 'Round', '丸形'),
    line('heart', 3000, '하트', 'Heart', 'ハート形'),
    line('square', 2000, '사각', 'Square', '四角形'),
  ],
  packaging: [
    line('coolerBag', 3000, '보냉백', 'Cooler bag', '保冷バッグ'),
    line('icePack', 500, '아이스팩', 'Ice pack', '保冷剤'),
    line('domeCase', 4000, '돔케이스', 'Dome case', 'ドームケース'),
    line('shoppingBag', 500, '쇼핑백', 'Shopping bag', '紙袋'),
  ],
};

/** A cake of 40,000 won costs about 4,000 yen in Japan; elsewhere the owner is asked. */
function localPrice(won: number, currency: Currency): Money | null {
  if (currency === 'KRW') return { minor: won, currency };
  if (currency === 'JPY') return { minor: Math.round(won / 1000) * 100, currency };
  return won === 0 ? { minor: 0, currency } : null;
}

const MENU_PREFIX = 'shop/m-';

/** The eid of a default entry; stable, so that two tablets set up apart meet in one menu. */
export function defaultMenuEid(group: MenuGroup, key: string): Eid {
  return `${MENU_PREFIX}${group}-${key}` as Eid; // the shop's children are named by the store's callers
}

/** The menu proposed at first run, in the order of the groups. */
export function defaultMenu(language: Language, currency: Currency): DefaultMenuEntry[] {
  return (Object.keys(LINES) as MenuGroup[]) // keys of a const object
    .flatMap((group) =>
      LINES[group].map(({ key, names, won }, position) => ({
        eid: defaultMenuEid(group, key),
        fields: { group, name: names[language], price: localPrice(won, currency), position, active: true },
      })),
    );
}

/** Key of a packaging entry in an order's `packaging`: the four usual ones by name, a shop's own by its eid's last part. */
export function packagingKey(entry: Pick<MenuEntry, 'eid'>): string {
  const own = entry.eid.slice(entry.eid.indexOf('/') + 1);
  return PACKAGING_KEYS.find((key) => entry.eid === defaultMenuEid('packaging', key)) ?? own;
}
