export const minuteMs = 60_000

/** The pages of the made-up shop. */
export type TourPage = "home" | "product" | "cart" | "order"
