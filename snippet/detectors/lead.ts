import { detectForms, nameForm } from "../form-meaning"

/** `generate_lead`: a form by which a person asks to be written or called back. */
export const lead = detectForms("lead", "generate_lead", "lead", nameForm)
