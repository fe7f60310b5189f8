/**
 * Loads the second file when the page is idle: from the tag's own folder with the tag's own query, or from where
 * `data-more` says ("off": never). Under the tag's own rules: `data-more-integrity` is its hash, a nonce and
 * `crossorigin` are handed on. From this origin it is imported as a module, which strict Trusted Types allow too.
 * Rejects where it does not come.
 */
export async function loadMore({ src, dataset, nonce, crossOrigin }: HTMLScriptElement): Promise<void> {
  const { more = "", moreIntegrity } = dataset
  if (document.readyState !== "complete")
    await new Promise((loaded) => addEventListener("load", loaded, { once: true }))
  await new Promise((idle) =>
    (globalThis.requestIdleCallback ?? setTimeout)(idle, { timeout: 2_000 } as never),
  )
  const address = new URL(more || `cuelight-more.js${new URL(src).search}`, src)
  if (!moreIntegrity && address.origin === origin) await import(/* @vite-ignore */ address.href)
  else
    await new Promise((loaded, failed) => {
      const element = document.createElement("script")
      Object.assign(element, { nonce, crossOrigin, onload: loaded, onerror: failed })
      if (moreIntegrity) element.integrity = moreIntegrity
      element.src = address.href
      document.head.append(element)
    })
}
