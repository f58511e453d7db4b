import { describe, expect, test } from 'vitest';
import { rules } from '../../../scripts/checker/rules/index.ts';
import type { CheckedPage, Draft } from '../../../scripts/checker/rules/rule.ts';
import { parsePage } from '../../../src/domain/document/parse-page.ts';

const ids: ReadonlySet<string> = new Set([
  'missing-space',
  'mixed-width',
  'mojibake',
  'repeated-word',
  'stray-space',
  'wrong-script',
]);

/** Sound sentences, with what their language sets otherwise than others. */
const pages: Readonly<Record<string, string>> = {
  'ar-SA': 'حدد **العملاء**، ثم أدخل الاسم؛ هل تريد المتابعة؟ راجع [القائمة](a.md) و`id` والصفحة.',
  'cs-CZ': 'Vyberte **Zákazníci**, potom zadejte „název“ (viz [seznam](a.md)). Úžasné, že se se vším počítá!',
  'da-DK':
    'Vælg **Kunder**, og angiv navnet på `id`\u2019et. Det er det, der der står i [listen](a.md)s top.',
  'de-DE':
    'Wählen Sie **Kunden** und den **Standard**wert; `Item`s, die die Liste hat, z. B. »Neu« oder „Alt“.',
  'el-GR': 'Επιλέξτε **Πελάτες**· ποιο είναι το όνομα; Δείτε τη [λίστα](a.md) και το API ή τα «στοιχεία».',
  'en-GB': 'Select **Customers**, then enter the name. The `Item`s that that list had had are [here](a.md).',
  'es-ES': '¿Desea continuar? Seleccione **Clientes**; ¡listo! Consulte «la lista» y los `Item`s.',
  'fi-FI': 'Valitse **Asiakkaat**-sivulla `id`:n arvo ja avaa [luettelo](a.md)sta uusi rivi, esim. ”nimi”.',
  'fr-CA': 'Sélectionnez « Clients »; entrez le nom : voir [la liste](a.md). Nous nous voyons!',
  'fr-FR': 'Sélectionnez « Clients » ; voulez-vous continuer ? Nous vous vous souhaitons : l’essentiel.',
  'he-IL': 'בחר **לקוחות**, הזן את ה-`id` ועיין ב[רשימה](a.md). האם להמשיך?',
  'hi-IN': '**ग्राहक** चुनें, फिर नाम दर्ज करें। धीरे धीरे [सूची](a.md) देखें, `Item`s भी।',
  'hu-HU': 'Válassza az **Ügyfelek**et, majd az [lista](a.md)ból az `id`-t („név”).',
  'id-ID':
    'Pilih **Pelanggan**, lalu masukkan nama. Langkah-langkah itu sama sama penting, lihat [daftar](a.md)nya.',
  'it-IT':
    'Selezionare **Clienti**, quindi immettere il nome dell’«azienda» (vedere [l’elenco](a.md)). Piano piano.',
  'ja-JP':
    '**顧客**を選択し、[一覧](a.md)で名前（必須）を入力します。続行しますか? 「保存」、12,000 円、ＯＫ、東京・大阪。',
  'ko-KR': '**고객**을 선택하고 [목록](a.md)에서 이름(필수)을 입력합니다. `id`를 하나 하나 확인하세요.',
  'nl-NL':
    'Selecteer **Klanten**, voer de naam in en zie de [lijst](a.md). Die die er is, is er. ’s Ochtends.',
  'pl-PL': 'Wybierz **Klienci**, a następnie wprowadź „nazwę” (zobacz [listę](a.md)). Łódź, źródło, Óż.',
  'pt-BR': 'Selecione **Clientes** e insira o nome em São Paulo; a IRMÃ “vê” os `Item`s da [lista](a.md).',
  'ro-RO':
    'Selectați **Clienți**, apoi introduceți „numele” în România (vedeți [lista](a.md)). Ângela, Ștefan.',
  'ru-RU':
    'Выберите **Клиенты** (или «Заказы»), введите IP-адрес `Item`ов — см. [список](a.md). СССР, JSONа, К8s, чуть чуть.',
  'sr-Cyrl-RS':
    'Изаберите **Купци**, затим унесите „назив“ — видите [списак](a.md). Ђурђевдан, љубав, њива, џеп.',
  'sv-SE':
    'Välj **Kunder** och ange `id`-värdet; det det står i [listan](a.md). Är det ”klart”? 1 000 kr, 50 %.',
  'th-TH': 'เลือก **ลูกค้า** แล้วป้อนชื่อ ดูที่[รายการ](a.md)และ `id` ต่าง ๆ (จำเป็น)',
  'tr-TR':
    '**Müşteriler**i seçin, `id`’yi girin ve [liste](a.md)ye bakın. Yavaş yavaş ilerleyin; İstanbul’da.',
  'uk-UA':
    'Виберіть **Клієнти** (або «Замовлення»), введіть ім’я й під’їзд — див. [список](a.md). Її, єдність, ґанок.',
  'vi-VN': 'Chọn **Khách hàng**, rồi nhập tên (xem [danh sách](a.md)). Ân, ÂN, ngày ngày xanh xanh.',
  'zh-CN':
    '选择**客户**，然后输入名称（必填）；请看[列表](a.md)。看看说明，的的确确、和和气气。OK, 1,000 (API)。',
  'zh-HK': '選擇**客戶**，然後輸入名稱（必填）；請看[清單](a.md)。裏面按着步驟做，説明在此。',
  'zh-TW': '選取 [**客戶**]，然後輸入名稱（必填）；請看[清單](a.md)。后里、台中、范先生、乾淨。',
};

describe('rules on characters', () => {
  test.each(Object.entries(pages))('say nothing of a sound page in %s', (locale, text) => {
    expect(
      findingsOn(locale, `# ${text.slice(0, text.indexOf('*'))}API\n\n1. 👍 ${text}\n\n> ${text}\n`),
    ).toEqual([]);
  });
});

function findingsOn(locale: string, text: string): readonly string[] {
  const page: CheckedPage = {
    key: 'page',
    locale,
    path: `${locale}/page.md`,
    document: parsePage(text, { dialect: 'gfm' }),
    isSource: false,
    state: 'current',
  };
  const product = { sourceLocale: 'en-US', labels: new Map(), entityLists: [] };
  return rules.flatMap((rule): readonly string[] => {
    if (!ids.has(rule.id) || rule.on !== 'page') return [];
    return Array.from(rule.check({ page, product }), (draft: Draft) => `${rule.id}: ${draft.message}`);
  });
}
