import "../overlay/ask-early"
import "../theme/follow-theme"

export { OverlayPage as default } from "../overlay/overlay-page"
