import "./theme/follow-theme"

export { PanelPage as default } from "./panel/panel-page"
