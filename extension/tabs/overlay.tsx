import "../overlay/ask-early"

export { OverlayPage as default } from "../overlay/overlay-page"
