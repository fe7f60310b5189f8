import { defineDetector } from "../detector"

/** `consent` for web push: what the person answers to the browser's own question, while the page is open. */
export const pushPermission = defineDetector({
  name: "push-permission",
  start(report, signal, { guard }) {
    void navigator.permissions?.query({ name: "notifications" }).then(
      (status) =>
        status.addEventListener(
          "change",
          guard(() => {
            if (status.state !== "prompt")
              report({ name: "consent", source: "page", props: { push: status.state } })
          }),
          { signal },
        ),
      // Where the browser has no web push, nobody is asked.
      () => undefined,
    )
  },
})
