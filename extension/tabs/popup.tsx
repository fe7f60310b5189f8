import "../theme/follow-theme"

export { PopupPage as default } from "../popup/popup-page"
