import { describe, expect, it } from "vitest"
import { matchesSite } from "../../shared/map/site-patterns"

describe("the sites of a map", () => {
  it("match by host, with or without www., whatever the page", () => {
    expect(matchesSite(["https://shop.example/*"], "shop.example")).toBe(true)
    expect(matchesSite(["https://www.shop.example/en/*"], "shop.example")).toBe(true)
    expect(matchesSite(["*://*.shop.example/*"], "de.shop.example")).toBe(true)
    expect(matchesSite(["shop.example"], "shop.example")).toBe(true)
    expect(matchesSite(["http://localhost:4173/*"], "localhost:4173")).toBe(true)
    expect(matchesSite(["other.example", "https://SHOP.example"], "shop.example")).toBe(true)
  })

  it("do not match a neighbour", () => {
    expect(matchesSite(["https://shop.example/*"], "shop.example.evil.test")).toBe(false)
    expect(matchesSite(["https://shop.example/*"], "myshop.example")).toBe(false)
    expect(matchesSite(["http://localhost:4173/*"], "localhost:80")).toBe(false)
    expect(matchesSite([], "shop.example")).toBe(false)
    expect(matchesSite(["", "https://", "/path"], "shop.example")).toBe(false)
  })

  it("cannot hang on a hostile pattern", () => {
    expect(matchesSite([`${"*a".repeat(5_000)}b`], "a".repeat(200))).toBe(false)
  })
})
