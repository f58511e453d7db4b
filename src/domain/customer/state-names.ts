import { statesOf } from './states.ts';

/** A state or province of a list: its two-letter code, and its name in the reader's language. */
export interface State {
  readonly code: string;
  readonly name: string;
}

/**
 * The states to choose from in `country`, named for readers of `locale` and sorted as they expect; none where any text is
 * accepted. What has no name of its own in the reader's language has the English one, or the one it has itself.
 * @example statesFor('US', 'zh-CN').find(({ code }) => code === 'WA') // => { code: 'WA', name: '华盛顿州' }
 */
export function statesFor(country: string, locale: string): readonly State[] {
  const { compare } = new Intl.Collator(locale);
  return statesOf(country)
    .map((code) => ({ code, name: stateName(country, code, locale) }))
    .toSorted((one, other) => compare(one.name, other.name));
}

/**
 * The name of a state of a list for readers of `locale`; any other text is given back as it is.
 * @example stateName('CN', 'GD', 'ru-RU') // => 'Гуандун'
 */
export function stateName(country: string, code: string, locale: string): string {
  const { language } = new Intl.Locale(locale);
  const tables = [names[locale], names[language], names['en'], nativeNames];
  return tables.flatMap((table) => namesIn(table, country, code))[0] ?? code;
}

/** Every name of a state of a list, in the languages of this site and of the country itself. */
export function allStateNames(country: string, code: string): readonly string[] {
  const tables = [...Object.values(names), nativeNames];
  return [...new Set(tables.flatMap((table) => namesIn(table, country, code)))];
}

/** Names of states by country, in the order of the codes in `states.ts`; after a slash, what else a state is called. */
type StateNames = Readonly<Record<string, string>>;

function namesIn(table: StateNames | undefined, country: string, code: string): readonly string[] {
  const found = table?.[country]?.split('|')[statesOf(country).indexOf(code)];
  return found?.split('/').filter((name) => name !== '') ?? [];
}

/** What the states call themselves; in Canada, in French. General knowledge. */
const nativeNames: StateNames = {
  US:
    'Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|' +
    'District of Columbia/Washington, D.C.|Florida|Georgia|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|' +
    'Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|' +
    'Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma|' +
    'Oregon|Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|' +
    'Washington|West Virginia|Wisconsin|Wyoming',
  CA:
    'Alberta|Colombie-Britannique|Manitoba|Nouveau-Brunswick|Terre-Neuve-et-Labrador|' +
    'Territoires du Nord-Ouest|Nouvelle-Écosse|Nunavut|Ontario|Île-du-Prince-Édouard|Québec|Saskatchewan|' +
    'Yukon',
  CN:
    '安徽|北京|重庆|福建|甘肃|广东|广西|贵州|海南|河北|黑龙江|河南|湖北|湖南|江苏|江西|吉林|辽宁|内蒙古|宁夏|' +
    '青海|陕西|山东|上海|山西|四川|天津|新疆|西藏|云南|浙江',
  MX:
    'Aguascalientes|Baja California|Baja California Sur|Campeche|Chiapas|Chihuahua|' +
    'Ciudad de México/CDMX/Distrito Federal|Coahuila|Colima|Durango|Guanajuato|Guerrero|Hidalgo|Jalisco|' +
    'México/Estado de México|Michoacán|Morelos|Nayarit|Nuevo León|Oaxaca|Puebla|Querétaro|Quintana Roo|' +
    'San Luis Potosí|Sinaloa|Sonora|Tabasco|Tamaulipas|Tlaxcala|Veracruz|Yucatán|Zacatecas',
};

