import { termNames } from "./term-names"

/** A form that searches: by role, kind of field or its name. */
export function isSearchForm(form: Element): boolean {
  return Boolean(
    form.closest('[role="search"]') ||
      form.querySelector('input[type="search"]') ||
      [...form.querySelectorAll("input")].some(({ name }) => termNames.test(name)),
  )
}
