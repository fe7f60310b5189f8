export { OptionsPage as default } from "./options/options-page"
