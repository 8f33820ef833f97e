// The words that shops' forms put into labels, Korean, English and Japanese, by what they ask for.
// Law: lower case and without blanks; a word that can mean two things stands under both only when its neighbours tell.
import type { Field } from './message-reading.ts';

/** What a word in a label means. `filler` words change nothing. */
export type Role =
  | 'orderer'
  | 'payer'
  | 'taker'
  | 'name'
  | 'phone'
  | 'pickup'
  | 'date'
  | 'time'
  | 'moment'
  | 'cake'
  | 'product'
  | 'size'
  | 'sheet'
  | 'cream'
  | 'taste'
  | 'filling'
  | 'shape'
  | 'color'
  | 'base'
  | 'text'
  | 'board'
  | 'quantity'
  | 'candles'
  | 'coolerBag'
  | 'shoppingBag'
  | 'packaging'
  | 'allergy'
  | 'design'
  | 'notes'
  | 'method'
  | 'address'
  | 'price'
  | 'ignored'
  | 'writing'
  | 'filler'
  | 'wish'
  | 'above'
  | 'below'
  | 'and';

export const WORDS: Readonly<Record<Role, string>> = {
  orderer:
    '예약자|예약하시는분|예약인|주문자|주문인|주문하시는분|주문하신분|고객|구매자|신청자|손님|customer|customername|contactname|contactperson|ordername|namefororder|nameoforder|nameontheorder|nameonorder|nameforpickup|orderedby|bookedby|bookingname|booking|reservation|reservationname|予約者|注文者|ご予約者|お客様|ご注文者|예약하신분|예약하실분|주문하실분|신청인|신청하시는분|신청하신분|구매하시는분|구매하신분|구매인|주문고객|주문성함|주문하는사람|주문하는분|예약하는사람|예약하는분|담당자|담당자분|보호자|신부님|신랑님|대표자|client|buyer|purchaser|guest|orderby|orderunder|undername|underthename|underthenameof|under|reservedby|orderer|placedby|booker|orderfor|speaking|予約名|ご予約名|申込者|お申込者|申込人|代表者|注文人|発注者|ご依頼主|依頼主|customers|customersname|clients',
  payer:
    '입금자|입금자분|입금인|입금|입금하실분|입금하시는분|입금하신분|예금주|송금인|이체자|보내는분|accountholder|accountname|remitter|振込者|振込名義人|名義人|振込名義|入金名義|depositor|payer|sender|paidby|transfer|deposit|振込|振込人|入金|入金者|お振込|입금예정자|입금계좌명|송금자|송금하실분|송금하시는분|이체하실분|이체하시는분|보내시는분|보내실분|결제자|결제인|결제하실분|예약금입금자|예약금입금|선금입금자|계약금입금자|paymentname|paymentby|paymentfrom|paymentunder|paymentsender|paymentsentby|paymentsentfrom|nameonpayment|nameontransfer|banktransfername|banktransferfrom|bankaccountname|nameonbankaccount|nameonaccount|depositfrom|depositedby|transferfrom|transferredby|whoispaying|whospaying|personpaying|支払い名義|支払名義|支払者|お支払者|支払人|振込み|振り込み|お振込み|お振り込み|depositmadeby|paymentmadeby|paidfrom',
  taker:
    '수령인|수령자|수령하실분|수령하시는분|픽업자|픽업인|픽업하실분|픽업하시는분|받는분|받으시는분|받으실분|찾으시는분|찾으실분|찾는분|방문자|방문하실분|대리수령|대리수령인|collector|recipient|pickupperson|受取人|受け取り人|받는사람|받으실사람|찾는사람|찾아가시는분|찾아가실분|찾아가는분|찾으러오시는분|가져가실분|가져가시는분|방문하시는분|픽업하는분|픽업하는사람|오시는분|오실분|수취인|인수자|방문인|whospickingup|whoispickingup|whowillpickup|whowillpickitup|whowillbepickingup|personpickingup|pickedupby|collectedby|受取者|お受取者|受け取る方|受取る方|受け取られる方|受取られる方|お受け取り者|受け取り者|来店者|ご来店者|来店される方|お引取り者|引取者',
  name: '이름|성함|성명|닉네임|존함|명|함|name|fullname|yourname|names|who|名前|お名前|氏名|名義|名|ニックネーム|본명|실명|fullnames|フルネーム|姓名|nickname|카톡이름|카카오톡이름|카톡명',
  phone:
    '연락처|연락번호|안심번호|대표번호|개인번호|전번|폰번|핸펀|휴대번호|연락가능번호|전화번호|전화|휴대폰번호|휴대폰|휴대전화번호|휴대전화|핸드폰번호|핸드폰|핸폰|폰번호|폰|번호|연락|연락가능한번호|hp|h.p|h.p.|h/p|c.p|phone|phonenumber|tel|telephone|mobile|cell|cellphone|contact|contactnumber|number|no.|連絡先|ご連絡先|電話番号|お電話番号|電話|携帯番号|携帯電話|携帯|모바일|연락받으실번호|받으실번호|연락되는번호|통화가능번호|폰넘버|핸폰번호|contactno|contactinfo|contactdetails|callme|callmeat|textme|textmeat|reachme|reachmeat|whatsapp|ph|cellno|mobileno|phoneno|telno|numbertocall|bestnumber|電話連絡先|携帯電話番号|連絡番号|お電話|tel番号',
  pickup:
    '픽업|수령|방문|찾는|찾으실|찾으시는|찾을|찾아가실|찾아갈|가지러올|받을|받아갈|받아가실|받으실|받으시는|받는|pickup|pick-up|pickingup|collection|collect|受取|受け取り|お受け取り|お受取|引取|引き取り|引渡|お渡し|ピックアップ|来店|ご来店|찾아가는|찾아가시는|가져가실|가져가시는|가지러갈|가지러가는|방문하실|방문하시는|방문할|수령하실|수령하시는|수령할|픽업하실|픽업하시는|픽업할|픽업하는|도착|오실|오시는|collecting|collected|arrival|arriving|pu|p/u|受取り|お受取り|受け取りたい|お引取り|お引き取り|引取り|引渡し|引き渡し|お引渡し',
  date: '날짜|일자|날|요일|예정일|희망일|예약일|neededby|needby|dateneeded|픽업일|수령일|방문일|완성일|date|day|日付|日にち|日|希望日|受取日|受け取り日|ご希望日|予定日|来店日|요청일|요청날짜|요청일자|년월일|연월일|due|duedate|配達日|お届け日|届け日|配送日|お届け希望日|배송일|배달일|dueby|ready|readyby|readydate|neededfor|neededon|wantedfor|wantedby|requireddate|comingon',
  time: 'お届け時間|配達時間|配送時間|시간|시각|시간대|타임|time|hour|hours|時間|時刻|時間帯|希望時間|몇시|몇시에|slot|timeslot|timewindow|window|eta|時間指定',
  moment: '일시|날짜시간|일정|예약일시|픽업일시|언제|datetime|date&time|when|schedule|日時|希望日時|日程|いつ',
  cake: '케이크|케익|케잌|cake|cakes|ケーキ|메인',
  product:
    '상품|제품|품목|메뉴|상품명|제품명|품명|종류|주문상품|주문|케이크종류|케이크명|order|product|item|menu|orderdetails|what|注文|商品|商品名|種類|品名|メニュー|ご注文|주문내용|주문내역|주문제품|주문메뉴|구매상품|products|ご注文内容|注文内容|ご注文商品|注文商品|お品物',
  size: '사이즈|싸이즈|크기|호수|호|사이즈호수|단수|지름|size|サイズ|大きさ|号数|규격|직경|diameter|dimensions|sizing|howbig|直径',
  sheet: '시트|빵|시트맛|빵시트|케이크시트|제누와즈|sheet|sponge|base|スポンジ|生地|シート|spongecake|ベース|土台',
  cream: '크림|속크림|겉크림|아이싱|프로스팅|cream|frosting|icing|buttercream|クリーム',
  taste:
    '맛|후레이버|플레이버|플레이버맛|맛선택|flavor|flavour|flavors|flavours|taste|味|フレーバー|お味|맛종류|フルーツ',
  filling:
    '필링|속|속재료|샌드|filling|fillings|フィリング|내부|안쪽|속맛|내용물|inside|middle|中身|中|サンド|なかみ|과일|생과일|속과일|fruit|fruits',
  shape: '모양|형태|쉐입|shape|形',
  color: '색|색상|컬러|칼라|색깔|color|colour|colors|色|カラー',
  base: '바탕|배경|바탕색|배경색|배경색상|아이싱색|케이크색|케이크색상|베이스|background',
  text: '문구|레터링|레터링문구|글|글씨|글자|글귀|멘트|메세지|메시지|적을말|문구내용|lettering|text|words|word|message|whattowrite|texttowrite|onthecake|ontop|ontopofthecake|itshouldsay|shouldsay|say|sign|文字入れ|writing|wording|inscription|caption|says|文字|メッセージ|レタリング|文言|文句|텍스트|문자|문장|write|tosay|saying|writeon|writeoncake|writeonthecake|pleasewrite|written|tobewritten|letters|greeting|greetings|phrase|personalization|personalisation|messagetowrite|wordstowrite|whatshoulditsay|whatshouldbewritten|テキスト|言葉|お言葉|ことば|文章|お祝いメッセージ|名入れ|oncake|nameoncake|nameonthecake|nameforcake|nameforthecake|お名前入れ|名前入れ|デコ文字',
  board:
    '판|케이크판|판위|받침|받침대|보드|하판|아래판|밑판|초코판|플레이트|board|plate|plaque|cakeboard|baseboard|disc|platter|onboard|ontheboard|onplate|ontheplate|onplaque|ontheplaque|caketopper|プレート|台|ボード|초코플레이트|초코플레이트판|toponplate|チョコプレート|チョコペン|メッセージプレート|ネームプレート|お名前プレート|誕生日プレート',
  quantity: '수량|개수|갯수|주문수량|몇개|quantity|qty|howmany|数量|個数|数|주문개수|주문갯수',
  candles:
    '초|촛불|캔들|양초|긴초|짧은초|숫자초|큰초|작은초|생일초|초개수|candle|candles|candlecount|numberofcandles|ろうそく|ロウソク|ローソク|キャンドル|蝋燭|기본초|무료초|서비스초|추가초|케이크초|birthdaycandle|birthdaycandles|numbercandle|numbercandles|数字ろうそく|数字キャンドル|ナンバーキャンドル|ナンバーろうそく|数字ロウソク|お誕生日ろうそく|バースデーキャンドル',
  coolerBag:
    '보냉백|보냉팩|보냉가방|보냉포장|보냉|아이스백|쿨러백|보랭백|coolerbag|cooler|icebag|coolbag|insulatedbag|thermalbag|icepack|保冷バッグ|保冷袋|保冷バック|保冷|보냉박스|보냉주머니|쿨백|쿨링백|냉각백|아이스박스|coldbag|coolingbag|insulatedcoolerbag|insulatedbox|クーラーバッグ|クーラーバック|保冷箱|保冷ボックス',
  shoppingBag: '쇼핑백|종이백|종이가방|shoppingbag|paperbag|紙袋|手提げ',
  packaging: '포장|가방|백|bag|bags|패키지|포장방법|포장지|packaging|包装|梱包',
  allergy:
    '알레르기|알러지|알레지|알러르기|앨러지|알레르기유무|못드시는음식|못먹는음식|allergy|allergies|allergens|allergen|dietary|アレルギー|못먹는재료|못드시는재료|못드시는것|못먹는것|못먹는거|못드시는거|못드시는게|피해야할재료|피해야하는재료|기피식재료|기피재료|기피음식|dietaryrestriction|dietaryrestrictions|dietaryrequirement|dietaryrequirements|dietaryneeds|allergicto|knownallergies|knownallergy|intolerance|intolerances|restrictions|食べられないもの|苦手な食材',
  design:
    '디자인|도안|시안|참고사진|사진|이미지|참고이미지|참고|레퍼런스|컨셉|스타일|데코|장식|토퍼|꽃|design|theme|style|photo|picture|reference|image|decoration|デザイン|写真|画像|イメージ',
  notes:
    '요청사항|요구사항|추가사항|기타|기타사항|메모|비고|문의사항|문의|전달사항|하고싶은말|참고사항|특이사항|note|notes|memo|comment|comments|remark|remarks|other|others|extra|specialrequest|anythingelse|備考|要望|ご要望|その他|メモ|リクエスト|specialrequests|specialinstructions|instructions|otherrequests',
  method:
    '수령방법|수령방식|픽업방법|받는방법|배송|배송방법|배달|배달여부|퀵|수령형태|delivery|deliverymethod|method|受取方法|受け取り方法|配送|配送方法',
  address: 'deliverto|sendto|shipto|주소|배송지|배달지|배송주소|배달주소|주소지|address|deliveryaddress|住所|お届け先',
  price: '가격|금액|예산|총금액|결제금액|최종금액|price|total|budget|amount|値段|金額|予算',
  ignored:
    '현금영수증|현금영수증번호|영수증|사업자등록번호|계좌|계좌번호|환불계좌|인스타|인스타그램|인스타아이디|아이디|카톡|카톡아이디|이메일|비상연락처|남편|가게|유입경로|알게된경로|결제방법|결제|개인정보|개인정보동의|동의|주차|차량번호|instagram|email|account|注文番号|領収書|결제수단|계산방법|카카오톡아이디|paymentmethod|支払方法|お支払い方法|お支払方法',
  filler:
    'which|how|many|much|choice|type|kind|needed|need|needs|count|food|details|info|selection|would|like|want|please|食物|種類|本数|に|書く|入れ|필요한|에|을|를|o/x|o,x|ox|y/n|yes/no|유/무|필요하신가요|필요하세요|필요하신지|원하시나요|있으신가요|있나요|있으시면|하시나요|하시겠어요|다를경우|다르면|다를시|가능한|예상|대략|실제|현장|희망|예약|예정|원하시는|원하는|선택|추가|여부|개수|갯수|수|종류|유무|폭죽|정보|내용|사항|란|기재|작성|체크|필수|택1|하시는|하실|하는|분|본인|의|님|생일|기념일|신청|옵션|구매|필요|포함|원하시는곳|확정|변경|수정|최종|총|for|the|of|to|at|on|any|have|do|you|is|there|a|an|by|your|my|please|on|preferred|wanted|desired|optional|required|name|ご|お|希望|の|様|有無|追加|필요하신|필요할|필요하실|음식|식품|식재료|재료|성분|유료|사용|이용|축하|기념|첫|입력|기입|기재해주세요|입력해주세요|적어주세요|써주세요|작성해주세요|알려주세요|말씀해주세요|남겨주세요|선택해주세요|체크해주세요|골라주세요|해주세요|바랍니다|부탁드립니다|부탁드려요|부탁|주세요|가능|까지|requested|requirements|pls|first|last|#|custom|personal|personalized|personalised|birthday|add|final|chosen|choose|pick|食材|情報|品目|について|内容|用|予約|ご予約|予定|中の|購入|要否|ご記入|記入|必要|必須|お願いします|カナ|ふりがな|ご利用|選択|piped',
  writing:
    '들어갈|들어가는|넣고싶은|적고싶은|새길|새겨줄|넣을|쓸|적을|적어주실|써주실|써드릴|書く|入れる|넣으실|적으실|쓰실|새기실|적어드릴|넣어드릴|새겨드릴|들어가야할|들어갔으면하는|적고싶으신|넣고싶으신|쓰고싶은|書きたい|入れたい|書いてほしい|書いて欲しい|入れてほしい|書き|刻む',
  wish: '요청|추가요청|부탁|request|requests|リクエスト|希望事項',
  /** Places that are labels only beside a word for text: "하단 문구". */
  below: '하단|아랫면|뚜껑|옆면|측면|서브|도시락뚜껑',
  above: '위|상단|윗면|케이크위|윗|윗부분|윗쪽|위쪽|위에|케이크위에|上|上面|表面|top',
  and: '및|와|과|그리고|/|,|&|+|·|ㆍ|and|or|・|と',
};

