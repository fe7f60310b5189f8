import * as z from "zod"
import { Cap, Channel, QuietHours } from "../channel"
import * as conditions from "../condition"
import { Duration, Offset } from "../duration"
import { Comparison, EventMatcher, Filter, Matcher, NumberComparison } from "../matcher"
import { Message, MessageMatch } from "../message"
import { Mix, Volume } from "../mix"
import { GoalInTime, IfNot, ReentryAfter, Scenario, Step } from "../scenario"
import { Segment } from "../segment"
import { Share } from "../share"
import { JourneyRow, Kpi, Stage } from "../stage"
import { Text } from "../text"
import { TimeZone } from "../time-zone"
import { PropOfAttribute, PropOfPath, PropOfText, PropOfValue, Touchpoint } from "../touchpoint"
import * as triggers from "../trigger"
import { WallTime } from "../wall-time"

/** What stands under a name of its own in the JSON Schema, so that it is said once and may contain itself. */
const named = {
  Touchpoint,
  PropOfAttribute,
  PropOfText,
  PropOfValue,
  PropOfPath,
  Stage,
  JourneyRow,
  Kpi,
  Segment,
  Channel,
  QuietHours,
  Cap,
  Message,
  MessageMatch,
  Mix,
  Volume,
  Scenario,
  Step,
  IfNot,
  Goal: GoalInTime,
  ReentryAfter,
  Trigger: triggers.Trigger,
  EventTrigger: triggers.EventTrigger,
  AbsenceTrigger: triggers.AbsenceTrigger,
  EntersTrigger: triggers.EntersTrigger,
  LeavesTrigger: triggers.LeavesTrigger,
  InactiveTrigger: triggers.InactiveTrigger,
  GoalTrigger: triggers.GoalTrigger,
  DateTrigger: triggers.DateTrigger,
  ScheduleTrigger: triggers.ScheduleTrigger,
  AnyTrigger: triggers.AnyTrigger,
  Condition: conditions.Condition,
  EventCondition: conditions.EventCondition,
  SumCondition: conditions.SumCondition,
  InactiveCondition: conditions.InactiveCondition,
  SequenceCondition: conditions.SequenceCondition,
  TraitCondition: conditions.TraitCondition,
  InSegment: conditions.SegmentCondition,
  InStage: conditions.StageCondition,
  ConsentCondition: conditions.ConsentCondition,
  ReachableCondition: conditions.ReachableCondition,
  AllCondition: conditions.AllCondition,
  AnyCondition: conditions.AnyCondition,
  NotCondition: conditions.NotCondition,
  EventMatcher,
  Matcher,
  Filter,
  Comparison,
  NumberComparison,
  Text,
  Duration,
  Offset,
  Share,
  TimeZone,
  WallTime,
} satisfies Record<string, z.ZodType>

/** The names as zod's generator asks for them. */
export const schemaNames = z.registry<{ id: string }>()
for (const [id, schema] of Object.entries(named)) schemaNames.add(schema, { id })
