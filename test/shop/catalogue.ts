export type Language = "en" | "ru"
export type Currency = "EUR" | "RUB"
export type Text = Record<Language, string>

/** A product as the shop keeps it. Prices are in whole units of the currency. */
export interface Product {
  slug: string
  sku: string
  category: string
  maker: string
  name: Text
  short: Text
  description: Text
  price: Record<Currency, number>
  /** The price before a sale. */
  priceBefore?: Record<Currency, number>
  inStock: boolean
  rating: { value: number; count: number }
  size: string
  material: Text
}

export const categories: { slug: string; name: Text; lede: Text }[] = [
  {
    slug: "vases",
    name: { en: "Vases", ru: "Вазы" },
    lede: {
      en: "Thrown one at a time, glazed by hand, and never quite the same twice.",
      ru: "Каждая выточена на круге и покрыта глазурью вручную: двух одинаковых нет.",
    },
  },
  {
    slug: "tableware",
    name: { en: "Tableware", ru: "Посуда" },
    lede: {
      en: "Stoneware for every day: oven, dishwasher and long breakfasts.",
      ru: "Керамика на каждый день: для духовки, посудомойки и долгих завтраков.",
    },
  },
  {
    slug: "linen",
    name: { en: "Linen", ru: "Лён" },
    lede: {
      en: "European flax, woven slowly and washed soft.",
      ru: "Европейский лён неспешного ткачества, смягчённый стиркой.",
    },
  },
  {
    slug: "light",
    name: { en: "Light", ru: "Свет" },
    lede: { en: "For the hour after sunset.", ru: "Для часа после заката." },
  },
]

const stoneware: Text = { en: "Stoneware, reactive glaze", ru: "Каменная керамика, реактивная глазурь" }
const linen: Text = { en: "100 % European flax", ru: "100 % европейский лён" }
const terracotta: Text = { en: "Unglazed terracotta", ru: "Терракота без глазури" }

