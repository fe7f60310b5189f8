import { spawn } from "node:child_process"

/** How a command ended. `reason` is set when it did not end by itself with status 0, in words for a person. */
export interface CommandResult {
  ok: boolean
  output: string
  reason: string | null
}

export interface CommandLimits {
  /** The command is ended after this time, whatever it does. */
  timeLimitMs: number
  /** The command is ended when it has printed nothing for so long: a download that hangs. */
  silenceLimitMs?: number
  /** Shows what the command prints, as it prints it. */
  show?: boolean
  env?: NodeJS.ProcessEnv
}

const keptOutput = 64 * 1024
const endings = ["SIGINT", "SIGTERM", "SIGHUP"] as const

/**
 * Runs a command without a shell and with nothing on its standard input, so that none can wait for an answer.
 * Never throws: a command that does not exist is a result like any other. Its children end with it, and it ends with us.
 */
export function runCommand(command: string, args: string[], limits: CommandLimits): Promise<CommandResult> {
  const ownGroup = process.platform !== "win32"
  return new Promise((resolve) => {
    let output = ""
    let stopped: string | null = null
    const child = spawn(command, args, {
      stdio: ["ignore", "pipe", "pipe"],
      env: limits.env ?? process.env,
      detached: ownGroup,
    })
    const stop = (reason: string) => {
      stopped = reason
      try {
        // The whole group: a package manager or a download runs in a child of its own.
        if (ownGroup && child.pid) process.kill(-child.pid, "SIGKILL")
        else child.kill("SIGKILL")
      } catch {
        child.kill("SIGKILL")
      }
    }
    const seconds = (ms: number) => `${Math.round(ms / 1000)} s`
    const total = setTimeout(
      () => stop(`did not end within ${seconds(limits.timeLimitMs)}`),
      limits.timeLimitMs,
    )
    let silence: NodeJS.Timeout | undefined
    const expectOutput = () => {
      clearTimeout(silence)
      const { silenceLimitMs } = limits
      if (silenceLimitMs !== undefined)
        silence = setTimeout(() => stop(`said nothing for ${seconds(silenceLimitMs)}`), silenceLimitMs)
    }
    expectOutput()
    const take = (target: NodeJS.WriteStream) => (chunk: Buffer) => {
      expectOutput()
      output = (output + chunk.toString("utf8")).slice(-keptOutput)
      if (limits.show) target.write(chunk)
    }
    child.stdout.on("data", take(process.stdout))
    child.stderr.on("data", take(process.stderr))
    // In a group of its own it does not hear of Ctrl+C.
    const interrupt = (signal: NodeJS.Signals) => {
      stop(`was ended by ${signal}`)
      hush()
      process.kill(process.pid, signal)
    }
    const hush = () => {
      for (const signal of endings) process.off(signal, interrupt)
    }
    for (const signal of endings) process.on(signal, interrupt)
    const end = (ok: boolean, reason: string | null) => {
      hush()
      clearTimeout(total)
      clearTimeout(silence)
      resolve({ ok, output, reason })
    }
    child.on("error", (error) => end(false, `could not be started (${error.message})`))
    child.on("close", (code, signal) => {
      if (stopped) end(false, stopped)
      else if (code === 0) end(true, null)
      else end(false, signal ? `was ended by ${signal}` : `ended with status ${code}`)
    })
  })
}
