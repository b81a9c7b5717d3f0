export { appointmentId, buildDirectory, type Directory, type Holder, hasRole, inForce, isApplicant } from './directory.ts';
export {
  birthOf,
  checkCitizenId,
  checkCreditCode,
  checkId,
  citizenCheck,
  creditCheck,
  type IdentityCheck,
  maskId,
  normalId,
} from './identity.ts';
export { type Persona, personaFor } from './personas.ts';
export { type RegisterFault, registerFaults } from './register.ts';
export {
  loadModelOrganisation,
  MODEL_ORGANISATION_FILES,
  type ModelIdentity,
  type ModelOrganisation,
  type ModelOrganisationFiles,
} from './seed.ts';
export {
  type AuthorityChange,
  appendRegister,
  changeAuthority,
  type Ending,
  type Queryable,
  type RegisterAddition,
  readRegister,
} from './store.ts';
export {
  type Actor,
  type Appointment,
  type Authorisation,
  ID_TYPES,
  type IdType,
  type Organ,
  type Register,
  type Role,
  type Seat,
  type Withdrawal,
} from './types.ts';
export {
  type IdentityFaultCode,
  identityRefusals,
  identityWarnings,
  idTypeNames,
  type OrganKind,
  organKindNames,
  type RegisterFaultCode,
  registerRefusals,
  roleNames,
} from './words.ts';
