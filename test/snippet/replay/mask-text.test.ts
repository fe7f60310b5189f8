import { describe, expect, test } from "vitest"
import { createTyped, maskText, redactStyle, redactText } from "../../../snippet/replay/mask-text"

describe("what looks like a secret is taken out of text", () => {
  test.each([
    ["write to anna@mail.example now", "write to ••• now"],
    ["anna%40mail.example", "•••"],
    ["card 4111 1111 1111 1111, thank you", "card •••, thank you"],
    ["card 4111-1111-1111-1111", "card •••"],
    ["378282246310005", "•••"],
    ["DE89 3704 0044 0532 0130 00", "DE•••"],
    ["eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln", "•••"],
    ["Authorization: Bearer abcdef123456", "•••"],
    ['{"token":"s3cr3t-value"}', '{"•••"}'],
    ["key f3a9c1d27b6e4f0895ab3d6c7e8f9012", "key •••"],
  ])("%s", (text, redacted) => expect(redactText(text)).toBe(redacted))

  test.each([
    "Blue vase, 1,299.00 €",
    "12 345 678 people",
    "Call +34 612 345 678",
    "2026-11-22 10:15",
    "12.5 x 30.25 x 40 cm",
    "@home, this weekend",
    "a-very-long-name-of-a-product-without-numbers",
    "Order 123456",
  ])("%s stays", (text) => expect(redactText(text)).toBe(text))

  test("style sheets keep their numbers", () => {
    const style = "url(/i/4111111111111111.png) f3a9c1d27b6e4f0895ab3d6c7e8f9012"
    expect(redactStyle(style)).toBe(style)
  })

  test("a masked text tells neither letters nor lengths", () => {
    expect(maskText("Anna Petrova-Long")).toBe(maskText("Bo Li"))
    expect(maskText(" \n ")).toBe(" \n ")
  })

  test("a hostile text is read in one go", () => {
    // Where matching is more than linear, these take minutes.
    const parts = [
      "1 ",
      "a",
      "a@",
      "-",
      "a-",
      "eyJ",
      "token ",
      "token=",
      "passw",
      "1",
      "bearer ",
      "%40",
      "a1-",
    ]
    for (const part of parts) redactText(part.repeat(200_000))
  })
})

describe("what was typed", () => {
  test("is masked where the page repeats it, in any case and spacing", () => {
    const typed = createTyped()
    typed.remember({}, "Anna (Maria)  Petrova")
    expect(typed.redact("Hello ANNA (maria) Petrova!")).toBe("Hello •••!")
  })

  test("is the last of each field; very short words mask nothing", () => {
    const typed = createTyped()
    const field = {}
    typed.remember(field, "Ann")
    typed.remember(field, "Anna")
    typed.remember({}, "on")
    expect(typed.redact("Anna, Annabel, on, Ann")).toBe("•••, •••bel, on, Ann")
    typed.remember(field, "")
    expect(typed.redact("Anna")).toBe("Anna")
  })
})
