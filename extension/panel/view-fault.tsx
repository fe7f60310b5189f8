import { Component, type ReactNode } from "react"

interface ViewFaultProps {
  words: { title: string; kept: string; again: string }
  children: ReactNode
}

/** A mistake of ours in one view must not take the others with it. */
export class ViewFault extends Component<ViewFaultProps, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override render() {
    if (!this.state.failed) return this.props.children
    const { title, kept, again } = this.props.words
    return (
      <div className="cue-problem" role="alert">
        <strong>{title}</strong>
        <p>{kept}</p>
        <button type="button" className="cue-button" onClick={() => this.setState({ failed: false })}>
          {again}
        </button>
      </div>
    )
  }
}
