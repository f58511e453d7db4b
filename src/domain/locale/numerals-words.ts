import { hanScales, plainDigits } from './numerals.ts';
import { languageOf } from './scripts.ts';

/** Number words of one language, by their keys. */
export interface NumberWords {
  /** Words that mean nothing but the number, from two on: `one` is an article too often. */
  readonly sure: ReadonlyMap<string, number>;
  /** What a word may mean, a word that means other things too, an ordinal, or a form or compound of a number word. */
  readonly valuesOf: (word: string) => readonly number[];
  /**
   * True for a word that counts or orders as a whole: no compound such as `einschließlich`, and no `ein`, which is an
   * article in most languages but English.
   */
  readonly isCounting: (word: string) => boolean;
}

const wordsBefore = new Map<string, NumberWords | undefined>();

/** The number words of a locale's language; `undefined` where we know none. */
export function numberWordsOf(locale: string): NumberWords | undefined {
  const language = languageOf(locale);
  if (!wordsBefore.has(language)) wordsBefore.set(language, readWords(language));
  return wordsBefore.get(language);
}

function readWords(language: string): NumberWords | undefined {
  const cardinals = cardinalWords[language];
  if (cardinals === undefined) return undefined;
  const sure = new Map<string, number>();
  const all = new Map<string, Set<number>>();
  const stems: [string, number][] = [];
  const add = (word: string, value: number): void => {
    if (word.endsWith('*')) stems.push([word.slice(0, -1), value]);
    else all.set(word, (all.get(word) ?? new Set()).add(value));
  };
  eachWord(cardinals, (word, value, isFirst) => {
    const isDoubtful = word.endsWith('~');
    const bare = isDoubtful ? word.slice(0, -1) : word;
    if (!isDoubtful && (value >= 3 || (value === 2 && isFirst))) sure.set(bare, value);
    add(bare, value);
  });
  eachWord(otherWords[language] ?? '', add);
  if (language === 'en') addEnglish(add);
  const valuesOf = (word: string): readonly number[] => {
    const values = new Set(all.get(word));
    for (const [stem, value] of stems) if (word.startsWith(stem)) values.add(value);
    return [...values];
  };
  const isCounting = (word: string): boolean => {
    const values = all.get(word);
    return values !== undefined && (language === 'en' || !values.has(1));
  };
  return { sure, valuesOf, isCounting };
}

/** What a word is looked up by: lower case, NFC, one kind of apostrophe. */
export function numberWordKeyOf(word: string): string {
  return word.normalize('NFC').toLowerCase().replaceAll(/[’ʼ]/g, "'");
}

/** Words stand in the order of their numbers, from one; a slash parts those of one number, `-` is none. */
function eachWord(table: string, take: (word: string, value: number, isFirst: boolean) => void): void {
  table.split(' ').forEach((words, at) => {
    words.split('/').forEach((word, n) => {
      if (word !== '-' && word !== '') take(numberWordKeyOf(word), at + 1, n === 0);
    });
  });
}

/** English goes on, as it is the source most often. */
function addEnglish(add: (word: string, value: number) => void): void {
  'thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'
    .split(' ')
    .forEach((word, at) => add(word, at + 13));
  'thirty forty fifty sixty seventy eighty ninety hundred'
    .split(' ')
    .forEach((word, at) => add(word, at * 10 + 30));
  add('thousand', 1000);
  add('million', 1e6);
  add('dozen', 12);
  add('half', 0.5);
  add('quarter', 0.25);
  for (const word of ['zero', 'zeros', 'zeroes']) add(word, 0);
}

