import { useState } from "react"
export default function Overlay() { const [n, set] = useState(0); return <button type="button" onClick={() => set(n + 1)}>overlay {n}</button> }
