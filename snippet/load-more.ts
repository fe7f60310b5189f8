/**
 * Loads a file of the recorder beside its first: from the tag's own folder with the tag's own query, or from where `from`
 * says. Under the tag's own rules: `data-NAME-integrity` is its hash, a nonce and
 * `crossorigin` are handed on. From this origin it is imported as a module, which strict Trusted Types allow too. Rejects
 * where it does not come.
 */
export async function loadBeside(
  name: "more" | "shop" | "forms" | "setup" | "rules" | "experience" | "replay",
  { src, dataset, nonce, crossOrigin }: HTMLScriptElement,
  from?: string,
): Promise<unknown> {
  const integrity = dataset[`${name}Integrity`]
  const { href, origin } = new URL(from || `cuelight-${name}.js${new URL(src).search}`, src)
  if (!integrity && origin === location.origin) return import(/* @vite-ignore */ href)
  return new Promise((onload, onerror) => {
    const element = document.createElement("script")
    Object.assign(element, {
      nonce,
      crossOrigin,
      onload,
      onerror,
      ...(integrity && { integrity }),
      src: href,
    })
    document.head.append(element)
  })
}

/** How long the page is waited for: one image that hangs must not keep the rest from coming. */
const PAGE_COMES_WITHIN_MS = 5_000

async function waitForIdle(): Promise<void> {
  if (document.readyState !== "complete")
    await new Promise((loaded) => {
      addEventListener("load", loaded)
      setTimeout(loaded, PAGE_COMES_WITHIN_MS)
    })
  await new Promise((idle) =>
    (globalThis.requestIdleCallback ?? setTimeout)(idle, { timeout: 2_000 } as never),
  )
}

/** Loads the second file, from where `data-more` says, when the page is idle or somebody `asks` for what it brings. */
export async function loadMore(script: HTMLScriptElement, asks: Promise<void>): Promise<unknown> {
  await Promise.race([waitForIdle(), asks])
  return loadBeside("more", script, script.dataset.more)
}
