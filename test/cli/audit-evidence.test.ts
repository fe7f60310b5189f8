import { afterEach, describe, expect, it } from "vitest"
import { runCommand } from "../../shared/cli/run-command"
import type { AuditResult } from "../../shared/engine/audit-result"
import { call, type LocalService, type ServiceAnswer, startService } from "../evidence/local-service"
import { openMemoryShell } from "./memory-shell"

const NOW = Date.UTC(2026, 2, 2, 12)
const MAP = JSON.stringify({
  cuelight: 1,
  id: "m",
  name: "Shop",
  timeZone: "UTC",
  stages: [{ id: "all" }],
  channels: { email: { address: "email" }, sms: {} },
  messages: { reminder: { match: { subject: "*cart*" } } },
  scenarios: [
    {
      id: "s",
      trigger: { event: "go" },
      steps: [
        { id: "mail", channel: "email", message: "reminder" },
        { id: "text", channel: "sms", from: "trigger" },
      ],
    },
  ],
})
const line = (id: string, name: string, rest: object = {}) =>
  JSON.stringify({ id, name, at: "2026-03-02T10:00:00Z", person: "p", source: "t", ...rest })
const LOG = [
  line("e1", "identify", { user: "anna", props: { email: "Anna@Example.test" } }),
  line("e2", "go"),
].join("\n")

const mail = (id: string, time: string, to = "anna@example.test") => ({
  id,
  messageId: `${id}@shop.test`,
  time,
  subject: "Your cart waits",
  headers: {},
  from: [{ address: "shop@shop.test" }],
  to: [{ address: to }],
})

let service: LocalService | null = null
afterEach(() => service?.close())

async function run(
  answer: (path: string) => ServiceAnswer | undefined,
  given: string[] = [],
  files = {},
  options = {},
) {
  service = await startService(({ path }) => answer(path))
  const shell = openMemoryShell(Object.entries({ "map.json": MAP, "log.ndjson": LOG, ...files }), {
    call,
    now: () => NOW,
    ...options,
  })
  const usual = ["audit", "--map", "map.json", "--events", "log.ndjson", "--json"]
  const words = given.length > 0 ? given : [`--evidence=maildev=${service.url}`]
  const exit = await runCommand(
    [...usual, ...words.map((word) => word.replace("URL", service?.url ?? ""))],
    shell,
  )
  const result = shell.stdout === "" ? null : (JSON.parse(shell.stdout) as AuditResult)
  const statuses = result?.people[0]?.runs[0]?.steps.map(({ id, status }) => `${id} ${status}`)
  return { exit, result, statuses, stderr: shell.stderr }
}

const inbox =
  (...mails: object[]) =>
  (path: string) =>
    path === "/email" ? { json: mails } : undefined

describe("audit --evidence", () => {
  it("finds in the inbox what was sent, to whom the log knows by address", async () => {
    const { statuses, result, stderr } = await run(inbox(mail("a", "2026-03-02T10:03:00Z")))
    expect(statuses).toEqual(["mail sent", "text missed"])
    expect(result?.people).toHaveLength(1)
    expect(result?.people[0]?.runs[0]?.steps[0]?.evidence).toEqual(["maildev:1:delivered:a"])
    expect(stderr).toBe("")
  })

  it("finds it missing where the inbox is empty, late and doubled where it is", async () => {
    expect((await run(inbox())).statuses?.[0]).toBe("mail missed")
    await service?.close()
    const { statuses, result } = await run(
      inbox(mail("a", "2026-03-02T10:30:00Z"), mail("b", "2026-03-02T10:31:00Z")),
    )
    expect(statuses?.[0]).toBe("mail late")
    expect(result?.findings.map(({ kind }) => kind)).toContain("duplicate")
  })

  it("leaves out what went to others, and says so", async () => {
    const { statuses, stderr, result } = await run(
      inbox(mail("a", "2026-03-02T10:03:00Z", "boris@example.test")),
    )
    expect(statuses?.[0]).toBe("mail missed")
    expect(result?.people).toHaveLength(1)
    expect(stderr).toContain("1 of 1 went to people whom the log does not know")
  })

  it("covers only what the source covers", async () => {
    const settings = JSON.stringify({ url: { env: "INBOX" }, since: "2026-03-02T10:05:00Z" })
    const { statuses } = await run(
      inbox(),
      ["--evidence", "maildev=inbox.json"],
      { "inbox.json": settings },
      {
        environment: (name: string) => (name === "INBOX" ? service?.url : undefined),
      },
    )
    expect(statuses).toEqual(["mail unknown", "text missed"])
  })

  it("takes a declared coverage instead, and several sources", async () => {
    const coverage = JSON.stringify([])
    const both = ["--evidence=maildev=URL", "--evidence=maildev=URL/again", "--coverage=coverage.json"]
    const { statuses } = await run(inbox(), both, { "coverage.json": coverage })
    expect(statuses).toBeUndefined()
    await service?.close()
    const { statuses: known } = await run(inbox(), ["--evidence=maildev=URL", "--coverage=coverage.json"], {
      "coverage.json": coverage,
    })
    expect(known).toEqual(["mail unknown", "text unknown"])
  })

  it("gives up where a source cannot be read: what was not looked for is not missed", async () => {
    const refused = await run(() => ({ status: 401 }))
    expect([refused.exit, refused.result]).toEqual([2, null])
    expect(refused.stderr).toBe("--evidence MailDev: the token or password is not accepted (401)\n")
  })

  it("explains what it was given wrongly, without repeating a password", async () => {
    const wrong = async (word: string, files = {}) => {
      const { exit, stderr } = await run(() => undefined, ["--evidence", word], files)
      await service?.close()
      expect(exit).toBe(2)
      return stderr
    }
    expect(await wrong("maildv=http://x.test")).toContain("maildev")
    expect(await wrong("maildev")).toContain("ADDRESS")
    expect(await wrong("maildev=none.json")).toContain("there is no such file")
    expect(await wrong("maildev=bad.json", { "bad.json": "{" })).toContain("is no JSON")
    expect(await wrong("maildev=bad.json", { "bad.json": '{"url":{"env":"NOPE"}}' })).toContain("NOPE")
    expect(await wrong("maildev=bad.json", { "bad.json": '{"url":[]}' })).toContain("`url` is a text")
    expect(await wrong("maildev=http://u:hunter2@127.0.0.1:1/")).not.toContain("hunter2")
  })

  it("asks with the login of the address", async () => {
    let asked: string | undefined
    service = await startService(({ headers }) => {
      asked = headers.authorization
      return { json: [] }
    })
    const shell = openMemoryShell(
      [
        ["map.json", MAP],
        ["log.ndjson", LOG],
      ],
      { call, now: () => NOW },
    )
    const address = service.url.replace("http://", "http://anna:p%40ss@")
    expect(
      await runCommand(
        ["audit", "--map=map.json", "--events=log.ndjson", `--evidence=maildev=${address}`],
        shell,
      ),
    ).toBe(0)
    expect(asked).toBe(`Basic ${btoa("anna:p@ss")}`)
  })
})
