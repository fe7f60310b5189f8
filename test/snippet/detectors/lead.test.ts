// @vitest-environment happy-dom
import { expect, test } from "vitest"
import { lead } from "../../../snippet/detectors/lead"
import { openPage, watchDetector } from "../watch-detector"

const send = (form: string) => {
  openPage("/page", form)
  const { sightings } = watchDetector(lead)
  const sent = document.querySelector("form")!
  const submitter = sent.querySelector<HTMLElement>("button")
  sent.dispatchEvent(new SubmitEvent("submit", { bubbles: true, cancelable: true, submitter }))
  return sightings
}

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
])("%s, by name, and nothing that is typed", (_title, form) => {
  const sightings = send(form)
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
  ["a form without a way back", `<form><input name="name"><textarea></textarea><button>Send</button></form>`],
])("%s is none", (_title, form) => expect(send(form)).toEqual([]))
