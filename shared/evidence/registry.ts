import type { Connector } from "./connector"
import { altcraft } from "./connectors/altcraft"
import { brevo } from "./connectors/brevo"
import { cloudevents } from "./connectors/cloudevents"
import { customerio } from "./connectors/customerio"
import { dittofeed } from "./connectors/dittofeed"
import { json } from "./connectors/json"
import { maildev } from "./connectors/maildev"
import { mailgun } from "./connectors/mailgun"
import { mailhog } from "./connectors/mailhog"
import { mailpit } from "./connectors/mailpit"
import { mautic } from "./connectors/mautic"
import { onesignal } from "./connectors/onesignal"
import { postmark } from "./connectors/postmark"
import { sendgrid } from "./connectors/sendgrid"
import { twilio } from "./connectors/twilio"

/** All sources of evidence, in the order in which they are offered. */
export const connectors: readonly Connector[] = [
  maildev,
  mailpit,
  mailhog,
  altcraft,
  brevo,
  customerio,
  dittofeed,
  mailgun,
  mautic,
  onesignal,
  postmark,
  sendgrid,
  twilio,
  json,
  cloudevents,
]

export function findConnector(id: string): Connector | null {
  return connectors.find((connector) => connector.id === id) ?? null
}
