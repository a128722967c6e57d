import { expect, test } from 'vitest'
import { toRequirements } from './requirements'

test('what the payment provider asks for is told in words, each thing once', () => {
  const dueAtOnboarding = [
    ...['business_profile.mcc', 'business_profile.url', 'business_type', 'external_account'],
    ...['individual.address.city', 'individual.address.line1', 'individual.dob.day', 'individual.dob.year'],
    ...['individual.email', 'individual.first_name', 'individual.last_name', 'individual.phone'],
    ...['individual.ssn_last_4', 'tos_acceptance.date', 'tos_acceptance.ip'],
  ]
  expect(toRequirements(dueAtOnboarding)).toEqual([
    ...['industry', 'website', 'businessType', 'bank', 'homeAddress', 'birthDate'],
    ...['email', 'legalName', 'phone', 'idNumber', 'terms'],
  ])
})

test('of a company, its owners and their papers, and what nobody has heard of yet', () => {
  expect(
    toRequirements([
      ...['company.tax_id', 'company.name', 'company.address.line1', 'company.owners_provided'],
      ...['person_1AbC.verification.document', 'person_1AbC.relationship.title', 'something.new'],
    ]),
  ).toEqual(['taxId', 'businessName', 'businessAddress', 'owners', 'document', 'role', 'more'])
})
