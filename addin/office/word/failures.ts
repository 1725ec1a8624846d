/// <reference types="office-js" />
import { type Failure, failed, type Outcome } from '../document.js'

/** The codes Word gives, by what they mean for a person. */
const FAILURES: Readonly<Record<string, Failure>> = {
  AccessDenied: 'read-only',
  NotAllowed: 'read-only',
  EditModeNotSupported: 'read-only',
  HostIsBusy: 'busy',
  ActivityLimitReached: 'busy',
  ServiceNotAvailable: 'busy',
  RequestAborted: 'busy',
  ItemNotFound: 'gone',
  InvalidReference: 'gone',
  InvalidObjectPath: 'gone',
  ObjectDeleted: 'gone',
  ApiNotFound: 'unsupported',
  NotImplemented: 'unsupported',
  UnsupportedOperation: 'unsupported',
  ApiNotAvailable: 'unsupported',
}

/** Nothing else of the error is kept: its message and its trace may quote the document. */
function failureOf(error: unknown): Failure {
  if (typeof error !== 'object' || error === null || !('code' in error)) return 'unknown'
  return FAILURES[String(error.code)] ?? 'unknown'
}

type Work<Found> = (context: Word.RequestContext) => Promise<Outcome<Found>>

/** One conversation with Word; what it refuses comes back as an outcome. */
export async function inWord<Found>(work: Work<Found>, around?: Word.Range): Promise<Outcome<Found>> {
  try {
    return around ? await Word.run(around, work) : await Word.run(work)
  } catch (error) {
    return failed(failureOf(error))
  }
}
