import type { LintRule } from "./finding"
import { capOfZero } from "./rules/cap-of-zero"
import { cascadeEndsWhereItBegan } from "./rules/cascade-ends-where-it-began"
import { channelNotLive } from "./rules/channel-not-live"
import { channelWithoutScenario } from "./rules/channel-without-scenario"
import { consentNobodyAsksFor } from "./rules/consent-nobody-asks-for"
import { costlyChannelForEveryone } from "./rules/costly-channel-for-everyone"
import { eventNobodyProduces } from "./rules/event-nobody-produces"
import { mixTargetsOverHundred } from "./rules/mix-targets-over-hundred"
import { onlyExcludesAudience } from "./rules/only-excludes-audience"
import { quietLeavesNoMinute } from "./rules/quiet-leaves-no-minute"
import { regularMessagesBreakMix } from "./rules/regular-messages-break-mix"
import { scenarioNeverStarts } from "./rules/scenario-never-starts"
import { scenarioWithoutGoal } from "./rules/scenario-without-goal"
import { scenariosCollideInCap } from "./rules/scenarios-collide-in-cap"
import { segmentNeverHolds } from "./rules/segment-never-holds"
import { segmentWithoutScenario } from "./rules/segment-without-scenario"
import { stageNeverHolds } from "./rules/stage-never-holds"
import { stageWithoutScenario } from "./rules/stage-without-scenario"
import { stepAfterGoalWindow } from "./rules/step-after-goal-window"
import { twinScenarios } from "./rules/twin-scenarios"

/** Every rule of the linter. A test compares this with the folder. */
export const lintRules: readonly LintRule[] = [
  // never-can
  channelNotLive,
  eventNobodyProduces,
  scenarioNeverStarts,
  onlyExcludesAudience,
  quietLeavesNoMinute,
  stageNeverHolds,
  segmentNeverHolds,
  capOfZero,
  stepAfterGoalWindow,
  mixTargetsOverHundred,
  // gap
  stageWithoutScenario,
  segmentWithoutScenario,
  channelWithoutScenario,
  scenarioWithoutGoal,
  cascadeEndsWhereItBegan,
  costlyChannelForEveryone,
  consentNobodyAsksFor,
  // conflict
  scenariosCollideInCap,
  twinScenarios,
  regularMessagesBreakMix,
]
