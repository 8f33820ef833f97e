// Reads the words that go on the cake or on its board.
// Law: to the letter, with line breaks and hearts; only quotation marks around all of it and "라고 써주세요" fall away.
import type { Answer } from '../domain/order.ts';
import { isNone, isQuestion, withoutCourtesy } from './answers.ts';
import type { FactOptions } from './facts.ts';
import { addFact } from './facts.ts';
import type { Range } from './normal-text.ts';
import { sourceSlice, trimRange } from './normal-text.ts';
import type { Reader, Task } from './value-task.ts';
import { options, put } from './value-task.ts';

const WRITE_THIS =
  /\s*(?:(?<=\s|」)で|」?と)\s?(?:お願い(?:します|致します|いたします)|(?:書|入れ)\S{0,2}て\S{0,6}(?:ください|下さい))[\s。！!]*$|\s*(?:"\s*)?(?:(?:이?라고|이?라구|으?로|"\s*)\s*(?:해|바꿔|변경해|수정해)|(?:이?라고|이?라구|으?로)?\s*(?:적어|써|쓰|새겨|넣어|작성해|(?<!(?:잘|많이|계속|더|항상|늘|앞으로도)\s?)부탁))\s?(?:서\s)?(?:주세요|주시면\s?(?:돼요|됩니다|되요|감사하겠습니다|감사해요)|주실\s?수\s?있나요|주십시오|주시고요?|드려요|드립니다|드릴게요|드려용|주세용|주시구요?)[\s.!~^♥♡ㅎㅋ:)]*$/;
const CHANGED_TO =
  /\s?으?로\s?(?:바꿀게요|바꿀께요|(?:변경|수정|정정)(?:할게요|할께요|하겠습니다|이요|요|합니다|부탁\S*)?)[\s.!~^♥♡ㅎㅋ:)]*$/;
const WRITE_MARK =
  /(?:(?<=[가-힣A-Za-z!~♥])으?로\s(?=부탁|해\s?주|적어|써|넣어|할게|하고)|이?라고|이?라구|\s으?로|"\s*으?로)\s*(?:적어|써|쓰|새겨|넣어|작성|부탁|해\s?주|할게|하고\s?싶|변경|수정|바꿔)/;
/** "사랑해 (하트 그려주세요)": a wish in brackets is no part of it. */
const TO_THE_SHOP =
  /\s*\(\s?(?:in\s)?(?:pink|red|blue|white|gold|silver|black|green|purple|ピンク|赤|青|白|金|黒|緑)(?:\s(?:letters|icing|text)|色?で|文字で?)?\s?\)\s*$|\s*\(\s?(?:(?:글씨|글자|폰트|글씨체)\S{0,3}\s|[^()\n]{1,10}(?:색|색으로|체로|크게|작게)\s?\))[^()\n]*\)?\s*$|\s*\([^()\n]*(?:주세요|주실|부탁|가능할까|가능한가|될까요|되나요|please|できますか|お願いします)[^()\n]*\)\s*$/i;
const OPEN_TEXT =
  /^(?:미정|추후|모름|(?:따로|카톡으?로|디엠으?로|문자로|별도로?)\s?\S{0,6}(?:드릴|드려|보낼|보내|연락|말씀)|나중에|아직|고민|생각\s?(?:중|해)|정해지면|따로\s?말씀|TBD|未定|まだ|後で|あとで|のちほど|後ほど|考え中|検討中)/i;
const CAKE_AND_BOARD =
  /^[([]?(?:케이크\s?위?|상단|위|윗면)\s?(?:에는?\s|은\s|[)\]]|[-:=)])\s*(?<cake>\S.*?)\s*[/,|\n]?\s*(?<=[\s/,|])[([]?(?:케이크\s?)?(?:판|받침|보드|아래|하단|하판)(?:\s?위)?\s?(?:에는?\s|은\s|[)\]]|[-:=)])\s*(?<board>\S.*)$/s;