export const products: Product[] = [
  {
    slug: "blue-vase",
    sku: "KL-VAS-014",
    category: "vases",
    maker: "Holm Studio",
    name: { en: "Blue vase", ru: "Синяя ваза" },
    short: {
      en: "A deep tide-blue glaze over red clay, for one tall branch.",
      ru: "Глубокая синяя глазурь по красной глине, для одной высокой ветки.",
    },
    description: {
      en: "Anna Holm dips each vase twice and stops short of the foot, so that the clay shows where you would hold it. The blue comes from cobalt and wood ash and breaks to violet on the shoulder.",
      ru: "Анна Хольм дважды окунает вазу в глазурь и не доходит до основания, чтобы глина была видна там, где её держат. Синий дают кобальт и древесная зола, на плечиках он уходит в фиолетовый.",
    },
    price: { EUR: 39, RUB: 3490 },
    inStock: true,
    rating: { value: 4.8, count: 126 },
    size: "Ø 18 × 28 cm",
    material: stoneware,
  },
  {
    slug: "moon-jar",
    sku: "KL-VAS-021",
    category: "vases",
    maker: "Two Rivers Pottery",
    name: { en: "Moon jar", ru: "Лунная ваза" },
    short: {
      en: "Two bowls joined at the waist, white as the first snow.",
      ru: "Две чаши, соединённые по экватору, белые, как первый снег.",
    },
    description: {
      en: "A Korean form from the eighteenth century: two hemispheres, thrown apart and joined while leather-hard. The seam stays visible, as it should.",
      ru: "Корейская форма XVIII века: две полусферы точат отдельно и соединяют, пока глина не высохла. Шов остаётся видимым, так и задумано.",
    },
    price: { EUR: 74, RUB: 6900 },
    priceBefore: { EUR: 88, RUB: 7900 },
    inStock: true,
    rating: { value: 4.9, count: 58 },
    size: "Ø 26 × 26 cm",
    material: stoneware,
  },
  {
    slug: "bottle-vase",
    sku: "KL-VAS-008",
    category: "vases",
    maker: "Two Rivers Pottery",
    name: { en: "Bottle vase, sand", ru: "Ваза-бутылка, песочная" },
    short: {
      en: "A narrow neck that holds a single stem upright.",
      ru: "Узкое горло держит один стебель прямо.",
    },
    description: {
      en: "Sand-coloured glaze with iron speckles, poured, not dipped: the line is different on every bottle.",
      ru: "Песочную глазурь с железными крапинками льют, а не окунают: линия на каждой бутылке своя.",
    },
    price: { EUR: 46, RUB: 4200 },
    inStock: true,
    rating: { value: 4.6, count: 41 },
    size: "Ø 15 × 32 cm",
    material: stoneware,
  },
  {
    slug: "bud-vase",
    sku: "KL-VAS-002",
    category: "vases",
    maker: "Holm Studio",
    name: { en: "Bud vase, terracotta", ru: "Вазочка, терракота" },
    short: {
      en: "Small enough for a windowsill or a bedside.",
      ru: "Помещается на подоконнике и у кровати.",
    },
    description: {
      en: "Left bare on the outside and glazed within, so it holds water and keeps the warmth of the clay.",
      ru: "Снаружи без глазури, внутри с ней: держит воду и сохраняет тепло глины.",
    },
    price: { EUR: 19, RUB: 1690 },
    inStock: true,
    rating: { value: 4.7, count: 203 },
    size: "Ø 10 × 13 cm",
    material: terracotta,
  },
  {
    slug: "breakfast-bowl",
    sku: "KL-TAB-003",
    category: "tableware",
    maker: "Two Rivers Pottery",
    name: { en: "Breakfast bowl", ru: "Миска для завтрака" },
    short: { en: "Sage green, and wide enough for berries.", ru: "Цвет шалфея, и хватит места для ягод." },
    description: {
      en: "A generous half-litre bowl with a foot that does not scratch the table.",
      ru: "Щедрая миска на пол-литра с основанием, которое не царапает стол.",
    },
    price: { EUR: 22, RUB: 1990 },
    inStock: true,
    rating: { value: 4.8, count: 311 },
    size: "Ø 16 × 7 cm",
    material: stoneware,
  },
  {
    slug: "speckled-mug",
    sku: "KL-TAB-011",
    category: "tableware",
    maker: "Holm Studio",
    name: { en: "Speckled mug", ru: "Кружка в крапинку" },
    short: {
      en: "Oat glaze, a bare foot and room for two fingers.",
      ru: "Овсяная глазурь и ручка на два пальца.",
    },
    description: {
      en: "The mug we drink from ourselves. 320 ml, balanced when full, warm in the hand.",
      ru: "Из этой кружки мы пьём сами. 320 мл, устойчивая, тёплая в руке.",
    },
    price: { EUR: 18, RUB: 1590 },
    inStock: true,
    rating: { value: 4.9, count: 487 },
    size: "Ø 9 × 9.5 cm",
    material: stoneware,
  },
  {
    slug: "dinner-plate",
    sku: "KL-TAB-020",
    category: "tableware",
    maker: "Two Rivers Pottery",
    name: { en: "Dinner plate", ru: "Обеденная тарелка" },
    short: { en: "A calm rim that frames whatever you cook.", ru: "Спокойный борт обрамляет любое блюдо." },
    description: {
      en: "27 cm with a low rim; stacks well and forgives a metal fork.",
      ru: "27 см с низким бортом; удобно стоит в стопке и прощает вилку.",
    },
    price: { EUR: 26, RUB: 2390 },
    inStock: true,
    rating: { value: 4.5, count: 92 },
    size: "Ø 27 cm",
    material: stoneware,
  },
  {
    slug: "milk-pitcher",
    sku: "KL-TAB-031",
    category: "tableware",
    maker: "Holm Studio",
    name: { en: "Milk pitcher", ru: "Молочник" },
    short: {
      en: "Pours without a drip; does for flowers, too.",
      ru: "Наливает без капель, годится и для цветов.",
    },
    description: {
      en: "One litre, a pulled handle and a lip shaped while the clay was still wet.",
      ru: "Один литр, вытянутая ручка и носик, сформованный по сырой глине.",
    },
    price: { EUR: 42, RUB: 3790 },
    inStock: true,
    rating: { value: 4.7, count: 77 },
    size: "Ø 14 × 19 cm",
    material: stoneware,
  },
  {
    slug: "teapot",
    sku: "KL-TAB-040",
    category: "tableware",
    maker: "Holm Studio",
    name: { en: "Ink teapot", ru: "Чайник «Чернила»" },
    short: {
      en: "Blue-black, 800 ml, with a sieve thrown inside.",
      ru: "Иссиня-чёрный, 800 мл, с ситечком внутри.",
    },
    description: {
      en: "The lid stays on when you pour. It took us eleven tries.",
      ru: "Крышка не падает, когда наливаешь. Получилось с одиннадцатой попытки.",
    },
    price: { EUR: 64, RUB: 5900 },
    inStock: true,
    rating: { value: 4.8, count: 64 },
    size: "24 × 16 cm",
    material: stoneware,
  },
  {
    slug: "linen-throw",
    sku: "KL-LIN-001",
    category: "linen",
    maker: "Flax & Daughters",
    name: { en: "Linen throw", ru: "Льняной плед" },
    short: {
      en: "Heavy, fringed, and better with every wash.",
      ru: "Плотный, с бахромой, лучше с каждой стиркой.",
    },
    description: {
      en: "Woven in Flanders from long-staple flax. 280 g/m², stone-washed.",
      ru: "Соткан во Фландрии из длинноволокнистого льна. 280 г/м², варёный.",
    },
    price: { EUR: 89, RUB: 7900 },
    inStock: true,
    rating: { value: 4.9, count: 119 },
    size: "140 × 200 cm",
    material: linen,
  },
  {
    slug: "linen-napkins",
    sku: "KL-LIN-012",
    category: "linen",
    maker: "Flax & Daughters",
    name: { en: "Linen napkins, set of four", ru: "Льняные салфетки, 4 шт." },
    short: { en: "Four colours of one harvest.", ru: "Четыре цвета одного урожая." },
    description: {
      en: "Mitred corners, no ironing needed, tied with a waxed cord.",
      ru: "Аккуратные уголки, гладить не нужно, перевязаны вощёным шнуром.",
    },
    price: { EUR: 34, RUB: 2990 },
    inStock: true,
    rating: { value: 4.6, count: 148 },
    size: "45 × 45 cm",
    material: linen,
  },
  {
    slug: "tea-towel",
    sku: "KL-LIN-018",
    category: "linen",
    maker: "Flax & Daughters",
    name: { en: "Tea towel, blue stripe", ru: "Полотенце в синюю полоску" },
    short: { en: "Dries glasses without a trace.", ru: "Вытирает стекло без следов." },
    description: {
      en: "A loop at the corner and a stripe dyed in the yarn.",
      ru: "Петелька в углу и полоска, окрашенная в пряже.",
    },
    price: { EUR: 16, RUB: 1390 },
    inStock: true,
    rating: { value: 4.7, count: 265 },
    size: "50 × 70 cm",
    material: linen,
  },
  {
    slug: "cushion",
    sku: "KL-LIN-030",
    category: "linen",
    maker: "Flax & Daughters",
    name: { en: "Cushion, flax", ru: "Подушка, лён" },
    short: { en: "Undyed, with a feather filling.", ru: "Неокрашенная, с перьевым наполнителем." },
    description: {
      en: "The colour is the plant's own. Cover removable and washable at 40 °C.",
      ru: "Цвет самого растения. Чехол снимается и стирается при 40 °C.",
    },
    price: { EUR: 48, RUB: 4290 },
    inStock: true,
    rating: { value: 4.4, count: 53 },
    size: "50 × 50 cm",
    material: linen,
  },
  {
    slug: "fig-candle",
    sku: "KL-LGT-005",
    category: "light",
    maker: "Kiln & Linen",
    name: { en: "Fig candle", ru: "Свеча «Инжир»" },
    short: { en: "Fig leaf, cedar and a little salt.", ru: "Лист инжира, кедр и немного соли." },
    description: {
      en: "Soy wax in a pot that becomes a pencil cup afterwards. Burns for 45 hours.",
      ru: "Соевый воск в горшочке, который потом станет стаканом для карандашей. Горит 45 часов.",
    },
    price: { EUR: 28, RUB: 2490 },
    inStock: true,
    rating: { value: 4.8, count: 174 },
    size: "Ø 9 × 9 cm",
    material: { en: "Soy wax, stoneware", ru: "Соевый воск, керамика" },
  },
  {
    slug: "clay-lamp",
    sku: "KL-LGT-020",
    category: "light",
    maker: "Holm Studio",
    name: { en: "Clay lamp", ru: "Глиняная лампа" },
    short: { en: "Terracotta below, warm linen above.", ru: "Терракота внизу, тёплый лён сверху." },
    description: {
      en: "Dimmable, with a textile cord of two metres. Bulb E27, not included.",
      ru: "С диммером и тканевым проводом два метра. Лампа E27 не входит в комплект.",
    },
    price: { EUR: 129, RUB: 11900 },
    inStock: true,
    rating: { value: 4.9, count: 37 },
    size: "Ø 26 × 42 cm",
    material: { en: "Terracotta, linen", ru: "Терракота, лён" },
  },
  {
    slug: "lantern",
    sku: "KL-LGT-011",
    category: "light",
    maker: "Two Rivers Pottery",
    name: { en: "White lantern", ru: "Белый фонарь" },
    short: { en: "Five windows for one tea light.", ru: "Пять окошек для одной свечи." },
    description: {
      en: "Cut by hand while the clay is leather-hard. Safe outdoors, except in frost.",
      ru: "Окошки вырезаны вручную по подвяленной глине. Можно на улицу, но не в мороз.",
    },
    price: { EUR: 36, RUB: 3190 },
    inStock: false,
    rating: { value: 4.3, count: 29 },
    size: "Ø 16 × 22 cm",
    material: stoneware,
  },
]

export const findProduct = (key: string): Product | undefined =>
  products.find((product) => product.slug === key || product.sku === key)

export const findCategory = (slug: string) => categories.find((category) => category.slug === slug)
