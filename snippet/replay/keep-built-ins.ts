/**
 * A step of the build: the replay recorder comes with hooks on setters of inputs, on style sheets, `attachShadow` and
 * `customElements`, and pages have broken on such hooks. They are taken out, so that replay too is a guest that patches
 * nothing. What is lost: rules that a script inserts into a style sheet are seen only with the next full snapshot, and
 * what a script writes into an input, which is masked anyway.
 */
const emptied = [
  "function patch(source, name, replacement) {",
  "function hookSetter(target, key, d, isRevoked, win = window) {",
  "function initStyleSheetObserver({ styleSheetRuleCb, mirror: mirror2, stylesheetManager }, { win }) {",
  "function initAdoptedStyleSheetObserver({\n  mirror: mirror2,\n  stylesheetManager\n}, host2) {",
  "function initStyleDeclarationObserver({\n  styleDeclarationCb,\n  mirror: mirror2,\n  ignoreCSSAttributes,\n  stylesheetManager\n}, { win }) {",
]
/** Canvases are never recorded: their part would be a seventh of the file. */
const canvas = "canvasManager = new CanvasManager({"
const noCanvas =
  "\nfunction noCanvas() {\n  return { freeze() {}, unfreeze() {}, lock() {}, unlock() {}, reset() {} };\n}\n"
const arrayFrom = "if (Array.from([1], (x) => x * 2)[0] !== 2) {"

/** The recorder's code without its hooks. @throws where the code is not the one this was written for. */
export function keepBuiltIns(code: string): string {
  const replaceOnce = (text: string, old: string, next: string) => {
    if (text.split(old).length !== 2) throw new Error(`The replay recorder has changed: look for "${old}".`)
    return text.replace(old, () => next)
  }
  const calm = emptied.reduce((text, head) => replaceOnce(text, head, `${head}\n  return () => {};`), code)
  const blind = replaceOnce(calm, canvas, "canvasManager = noCanvas({")
  return replaceOnce(blind, arrayFrom, "if (false) {") + noCanvas
}
