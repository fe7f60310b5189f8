// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest"
import { type Carried, carrier } from "../../../snippet/carried"
import { sentForm } from "../../../snippet/detectors/sent-form"
import { stubTimeline } from "../stub-timeline"
import { openPage, watchDetector } from "../watch-detector"

let answer: ReturnType<typeof stubTimeline>
beforeEach(() => {
  vi.useFakeTimers()
  answer = stubTimeline()
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  delete carrier.carried
})
const pass = (seconds = 10) => vi.advanceTimersByTimeAsync(seconds * 1_000)

/** Sends a form as a person does; `own`: the page's script keeps the browser from doing it. */
function submit(own = true): void {
  const form = document.querySelector("form")!
  if (own) form.addEventListener("submit", (event) => event.preventDefault(), { once: true })
  const submitter = form.querySelector<HTMLElement>("button")
  form.dispatchEvent(new SubmitEvent("submit", { bubbles: true, cancelable: true, submitter }))
}

async function send(form: string) {
  openPage("/page", form)
  const { sightings } = watchDetector(sentForm)
  submit()
  await pass()
  return sightings.map(({ name, source, props }) => ({ name, source, props }))
}
const leads = async (form: string) =>
  (await send(form)).filter(({ name, props }) => name === "generate_lead" && !props?.lead_source)
const logins = async (form: string) => (await send(form)).filter(({ name }) => name === "login")
const signUps = async (form: string) => (await send(form)).filter(({ name }) => name === "sign_up")
const newsletters = async (form: string) =>
  (await send(form)).filter(({ props }) => props?.lead_source === "newsletter")

describe("sign-up", () => {
  test.each([
    [
      "a new password",
      `<form><input name="a" type="email"><input type="password" autocomplete="new-password"><button>Go</button></form>`,
    ],
    [
      "a password twice",
      `<form><input type="email"><input type="password"><input type="password"><button>Go</button></form>`,
    ],
    [
      "a button that says so",
      `<form><input type="email"><input type="password"><button>Create account</button></form>`,
    ],
    [
      "a Russian button",
      `<form><input type="email"><input type="password"><button>Зарегистрироваться</button></form>`,
    ],
    [
      "an address that says so",
      `<form action="/register"><input type="email"><input type="password"><button>Weiter</button></form>`,
    ],
    [
      "no password at all",
      `<form action="/sign-up"><input type="email"><input name="name"><button>Start</button></form>`,
    ],
  ])("%s", async (_title, form) => {
    expect(await signUps(form)).toMatchObject([
      { name: "sign_up", source: "form", props: { method: "form" } },
    ])
  })

  test.each([
    [
      "a login",
      `<form action="/login"><input type="email"><input type="password"><button>Sign in</button></form>`,
    ],
    [
      "a password that is changed",
      `<form><input type="password" autocomplete="current-password"><input type="password" autocomplete="new-password"><button>Save</button></form>`,
    ],
    [
      "a password that is changed, old style",
      `<form><input type="password" name="old"><input type="password" name="new"><input type="password" name="again"><button>Save</button></form>`,
    ],
    ["a newsletter", `<form action="/newsletter"><input type="email"><button>Sign up</button></form>`],
    ["a search", `<form action="/search"><input name="q"><button>Go</button></form>`],
  ])("%s is none", async (_title, form) => expect(await signUps(form)).toEqual([]))

  test("what is typed is never told", async () => {
    const told = await signUps(
      `<form><input type="email" value="anna@mail.example"><input type="password" autocomplete="new-password" value="secret7"><button>Go</button></form>`,
    )
    expect(JSON.stringify(told)).not.toMatch(/anna|secret7/)
  })
})

describe("login", () => {
  test.each([
    [
      "a password that is known",
      `<form><input type="email"><input type="password" autocomplete="current-password"><button>Go</button></form>`,
    ],
    [
      "one password",
      `<form action="/account"><input name="user"><input type="password"><button>Войти</button></form>`,
    ],
  ])("%s", async (_title, form) => {
    expect(await logins(form)).toMatchObject([{ name: "login", source: "form", props: { method: "form" } }])
  })

  test.each([
    [
      "a registration",
      `<form class="register"><input type="email"><input type="password"><button>Register</button></form>`,
    ],
    [
      "a forgotten password",
      `<form action="/lost-password"><input type="email"><button>Reset</button></form>`,
    ],
    ["a contact form", `<form><input type="email"><textarea></textarea><button>Send</button></form>`],
  ])("%s is none", async (_title, form) => expect(await logins(form)).toEqual([]))
})