/** Common labels in full, against which a misspelt one is measured. */
export const SPELLINGS: readonly (readonly [string, Field])[] = [
  ['이름', 'name'],
  ['성함', 'name'],
  ['예약자', 'name'],
  ['예약자명', 'name'],
  ['예약자성함', 'name'],
  ['주문자', 'name'],
  ['주문자명', 'name'],
  ['연락처', 'phone'],
  ['전화번호', 'phone'],
  ['휴대폰', 'phone'],
  ['핸드폰', 'phone'],
  ['핸드폰번호', 'phone'],
  ['픽업날짜', 'date'],
  ['픽업일자', 'date'],
  ['수령날짜', 'date'],
  ['수령일자', 'date'],
  ['날짜', 'date'],
  ['픽업희망일', 'date'],
  ['픽업시간', 'time'],
  ['수령시간', 'time'],
  ['시간', 'time'],
  ['픽업일시', 'pickup'],
  ['픽업', 'pickup'],
  ['수령일시', 'pickup'],
  ['수령일', 'date'],
  ['수령일자', 'date'],
  ['픽업일', 'date'],
  ['픽업일자', 'date'],
  ['방문일', 'date'],
  ['방문날짜', 'date'],
  ['예약일', 'date'],
  ['예약날짜', 'date'],
  ['희망날짜', 'date'],
  ['수령날짜', 'date'],
  ['방문시간', 'time'],
  ['예약시간', 'time'],
  ['희망시간', 'time'],
  ['픽업시각', 'time'],
  ['방문일시', 'pickup'],
  ['예약일시', 'pickup'],
  ['픽업일정', 'pickup'],
  ['성명', 'name'],
  ['주문자성함', 'name'],
  ['주문자이름', 'name'],
  ['예약자이름', 'name'],
  ['고객명', 'name'],
  ['연락번호', 'phone'],
  ['휴대폰번호', 'phone'],
  ['휴대전화', 'phone'],
  ['싸이즈', 'size'],
  ['케이크사이즈', 'size'],
  ['시트맛', 'sheet'],
  ['크림맛', 'cream'],
  ['케이크맛', 'flavor'],
  ['레터링내용', 'cakeLettering'],
  ['문구내용', 'cakeLettering'],
  ['멘트', 'cakeLettering'],
  ['글씨', 'cakeLettering'],
  ['메시지', 'cakeLettering'],
  ['케이크레터링', 'cakeLettering'],
  ['케이크판문구', 'boardLettering'],
  ['판레터링', 'boardLettering'],
  ['초갯수', 'candles'],
  ['초종류', 'candles'],
  ['보냉팩', 'coolerBag'],
  ['보냉가방', 'coolerBag'],
  ['아이스백', 'coolerBag'],
  ['입금자성함', 'depositor'],
  ['입금자이름', 'depositor'],
  ['알러지유무', 'allergy'],
  ['기타요청사항', 'notes'],
  ['기타사항', 'notes'],
  ['비고', 'notes'],
  ['개수', 'quantity'],
  ['제품', 'product'],
  ['상품명', 'product'],
  ['제품명', 'product'],
  ['pickup', 'pickup'],
  ['telephone', 'phone'],
  ['mobile', 'phone'],
  ['contact', 'phone'],
  ['customer', 'name'],
  ['flavour', 'flavor'],
  ['inscription', 'cakeLettering'],
  ['cooler bag', 'coolerBag'],
  ['depositor', 'depositor'],
  ['notes', 'notes'],
  ['사이즈', 'size'],
  ['크기', 'size'],
  ['호수', 'size'],
  ['시트', 'sheet'],
  ['크림', 'cream'],
  ['필링', 'flavor'],
  ['맛', 'flavor'],
  ['레터링', 'cakeLettering'],
  ['레터링문구', 'cakeLettering'],
  ['문구', 'cakeLettering'],
  ['케이크문구', 'cakeLettering'],
  ['판문구', 'boardLettering'],
  ['초개수', 'candles'],
  ['숫자초', 'candles'],
  ['보냉백', 'coolerBag'],
  ['쇼핑백', 'shoppingBag'],
  ['입금자', 'depositor'],
  ['입금자명', 'depositor'],
  ['알레르기', 'allergy'],
  ['알러지', 'allergy'],
  ['디자인', 'design'],
  ['요청사항', 'notes'],
  ['추가요청사항', 'notes'],
  ['메모', 'notes'],
  ['수량', 'quantity'],
  ['수령방법', 'method'],
  ['주소', 'address'],
  ['상품', 'product'],
  ['케이크', 'product'],
  ['phone', 'phone'],
  ['phone number', 'phone'],
  ['pickup date', 'date'],
  ['pickup time', 'time'],
  ['flavor', 'flavor'],
  ['lettering', 'cakeLettering'],
  ['candles', 'candles'],
  ['message', 'cakeLettering'],
  ['quantity', 'quantity'],
  ['allergies', 'allergy'],
  ['delivery', 'method'],
  ['address', 'address'],
];
