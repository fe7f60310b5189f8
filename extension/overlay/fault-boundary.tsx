import { Component, type ReactNode, useRef } from "react"
import type { OverlayWords } from "../words/english"
import type { Act } from "./hooks"
import { useOwnSize } from "./use-own-size"

interface FaultBoundaryProps {
  words: OverlayWords["fault"]
  act: Act
  children: ReactNode
}

/** A mistake of ours while drawing must not leave an empty frame on somebody's page. */
export class FaultBoundary extends Component<FaultBoundaryProps, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override render() {
    if (!this.state.failed) return this.props.children
    return (
      <Fault words={this.props.words} act={this.props.act} again={() => this.setState({ failed: false })} />
    )
  }
}

function Fault({ words, act, again }: Pick<FaultBoundaryProps, "words" | "act"> & { again: () => void }) {
  const root = useRef<HTMLDivElement>(null)
  useOwnSize(root, "pill", act)
  return (
    <div ref={root} className="cue-fault" role="alert">
      <strong>{words.title}</strong>
      <p>{words.kept}</p>
      <button type="button" className="cue-button" onClick={again}>
        {words.again}
      </button>
    </div>
  )
}