describe("lead", () => {
  test.each([
    [
      "a contact form",
      `<form id="contact" action="/send?token=x"><input type="email" name="email"><textarea name="text"></textarea><button>Send</button></form>`,
    ],
    [
      "a call back",
      `<form id="contact" action="/send?token=x"><input type="tel" name="phone"><button>Перезвоните мне</button></form>`,
    ],
    [
      "a request",
      `<form id="contact" action="/send?token=x"><input name="name"><input name="your-email"><button>Get a quote</button></form>`,
    ],
  ])("%s, by name, and nothing that is typed", async (_title, form) => {
    const sightings = await leads(form)
    expect(sightings).toMatchObject([
      {
        name: "generate_lead",
        source: "form",
        props: { form_id: "contact", form_destination: "https://shop.example/send?token=removed" },
      },
    ])
    expect(sightings[0]?.props).not.toHaveProperty("lead_source")
  })

  test.each([
    ["a newsletter", `<form class="newsletter"><input type="email"><button>Subscribe</button></form>`],
    ["a login", `<form><input type="email"><input type="password"><button>Log in</button></form>`],
    ["a checkout", `<form><input type="email"><input name="postcode"><button>Order</button></form>`],
    [
      "a comment",
      `<form id="commentform"><input type="email"><input name="author"><textarea></textarea><button>Post</button></form>`,
    ],
    [
      "a review",
      `<form class="review-form"><input type="email"><textarea></textarea><button>Send</button></form>`,
    ],
    ["a coupon", `<form class="coupon"><input name="code"><button>Apply</button></form>`],
    [
      "who wants no more mails",
      `<form action="/unsubscribe"><input type="email"><input name="why"><button>Send</button></form>`,
    ],
    [
      "a form without a way back",
      `<form><input name="name"><textarea></textarea><button>Send</button></form>`,
    ],
  ])("%s is none", async (_title, form) => expect(await leads(form)).toEqual([]))
})

describe("newsletter", () => {
  test.each([
    ["an English one", `<form class="footer-newsletter"><input type="email"><button>OK</button></form>`],
    ["a button that says so", `<form><input name="EMAIL"><button>Subscribe</button></form>`],
    ["a Russian one", `<form><input type="email"><button>Подписаться</button></form>`],
    ["a German one", `<form><input type="email"><button>Abonnieren</button></form>`],
    ["a French one", `<form><input type="email"><button>S’abonner</button></form>`],
    ["a Spanish one", `<form><input type="email"><button>Suscribirse</button></form>`],
    [
      "a heading that says so",
      `<form><h3>Sign up for our offers</h3><input type="email"><button>Go</button></form>`,
    ],
    [
      "a list of Mailchimp's",
      `<form action="https://x.list-manage.com/subscribe/post"><input name="FNAME"><input name="EMAIL"><button>Go</button></form>`,
    ],
  ])("%s", async (_title, form) => {
    expect(await newsletters(form)).toMatchObject([
      { name: "generate_lead", source: "form", props: { lead_source: "newsletter" } },
    ])
  })

  test.each([
    [
      "a contact form",
      `<form><h2>Write to us</h2><input type="email"><textarea></textarea><button>Send</button></form>`,
    ],
    ["an account", `<form><input type="email"><input type="password"><button>Subscribe</button></form>`],
    ["an order", `<form><input type="email"><input name="street"><button>Subscribe and pay</button></form>`],
    [
      "a search",
      `<form role="search" class="subscribe"><input name="q" type="search"><button>Go</button></form>`,
    ],
    ["a mail address for anything", `<form><input type="email"><button>Go</button></form>`],
  ])("%s is none", async (_title, form) => expect(await newsletters(form)).toEqual([]))
})

const form = `<form action="/join"><input name="mail" type="email"><input type="password" autocomplete="new-password"><button>Go</button></form>`
const open = (body = form) => {
  openPage("/join", body)
  return watchDetector(sentForm)
}
const names = ({ sightings }: { sightings: { name: string }[] }) => sightings.map(({ name }) => name)

