import { listen } from "./worker/listen"

listen()
