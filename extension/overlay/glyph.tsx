import type { FollowUpStatus, HealthItem } from "./state"

export type GlyphName =
  | "scheduled"
  | "due"
  | "sent"
  | "late"
  | "missed"
  | "unknown"
  | "refused"
  | "impossible"
  | "should-not-have"
  | "failed"

/** The shape that stands for a step's status; a step over a channel that is not connected can never happen. */
export function glyphOf(status: FollowUpStatus, reason: string | null): GlyphName {
  if (status === "skipped") return reason === "integration-missing" ? "impossible" : "refused"
  if (status === "withheld") return "refused"
  if (status === "early") return "late"
  return status
}

const shapes: Record<GlyphName, React.ReactNode> = {
  scheduled: <circle cx="8" cy="8" r="5.5" strokeDasharray="3.2 2.56" />,
  due: (
    <>
      <circle cx="8" cy="8" r="5.5" opacity="0.35" />
      <path className="cue-arc" d="M8 2.5a5.5 5.5 0 0 1 5.5 5.5" strokeWidth="2.5" />
    </>
  ),
  sent: <circle cx="8" cy="8" r="6" className="cue-filled" />,
  late: (
    <>
      <circle cx="8" cy="8" r="6.5" className="cue-filled" />
      <path d="M8 4.5V8l2.4 1.6" className="cue-cut" strokeWidth="1.6" />
    </>
  ),
  missed: <circle cx="8" cy="8" r="5.25" strokeWidth="3" />,
  unknown: <circle cx="8" cy="8" r="5.5" strokeWidth="2" strokeDasharray="0.01 3.45" />,
  refused: <path d="M4.5 8h7" strokeWidth="2.5" />,
  impossible: (
    <>
      <circle cx="8" cy="8" r="5.75" />
      <path d="M3.2 9.9l6.7-6.7M4.9 12l7.1-7.1M7.8 12.9l5.1-5.1" strokeWidth="1.3" />
    </>
  ),
  "should-not-have": (
    <>
      <circle cx="8" cy="8" r="6.5" className="cue-filled" />
      <path d="M5.6 5.6l4.8 4.8m0-4.8l-4.8 4.8" className="cue-cut" strokeWidth="1.8" />
    </>
  ),
  failed: (
    <>
      <circle cx="8" cy="8" r="5.75" />
      <path d="M5.9 5.9l4.2 4.2m0-4.2l-4.2 4.2" strokeWidth="1.6" />
    </>
  ),
}

/** A status as a shape; the word always stands beside it, so it is hidden from screen readers. */
export function Glyph({ name }: { name: GlyphName }) {
  return (
    <svg
      className={`cue-glyph cue-glyph-${name}`}
      viewBox="0 0 16 16"
      width="16"
      height="16"
      aria-hidden="true"
    >
      {shapes[name]}
    </svg>
  )
}

const healthShapes: Record<HealthItem["severity"], React.ReactNode> = {
  ok: <circle cx="8" cy="8" r="5" className="cue-filled" />,
  warning: <path d="M8 2.5l6 11H2z" className="cue-filled cue-rounded" />,
  error: (
    <>
      <rect x="2.5" y="2.5" width="11" height="11" rx="2.5" className="cue-filled" />
      <path d="M8 5v3.6M8 11v.1" className="cue-cut" strokeWidth="1.8" />
    </>
  ),
}

/** The health light: disc, triangle or square, so that no colour needs to be told apart. */
export function HealthGlyph({ severity }: { severity: HealthItem["severity"] }) {
  return (
    <svg
      className={`cue-glyph cue-health-${severity}`}
      viewBox="0 0 16 16"
      width="16"
      height="16"
      aria-hidden="true"
    >
      {healthShapes[severity]}
    </svg>
  )
}

const icons = {
  menu: <path d="M3.5 8h.01M8 8h.01M12.5 8h.01" strokeWidth="2.4" />,
  close: <path d="M4 4l8 8m0-8l-8 8" />,
  collapse: <path d="M4 11.5h8" />,
  back: <path d="M9.5 3.5L5 8l4.5 4.5" />,
  grip: <path d="M6 4h.01M10 4h.01M6 8h.01M10 8h.01M6 12h.01M10 12h.01" strokeWidth="2" />,
  clock: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="M8 4.5V8l2.4 1.8" />
    </>
  ),
  panel: (
    <>
      <rect x="2" y="3" width="12" height="10" rx="2" />
      <path d="M10 3v10" />
    </>
  ),
  chevron: <path d="M6 4l4 4-4 4" />,
}

export function Icon({ name }: { name: keyof typeof icons }) {
  return (
    <svg
      className={`cue-icon cue-icon-${name}`}
      viewBox="0 0 16 16"
      width="16"
      height="16"
      aria-hidden="true"
    >
      {icons[name]}
    </svg>
  )
}
