export { DevtoolsPage as default } from "./panel/devtools-page"
