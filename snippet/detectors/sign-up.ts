import { detectForms } from "../form-meaning"

/** `sign_up`: a form with a new password, or one that says that it registers. */
export const signUp = detectForms("sign-up", "sign_up", "sign_up", () => ({ method: "form" }))
