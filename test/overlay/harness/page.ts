import type { OverlayAction } from "../../../extension/overlay/state"

// What the bridge does on a real page: a frame as large as asked for, at most 60 % of the window's height.
const actions: OverlayAction[] = []
Object.assign(window, { cuelightActions: actions })

const box = document.getElementById("overlay")!
const frame = document.createElement("iframe")
frame.src = `./frame.html${location.search}`
box.append(frame)
let start = { right: 0, bottom: 0 }
let beganAt = 0
let asked = { width: 0, height: 0 }

function place(): void {
  const width = Math.min(asked.width, innerWidth - 16)
  const height = Math.min(asked.height, Math.floor(innerHeight * 0.6))
  box.style.width = `${width}px`
  box.style.height = `${height}px`
  frame.style.borderRadius = asked.height === 40 ? "20px" : "10px"
}

addEventListener("resize", place)
addEventListener("message", ({ data }: MessageEvent<OverlayAction>) => {
  actions.push(data)
  if (data.type === "size") {
    asked = data
    place()
  }
  if (data.type === "move") {
    const style = getComputedStyle(box)
    if (data.from === null || data.from.at !== beganAt)
      start = { right: Number.parseFloat(style.right), bottom: Number.parseFloat(style.bottom) }
    beganAt = data.from?.at ?? 0
    box.style.right = `${start.right - data.dx}px`
    box.style.bottom = `${start.bottom - data.dy}px`
  }
})
