import { detectForms } from "../form-meaning"

/** `login`: a form with a password that is known already. */
export const login = detectForms("login", "login", "login", () => ({ method: "form" }))
