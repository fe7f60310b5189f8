import { describe, expect, it } from "vitest"
import { chooseMap, forgetMapChoice, offerMap } from "../../extension/worker/choose-map"
import type { LibraryMap } from "../../extension/worker/map-library"
import { newSiteRecord } from "../../extension/worker/site-record"

const written = (id: string) =>
  `{ cuelight: 1, id: ${id}, name: ${id}, timeZone: UTC, stages: [{ id: first }] }`

function libraryMap(id: string, more: Partial<LibraryMap> = {}): LibraryMap {
  return {
    id,
    title: `My ${id}`,
    text: written(id),
    draft: null,
    sites: [],
    changedAt: 1,
    deletedAt: null,
    ...more,
  }
}

const record = (more = {}) => ({ ...newSiteRecord("shop.example", 0), ...more })
const pageMap = { origin: "page" as const, from: "https://shop.example/map.yaml", text: written("page") }
const ownMap = { origin: "text" as const, from: null, text: written("own") }

describe("the map of a site", () => {
  it("is found by itself: given for this site, then the person's that names it, then the page's, then a starter", () => {
    const library = [libraryMap("other"), libraryMap("named", { sites: ["https://shop.example/*"] })]
    expect(chooseMap(record({ pageMap, ownMap }), library).map.id).toBe("own")
    expect(chooseMap(record({ pageMap }), library)).toMatchObject({ origin: "library", from: "My named" })
    expect(chooseMap(record({ pageMap }), [libraryMap("other")]).map.id).toBe("page")
    expect(chooseMap(record()).origin).toBe("starter")
  })

  it("is the one that the person chose", () => {
    const library = [libraryMap("chosen"), libraryMap("named", { sites: ["shop.example"] })]
    const choose = (mapChoice: object) => chooseMap(record({ mapChoice, pageMap, ownMap }), library)
    expect(choose({ use: "library", id: "chosen" }).map.id).toBe("chosen")
    expect(choose({ use: "page" }).map.id).toBe("page")
    expect(choose({ use: "starter", id: "webinar" })).toMatchObject({ origin: "starter" })
    expect(choose({ use: "starter", id: "webinar" }).map.id).not.toBe(chooseMap(record()).map.id)
  })

  it("is never a deleted, a broken or an unknown one", () => {
    const choose = (library: LibraryMap[], mapChoice: object) =>
      chooseMap(record({ mapChoice, pageMap }), library).map.id
    const chosen = { use: "library", id: "x" }
    expect(choose([libraryMap("x", { deletedAt: 5, sites: ["shop.example"] })], chosen)).toBe("page")
    expect(choose([libraryMap("x", { text: null, draft: written("x") })], chosen)).toBe("page")
    expect(choose([libraryMap("x", { text: "cuelight: 7" })], chosen)).toBe("page")
    expect(choose([], chosen)).toBe("page")
    expect(choose([], { use: "starter", id: "__proto__" })).toBe("page")
  })

  it("that is pasted takes the place of the choice, and can be given back", () => {
    const site = record({ mapChoice: { use: "library", id: "x" }, pageMap })
    expect(offerMap(site, { ...ownMap, text: "cuelight: 7" })).not.toEqual([])
    expect(chooseMap(site, [libraryMap("x")]).map.id).toBe("x")
    offerMap(site, ownMap)
    expect(chooseMap(site, [libraryMap("x")]).map.id).toBe("own")
    forgetMapChoice(site)
    expect(chooseMap(site, [libraryMap("x")]).map.id).toBe("page")
  })
})
