/** What the payment provider asks for, in its own names: `individual.dob.day`, `person_1Ab.address.line1`. */
const kinds = [
  ['bank', /^external_account/],
  ['terms', /tos_acceptance|agreements/],
  ['website', /^business_profile\.(url|product_description)/],
  ['industry', /^business_profile\.(mcc|annual_revenue|estimated_worker_count|monthly)/],
  ['businessContact', /^business_profile\.support|^company\.phone/],
  ['businessType', /^business_type|^company\.structure/],
  ['taxId', /^company\.(tax_id|vat_id|registration_number|export)/],
  ['businessAddress', /^company\.address/],
  ['businessName', /^company\.name|^business_profile\.name|^settings\./],
  ['businessDocument', /^company\.verification|^documents\./],
  ['owners', /(owners|directors|executives)_provided$|ownership|^(owners|directors|executives|representative)$/],
  ['document', /verification\.(document|additional_document|proof_of_liveness)/],
  ['idNumber', /(id_number|ssn_last_4|id_number_secondary|nationality|political_exposure)$/],
  ['birthDate', /\.dob(\.|$)/],
  ['homeAddress', /\.(address|registered_address)(\.|$)/],
  ['email', /\.email$/],
  ['phone', /\.phone$/],
  ['role', /\.relationship\./],
  ['legalName', /\.(first_name|last_name|full_name|maiden_name)/],
] as const

export type Requirement = (typeof kinds)[number][0] | 'more'

/** In the words of people, each once; what is not known is asked for on the provider's own pages. */
export const toRequirements = (names: readonly string[]): Requirement[] => [
  ...new Set(names.map((name) => kinds.find(([, pattern]) => pattern.test(name))?.[0] ?? 'more')),
]
