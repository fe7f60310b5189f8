import "./theme/follow-theme"

export { OptionsPage as default } from "./options/options-page"
