/** GA4's own list of query parameters, and what Russian and Chinese shops use. */
export const termNames = /^(q|s|search|query|keyword|keywords|search_query|searchterm|search_term|wd)$/i

/** A form that searches: by role, kind of field or its name. */
export function isSearchForm(form: Element): boolean {
  return Boolean(
    form.closest('[role="search"]') ||
      form.querySelector('input[type="search"]') ||
      [...form.querySelectorAll("input")].some(({ name }) => termNames.test(name)),
  )
}
