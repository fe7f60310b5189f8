export default function Options() { return <p>options</p> }
