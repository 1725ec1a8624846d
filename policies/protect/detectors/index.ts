import type { Detector } from '../detector.js'
import { address } from './address.js'
import { bic } from './bic.js'
import { biometricGenetic } from './biometric-genetic.js'
import { classificationMarking } from './classification-marking.js'
import { coordinates } from './coordinates.js'
import { creditCard } from './credit-card.js'
import { criminalRecord } from './criminal-record.js'
import { dateOfBirth } from './date-of-birth.js'
import { drivingLicence } from './driving-licence.js'
import { email } from './email.js'
import { ethnicity } from './ethnicity.js'
import { fileNumber } from './file-number.js'
import { health } from './health.js'
import { healthInsurance } from './health-insurance.js'
import { iban } from './iban.js'
import { idCard } from './id-card.js'
import { ipAddress } from './ip-address.js'
import { licensePlate } from './license-plate.js'
import { passport } from './passport.js'
import { person } from './person.js'
import { phone } from './phone.js'
import { politicalOpinion } from './political-opinion.js'
import { religion } from './religion.js'
import { residencePermit } from './residence-permit.js'
import { secret } from './secret.js'
import { sexualOrientation } from './sexual-orientation.js'
import { socialBenefit } from './social-benefit.js'
import { socialSecurity } from './social-security.js'
import { taxId } from './tax-id.js'
import { taxNumber } from './tax-number.js'
import { unionMembership } from './union-membership.js'
import { vatId } from './vat-id.js'

/**
 * The register: one line for each kind. Where two kinds claim the same text equally surely, the earlier one wins:
 * secrets and markings first, then numbers with a check digit, then forms, then names, then meaning.
 */
export const DETECTORS: readonly Detector[] = [
  secret,
  classificationMarking,
  iban,
  email,
  creditCard,
  socialSecurity,
  healthInsurance,
  taxId,
  drivingLicence,
  residencePermit,
  passport,
  idCard,
  vatId,
  taxNumber,
  bic,
  ipAddress,
  coordinates,
  dateOfBirth,
  licensePlate,
  address,
  fileNumber,
  phone,
  person,
  criminalRecord,
  socialBenefit,
  sexualOrientation,
  biometricGenetic,
  unionMembership,
  politicalOpinion,
  ethnicity,
  religion,
  health,
]
