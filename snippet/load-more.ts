/** Which files may stand beside the tag's own, and what `data-` attributes say of each. */
type Beside = "more" | "replay"

/**
 * Loads a file of the recorder beside its first: from the tag's own folder with the tag's own query, or from where
 * `from` says. Under the tag's own rules: `data-NAME-integrity` is its hash, a nonce and `crossorigin` are handed on.
 * From this origin it is imported as a module, which strict Trusted Types allow too. Rejects where it does not come.
 */
export async function loadBeside(
  name: Beside,
  { src, dataset, nonce, crossOrigin }: HTMLScriptElement,
  from?: string,
): Promise<void> {
  const integrity = dataset[`${name}Integrity`]
  const address = new URL(from || `cuelight-${name}.js${new URL(src).search}`, src)
  if (!integrity && address.origin === origin) await import(/* @vite-ignore */ address.href)
  else
    await new Promise((loaded, failed) => {
      const element = document.createElement("script")
      Object.assign(element, { nonce, crossOrigin, onload: loaded, onerror: failed })
      if (integrity) element.integrity = integrity
      element.src = address.href
      document.head.append(element)
    })
}

/** Loads the second file when the page is idle, from where `data-more` says ("off": never). */
export async function loadMore(script: HTMLScriptElement): Promise<void> {
  if (document.readyState !== "complete")
    await new Promise((loaded) => addEventListener("load", loaded, { once: true }))
  await new Promise((idle) =>
    (globalThis.requestIdleCallback ?? setTimeout)(idle, { timeout: 2_000 } as never),
  )
  await loadBeside("more", script, script.dataset.more)
}
