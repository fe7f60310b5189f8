/**
 * Loads a file of the recorder beside its first: from the tag's own folder with the tag's own query, or from where `from`
 * says. Under the tag's own rules: `data-NAME-integrity` is its hash, a nonce and
 * `crossorigin` are handed on. From this origin it is imported as a module, which strict Trusted Types allow too. Rejects
 * where it does not come.
 */
export async function loadBeside(
  name: "more" | "notes" | "shop" | "forms" | "setup" | "rules" | "experience" | "replay",
  { src, dataset, nonce, crossOrigin }: HTMLScriptElement,
  from?: string,
): Promise<unknown> {
  const integrity = dataset[`${name}Integrity`] ?? ""
  const { href, origin } = new URL(from || `cuelight-${name}.js${new URL(src).search}`, src)
  if (!integrity && origin === location.origin) return import(/* @vite-ignore */ href)
  return new Promise((onload, onerror) => {
    const element = document.createElement("script")
    Object.assign(element, {
      nonce,
      crossOrigin,
      onload,
      onerror,
      integrity,
      src: href,
    })
    document.head.append(element)
  })
}

/** How long the page is waited for: one image that hangs must not keep the rest from coming. */
const PAGE_COMES_WITHIN_MS = 5_000

/** Runs, maybe more than once, when the page is idle. */
export function whenIdle(run: () => void): void {
  const wait = () => (globalThis.requestIdleCallback ?? setTimeout)(run, { timeout: 2_000 } as never)
  if (document.readyState === "complete") wait()
  else {
    addEventListener("load", wait)
    setTimeout(wait, PAGE_COMES_WITHIN_MS)
  }
}
