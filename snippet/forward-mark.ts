/** Pushes that tell our own events to a data layer carry this, and are not read back. */
export const forwardMark = "cuelight_id"