/** What they are called in the languages of this site, as far as that differs from the above. General knowledge. */
const names: Readonly<Record<string, StateNames>> = {
  en: {
    CA:
      'Alberta|British Columbia|Manitoba|New Brunswick|Newfoundland and Labrador|Northwest Territories|' +
      'Nova Scotia|Nunavut|Ontario|Prince Edward Island|Quebec|Saskatchewan|Yukon',
    CN:
      'Anhui|Beijing/Peking|Chongqing|Fujian|Gansu|Guangdong|Guangxi|Guizhou|Hainan|Hebei|Heilongjiang|Henan|' +
      'Hubei|Hunan|Jiangsu|Jiangxi|Jilin|Liaoning|Inner Mongolia/Nei Mongol|Ningxia|Qinghai|Shaanxi|Shandong|' +
      'Shanghai|Shanxi|Sichuan|Tianjin|Xinjiang|Tibet/Xizang|Yunnan|Zhejiang',
    MX: '||||||Mexico City||||||||State of Mexico|||||||||||||||||',
  },
  sv: {
    CA: '||||Newfoundland och Labrador||||||Québec||',
    CN: '|Peking|||||||||||||||||Inre Mongoliet||||||||||||',
    MX: '||||||Mexico City||||||||Delstaten Mexiko|||||||||||||||||',
  },
  ru: {
    US:
      'Алабама|Аляска|Аризона|Арканзас|Калифорния|Колорадо|Коннектикут|Делавэр|Округ Колумбия|Флорида|Джорджия|' +
      'Гавайи|Айдахо|Иллинойс|Индиана|Айова|Канзас|Кентукки|Луизиана|Мэн|Мэриленд|Массачусетс|Мичиган|' +
      'Миннесота|Миссисипи|Миссури|Монтана|Небраска|Невада|Нью-Гэмпшир|Нью-Джерси|Нью-Мексико|Нью-Йорк|' +
      'Северная Каролина|Северная Дакота|Огайо|Оклахома|Орегон|Пенсильвания|Род-Айленд|Южная Каролина|' +
      'Южная Дакота|Теннесси|Техас|Юта|Вермонт|Виргиния/Вирджиния|Вашингтон|' +
      'Западная Виргиния/Западная Вирджиния|Висконсин|Вайоминг',
    CA:
      'Альберта|Британская Колумбия|Манитоба|Нью-Брансуик|Ньюфаундленд и Лабрадор|Северо-Западные территории|' +
      'Новая Шотландия|Нунавут|Онтарио|Остров Принца Эдуарда|Квебек|Саскачеван|Юкон',
    CN:
      'Аньхой|Пекин|Чунцин|Фуцзянь|Ганьсу|Гуандун|Гуанси|Гуйчжоу|Хайнань|Хэбэй|Хэйлунцзян|Хэнань|Хубэй|Хунань|' +
      'Цзянсу|Цзянси|Цзилинь/Гирин|Ляонин|Внутренняя Монголия|Нинся|Цинхай|Шэньси|Шаньдун|Шанхай|Шаньси|' +
      'Сычуань|Тяньцзинь|Синьцзян|Тибет|Юньнань|Чжэцзян',
    MX:
      'Агуаскальентес|Нижняя Калифорния|Южная Нижняя Калифорния|Кампече|Чьяпас|Чиуауа|Мехико (город)/Мехико|' +
      'Коауила|Колима|Дуранго|Гуанахуато|Герреро|Идальго|Халиско|Мехико (штат)|Мичоакан|Морелос|Наярит|' +
      'Нуэво-Леон|Оахака|Пуэбла|Керетаро|Кинтана-Роо|Сан-Луис-Потоси|Синалоа|Сонора|Табаско|Тамаулипас|' +
      'Тласкала|Веракрус|Юкатан|Сакатекас',
  },
  'zh-CN': {
    US:
      '亚拉巴马州/阿拉巴马州|阿拉斯加州|亚利桑那州|阿肯色州|加利福尼亚州/加州|科罗拉多州|康涅狄格州|特拉华州|' +
      '哥伦比亚特区|佛罗里达州|佐治亚州|夏威夷州|爱达荷州|伊利诺伊州|印第安纳州|艾奥瓦州/爱荷华州|堪萨斯州|' +
      '肯塔基州|路易斯安那州|缅因州|马里兰州|马萨诸塞州/麻省|密歇根州|明尼苏达州|密西西比州|密苏里州|蒙大拿州|' +
      '内布拉斯加州|内华达州|新罕布什尔州|新泽西州|新墨西哥州|纽约州|北卡罗来纳州/北卡|北达科他州|俄亥俄州|' +
      '俄克拉何马州/俄克拉荷马州|俄勒冈州|宾夕法尼亚州/宾州|罗得岛州/罗德岛州|南卡罗来纳州/南卡|南达科他州|' +
      '田纳西州|得克萨斯州/德克萨斯州/得州/德州|犹他州|佛蒙特州|弗吉尼亚州|华盛顿州|西弗吉尼亚州|威斯康星州|' +
      '怀俄明州',
    CA:
      '艾伯塔省/阿尔伯塔省|不列颠哥伦比亚省/卑诗省|马尼托巴省|新不伦瑞克省|' +
      '纽芬兰与拉布拉多省/纽芬兰和拉布拉多省|西北地区|新斯科舍省|努纳武特地区|安大略省/安省|爱德华王子岛省|' +
      '魁北克省|萨斯喀彻温省|育空地区',
    CN:
      '安徽省|北京市|重庆市|福建省|甘肃省|广东省|广西壮族自治区|贵州省|海南省|河北省|黑龙江省|河南省|湖北省|' +
      '湖南省|江苏省|江西省|吉林省|辽宁省|内蒙古自治区|宁夏回族自治区|青海省|陕西省|山东省|上海市|山西省|' +
      '四川省|天津市|新疆维吾尔自治区|西藏自治区|云南省|浙江省',
    MX:
      '阿瓜斯卡连特斯州|下加利福尼亚州|南下加利福尼亚州|坎佩切州|恰帕斯州|奇瓦瓦州|墨西哥城|科阿韦拉州|' +
      '科利马州|杜兰戈州|瓜纳华托州|格雷罗州|伊达尔戈州|哈利斯科州|墨西哥州|米却肯州|莫雷洛斯州|纳亚里特州|' +
      '新莱昂州|瓦哈卡州|普埃布拉州|克雷塔罗州|金塔纳罗奥州|圣路易斯波托西州|锡那罗亚州|索诺拉州|塔瓦斯科州|' +
      '塔毛利帕斯州|特拉斯卡拉州|韦拉克鲁斯州|尤卡坦州|萨卡特卡斯州',
  },
  'zh-TW': {
    US:
      '阿拉巴馬州|阿拉斯加州|亞利桑那州|阿肯色州|加利福尼亞州/加州|科羅拉多州|康乃狄克州|德拉瓦州|哥倫比亞特區|' +
      '佛羅里達州|喬治亞州|夏威夷州|愛達荷州|伊利諾州|印第安納州|愛荷華州|堪薩斯州|肯塔基州|路易斯安那州|' +
      '緬因州|馬里蘭州|麻薩諸塞州/麻州|密西根州|明尼蘇達州|密西西比州|密蘇里州|蒙大拿州|內布拉斯加州|內華達州|' +
      '新罕布夏州|紐澤西州/新澤西州|新墨西哥州|紐約州|北卡羅來納州/北卡|北達科他州|俄亥俄州|奧克拉荷馬州|' +
      '奧勒岡州/俄勒岡州|賓夕法尼亞州/賓州|羅德島州|南卡羅來納州/南卡|南達科他州|田納西州|德克薩斯州/德州|' +
      '猶他州|佛蒙特州|維吉尼亞州|華盛頓州|西維吉尼亞州|威斯康辛州|懷俄明州',
    CA:
      '亞伯達省/艾伯塔省|不列顛哥倫比亞省/卑詩省|曼尼托巴省|新布藍茲維省/新不倫瑞克省|' +
      '紐芬蘭與拉布拉多省/紐芬蘭及拉布拉多省|西北地區|新斯科細亞省/新斯科舍省|努納福特地區/努納武特地區|' +
      '安大略省/安省|愛德華王子島省|魁北克省|薩斯喀徹溫省|育空地區',
    CN:
      '安徽省/安徽|北京市/北京|重慶市/重慶|福建省/福建|甘肅省/甘肅|廣東省/廣東|廣西壯族自治區/廣西|貴州省/貴州|' +
      '海南省/海南|河北省/河北|黑龍江省/黑龍江|河南省/河南|湖北省/湖北|湖南省/湖南|江蘇省/江蘇|江西省/江西|' +
      '吉林省/吉林|遼寧省/遼寧|內蒙古自治區/內蒙古|寧夏回族自治區/寧夏|青海省/青海|陝西省/陝西|山東省/山東|' +
      '上海市/上海|山西省/山西|四川省/四川|天津市/天津|新疆維吾爾自治區/新疆|西藏自治區/西藏|雲南省/雲南|' +
      '浙江省/浙江',
    MX:
      '阿瓜斯卡連特斯州|下加利福尼亞州|南下加利福尼亞州|坎佩切州|恰帕斯州|奇瓦瓦州|墨西哥城|科阿維拉州|' +
      '科利馬州|杜蘭戈州|瓜納華托州|格雷羅州|伊達爾戈州|哈利斯科州|墨西哥州|米卻肯州|莫雷洛斯州|納亞里特州|' +
      '新萊昂州|瓦哈卡州|普埃布拉州|克雷塔羅州|金塔納羅奧州|聖路易斯波托西州|錫那羅亞州|索諾拉州|塔巴斯科州|' +
      '塔毛利帕斯州|特拉斯卡拉州|維拉克魯斯州|猶加敦州/尤卡坦州|薩卡特卡斯州',
  },
};
