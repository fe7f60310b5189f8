import { describe, expect, it } from "vitest"
import { ChromiumMissing, findChromium, type Machine } from "./find-chromium"
import { ensureChromium, installChromium } from "./install-chromium"
import { type CommandResult, runCommand } from "./run-command"

const fine = (output = ""): CommandResult => ({ ok: true, output, reason: null })
const failed = (reason: string, output = ""): CommandResult => ({ ok: false, output, reason })
const managed = "/managed/chrome"
const chromiumVersion = "Chromium 156.0.8078.79 built on Debian"

/** A machine that has the given browsers (path to what `--version` gives) and answers commands as told. */
function pretendMachine(setup: {
  browsers?: Record<string, CommandResult>
  answers?: Record<string, (browsers: Record<string, CommandResult>) => CommandResult>
  env?: NodeJS.ProcessEnv
  isRoot?: boolean
  platform?: NodeJS.Platform
}): Machine & { commands: string[] } {
  const browsers = { ...setup.browsers }
  const commands: string[] = []
  return {
    commands,
    platform: setup.platform ?? "linux",
    env: { PATH: "/usr/bin", ...setup.env },
    isRoot: setup.isRoot ?? false,
    managedPath: managed,
    isExecutable: (path) => path in browsers,
    say: () => undefined,
    async run(command, args) {
      const browser = browsers[command]
      if (browser) return browser
      const line = [command, ...args].join(" ")
      commands.push(line)
      for (const [part, answer] of Object.entries(setup.answers ?? {}))
        if (line.includes(part)) return answer(browsers)
      return failed("could not be started (ENOENT)")
    },
  }
}

const offline = () => failed("ended with status 1", "Error: getaddrinfo ENOTFOUND cdn")
const missingLibrary = failed(
  "ended with status 127",
  "chrome: error while loading shared libraries: libnss3.so: cannot open shared object file",
)

describe("finding Chromium", () => {
  it("takes Playwright's own before the system's", async () => {
    const machine = pretendMachine({
      browsers: {
        [managed]: fine("Google Chrome for Testing 159.0.8154.6"),
        "/usr/bin/chromium": fine(chromiumVersion),
      },
    })
    expect(await findChromium(machine)).toBe(managed)
  })

  it("takes the next when the first does not start", async () => {
    const machine = pretendMachine({
      browsers: { [managed]: missingLibrary, "/usr/bin/chromium": fine(chromiumVersion) },
    })
    expect(await findChromium(machine)).toBe("/usr/bin/chromium")
  })

  it("takes what CUELIGHT_CHROMIUM names, and nothing else", async () => {
    const browsers = { "/opt/chromium": fine(chromiumVersion), [managed]: fine(chromiumVersion) }
    const env = { CUELIGHT_CHROMIUM: "/opt/chromium" }
    expect(await findChromium(pretendMachine({ browsers, env }))).toBe("/opt/chromium")
    const wrong = pretendMachine({ browsers, env: { CUELIGHT_CHROMIUM: "/opt/nothing" } })
    await expect(findChromium(wrong)).rejects.toThrow(/CUELIGHT_CHROMIUM.*\n.*\/opt\/nothing/)
    await expect(ensureChromium(wrong)).rejects.toThrow(ChromiumMissing)
    expect(wrong.commands.join()).not.toContain("install")
  })

  it("refuses branded Chrome, which ignores the extension", async () => {
    const machine = pretendMachine({
      browsers: { "/usr/bin/chromium": fine("Google Chrome 144.0.7559.59") },
    })
    await expect(findChromium(machine)).rejects.toThrow(/ignores --load-extension/)
  })

  it("names the missing library when nothing starts", async () => {
    await expect(findChromium(pretendMachine({ browsers: { [managed]: missingLibrary } }))).rejects.toThrow(
      /libnss3\.so is missing[\s\S]*npx playwright install --with-deps chromium/,
    )
  })
})

describe("installing Chromium", () => {
  const aptVersion = { "apt-get --version": () => fine("apt 2.6.1") }
  const aptInstalls = {
    "chromium fonts-liberation": (browsers: Record<string, CommandResult>) => {
      browsers["/usr/bin/chromium"] = fine(chromiumVersion)
      return fine()
    },
  }

  it("does nothing when one starts", async () => {
    const machine = pretendMachine({ browsers: { "/usr/bin/chromium": fine(chromiumVersion) } })
    expect(await ensureChromium(machine)).toBe("/usr/bin/chromium")
    expect(machine.commands).toEqual([])
  })

  it("takes Playwright's download where it works", async () => {
    const machine = pretendMachine({
      answers: {
        "install --no-shell": (browsers) => {
          browsers[managed] = fine("Chromium 159.0.8154.6")
          return fine()
        },
      },
    })
    expect(await ensureChromium(machine)).toBe(managed)
    expect(machine.commands).toHaveLength(1)
  })

  it("repairs a download whose shared libraries are missing", async () => {
    const machine = pretendMachine({
      isRoot: true,
      answers: {
        ...aptVersion,
        "install --no-shell": (browsers) => {
          browsers[managed] = missingLibrary
          return fine()
        },
        "install-deps": (browsers) => {
          browsers[managed] = fine("Chromium 159.0.8154.6")
          return fine()
        },
      },
    })
    expect(await installChromium(machine)).toBe(managed)
  })

  it("takes the system's package when the download fails, as root and with sudo", async () => {
    const answers = { ...aptVersion, ...aptInstalls, "install --no-shell": offline }
    const asRoot = pretendMachine({ isRoot: true, answers })
    expect(await installChromium(asRoot)).toBe("/usr/bin/chromium")
    expect(asRoot.commands.join("\n")).not.toContain("sudo")
    const withSudo = pretendMachine({ answers: { "sudo -n true": () => fine(), ...answers } })
    expect(await installChromium(withSudo)).toBe("/usr/bin/chromium")
    expect(withSudo.commands.at(-1)).toMatch(
      /^sudo -n env DEBIAN_FRONTEND=noninteractive apt-get .*install -y/,
    )
  })

  it("says what was tried and what to do when nothing works", async () => {
    const machine = pretendMachine({
      answers: { ...aptVersion, "install --no-shell": offline, "sudo -n true": () => failed("no") },
    })
    await expect(installChromium(machine)).rejects.toThrow(
      /There is no Chromium[\s\S]*CUELIGHT_CHROMIUM[\s\S]*download: .*ENOTFOUND[\s\S]*needs root/,
    )
  })
})

describe("running a command", () => {
  const node = (script: string) => ["-e", script]

  it("ends a command that never ends, and one that falls silent", async () => {
    const forever = node("setInterval(() => {}, 1000)")
    const long = await runCommand(process.execPath, forever, { timeLimitMs: 300 })
    expect(long.reason).toMatch(/did not end/)
    const silent = await runCommand(process.execPath, forever, { timeLimitMs: 60_000, silenceLimitMs: 300 })
    expect(silent.reason).toMatch(/said nothing/)
  })

  it("tells of a command that does not exist, and of one that fails", async () => {
    expect((await runCommand("no-such-command", [], { timeLimitMs: 5_000 })).reason).toMatch(/not be started/)
    const failing = await runCommand(process.execPath, node("console.log('why'); process.exit(3)"), {
      timeLimitMs: 20_000,
    })
    expect(failing).toEqual({ ok: false, output: "why\n", reason: "ended with status 3" })
  })
})
