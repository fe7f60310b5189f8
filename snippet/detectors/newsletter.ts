import { detectForms, nameForm } from "../form-meaning"

/** `generate_lead` from the newsletter: a mail address, and a form that says what for. */
export const newsletter = detectForms("newsletter", "generate_lead", "newsletter", (form) => ({
  ...nameForm(form),
  lead_source: "newsletter",
}))
