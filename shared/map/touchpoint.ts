import * as z from "zod"
import { Path, Scalar } from "./matcher"
import { Extra } from "./text"

const As = z.enum(["text", "number"])

export const PropOfAttribute = z.strictObject({ attribute: z.string().min(1), as: As.optional() })
export const PropOfText = z.strictObject({ text: z.string().min(1), as: As.optional() })
export const PropOfValue = z.strictObject({ value: Scalar })
export const PropOfPath = z.strictObject({ path: Path, as: As.optional() })

/** Where a value of the event comes from. Never what a person typed. */
export const TouchpointProp = z.union(
  [
    z.string().regex(/^@[^\s"'<>/=]+$/, { error: 'a bare text is an attribute of the element: "@data-sku"' }),
    PropOfAttribute,
    PropOfText,
    PropOfValue,
    PropOfPath,
  ],
  {
    error:
      'a value comes from "@attribute", { text: selector }, { value: constant } or { path: of.the.data }',
  },
)
export type TouchpointProp = z.infer<typeof TouchpointProp>

/** A rule of one site, on top of the built-in detectors. */
export const Touchpoint = z
  .strictObject({
    event: z.string().min(1, { error: "an event name is not empty" }),
    on: z.enum(["click", "submit", "visible", "url", "request", "dom-event", "data-layer"]),
    /** The element (click, submit, visible); where a DOM event is listened for. */
    selector: z.string().min(1).optional(),
    /** The page's address, or that of the request: a pattern with `*` and `?`. */
    url: z.string().min(1).optional(),
    /** The name of the DOM event, or of the event in the data layer. */
    name: z.string().min(1).optional(),
    props: z.record(z.string().min(1), TouchpointProp).optional(),
    x: Extra.optional(),
  })
  .superRefine((rule, context) => {
    const needs = TOUCHPOINT_NEEDS[rule.on]
    if (rule[needs] === undefined) {
      context.addIssue({ code: "custom", path: [], message: `a touchpoint on ${rule.on} needs \`${needs}\`` })
    }
  })
export type Touchpoint = z.infer<typeof Touchpoint>

/** What a rule must name, by what it listens for. */
export const TOUCHPOINT_NEEDS = {
  click: "selector",
  submit: "selector",
  visible: "selector",
  url: "url",
  request: "url",
  "dom-event": "name",
  "data-layer": "name",
} as const
