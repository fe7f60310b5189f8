import { defineWords } from "./words"

/** What the tour says: two minutes, one thought a stop. */
export const tourWords = defineWords({
  en: {
    title: "Cuelight in two minutes",
    shop: "A made-up shop",
    next: "Next",
    back: "Back",
    skip: "Skip the tour",
    done: "To the settings",
    keys: "Arrow keys lead on and back, Escape skips.",
    position: (step: string, all: string) => `${step} of ${all}`,
    steps: {
      arrives: {
        title: "A visitor comes",
        text: "Here is a made-up shop, and with it what Cuelight shows beside a page. The line above its views is the journey: this visitor is at its beginning.",
      },
      looks: {
        title: "Looks at a vase, and again",
        text: "Who looks twice considers buying: the map says so, and the stage follows. Every stage says because of what.",
      },
      cart: {
        title: "Puts it in the cart",
        text: "Choose an event: it shows who told it, which click caused it, and what would be wrong with it. Nothing typed is ever noted.",
      },
      waits: {
        title: "The clock, an hour ahead",
        text: "Nobody waits an hour: move the clock. An hour without a purchase starts the scenario for abandoned carts, and its e-mail falls due.",
      },
      missed: {
        title: "The reminder did not come",
        text: "Somebody watched the e-mails, and none came: the follow-up is missed, and says when it should have gone out. Where nobody watches, Cuelight says that it does not know.",
      },
      buys: {
        title: "And buys after all",
        text: "The purchase is the goal and ends the scenario: what was still to come is called off. Now on your own site: open a page and click the Cuelight icon.",
      },
    },
    pages: {
      home: ["Kiln & Linen", "Vases, bowls and linen, made by hand."],
      product: ["Blue vase", "€39 · in stock", "Add to cart"],
      cart: ["Your cart", "Blue vase · €39", "Check out"],
      order: ["Thank you!", "Order T-1001 · €39"],
    } as Record<string, string[]>,
  },
  ru: {
    title: "Cuelight за две минуты",
    shop: "Вымышленный магазин",
    next: "Дальше",
    back: "Назад",
    skip: "Пропустить",
    done: "К настройкам",
    keys: "Стрелки ведут дальше и назад, Escape пропускает.",
    position: (step, all) => `${step} из ${all}`,
    steps: {
      arrives: {
        title: "Приходит посетитель",
        text: "Вот вымышленный магазин, а с ним то, что Cuelight показывает рядом со страницей. Полоса над разделами — путь: этот посетитель в самом начале.",
      },
      looks: {
        title: "Смотрит на вазу, и ещё раз",
        text: "Кто смотрит дважды, тот раздумывает о покупке: так сказано в карте, и этап меняется. Каждый этап говорит, почему.",
      },
      cart: {
        title: "Кладёт её в корзину",
        text: "Выберите событие: видно, кто о нём сообщил, каким щелчком оно вызвано и что в нём не так. Ничего из введённого не записывается.",
      },
      waits: {
        title: "Часы на час вперёд",
        text: "Ждать час никто не будет: передвиньте часы. Час без покупки запускает сценарий брошенной корзины, и его письму приходит срок.",
      },
      missed: {
        title: "Напоминание не пришло",
        text: "За письмами следили, и письма не было: касание пропущено, и видно, когда оно должно было уйти. Где не следит никто, Cuelight так и говорит: неизвестно.",
      },
      buys: {
        title: "И всё-таки покупает",
        text: "Покупка — цель, она завершает сценарий: что ещё предстояло, отменяется. Теперь на вашем сайте: откройте страницу и щёлкните по значку Cuelight.",
      },
    },
    pages: {
      home: ["Kiln & Linen", "Вазы, миски и лён ручной работы."],
      product: ["Синяя ваза", "39 € · в наличии", "В корзину"],
      cart: ["Ваша корзина", "Синяя ваза · 39 €", "Оформить"],
      order: ["Спасибо!", "Заказ T-1001 · 39 €"],
    },
  },
})
