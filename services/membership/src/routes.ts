import { acceptInvitationRoute } from './features/accept-invitation/http';
import { acceptRulesRoute } from './features/accept-rules/http';
import { applyRoute } from './features/apply/http';
import { askEmailProofRoute } from './features/ask-email-proof/http';
import { askPasswordResetRoute } from './features/ask-password-reset/http';
import { beginSecondFactorRoute } from './features/begin-second-factor/http';
import { cancelCohortRoute } from './features/cancel-cohort/http';
import { changeEmailRoute } from './features/change-email/http';
import { changePasswordRoute } from './features/change-password/http';
import { copyCohortRoute } from './features/copy-cohort/http';
import { confirmEmailRoute } from './features/confirm-email/http';
import { confirmSecondFactorRoute } from './features/confirm-second-factor/http';
import { confirmSignUpRoute } from './features/confirm-sign-up/http';
import { createOrganisationRoute } from './features/create-organisation/http';
import { declineInvitationRoute } from './features/decline-invitation/http';
import { dismissStaffRoute } from './features/dismiss-staff/http';
import { draftCohortRoute } from './features/draft-cohort/http';
import { editAccountRoute } from './features/edit-account/http';
import { editCohortRoute } from './features/edit-cohort/http';
import { endOtherSessionsRoute } from './features/end-other-sessions/http';
import { endSecondFactorRoute } from './features/end-second-factor/http';
import { endSessionRoute } from './features/end-session/http';
import { askErasureRoute, keepAccountRoute, showErasureRoute } from './features/erase-account/http';
import { holdSeatRoute } from './features/hold-seat/http';
import { checkImportRoute, importLearnersRoute } from './features/import-learners/http';
import { inviteStaffRoute } from './features/invite-staff/http';
import { leaveStaffRoute } from './features/leave-staff/http';
import { listActsRoute, listMyActsRoute, listOrganisationActsRoute } from './features/list-acts/http';
import { listCohortsRoute, listOrganisationCohortsRoute } from './features/list-cohorts/http';
import { listEarlierCohortsRoute } from './features/list-earlier-cohorts/http';
import { listEnrolmentsRoute } from './features/list-enrolments/http';
import { listInvitedLearnersRoute } from './features/list-invited-learners/http';
import { listInvitationsRoute, listMyInvitationsRoute } from './features/list-invitations/http';
import { listMembersRoute } from './features/list-members/http';
import { listOrganisationsRoute } from './features/list-organisations/http';
import { listRolesRoute } from './features/list-roles/http';
import { listRevokedSessionsRoute } from './features/list-revoked-sessions/http';
import { listSessionsRoute } from './features/list-sessions/http';
import { listStaffRoute } from './features/list-staff/http';
import { listVersionsRoute } from './features/list-versions/http';
import { proveEmailRoute } from './features/prove-email/http';
import { publishCohortRoute } from './features/publish-cohort/http';
import { publishKeysRoute } from './features/publish-keys/http';
import { refreshSessionRoute } from './features/refresh-session/http';
import { replaceRecoveryCodesRoute } from './features/replace-recovery-codes/http';
import { requireSecondFactorRoute } from './features/require-second-factor/http';
import { resendLearnerInvitationRoute } from './features/resend-learner-invitation/http';
import { resetPasswordRoute } from './features/reset-password/http';
import { showAccountRoute } from './features/show-account/http';
import { showCohortBySlugRoute, showCohortRoute } from './features/show-cohort/http';
import { showEnrolmentRoute } from './features/show-enrolment/http';
import { showPassphraseRoute } from './features/show-passphrase/http';
import { showTermsRoute } from './features/show-terms/http';
import { showSecondFactorRoute } from './features/show-second-factor/http';
import { signInRoute } from './features/sign-in/http';
import { signOutRoute } from './features/sign-out/http';
import { signUpRoute } from './features/sign-up/http';
import { useLearnerInvitationRoute } from './features/use-learner-invitation/http';
import { withdrawInvitationRoute } from './features/withdraw-invitation/http';
import { withdrawLearnerInvitationRoute } from './features/withdraw-learner-invitation/http';
import { withdrawRoute } from './features/withdraw/http';

/** Everything that membership answers, in the order of the API reference. */
import { beginPasskeyRoute } from './features/begin-passkey/http';
import { addPasskeyRoute } from './features/add-passkey/http';
import { removePasskeyRoute } from './features/remove-passkey/http';
import { beginPasskeySignInRoute } from './features/begin-passkey-sign-in/http';
import { signInByPasskeyRoute } from './features/sign-in-by-passkey/http';
import { beginPasskeyProofRoute, proveByPasskeyRoute } from './features/prove-by-passkey/http';

export const routes = [
  signUpRoute,
  confirmSignUpRoute,
  signInRoute,
  beginPasskeySignInRoute,
  signInByPasskeyRoute,
  refreshSessionRoute,
  signOutRoute,
  listSessionsRoute,
  listRevokedSessionsRoute,
  endOtherSessionsRoute,
  endSessionRoute,
  showAccountRoute,
  editAccountRoute,
  changePasswordRoute,
  showSecondFactorRoute,
  beginSecondFactorRoute,
  confirmSecondFactorRoute,
  endSecondFactorRoute,
  replaceRecoveryCodesRoute,
  beginPasskeyRoute,
  addPasskeyRoute,
  removePasskeyRoute,
  beginPasskeyProofRoute,
  proveByPasskeyRoute,
  showErasureRoute,
  askErasureRoute,
  keepAccountRoute,
  changeEmailRoute,
  confirmEmailRoute,
  askEmailProofRoute,
  proveEmailRoute,
  askPasswordResetRoute,
  resetPasswordRoute,
  listRolesRoute,
  listMyActsRoute,
  listActsRoute,
  publishKeysRoute,
  createOrganisationRoute,
  listOrganisationsRoute,
  requireSecondFactorRoute,
  listOrganisationActsRoute,
  listOrganisationCohortsRoute,
  draftCohortRoute,
  showCohortBySlugRoute,
  editCohortRoute,
  publishCohortRoute,
  cancelCohortRoute,
  copyCohortRoute,
  listCohortsRoute,
  showCohortRoute,
  listEarlierCohortsRoute,
  listVersionsRoute,
  showPassphraseRoute,
  inviteStaffRoute,
  listInvitationsRoute,
  withdrawInvitationRoute,
  listMyInvitationsRoute,
  acceptInvitationRoute,
  declineInvitationRoute,
  listStaffRoute,
  dismissStaffRoute,
  leaveStaffRoute,
  listMembersRoute,
  checkImportRoute,
  importLearnersRoute,
  listInvitedLearnersRoute,
  resendLearnerInvitationRoute,
  withdrawLearnerInvitationRoute,
  useLearnerInvitationRoute,
  applyRoute,
  acceptRulesRoute,
  holdSeatRoute,
  withdrawRoute,
  listEnrolmentsRoute,
  showEnrolmentRoute,
  showTermsRoute,
] as const;
