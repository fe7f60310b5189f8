import type { Words } from "../language"

/** What is wrong with one event, and where in it. */
export interface EventRemark {
  /** Kebab-case, stable. */
  code: string
  /** Errors make a number wrong or a scenario blind; warnings may be meant so. */
  severity: "error" | "warning"
  /** `items[0].price`, empty for the whole event. */
  path: string
  message: Words
}
