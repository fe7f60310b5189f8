// @vitest-environment happy-dom
import { expect, test } from "vitest"
import { newsletter } from "../../../snippet/detectors/newsletter"
import { openPage, watchDetector } from "../watch-detector"

const send = (form: string) => {
  openPage("/page", form)
  const { sightings } = watchDetector(newsletter)
  const sent = document.querySelector("form")!
  const submitter = sent.querySelector<HTMLElement>("button")
  sent.dispatchEvent(new SubmitEvent("submit", { bubbles: true, cancelable: true, submitter }))
  return sightings
}

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
])("%s", (_title, form) => {
  expect(send(form)).toMatchObject([
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
])("%s is none", (_title, form) => expect(send(form)).toEqual([]))
