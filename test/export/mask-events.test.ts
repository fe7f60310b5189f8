import { describe, expect, it } from "vitest"
import type { TouchpointEvent } from "../../shared/event"
import { maskEvents } from "../../shared/export/mask-events"

function event(more: Partial<TouchpointEvent>): TouchpointEvent {
  return {
    id: "e1",
    name: "identify",
    at: 1,
    person: "a-0b1f4c2a-1111-4222-8333-944455556666",
    source: "api",
    ...more,
  }
}

const mask = (more: Partial<TouchpointEvent>) => {
  const { events, masked } = maskEvents([event(more)])
  return { ...events[0], masked }
}

describe("masking", () => {
  it("replaces e-mail addresses, phones and tokens wherever they stand, and counts them", () => {
    const { props, page, masked } = mask({
      props: {
        note: "write to Ann.Lee+x@shop.example or call +7 (912) 345-67-89",
        nested: { list: ["bob@shop.example"] },
        jwt: "Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc",
      },
      page: { url: "https://shop.example/?utm_source=mail&token=abc123&email=ann%40shop.example#top" },
    })
    const said = JSON.stringify({ props, page })
    expect(said).not.toMatch(/shop\.example"|ann|bob|912|eyJ|abc123/i)
    expect(page?.url).toContain("utm_source=mail")
    expect(page?.url).toMatch(/^https:\/\/shop\.example\/\?.*#top$/)
    expect(masked).toBe(6)
  })

  it("replaces an address deep in a payload, as a key, and in the name of an event", () => {
    const { props, name, masked } = mask({
      name: "opened by ann@shop.example",
      props: {
        carts: [{ owners: { "ann@shop.example": { json: '{"to":"Bob@Shop.example"}' } } }],
        link: "mailto:ann@shop.example?subject=hi",
      },
    })
    expect(JSON.stringify([name, props])).not.toMatch(/@shop\.example/i)
    expect(name).toBe("opened by email-1@masked.invalid")
    expect(masked).toBe(4)
  })

  it("replaces by the name of the key what no pattern knows", () => {
    const { props } = mask({
      props: {
        phone: 79123456789,
        push_token: "abc",
        first_name: "Анна",
        user_id: "u-7",
        transaction_id: "T-1",
      },
    })
    expect(props).toEqual({
      phone: "phone-1",
      push_token: "token-1",
      first_name: "name-1",
      user_id: "person-1",
      transaction_id: "id-1",
    })
  })

  it("leaves what names nobody", () => {
    const props = {
      item_id: "sku-12345678901234",
      gtin: "4006381333931",
      price: 1999,
      value: -5,
      currency: "RUB",
      items: [{ item_name: "Ваза @ home", quantity: 2 }],
      birthday: "1990-01-02",
    }
    const given = event({ props })
    expect(maskEvents([given])).toEqual({ events: [given], masked: 0 })
  })

  it("keeps one person one person, and a repeated order repeated", () => {
    const { events } = maskEvents([
      event({ id: "1", person: "u-7", props: { transaction_id: "T-1" } }),
      event({ id: "2", user: "u-7", props: { transaction_id: "T-1", email: "A@b.example" } }),
      event({ id: "3", person: "u-8", props: { transaction_id: "T-2", email: "a@b.example" } }),
    ])
    const [first, second, third] = events
    expect(first?.person).toBe(second?.user)
    expect(third?.person).not.toBe(first?.person)
    expect(first?.props?.transaction_id).toBe(second?.props?.transaction_id)
    expect(third?.props?.transaction_id).not.toBe(first?.props?.transaction_id)
    expect(second?.props?.email).toBe(third?.props?.email)
    expect(events.map(({ id }) => id)).toEqual(["1", "2", "3"])
  })

  it("cannot be hung by a hostile text", () => {
    const hostile = `${"a@".repeat(30_000)} ${"+1".repeat(10_000)} ${"?token=".repeat(3_000)}`
    expect(mask({ props: { text: hostile } }).masked).toBeGreaterThan(0)
  })
})