describe("what the page answers", () => {
  test.each([
    ["a field that is marked", () => document.querySelector("input")!.setAttribute("aria-invalid", "true")],
    [
      "a text beside the field",
      () =>
        document.querySelector("input")!.insertAdjacentHTML("afterend", `<p class="field-error">Taken</p>`),
    ],
    [
      "a note elsewhere",
      () => document.body.insertAdjacentHTML("beforeend", `<p role="alert">Wrong password</p>`),
    ],
    [
      "an answer of the server",
      () => answer({ name: "https://shop.example/api/join", responseStatus: 422, initiatorType: "fetch" }),
    ],
  ])("%s is a refusal", async (_title, refuse) => {
    const watched = open()
    submit()
    await pass(0.5)
    refuse()
    await pass()
    expect(names(watched)).toEqual([])
  })

  test("an old complaint that stays where the form is refuses again, one elsewhere is another matter", async () => {
    const inside = open(`${form.replace("<button>", `<p class="error">Taken</p><button>`)}`)
    submit()
    await pass()
    expect(names(inside)).toEqual([])
    const elsewhere = open(`<p class="error">Out of stock</p>${form}`)
    submit()
    await pass()
    expect(names(elsewhere)).toEqual(["sign_up"])
  })

  test.each([
    ["the form goes away", () => document.querySelector("form")!.remove()],
    [
      "an alert that thanks",
      () => document.body.insertAdjacentHTML("beforeend", `<p role="alert">Thank you!</p>`),
    ],
    [
      "a failing counter of another site",
      () => answer({ name: "https://stats.example/c", responseStatus: 500, initiatorType: "fetch" }),
    ],
  ])("%s is none, and it is told once, of when it was sent", async (_title, accept) => {
    const watched = open()
    submit()
    const at = Date.now()
    accept()
    await pass(30)
    expect(watched.sightings.map(({ name, at }) => [name, at])).toEqual([["sign_up", at]])
  })

  test("another page of the same document takes it", async () => {
    const watched = open()
    submit()
    history.replaceState(null, "", "/welcome")
    watched.leave()
    await pass()
    expect(names(watched)).toEqual(["sign_up"])
  })

  test("a second attempt counts, the first that was refused does not", async () => {
    const watched = open()
    submit()
    document.querySelector("input")!.setAttribute("aria-invalid", "true")
    await pass()
    document.querySelector("input")!.removeAttribute("aria-invalid")
    submit()
    await pass()
    expect(names(watched)).toEqual(["sign_up"])
  })
})

describe("a form that the browser sends", () => {
  /** The tab's storage, over the change of the document. */
  function carry(): { kept: string; carried: Carried } {
    const box = {
      kept: "",
      carried: {
        put: (text: string) => {
          box.kept = text
        },
        take: () => box.kept,
      },
    }
    carrier.carried = box.carried
    return box
  }

  async function arriveAt(address: string, body: string, sent = form) {
    const box = carry()
    openPage("/join", sent)
    const before = watchDetector(sentForm)
    submit(false)
    await pass(0.2)
    before.leave()
    before.stop()
    expect(names(before)).toEqual([])
    expect(box.kept).not.toMatch(/anna|typed/)
    openPage(address, body)
    const after = watchDetector(sentForm)
    await pass()
    expect(box.kept).toBe("")
    return names(after)
  }

  test("is told by the page that answers", async () => {
    expect(await arriveAt("/account", "<h1>Welcome</h1>")).toEqual(["sign_up"])
    const login = `<form action="/login"><input name="mail" value="anna"><input type="password"><button>Log in</button></form>`
    expect(await arriveAt("/login", login)).toEqual(["sign_up"])
  })

  test("is refused where the same form comes back", async () => {
    expect(await arriveAt("/join", `<p>Taken</p>${form}`)).toEqual([])
  })

  test("a newsletter stands on every page: only a complaint refuses it", async () => {
    const news = `<form class="newsletter" action="/subscribe"><input type="email" value="typed"><button>OK</button></form>`
    expect(await arriveAt("/?done", news, news)).toEqual(["generate_lead"])
    expect(await arriveAt("/", `${news}<p class="error">No mail address</p>`, news)).toEqual([])
  })

  test("what was sent long ago, or is no record of ours, is forgotten", async () => {
    const box = carry()
    for (const kept of [`{"name":"sign_up","source":"form","at":7}`, "null", `"text"`, "{}"]) {
      box.kept = kept
      const watched = open("<h1>Welcome</h1>")
      await pass()
      expect(names(watched)).toEqual([])
      watched.stop()
    }
  })

  test("what another site answers is told on the way out, for no page of this one will see it", async () => {
    const box = carry()
    openPage(
      "/join",
      `<form class="newsletter" action="https://lists.example/add"><input type="email"><button>OK</button></form>`,
    )
    const watched = watchDetector(sentForm)
    submit(false)
    watched.leave()
    expect(names(watched)).toEqual(["generate_lead"])
    expect(box.kept).toBe("")
  })

  test("where nothing can be carried it is told on the way out", async () => {
    const watched = open()
    submit(false)
    watched.leave()
    expect(names(watched)).toEqual(["sign_up"])
  })
})