/** One to twelve as cardinals, in the forms of their genders and cases; `~` behind what has another meaning too. General knowledge. */
const cardinalWords: Readonly<Record<string, string>> = {
  ar: 'واحد/واحدة اثنان/اثنين/اثنتان/اثنتين ثلاثة/ثلاث أربعة/أربع خمسة/خمس ستة/ست~ سبعة/سبع~ ثمانية/ثماني تسعة/تسع عشرة/عشر~ - -',
  bg: 'един/една/едно два/две/двата/двете три/трите/трима четири/четирите/четирима пет/петте шест/шестте седем/седемте осем/осемте девет/деветте десет/десетте единадесет/единайсет дванадесет/дванайсет',
  bn: 'এক/একটি দুই/দুটি তিন/তিনটি চার/চারটি পাঁচ/পাঁচটি ছয়/ছয়টি সাত/সাতটি আট/আটটি নয়~/নয়টি দশ/দশটি এগারো বারো',
  ca: 'un/una dos/dues tres quatre cinc sis set~ vuit nou~ deu~ onze dotze',
  cs: 'jeden/jedna/jedno dva/dvě/dvou/dvěma tři/tří/třem/třemi/třech čtyři/čtyř/čtyřem/čtyřmi/čtyřech pět/pěti šest/šesti sedm/sedmi osm/osmi devět/devíti deset/deseti jedenáct/jedenácti dvanáct/dvanácti',
  da: 'en/et to~ tre fire fem seks syv otte ni~ ti~ elleve tolv',
  de: 'ein/eine/eins/einen/einem/einer zwei/zweier/beide/beiden drei/dreier vier fünf sechs sieben acht~ neun zehn elf zwölf',
  el: 'ένας/μία/μια/ένα δύο/δυο τρεις/τρία/τριών τέσσερις/τέσσερα/τεσσάρων πέντε έξι επτά/εφτά οκτώ/οχτώ εννέα/εννιά δέκα έντεκα δώδεκα',
  en: 'one/once/single/a/an two/twice/both/double/pair/couple three four five six seven eight nine ten eleven twelve',
  es: 'un/una/uno dos/ambos/ambas tres cuatro cinco seis siete ocho nueve diez once doce',
  et: 'üks/ühe/ühte kaks/kahe/kahte kolm/kolme neli/nelja viis~/viie kuus~/kuue seitse/seitsme kaheksa üheksa kümme/kümne üksteist kaksteist',
  fa: 'یک دو سه چهار پنج شش هفت هشت نه~ ده~ یازده دوازده',
  fi: 'yksi/yhden/yhtä kaksi/kahden/kahta/molemmat kolme/kolmen/kolmea neljä/neljän/neljää viisi/viiden/viittä kuusi/kuuden/kuutta seitsemän/seitsemää kahdeksan/kahdeksaa yhdeksän/yhdeksää kymmenen/kymmentä yksitoista kaksitoista',
  fr: 'un/une deux trois quatre cinq six sept huit neuf~ dix onze douze',
  he: 'אחד/אחת שני~/שתי/שניים/שתיים שלושה/שלוש ארבעה/ארבע חמישה/חמש שישה/שש~ שבעה/שבע~ שמונה תשעה/תשע עשרה~/עשר~ - -',
  hi: 'एक दो~/दोनों तीन/तीनों चार/चारों पाँच/पांच/पाँचों छह/छः/छे सात/सातों आठ/आठों नौ~ दस/दसों ग्यारह बारह',
  hr: 'jedan/jedna/jedno dva/dvije/dviju tri/triju/trima četiri/četiriju pet šest sedam osam devet deset jedanaest dvanaest',
  hu: 'egy kettő/két három négy öt hat~ hét~ nyolc kilenc tíz tizenegy tizenkettő/tizenkét',
  id: 'satu/sebuah/seorang dua/kedua tiga/ketiga empat/keempat lima/kelima enam tujuh delapan sembilan sepuluh sebelas~ duabelas',
  it: 'un/uno/una due/entrambi/entrambe tre quattro cinque sei~ sette otto nove dieci undici dodici',
  ko: '하나/한 둘/두 셋/세~ 넷/네~ 다섯 여섯 일곱 여덟 아홉 열~ 열하나/열한 열둘/열두',
  lt: 'vienas/viena/vieną du/dvi/dviejų trys/tris/trijų keturi/keturis/keturių/keturios penki/penkis/penkių/penkios šeši/šešis/šešių/šešios septyni/septynis/septynių aštuoni/aštuonis/aštuonių devyni/devynis/devynių dešimt vienuolika dvylika',
  lv: 'viens/viena/vienu divi/divas/divus/divu trīs/trijos četri/četras/četrus/četru pieci/piecas/piecus/piecu seši/sešas/sešus/sešu septiņi/septiņas/septiņus/septiņu astoņi/astoņas/astoņus/astoņu deviņi/deviņas/deviņus/deviņu desmit vienpadsmit divpadsmit',
  ms: 'satu/sebuah dua/kedua tiga/ketiga empat/keempat lima/kelima enam tujuh lapan sembilan sepuluh sebelas~ -',
  nb: 'en/ett/én/ei to~ tre fire fem seks sju/syv åtte ni~ ti~ elleve tolv',
  nl: 'een/één twee/beide drie vier~ vijf zes zeven acht~ negen tien elf twaalf',
  pl: 'jeden/jedna/jedno/jednego/jedną dwa/dwie/dwóch/dwoma/obie/oba trzy/trzech/trzema/trzem cztery/czterech/czterema pięć/pięciu sześć/sześciu siedem/siedmiu osiem/ośmiu dziewięć/dziewięciu dziesięć/dziesięciu jedenaście/jedenastu dwanaście/dwunastu',
  pt: 'um/uma dois/duas/ambos/ambas três quatro cinco seis sete oito nove dez onze doze',
  ro: 'un/unu/una/o doi/două/ambele trei patru cinci șase/şase șapte/şapte opt nouă~ zece unsprezece doisprezece/douăsprezece',
  ru: 'один/одна/одно/одного/одной/одну/одном/одним два/две/двух/двумя/двум/оба/обе три/трёх/трех/тремя/трём/трем четыре/четырёх/четырех/четырьмя/четырем пять/пяти/пятью шесть/шести/шестью семь/семи/семью~ восемь/восьми/восемью девять/девяти/девятью десять/десяти/десятью одиннадцать/одиннадцати двенадцать/двенадцати',
  sk: 'jeden/jedna/jedno dva/dve/dvoch/dvoma tri/troch/tromi štyri/štyroch/štyrmi päť/piatich šesť/šiestich sedem/siedmich osem/ôsmich deväť/deviatich desať/desiatich jedenásť dvanásť',
  sl: 'en/ena/eno dva/dve/dveh tri/trije/treh štiri/štirje/štirih pet/petih šest/šestih sedem/sedmih osem/osmih devet/devetih deset/desetih enajst dvanajst',
  sr: 'један/jedan/једна/једно два/две/dva/dve три/tri четири/četiri пет/pet шест/šest седам/sedam осам/osam девет/devet десет/deset једанаест/jedanaest дванаест/dvanaest',
  sv: 'en/ett två/båda/bägge tre fyra fem sex sju åtta nio tio elva tolv',
  th: '- - สาม สี่ ห้า~ หก เจ็ด แปด เก้า~ สิบ สิบเอ็ด สิบสอง',
  tr: 'bir iki üç dört beş altı~ yedi~ sekiz dokuz on~ onbir oniki',
  uk: 'один/одна/одне/одного/одну два/дві/двох/двома/обидва/обидві три/трьох/трьома чотири/чотирьох/чотирма пять/п’ять/п’яти шість/шести/шістьох сім/семи/сімох вісім/восьми/вісьмох девять/дев’ять/дев’яти десять/десяти/десятьох одинадцять/одинадцяти дванадцять/дванадцяти',
  vi: 'một hai ba~ bốn năm~ sáu bảy tám chín~ mười - -',
};