/** "추가 문구: 판에 happy day". */
const ON_THE_BOARD = /^(?:케이크\s?)?(?:판|보드|받침)(?:\s?위)?에는?\s+(?=\S)/;
/** "케이크: 사랑해", where the board has a label of its own. */
const ON_THE_CAKE = /^(?:케이크\s?위?|상단|위|윗면)(?:\s?[:)]|\s-\s)\s*(?=\S)/;

/** Where the lettering ends in words like "사랑해 라고 써주세요, 초는 2개": at the last mark that a writing verb follows. */
export function letteringEnd(words: string): { readonly end: number; readonly after: number } | null {
  const match = WRITE_MARK.exec(words);
  if (match === null || match.index === 0) return null;
  const tail =
    /^[^\n,.!]*?(?:주세요|주시고요?|주시구요?|주시면\s?\S*|드려요|드립니다|드릴게요|할게요|싶어요|싶습니다|주세용)[.!~\s]*/.exec(
      words.slice(match.index),
    );
  return { end: match.index, after: match.index + (tail?.[0].length ?? match[0].length) };
}

/** Whether what follows a quotation is no part of the lettering: nothing, a verb of writing, the next sentence. */
function isQuotedAlone(after: string, inSentence: boolean): boolean {
  if (/["「『]/.test(after)) return false;
  return (
    inSentence ||
    after === '' ||
    /^(?:[.,;!、。]\s?|이?라고|이?라구|으?로|요|이요|부탁|적어|써|입니다|이에요|예요|です|と|please)/i.test(after)
  );
}

/** Without the quotation marks that surround all of it. */
export function unquote(text: string, range: Range): Range {
  const trimmed = trimRange(text, range.start, range.end);
  const first = text.charAt(trimmed.start);
  const last = text.charAt(trimmed.end - 1);
  const pairs: Readonly<Record<string, string>> = {
    '"': '"',
    "'": "'",
    '「': '」',
    '『': '』',
    '“': '”',
    '‘': '’',
    '<': '>',
    '[': ']',
  };
  if (trimmed.end - trimmed.start > 2 && pairs[first] === last && first !== '<' && first !== '[') {
    const inner = text.slice(trimmed.start + 1, trimmed.end - 1);
    if (!inner.includes(first)) return trimRange(text, trimmed.start + 1, trimmed.end - 1);
  }
  return trimmed;
}

const inSentenceOf = (task: Task) => task.piece.binding !== 'colon';
/** "1호에만 "엄마 사랑해"": which cake, and then the text. */
const OF_ONE_SIZE =
  /^(?!케이크|판|위|상단|하단|보드|받침)\S{1,8}(?:에만|에는|에|만)\s+(?=["'「])|^(?:모두|전부|둘\s?다|다)\s?(?:다\s)?(?:똑같이|같이|동일하게|같은\s?걸로)?\s+(?=["'「])|^(?:전부|모두|둘\s?다)\s+(?=\S)/;

/** "문구 다시요! '지호야 사랑해' 로 해주세요": in a sentence the quotation is the text. */
const QUOTED_WISH =
  /["'「](?<text>[^"'」\n]{1,60})["'」]\s?(?:(?:이?라고|이?라구|으?로)\s?(?:해|써|적|넣|변경|수정|바꿔|부탁)|으?로(?:요|\s|[.!~]|$))/;

/** "'A', 'B' 이렇게 두 개요": nothing but quotations, and how many. */
const QUOTES_ONLY =
  /^\s*(?:각각\s*)?["「][^"」\n]+["」](?:\s*(?:[,/&]|이?랑|과|와|하고|and)\s*["「][^"」\n]+["」])+\s*(?:이?라고|으?로|요|이요)?\s?(?:이렇게\s?)?(?:각각\s?)?(?:\d|두|세|하나씩|한)?\s?(?:개씩?|가지)?(?:요|이요|입니다)?\s?(?:적어|써|넣어|부탁|해)?\s?(?:주세요|드려요|드립니다|해요)?[\s.!~]*$/;

export function readLettering(reader: Reader, task: Task, kind: 'cakeLettering' | 'boardLettering'): Range[] {
  const { text } = task;
  const words = text.slice(task.range.start, task.range.end);
  const whose = inSentenceOf(task) || /["'「]/.test(words) ? OF_ONE_SIZE.exec(words)?.[0].length : undefined;
  if (whose !== undefined)
    return readLettering(
      reader,
      {
        ...task,
        piece: { ...task.piece, binding: 'particle' },
        range: { start: task.range.start + whose, end: task.range.end },
      },
      kind,
    );
  const within = /^(?:[oO○ㅇ유]|있음|추가)\s*[(/,]\s*(?:문구|내용|레터링)\s*:\s*(?<text>[^()]+?)\s*\)?\s*$/.exec(words)
    ?.groups?.text;
  if (within !== undefined) {
    const start = task.range.start + words.lastIndexOf(within);
    return readLettering(reader, { ...task, range: { start, end: start + within.length } }, kind);
  }
  const remark = TO_THE_SHOP.exec(words);
  if (remark !== null && remark.index > 0) {
    const at = task.range.start + remark.index;
    put(reader, { ...task, field: 'notes' }, 'notes', trimRange(text, at, task.range.end));
    return readLettering(reader, { ...task, range: trimRange(text, task.range.start, at) }, kind);
  }
  if (
    isNone(words) ||
    /^(?:무지|민무늬|비워)(?:로|로\s)?\s?(?:해\s?주세요|주세요|부탁\S*|요)?[\s.!~]*$/.test(words) ||
    /^없음\s?\([^()]*\)$/.test(words) ||
    /^(?:문구|레터링|글씨|글)\s?(?:은|는)?\s?(?:없이|없음|필요\s?없\S*|안\s?\S{1,6})(?:\s?(?:로\s?)?(?:해\s?주세요|주세요|부탁\S*|할게요|진행\S{0,8}|가능\S{0,4}))?[\s.!~]*$/.test(
      words,
    ) ||
    /^(?:없이|필요\s?없|안\s?(?:써|넣|적|해|할|하))\S{0,8}[\s.!~]*$/.test(words) ||
    /^(?:없어도|안\s?(?:써|넣어|적어|해)\s?(?:주셔)?도|빼도)\s?(?:돼|되|됩|괜찮)\S{0,4}[\s.!~]*$/.test(words)
  ) {
    addFact(reader.gathered, kind, { none: true }, options(task, [task.range]));
    reader.gathered.used.push(task.range);
    return [];
  }
  if (OPEN_TEXT.test(words)) return [task.range];
  const onBoard = kind === 'cakeLettering' ? (ON_THE_BOARD.exec(words)?.[0].length ?? 0) : 0;
  if (onBoard > 0)
    return readLettering(
      reader,
      { ...task, range: { start: task.range.start + onBoard, end: task.range.end } },
      'boardLettering',
    );
  const place =
    kind === 'cakeLettering' && !CAKE_AND_BOARD.test(words) ? (ON_THE_CAKE.exec(words)?.[0].length ?? 0) : 0;
  if (place > 0)
    return readLettering(reader, { ...task, range: { start: task.range.start + place, end: task.range.end } }, kind);
  const both = CAKE_AND_BOARD.exec(words);
  if (both?.groups !== undefined && kind === 'cakeLettering') {
    const board = both.groups.board ?? '';
    const cake = both.groups.cake ?? '';
    const boardAt = task.range.start + words.lastIndexOf(board);
    const cakeAt = task.range.start + words.indexOf(cake);
    putText(reader, task, 'cakeLettering', { start: cakeAt, end: cakeAt + cake.length });
    putText(reader, task, 'boardLettering', { start: boardAt, end: boardAt + board.length });
    return [];
  }
  const inSentence = task.piece.binding !== 'colon';
  const several = [...words.matchAll(/["「]([^"」\n]{1,60})["」]/g)];
  if (several.length > 1 && /^(?:각각\s*)?["「]/.test(words.trim()) && QUOTES_ONLY.test(words)) {
    const ranges = several.map((quote) => {
      const start = task.range.start + quote.index + 1;
      return { start, end: start + (quote[1] ?? '').length };
    });
    const text = ranges.map((range) => sourceSlice(reader.normal, range.start, range.end)).join(' / ');
    addFact(reader.gathered, kind, { text }, options(task, ranges));
    reader.gathered.used.push(task.range);
    return [];
  }
  const quoted =
    /^\s*(["「『'])(.+?)(["」』'])\s*(.*)$/.exec(words) ??
    (inSentence ? /^\s*([[<《])(.+?)([\]>》])\s*(.*)$/.exec(words) : null);
  if (quoted !== null && isQuotedAlone(quoted[4] ?? '', task.piece.binding !== 'colon')) {
    const start = task.range.start + words.indexOf(quoted[2] ?? '');
    const end = start + (quoted[2] ?? '').length;
    putText(reader, task, kind, { start, end });
    const isMore = task.piece.binding !== 'colon' || /^[.,;!、。]/.test(quoted[4] ?? '');
    return isMore ? [{ start: end + 1, end: task.range.end }] : [];
  }
  const corrected = inSentence ? QUOTED_WISH.exec(words) : null;
  if (corrected?.groups?.text !== undefined) {
    const start = task.range.start + corrected.index + corrected[0].indexOf(corrected.groups.text);
    putText(reader, task, kind, { start, end: start + corrected.groups.text.length });
    reader.gathered.used.push(task.range);
    return [];
  }
  if (task.piece.binding === 'colon') {
    const request = WRITE_THIS.exec(words) ?? CHANGED_TO.exec(words);
    const end = request !== null && request.index > 0 ? task.range.start + request.index : task.range.end;
    const arrow = /\s*(?:→|->|=>)\s*/.exec(words);
    if (arrow !== null && arrow.index > 0 && arrow.index + arrow[0].length < words.length) {
      putText(reader, task, kind, { start: task.range.start, end: task.range.start + arrow.index });
      putText(reader, { ...task, fixes: true }, kind, { start: task.range.start + arrow.index + arrow[0].length, end });
      return [];
    }
    putText(reader, task, kind, { start: task.range.start, end });
    reader.gathered.used.push(task.range);
    return [];
  }
  const mark = letteringEnd(words);
  if (mark !== null) {
    putText(reader, task, kind, { start: task.range.start, end: task.range.start + mark.end });
    return [{ start: task.range.start + mark.after, end: task.range.end }];
  }
  const clean = withoutCourtesy(text, task.range, false);
  const cleanText = text.slice(clean.start, clean.end);
  if (isQuestion(cleanText)) return [task.range];
  const polite = /(?:이요|입니다|이에요|예요)$/.exec(words.trim()) !== null;
  putText(reader, task, kind, clean, polite && /[가-힣]이$/.test(cleanText) ? 'unsure' : null);
  return [];
}

function putText(
  reader: Reader,
  task: Task,
  kind: 'cakeLettering' | 'boardLettering',
  range: Range,
  doubt: FactOptions['doubt'] = null,
): void {
  const clean = unquote(task.text, range);
  if (clean.end <= clean.start) return;
  const value: Answer = { text: sourceSlice(reader.normal, clean.start, clean.end) };
  if (joinNumbered(reader, task, kind, clean, value.text)) return;
  addFact(reader.gathered, kind, value, options(task, [clean], doubt));
  reader.gathered.used.push(range);
}

/** "문구1: … / 문구2: …": one lettering in parts, in their order. */
function joinNumbered(
  reader: Reader,
  task: Task,
  kind: 'cakeLettering' | 'boardLettering',
  range: Range,
  text: string,
): boolean {
  const label = task.text.slice(task.piece.whole.start, task.range.start);
  const number = Number(/[^\d](\d)\s?(?:번\s?)?[:.)\-=]?\s*$/.exec(label)?.[1] ?? 0);
  const { facts } = reader.gathered;
  const at = facts.findLastIndex((fact) => fact.kind === kind && fact.cake === task.cake && fact.source === 'label');
  const before = facts[at];
  if (number < 2 || before === undefined || before.ranges.length !== number - 1) return false;
  const whole = before.value as Answer; // a fact of a lettering holds an answer
  if (whole === null || !('text' in whole)) return false;
  facts[at] = { ...before, value: { text: `${whole.text} / ${text}` }, ranges: [...before.ranges, range] };
  reader.gathered.used.push(range);
  return true;
}
