import { defineWords } from "../words"

export const nowWords = defineWords({
  en: {
    title: "Now",
  },
  ru: {
    title: "Сейчас",
  },
})
