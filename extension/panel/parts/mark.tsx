/** A tick or a cross: the word stands beside it for screen readers. */
export function Mark({ met }: { met: boolean }) {
  return (
    <svg className="cue-icon cue-mark" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path d={met ? "M3 8.5l3.2 3.2L13 4.8" : "M4 4l8 8m0-8l-8 8"} />
    </svg>
  )
}