/** Ordinals, multiples and what else speaks of a number; `*` stands for any ending. General knowledge. */
const otherWords: Readonly<Record<string, string>> = {
  ar: 'أول/الأول*/مرة ثان*/الثان*/مرتين/الاثن*/كلا/كلتا ثالث*/الثالث*/الثلاث* رابع*/الرابع*/الأربع* خامس*/الخامس*/الخمس* سادس*/السادس*/الست* سابع*/السابع*/السبع* ثامن*/الثامن*/الثماني* تاسع*/التاسع*/التسع* عاشر*/العاشر*/العشر*',
  bg: 'първ*/едн* втор*/дв* трет*/тро*/три* четвърт*/четири* пет* шест* седм*/седем* осм*/осем* девет* десет* единад* дванад*',
  bn: 'প্রথম* দ্বিতীয়*/দু* তৃতীয়*/তিন* চতুর্থ*/চার* পঞ্চম*/পাঁচ* ষষ্ঠ*/ছ* সপ্তম*/সাত* অষ্টম*/আট* নবম*/নয়* দশম*/দশ*',
  ca: 'primer* segon*/dob* tercer*/tr* quart*/quat* cinquè*/cinc* sisè*/sis* setè*/set* vuit* nov*/nou* desè*/deu*',
  cs: 'první*/jedn*/prvn* druh*/dv* třet*/tř*/troj* čtvrt*/čtyř* pát*/pět* šest* sedm* osm* devát*/devět*/devít* desát*/deset* jedenáct* dvanáct*',
  da: 'først*/én*/enkelt* and*/to*/begge/dobbelt* tred*/tre* fjerd*/fire* femt*/fem* sjett*/seks* syv* otte*/otten* nien*/ni* tiend*/ti* ellev* tolv*',
  de: 'erst*/ein* zweit*/zwei*/beid*/doppelt*/paar* dritt*/drei* viert*/vier* fünf* sechs* sieb* acht* neun* zehn* elf* zwölf*/dutzend',
  el: 'πρώτ*/μον* δεύτερ*/δύ*/δι* τρίτ*/τρι* τέταρτ*/τετρ* πέμπτ*/πεντ* έκτ*/εξ* έβδομ*/επτ* όγδο*/οκτ* ένατ*/εννι* δέκατ*/δεκ* ενδέκατ* δωδέκατ*',
  en: 'first/firstly/primary second/secondary/seconds/secondly/dual/half/twofold third/thirds/triple/threefold/thrice fourth/fourths/quarter/quadruple/fourfold fifth/fifths/fivefold sixth/sixths seventh/sevenths eighth/eighths ninth/ninths tenth/tenths/tenfold/tens eleventh twelfth/dozen/dozens',
  es: 'primer*/única/único segund*/dobl*/par tercer*/tripl*/terci* cuart*/cuádr*/cuatr* quint*/cinc* sext*/seis* séptim*/siet* octav*/och* noven*/nuev* décim*/diez* undécim* duodécim*/docen*',
  et: 'esime*/ühe*/üks* tei*/kah*/mõlema* kolm* nelja*/neli* viie*/viis* kuue*/kuus* seitsm* kaheks* üheks* kümn* üheteist* kaheteist*',
  fa: 'اول*/یک* دوم*/دو*/هردو سوم*/سه* چهار* پنج* شش* هفت* هشت* نه* ده* یازده* دوازده*',
  fi: 'ensimmä*/yh* toi*/kah*/kaks*/molem* kolma*/kolm* nelj* viide*/viis*/viit* kuude*/kuus*/kuut* seitsem* kahdeks* yhdeks* kymmen* yhdestoist* kahdestoist*',
  fr: 'premi*/unique* deuxi*/second*/double*/paire troisi*/tiers/triple*/trois* quatr*/quart* cinq* sixi*/six* septi*/sept* huit* neuvi*/neuf dixi*/diz*/dix* onzi* douz*',
  he: 'ראשו*/הראשו* שני*/השני*/שתי* שליש*/השליש* רביע*/הרביע* חמיש*/החמיש* שיש*/השיש* שביע*/השביע* שמינ*/השמינ* תשיע*/התשיע* עשיר*/העשיר*',
  hi: 'पहल*/प्रथम दूसर*/द्वितीय/दो* तीसर*/तृतीय/तीन* चौथ*/चतुर्थ पाँचव*/पांचव* छठ*/छठव* सातव* आठव* नौव* दसव*',
  hr: 'prv*/jedn* drug*/dv*/oba/obje treć*/tri*/tro* četvrt*/četir* pet* šest* sedm*/sed* osm*/osa* devet* deset* jedanaest* dvanaest*',
  hu: 'első*/egy* második*/két*/kettő*/mindkét* harmad*/három* negyed*/négy* ötöd*/öt* hatod*/hat* heted*/hét* nyolc* kilenc* tized*/tíz* tizenegy* tizenk*',
  id: 'pertama/satu* kedua*/ganda ketiga* keempat* kelima* keenam* ketujuh* kedelapan* kesembilan* kesepuluh* kesebelas keduabelas',
  it: 'prim*/singol* second*/doppi*/due*/paio terz*/tripl*/tre* quart*/quattr* quint*/cinqu* sest*/sei settim*/sett* ottav*/ott* non*/nov* decim*/diec* undices* dodic*/dozzin*',
  ja: '一* 二*/双方/両* 三* 四* 五* 六* 七* 八* 九* 十*',
  ko: '첫*/한*/하나* 두*/둘*/양* 세*/셋* 네*/넷* 다섯* 여섯* 일곱* 여덟* 아홉* 열*',
  lt: 'pirm*/vien* antr*/dv*/abu treč*/tri*/trys* ketv*/ketur* penk* šešt*/šeš* septint*/septyn* aštunt*/aštuon* devint*/devyn* dešimt*',
  lv: 'pirm*/vien* otr*/div*/abi treš*/trīs*/trij* ceturt*/četr* piekt*/piec* sest*/seš* septīt*/septiņ* astot*/astoņ* devīt*/deviņ* desmit*',
  ms: 'pertama kedua* ketiga* keempat* kelima* keenam* ketujuh* kelapan* kesembilan* kesepuluh*',
  nb: 'først*/én*/enkelt* and*/to*/begge/dobbelt* tred*/tre* fjerd*/fire* femt*/fem* sjett*/seks* sju*/syv* åtte*/åtten* niend*/ni* tiend*/ti* ellev* tolv*',
  nl: 'eerst*/één*/enkel* tweed*/twee*/beid*/dubbel* derd*/drie* vierd*/vier* vijf* zesd*/zes* zeven* achtst*/acht* negen* tiend*/tien* elf* twaalf*',
  pl: 'pierw*/jedn* drug*/dw*/ob* trzec*/trz*/troj* czwart*/czter* piąt*/pięć*/pięci* szóst*/sześ* siódm*/siedm*/siedem* ósm*/osi*/ośm* dziewią*/dziewię* dziesią*/dziesię* jedenast* dwunast*/dwan*',
  pt: 'primeir*/únic* segund*/dupl*/par terceir*/tripl*/terç* quart*/quatr* quint*/cinc* sext*/seis* sétim*/set* oitav*/oit* non*/nov* décim*/dez* onze* doze*/dúzi*',
  ro: 'prim*/un* doi*/două*/dubl* trei*/treime/trip* patr* cinc* șas*/şas* șapt*/şapt* opt* nou* zec* unsprez* doisprez*/douăsprez*',
  ru: 'перв*/одно*/един* втор*/дв*/оба/обе/обо*/пар* трет*/трёх*/трех*/тро*/три* четвер*/четыр* пят* шест* седьм*/сем* восьм*/восем* девят* десят* одиннадц* двенадц*',
  sk: 'prv*/jedn* druh*/dv*/ob* tret*/tri*/tro* štvrt*/štyr* piat*/päť* šiest*/šesť* siedm*/sedem* ôsm*/osem* deviat*/deväť* desiat*/desať* jedenást* dvanást*',
  sl: 'prv*/en* drug*/dv*/ob* tretj*/tri*/tre* četrt*/štir* pet* šest* sedm*/sedem* osm*/osem* devet* deset* enajst* dvanajst*',
  sr: 'прв*/једн*/prv*/jedn* друг*/дв*/drug*/dv* трећ*/тр*/treć*/tr* четвр*/четир*/četvr*/četir* пет*/pet* шест*/šest* седм*/седам*/sedm* осм*/осам*/osm* девет*/devet* десет*/deset*',
  sv: 'först*/en*/ett* andr*/två*/dubb*/par tredj*/tre* fjärd*/fyr* femt*/fem* sjätt*/sex* sjund*/sju* åtton*/åtta* niond*/nio* tiond*/tio* elft*/elva* tolft*/tolv*/dussin',
  tr: 'ilk*/birinci*/tek* ikinci*/iki*/çift* üç* dört*/dördü* beş* altı* yedi* sekiz* dokuz* on*',
  uk: 'перш*/одн* друг*/дв*/дво*/обид*/пар* трет*/три*/трь*/тро* четверт*/чотир* пят*/п’ят* шост*/шіст* сьом*/сім* восьм*/вісім* девят*/дев’ят* десят* одинадц* дванадц*',
  vi: 'nhất/một hai/đôi/cả ba/tam tư/bốn năm sáu bảy tám chín mười',
};

