/** What a person presses. */
export const controls = "a,.btn,input,button,[role=button],[onclick]"

/** Fields in which a form says what is put in the cart, and how many. */
export const idFields =
  /^(add[-_]to[-_]cart|product(_?id)?|id_product|referencedid|aid|item_?id|sku|pid|variant(_?id)?)$/i
export const quantityFields = /^(quantity|qty|am(ount)?|count|anzahl)$/i

/** Of a field like `lineItems[7][quantity]`, and `quantity[]`, its own name. */
export function bareName(name: string): string {
  return name.replace(/.*\[(?!\])|[[\]]/g, "")
}
