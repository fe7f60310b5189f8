export { PanelPage as default } from "./panel/panel-page"