/** Chinese and Japanese write a number with these where it is counted: others stand in words, such as 三方 or 十分. */
const hanDigits: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  兩: 2,
  双: 2,
  雙: 2,
  両: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};

const hanNumeral = /(?<!\p{Nd} ?)[〇零一二两兩双雙両三四五六七八九十百千万萬億亿]+/gu;

/**
 * Every number that Han characters of a text may mean; many of them are parts of words.
 * @example hanNumbersIn('共有二十四个') // => [24]
 */
export function hanNumbersIn(text: string): readonly number[] {
  return Array.from(text.matchAll(hanNumeral), ([numeral]) => hanValue(numeral));
}

/** 二十四 is 24, 二〇二四 is 2024, 三千五百 is 3500. */
function hanValue(numeral: string): number {
  const signs = [...numeral];
  if (signs.every((sign) => sign in hanDigits)) {
    return Number(plainDigits(signs.map((sign) => hanDigits[sign]).join('')));
  }
  let total = 0;
  let section = 0;
  let digit: number | undefined;
  for (const sign of signs) {
    const scale = hanScales[sign];
    if (scale === undefined) digit = hanDigits[sign] ?? 0;
    else if (scale < 1e4) {
      section += (digit ?? 1) * scale;
      digit = undefined;
    } else {
      total += (section + (digit ?? 0) || 1) * scale;
      section = 0;
      digit = undefined;
    }
  }
  return total + section + (digit ?? 0);
}
