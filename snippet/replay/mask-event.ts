import { cleanUrl } from "../clean-url"
import { masked, maskText, redactAddress, redactStyle, redactText, type Typed } from "./mask-text"

/** An event of the replay recorder, as far as it is looked into. */
export interface ReplayEvent {
  type: number
  timestamp: number
  data: unknown
}

type Attributes = Record<string, unknown>

interface SnapshotNode {
  id: number
  type: number
  tagName?: string
  attributes?: Attributes
  childNodes?: SnapshotNode[]
  textContent?: string
  isShadowHost?: boolean
}

interface Mutation {
  adds: { node: SnapshotNode }[]
  texts: { id: number; value: string | null }[]
  attributes: { id: number; attributes: Attributes }[]
}

const SNAPSHOT = 2
const CHANGE = 3
const META = 4
const MUTATION = 0
const INPUT = 5
const ELEMENT = 2
const COMMENT = 5

/** Where people type, or what the site asks to hide: all text in it is masked. */
const hidden =
  '[data-cue-mask],[contenteditable]:not([contenteditable="false" i]),[role="textbox"],[role="searchbox"],[role="combobox"],textarea,.CodeMirror,.monaco-editor,.ace_editor'
/** The same, read from a snapshot's attributes. */
function hides({ tagName, attributes = {} }: SnapshotNode): boolean {
  const { contenteditable, role } = attributes
  return (
    tagName === "textarea" ||
    "data-cue-mask" in attributes ||
    (contenteditable !== undefined && String(contenteditable).toLowerCase() !== "false") ||
    /^(textbox|searchbox|combobox)$/.test(String(role)) ||
    /(^|\s)(CodeMirror|monaco-editor|ace_editor)(\s|$)/.test(String(attributes.class))
  )
}

/** Attributes whose value is geometry or style: nothing that a person is known by, and full of long numbers. */
const formal =
  /^(class|style|contenteditable|rows|cols|colspan|rowspan|hidden|disabled|d|points|transform|viewbox|gradienttransform|integrity|type|role|rel|width|height|dir|lang|rr_\w+|_csstext)$/i
const addresses = /^(href|src|action|formaction|poster|cite|data|background|xlink:href|rr_src)$/i
const ownWord = /^(submit|button|image|reset)$/

/**
 * The last hand on every event before it is kept anywhere: nothing typed, nothing that looks like an e-mail address, a
 * card or a token, and nothing from what the site asks to mask. `findNode` gives the page's node of an id.
 */
export function createMask(
  findNode: (id: number) => Node | null,
  typed: Typed,
): (event: ReplayEvent) => void {
  const show = (text: string) => redactText(typed.redact(text))

  function maskAttribute(name: string, value: unknown, tagName: string, type: unknown, isHidden: boolean) {
    if (typeof value !== "string" || value === "") return value
    if (/^on/.test(name) || name === "srcdoc") return ""
    if (name === "value" && !/^(option|li|button|progress|meter|param|data)$/.test(tagName))
      return ownWord.test(String(type)) && !isHidden ? show(value) : masked
    if (formal.test(name)) return name === "style" || name === "_cssText" ? redactStyle(value) : value
    if (isHidden && !/^data-cue-/.test(name)) return masked
    if (addresses.test(name)) return typed.redact(redactAddress(value))
    if (/srcset$/i.test(name)) return redactStyle(value)
    return show(value)
  }

  function maskAttributes(attributes: Attributes, tagName: string, type: unknown, isHidden: boolean): void {
    // What is chosen is as private as what is typed.
    if (tagName === "input") delete attributes.checked
    for (const [name, value] of Object.entries(attributes))
      attributes[name] = maskAttribute(name, value, tagName, type, isHidden)
  }

  function maskNode(node: SnapshotNode, isHidden: boolean): void {
    const isHiddenHere = isHidden || (node.type === ELEMENT && hides(node))
    if (node.type === COMMENT) node.textContent = ""
    else if (typeof node.textContent === "string")
      node.textContent = isHidden ? maskText(node.textContent) : show(node.textContent)
    const { attributes, tagName = "" } = node
    if (attributes) maskAttributes(attributes, tagName, attributes.type, isHiddenHere)
    const isStyle = tagName === "style"
    for (const child of node.childNodes ?? [])
      if (isStyle) child.textContent = redactStyle(child.textContent ?? "")
      else maskNode(child, isHiddenHere)
  }

  function maskChange(data: { source: number } & Record<string, unknown>): void {
    if (data.source === INPUT) {
      data.text = data.text ? masked : ""
      data.isChecked = false
    }
    if (data.source !== MUTATION) return
    const { adds, texts, attributes } = data as unknown as Mutation
    for (const { node } of adds) maskNode(node, isInHidden(parentOf(findNode(node.id))))
    for (const text of texts) {
      const parent = parentOf(findNode(text.id))
      if (!text.value || (parent && isNamed(parent, "style"))) continue
      text.value = isInHidden(parent) ? maskText(text.value) : show(text.value)
    }
    for (const { id, attributes: changed } of attributes) {
      const element = findNode(id) as Element | null
      maskAttributes(changed, element?.localName ?? "", element?.getAttribute("type"), isInHidden(element))
    }
  }

  return ({ type, data }) => {
    if (type === META) {
      const meta = data as { href: string }
      meta.href = cleanUrl(meta.href)
    } else if (type === SNAPSHOT) {
      const { node } = data as { node: SnapshotNode }
      maskNode(node, document.designMode === "on")
    } else if (type === CHANGE) maskChange(data as { source: number })
  }
}

function isNamed(node: Node, name: string): boolean {
  return node.nodeName.toLowerCase() === name
}

/** Also across the borders of shadow trees and frames. */
function parentOf(node: Node | null): Node | null {
  return (
    node &&
    (node.parentNode ?? (node as ShadowRoot).host ?? (node as Document).defaultView?.frameElement ?? null)
  )
}

/** Whether a node stands in what is hidden. What is gone counts as hidden. */
function isInHidden(node: Node | null): boolean {
  if (!node) return true
  for (let place: Node | null = node; place; place = parentOf(place)) {
    if ((place as Document).designMode === "on") return true
    if (place.nodeType !== place.ELEMENT_NODE) continue
    if ((place as Element).closest(hidden)) return true
    place = place.getRootNode()
    if ((place as Document).designMode === "on") return true
  }
  return false
}
