export { OverlayPage as default } from "../overlay/overlay-page"
