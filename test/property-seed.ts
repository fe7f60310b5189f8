import fc from "fast-check"

/** The same cases each time, so that a failure is one of the change at hand. Others: `PROPERTY_SEED=7 npx vitest run …`. */
fc.configureGlobal({ seed: Number(process.env.PROPERTY_SEED ?? 20_260_302) })
