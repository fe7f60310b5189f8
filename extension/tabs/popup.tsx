export { PopupPage as default } from "../popup/popup-page"
