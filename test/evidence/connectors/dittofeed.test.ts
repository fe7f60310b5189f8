import { describe, expect, it } from "vitest"
import { iso, pass, SENT } from "../service-pass"

describe("Dittofeed", () => {
  const item = (id: string, status: string, channel = "Email") => ({
    sentAt: iso(SENT),
    updatedAt: iso(SENT + 60_000),
    journeyId: "j-1",
    userId: "anna",
    originMessageId: id,
    templateId: "t-1",
    status,
    channel,
  })

  it("gives the send and its outcome, and a message that was skipped as none", async () => {
    const { evidence, polls } = await pass(
      "dittofeed",
      { workspace: "w", key: "k" },
      ({ query, headers }) => {
        if (headers.authorization !== "Bearer k" || query.get("workspaceId") !== "w") return { status: 401 }
        return query.get("cursor") === null
          ? {
              json: {
                items: [
                  item("1", "DFEmailOpened"),
                  item("2", "DFMessageSkipped"),
                  item("3", "DFMessageFailure"),
                ],
                cursor: "c",
              },
            }
          : { json: { items: [item("4", "DFSmsDelivered", "Sms"), item("5", "DFEmailBounced")] } }
      },
    )
    expect(polls).toBe(2)
    expect(evidence.map(({ id, kind }) => `${id} ${kind}`)).toEqual([
      "1:sent sent",
      "1:dfemailopened opened",
      "3:dfmessagefailure failed",
      "4:sent sent",
      "4:dfsmsdelivered delivered",
      "5:sent sent",
      "5:dfemailbounced bounced",
    ])
    expect(evidence[1]).toMatchObject({
      at: SENT + 60_000,
      person: "anna",
      template: "t-1",
      campaigns: ["j-1"],
    })
  })
})
