export interface paths {
    "/.well-known/jwks.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Public keys of the access tokens */
        get: operations["membership_get_well_known_jwks_json"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign up; a letter goes to the address, and the answer is the same whether or not somebody has it */
        post: operations["membership_post_accounts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make the account by the secret of the link that was sent to its address and its password, and sign in */
        post: operations["membership_post_accounts_confirmation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My account */
        get: operations["membership_get_accounts_me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change my name, zone or language; an enrolment keeps the zone that it began with */
        patch: operations["membership_patch_accounts_me"];
        trace?: never;
    };
    "/accounts/me/acts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What I did, and what was done to my account and my roles, the latest first */
        get: operations["membership_get_accounts_me_acts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/me/email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a link to another address, by which it becomes mine; the answer is the same if somebody has it */
        post: operations["membership_post_accounts_me_email"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/me/email-proof": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send me another letter with the link that proves my e-mail; the earlier link ends */
        post: operations["membership_post_accounts_me_email_proof"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/me/erasure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether my account is to be erased, and when */
        get: operations["membership_get_accounts_me_erasure"];
        put?: never;
        /** Erase my account in a week, by the password and, with two-step sign-in, a code; not while money of a cohort is open. What was paid and decided stays in the books without my name */
        post: operations["membership_post_accounts_me_erasure"];
        /** Keep my account after all; a second time is fine */
        delete: operations["membership_delete_accounts_me_erasure"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/me/passkey-challenges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin to add a passkey, by the password and, with two-step sign-in, a code: what the browser makes it for */
        post: operations["membership_post_accounts_me_passkey_challenges"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/me/passkey-proofs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A code for one act of this sign-in, by a passkey of mine; good once, for five minutes */
        post: operations["membership_post_accounts_me_passkey_proofs"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/me/passkey-proofs/challenge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Something for a passkey of mine to sign, for a code */
        post: operations["membership_post_accounts_me_passkey_proofs_challenge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/me/passkeys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add the passkey that an authenticator made. As the first factor it ends every other sign-in of mine and comes with recovery codes, shown this once */
        post: operations["membership_post_accounts_me_passkeys"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/me/passkeys/removal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Remove a passkey of mine, by the password and a code */
        post: operations["membership_post_accounts_me_passkeys_removal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set another password; every other sign-in of mine ends */
        post: operations["membership_post_accounts_me_password"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/me/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What I am in all cohorts: where I work, then where I learn, each the latest first */
        get: operations["membership_get_accounts_me_roles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/me/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether signing in to my account takes more than the password, my passkeys, and which organisations require it of me */
        get: operations["membership_get_accounts_me_second_factor"];
        put?: never;
        /** Begin to turn on two-step sign-in: a secret for an authenticator, shown this once */
        post: operations["membership_post_accounts_me_second_factor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/me/second-factor/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Turn two-step sign-in on by a first code; every other sign-in of mine ends; recovery codes, shown this once, unless passkeys brought some */
        post: operations["membership_post_accounts_me_second_factor_confirmation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/me/second-factor/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** New recovery codes, by the password and a code; the earlier ones are good no more; shown this once */
        post: operations["membership_post_accounts_me_second_factor_recovery_codes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/me/second-factor/removal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Turn two-step sign-in off, by the password and a code */
        post: operations["membership_post_accounts_me_second_factor_removal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every act of staff and of accounts about themselves, for the platform, the latest first
         * @description Roles: arbiter.
         */
        get: operations["membership_get_acts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cohort-pages/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One cohort by the word in its address, also by one that it had before */
        get: operations["membership_get_cohort_pages_slug"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cohorts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Published cohorts by their first day: those that can be joined with the soonest first, else the latest first */
        get: operations["membership_get_cohorts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cohorts/{cohortId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One cohort; a draft only for its staff */
        get: operations["membership_get_cohorts_cohortId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Edit a draft, or of a published cohort what changes nothing that was promised
         * @description Roles: owner.
         */
        patch: operations["membership_patch_cohorts_cohortId"];
        trace?: never;
    };
    "/cohorts/{cohortId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel a cohort; every learner gets back what is left
         * @description Roles: owner.
         */
        post: operations["membership_post_cohorts_cohortId_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cohorts/{cohortId}/copy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Draft a cohort after this one, its dates moved; without its passphrase, its address and its staff
         * @description Roles: owner.
         */
        post: operations["membership_post_cohorts_cohortId_copy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cohorts/{cohortId}/earlier": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the other settled cohorts of the same organisation ended, the latest first */
        get: operations["membership_get_cohorts_cohortId_earlier"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cohorts/{cohortId}/enrolments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Apply to a cohort */
        post: operations["membership_post_cohorts_cohortId_enrolments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cohorts/{cohortId}/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Open invitations of a cohort
         * @description Roles: owner.
         */
        get: operations["membership_get_cohorts_cohortId_invitations"];
        put?: never;
        /**
         * Offer a role to whoever has an address, by a letter; it begins when they accept, within 14 days
         * @description Roles: owner.
         */
        post: operations["membership_post_cohorts_cohortId_invitations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cohorts/{cohortId}/invitations/{invitationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Withdraw an invitation; a second time is fine
         * @description Roles: owner.
         */
        delete: operations["membership_delete_cohorts_cohortId_invitations_invitationId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cohorts/{cohortId}/learner-invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who was invited to a cohort by an import, and what became of it
         * @description Roles: owner, class_head.
         */
        get: operations["membership_get_cohorts_cohortId_learner_invitations"];
        put?: never;
        /**
         * Invite by a letter whoever a checked table names to apply; they are members once they accepted the rules and paid
         * @description Roles: owner, class_head.
         */
        post: operations["membership_post_cohorts_cohortId_learner_invitations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cohorts/{cohortId}/learner-invitations/{invitationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Take back an invitation that nobody opened: its link opens nothing; a second time is fine
         * @description Roles: owner, class_head.
         */
        delete: operations["membership_delete_cohorts_cohortId_learner_invitations_invitationId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cohorts/{cohortId}/learner-invitations/{invitationId}/letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Write once more to somebody whom a list invited, a day after the letter before at the earliest and three times at most; the link before opens nothing any more
         * @description Roles: owner, class_head.
         */
        post: operations["membership_post_cohorts_cohortId_learner_invitations_invitationId_letters"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cohorts/{cohortId}/learner-invitations/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What an import of learners would do, and all that is wrong with its lines; nothing is done
         * @description Roles: owner, class_head.
         */
        post: operations["membership_post_cohorts_cohortId_learner_invitations_check"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cohorts/{cohortId}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Members in the order of their numbers, all or who is looked for by name, number, address or state
         * @description Roles: owner, class_head, instructor, committee.
         */
        get: operations["membership_get_cohorts_cohortId_members"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cohorts/{cohortId}/passphrase": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The word that stands hidden in the rules, for those who run the class
         * @description Roles: owner, class_head.
         */
        get: operations["membership_get_cohorts_cohortId_passphrase"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cohorts/{cohortId}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open a cohort for enrolment
         * @description Roles: owner.
         */
        post: operations["membership_post_cohorts_cohortId_publish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cohorts/{cohortId}/resignation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give my role in a cohort back; its owner cannot
         * @description Roles: owner, class_head, instructor, committee.
         */
        post: operations["membership_post_cohorts_cohortId_resignation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cohorts/{cohortId}/staff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who works for a cohort
         * @description Roles: owner, class_head, instructor, committee.
         */
        get: operations["membership_get_cohorts_cohortId_staff"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cohorts/{cohortId}/staff/{accountId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Take a role away
         * @description Roles: owner.
         */
        delete: operations["membership_delete_cohorts_cohortId_staff_accountId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cohorts/{cohortId}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the cohort said of itself and since when, for its staff: each version of policy and rules, the latest first
         * @description Roles: owner, class_head, instructor, committee.
         */
        get: operations["membership_get_cohorts_cohortId_versions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/email-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make an address the account's by the secret of the link that was sent to it; other sign-ins end */
        post: operations["membership_post_email_changes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/email-proofs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Prove an e-mail by the secret of a link that was sent to it; good once, for a day */
        post: operations["membership_post_email_proofs"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enrolments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My enrolments, of one cohort if it is named, the latest application first */
        get: operations["membership_get_enrolments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enrolments/{enrolmentId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One enrolment
         * @description Roles: learner, owner, class_head, instructor, committee.
         */
        get: operations["membership_get_enrolments_enrolmentId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enrolments/{enrolmentId}/acceptance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept the rules, proven by their passphrase
         * @description Roles: learner.
         */
        post: operations["membership_post_enrolments_enrolmentId_acceptance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enrolments/{enrolmentId}/seat": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hold a seat until it is paid; in a full cohort wait for one, with the place on the list
         * @description Roles: learner.
         */
        post: operations["membership_post_enrolments_enrolmentId_seat"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enrolments/{enrolmentId}/terms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was promised to this learner: what the cohort said when they accepted its rules, or applied
         * @description Roles: learner, owner, class_head, instructor, committee.
         */
        get: operations["membership_get_enrolments_enrolmentId_terms"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enrolments/{enrolmentId}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Leave: with everything back during the cooling-off
         * @description Roles: learner.
         */
        post: operations["membership_post_enrolments_enrolmentId_withdrawal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Open invitations to my address; none before it is proven */
        get: operations["membership_get_invitations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/invitations/{invitationId}/acceptance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accept an invitation to my proven address: the role begins */
        post: operations["membership_post_invitations_invitationId_acceptance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/invitations/{invitationId}/refusal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decline an invitation to my proven address; a second time is fine */
        post: operations["membership_post_invitations_invitationId_refusal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/learner-invitations/use": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Where the link of a letter to a learner leads, and what they were called there; good once */
        post: operations["membership_post_learner_invitations_use"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organisations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My organisations */
        get: operations["membership_get_organisations"];
        put?: never;
        /** Start a course business */
        post: operations["membership_post_organisations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organisations/{organisationId}/acts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the owner and the staff of an organisation did with its cohorts, roles and invitations, the latest first
         * @description Roles: owner.
         */
        get: operations["membership_get_organisations_organisationId_acts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organisations/{organisationId}/cohorts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All cohorts of an organisation, drafts too, the latest draft first
         * @description Roles: owner.
         */
        get: operations["membership_get_organisations_organisationId_cohorts"];
        put?: never;
        /**
         * Draft a cohort
         * @description Roles: owner.
         */
        post: operations["membership_post_organisations_organisationId_cohorts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organisations/{organisationId}/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say whether two-step sign-in is required of the staff, by the password and a code of the owner
         * @description Roles: owner.
         */
        post: operations["membership_post_organisations_organisationId_second_factor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/passkey-challenges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Something for a passkey to sign, to sign in by it */
        post: operations["membership_post_passkey_challenges"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/password-resets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a link to set another password to an address, if somebody has an account with it; the answer is the same */
        post: operations["membership_post_password_resets"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/passwords": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set another password by the secret of a link that was sent for it; every sign-in ends */
        post: operations["membership_post_passwords"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where I am signed in, the sign-in used last first */
        get: operations["membership_get_sessions"];
        put?: never;
        /** Sign in; with two-step sign-in, ask again with a code */
        post: operations["membership_post_sessions"];
        /** End every sign-in of mine but the one that asks */
        delete: operations["membership_delete_sessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/{sessionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End a sign-in of mine on another device; a second time is fine */
        delete: operations["membership_delete_sessions_sessionId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Sign out */
        delete: operations["membership_delete_sessions_current"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/passkey": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in by a passkey alone */
        post: operations["membership_post_sessions_passkey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Exchange the refresh cookie for an access token */
        post: operations["membership_post_sessions_refresh"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Problem: {
            code: string;
            correlationId?: string;
            detail?: string;
            fields?: {
                message: string;
                path: string;
            }[];
            status: number;
            title: string;
            type: string;
        };
        /** @description An IANA time zone or a fixed offset from UTC */
        TimeZone: string | ("Africa/Abidjan" | "Africa/Accra" | "Africa/Addis_Ababa" | "Africa/Algiers" | "Africa/Asmera" | "Africa/Bamako" | "Africa/Bangui" | "Africa/Banjul" | "Africa/Bissau" | "Africa/Blantyre" | "Africa/Brazzaville" | "Africa/Bujumbura" | "Africa/Cairo" | "Africa/Casablanca" | "Africa/Ceuta" | "Africa/Conakry" | "Africa/Dakar" | "Africa/Dar_es_Salaam" | "Africa/Djibouti" | "Africa/Douala" | "Africa/El_Aaiun" | "Africa/Freetown" | "Africa/Gaborone" | "Africa/Harare" | "Africa/Johannesburg" | "Africa/Juba" | "Africa/Kampala" | "Africa/Khartoum" | "Africa/Kigali" | "Africa/Kinshasa" | "Africa/Lagos" | "Africa/Libreville" | "Africa/Lome" | "Africa/Luanda" | "Africa/Lubumbashi" | "Africa/Lusaka" | "Africa/Malabo" | "Africa/Maputo" | "Africa/Maseru" | "Africa/Mbabane" | "Africa/Mogadishu" | "Africa/Monrovia" | "Africa/Nairobi" | "Africa/Ndjamena" | "Africa/Niamey" | "Africa/Nouakchott" | "Africa/Ouagadougou" | "Africa/Porto-Novo" | "Africa/Sao_Tome" | "Africa/Tripoli" | "Africa/Tunis" | "Africa/Windhoek" | "America/Adak" | "America/Anchorage" | "America/Anguilla" | "America/Antigua" | "America/Araguaina" | "America/Argentina/La_Rioja" | "America/Argentina/Rio_Gallegos" | "America/Argentina/Salta" | "America/Argentina/San_Juan" | "America/Argentina/San_Luis" | "America/Argentina/Tucuman" | "America/Argentina/Ushuaia" | "America/Aruba" | "America/Asuncion" | "America/Bahia" | "America/Bahia_Banderas" | "America/Barbados" | "America/Belem" | "America/Belize" | "America/Blanc-Sablon" | "America/Boa_Vista" | "America/Bogota" | "America/Boise" | "America/Buenos_Aires" | "America/Cambridge_Bay" | "America/Campo_Grande" | "America/Cancun" | "America/Caracas" | "America/Catamarca" | "America/Cayenne" | "America/Cayman" | "America/Chicago" | "America/Chihuahua" | "America/Ciudad_Juarez" | "America/Coral_Harbour" | "America/Cordoba" | "America/Costa_Rica" | "America/Coyhaique" | "America/Creston" | "America/Cuiaba" | "America/Curacao" | "America/Danmarkshavn" | "America/Dawson" | "America/Dawson_Creek" | "America/Denver" | "America/Detroit" | "America/Dominica" | "America/Edmonton" | "America/Eirunepe" | "America/El_Salvador" | "America/Fort_Nelson" | "America/Fortaleza" | "America/Glace_Bay" | "America/Godthab" | "America/Goose_Bay" | "America/Grand_Turk" | "America/Grenada" | "America/Guadeloupe" | "America/Guatemala" | "America/Guayaquil" | "America/Guyana" | "America/Halifax" | "America/Havana" | "America/Hermosillo" | "America/Indiana/Knox" | "America/Indiana/Marengo" | "America/Indiana/Petersburg" | "America/Indiana/Tell_City" | "America/Indiana/Vevay" | "America/Indiana/Vincennes" | "America/Indiana/Winamac" | "America/Indianapolis" | "America/Inuvik" | "America/Iqaluit" | "America/Jamaica" | "America/Jujuy" | "America/Juneau" | "America/Kentucky/Monticello" | "America/Kralendijk" | "America/La_Paz" | "America/Lima" | "America/Los_Angeles" | "America/Louisville" | "America/Lower_Princes" | "America/Maceio" | "America/Managua" | "America/Manaus" | "America/Marigot" | "America/Martinique" | "America/Matamoros" | "America/Mazatlan" | "America/Mendoza" | "America/Menominee" | "America/Merida" | "America/Metlakatla" | "America/Mexico_City" | "America/Miquelon" | "America/Moncton" | "America/Monterrey" | "America/Montevideo" | "America/Montserrat" | "America/Nassau" | "America/New_York" | "America/Nome" | "America/Noronha" | "America/North_Dakota/Beulah" | "America/North_Dakota/Center" | "America/North_Dakota/New_Salem" | "America/Ojinaga" | "America/Panama" | "America/Paramaribo" | "America/Phoenix" | "America/Port-au-Prince" | "America/Port_of_Spain" | "America/Porto_Velho" | "America/Puerto_Rico" | "America/Punta_Arenas" | "America/Rankin_Inlet" | "America/Recife" | "America/Regina" | "America/Resolute" | "America/Rio_Branco" | "America/Santarem" | "America/Santiago" | "America/Santo_Domingo" | "America/Sao_Paulo" | "America/Scoresbysund" | "America/Sitka" | "America/St_Barthelemy" | "America/St_Johns" | "America/St_Kitts" | "America/St_Lucia" | "America/St_Thomas" | "America/St_Vincent" | "America/Swift_Current" | "America/Tegucigalpa" | "America/Thule" | "America/Tijuana" | "America/Toronto" | "America/Tortola" | "America/Vancouver" | "America/Whitehorse" | "America/Winnipeg" | "America/Yakutat" | "Antarctica/Casey" | "Antarctica/Davis" | "Antarctica/DumontDUrville" | "Antarctica/Macquarie" | "Antarctica/Mawson" | "Antarctica/McMurdo" | "Antarctica/Palmer" | "Antarctica/Rothera" | "Antarctica/Syowa" | "Antarctica/Troll" | "Antarctica/Vostok" | "Arctic/Longyearbyen" | "Asia/Aden" | "Asia/Almaty" | "Asia/Amman" | "Asia/Anadyr" | "Asia/Aqtau" | "Asia/Aqtobe" | "Asia/Ashgabat" | "Asia/Atyrau" | "Asia/Baghdad" | "Asia/Bahrain" | "Asia/Baku" | "Asia/Bangkok" | "Asia/Barnaul" | "Asia/Beirut" | "Asia/Bishkek" | "Asia/Brunei" | "Asia/Calcutta" | "Asia/Chita" | "Asia/Colombo" | "Asia/Damascus" | "Asia/Dhaka" | "Asia/Dili" | "Asia/Dubai" | "Asia/Dushanbe" | "Asia/Famagusta" | "Asia/Gaza" | "Asia/Hebron" | "Asia/Hong_Kong" | "Asia/Hovd" | "Asia/Irkutsk" | "Asia/Jakarta" | "Asia/Jayapura" | "Asia/Jerusalem" | "Asia/Kabul" | "Asia/Kamchatka" | "Asia/Karachi" | "Asia/Katmandu" | "Asia/Khandyga" | "Asia/Krasnoyarsk" | "Asia/Kuala_Lumpur" | "Asia/Kuching" | "Asia/Kuwait" | "Asia/Macau" | "Asia/Magadan" | "Asia/Makassar" | "Asia/Manila" | "Asia/Muscat" | "Asia/Nicosia" | "Asia/Novokuznetsk" | "Asia/Novosibirsk" | "Asia/Omsk" | "Asia/Oral" | "Asia/Phnom_Penh" | "Asia/Pontianak" | "Asia/Pyongyang" | "Asia/Qatar" | "Asia/Qostanay" | "Asia/Qyzylorda" | "Asia/Rangoon" | "Asia/Riyadh" | "Asia/Saigon" | "Asia/Sakhalin" | "Asia/Samarkand" | "Asia/Seoul" | "Asia/Shanghai" | "Asia/Singapore" | "Asia/Srednekolymsk" | "Asia/Taipei" | "Asia/Tashkent" | "Asia/Tbilisi" | "Asia/Tehran" | "Asia/Thimphu" | "Asia/Tokyo" | "Asia/Tomsk" | "Asia/Ulaanbaatar" | "Asia/Urumqi" | "Asia/Ust-Nera" | "Asia/Vientiane" | "Asia/Vladivostok" | "Asia/Yakutsk" | "Asia/Yekaterinburg" | "Asia/Yerevan" | "Atlantic/Azores" | "Atlantic/Bermuda" | "Atlantic/Canary" | "Atlantic/Cape_Verde" | "Atlantic/Faeroe" | "Atlantic/Madeira" | "Atlantic/Reykjavik" | "Atlantic/South_Georgia" | "Atlantic/St_Helena" | "Atlantic/Stanley" | "Australia/Adelaide" | "Australia/Brisbane" | "Australia/Broken_Hill" | "Australia/Darwin" | "Australia/Eucla" | "Australia/Hobart" | "Australia/Lindeman" | "Australia/Lord_Howe" | "Australia/Melbourne" | "Australia/Perth" | "Australia/Sydney" | "Europe/Amsterdam" | "Europe/Andorra" | "Europe/Astrakhan" | "Europe/Athens" | "Europe/Belgrade" | "Europe/Berlin" | "Europe/Bratislava" | "Europe/Brussels" | "Europe/Bucharest" | "Europe/Budapest" | "Europe/Busingen" | "Europe/Chisinau" | "Europe/Copenhagen" | "Europe/Dublin" | "Europe/Gibraltar" | "Europe/Guernsey" | "Europe/Helsinki" | "Europe/Isle_of_Man" | "Europe/Istanbul" | "Europe/Jersey" | "Europe/Kaliningrad" | "Europe/Kiev" | "Europe/Kirov" | "Europe/Lisbon" | "Europe/Ljubljana" | "Europe/London" | "Europe/Luxembourg" | "Europe/Madrid" | "Europe/Malta" | "Europe/Mariehamn" | "Europe/Minsk" | "Europe/Monaco" | "Europe/Moscow" | "Europe/Oslo" | "Europe/Paris" | "Europe/Podgorica" | "Europe/Prague" | "Europe/Riga" | "Europe/Rome" | "Europe/Samara" | "Europe/San_Marino" | "Europe/Sarajevo" | "Europe/Saratov" | "Europe/Simferopol" | "Europe/Skopje" | "Europe/Sofia" | "Europe/Stockholm" | "Europe/Tallinn" | "Europe/Tirane" | "Europe/Ulyanovsk" | "Europe/Vaduz" | "Europe/Vatican" | "Europe/Vienna" | "Europe/Vilnius" | "Europe/Volgograd" | "Europe/Warsaw" | "Europe/Zagreb" | "Europe/Zurich" | "Indian/Antananarivo" | "Indian/Chagos" | "Indian/Christmas" | "Indian/Cocos" | "Indian/Comoro" | "Indian/Kerguelen" | "Indian/Mahe" | "Indian/Maldives" | "Indian/Mauritius" | "Indian/Mayotte" | "Indian/Reunion" | "Pacific/Apia" | "Pacific/Auckland" | "Pacific/Bougainville" | "Pacific/Chatham" | "Pacific/Easter" | "Pacific/Efate" | "Pacific/Enderbury" | "Pacific/Fakaofo" | "Pacific/Fiji" | "Pacific/Funafuti" | "Pacific/Galapagos" | "Pacific/Gambier" | "Pacific/Guadalcanal" | "Pacific/Guam" | "Pacific/Honolulu" | "Pacific/Kiritimati" | "Pacific/Kosrae" | "Pacific/Kwajalein" | "Pacific/Majuro" | "Pacific/Marquesas" | "Pacific/Midway" | "Pacific/Nauru" | "Pacific/Niue" | "Pacific/Norfolk" | "Pacific/Noumea" | "Pacific/Pago_Pago" | "Pacific/Palau" | "Pacific/Pitcairn" | "Pacific/Ponape" | "Pacific/Port_Moresby" | "Pacific/Rarotonga" | "Pacific/Saipan" | "Pacific/Tahiti" | "Pacific/Tarawa" | "Pacific/Tongatapu" | "Pacific/Truk" | "Pacific/Wake" | "Pacific/Wallis" | "UTC");
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    membership_get_well_known_jwks_json: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        keys: {
                            [key: string]: unknown;
                        }[];
                    };
                };
            };
            /** @description internal */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                    };
                };
            };
            /** @description unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unavailable";
                    };
                };
            };
        };
    };
    membership_post_accounts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description At most 80 characters as a reader counts them, whatever their bytes; space around it is dropped */
                    displayName: string & (unknown & unknown);
                    /** Format: email */
                    email: string;
                    /**
                     * @default zh-CN
                     * @enum {string}
                     */
                    locale?: "zh-CN" | "en";
                    password: string;
                    timeZone: components["schemas"]["TimeZone"];
                };
            };
        };
        responses: {
            /** @description Done */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        letterSent: boolean;
                    };
                };
            };
            /** @description invalid_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request";
                    };
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_large";
                    };
                };
            };
            /** @description unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unsupported_media_type";
                    };
                };
            };
            /** @description guessable_password */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "guessable_password";
                    };
                };
            };
            /** @description too_many_attempts */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_many_attempts";
                    };
                };
            };
            /** @description internal */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                    };
                };
            };
            /** @description busy, unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "busy" | "unavailable";
                    };
                };
            };
        };
    };
    membership_post_accounts_confirmation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password: string;
                    token: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        accessToken: string;
                        account: {
                            displayName: string;
                            email: string;
                            emailProven: boolean;
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            locale: "zh-CN" | "en";
                            timeZone: string;
                        };
                        expiresInSeconds: number;
                    };
                };
            };
            /** @description invalid_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request";
                    };
                };
            };
            /** @description wrong_credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "wrong_credentials";
                    };
                };
            };
            /** @description link_ended */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "link_ended";
                    };
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_large";
                    };
                };
            };
            /** @description unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unsupported_media_type";
                    };
                };
            };
            /** @description too_many_attempts */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_many_attempts";
                    };
                };
            };
            /** @description internal */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                    };
                };
            };
            /** @description busy, unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "busy" | "unavailable";
                    };
                };
            };
        };
    };
    membership_get_accounts_me: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        displayName: string;
                        email: string;
                        emailProven: boolean;
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        locale: "zh-CN" | "en";
                        timeZone: string;
                    };
                };
            };
            /** @description not_signed_in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_signed_in";
                    };
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_found";
                    };
                };
            };
            /** @description internal */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                    };
                };
            };
            /** @description unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unavailable";
                    };
                };
            };
        };
    };
    membership_patch_accounts_me: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @description At most 80 characters as a reader counts them, whatever their bytes; space around it is dropped */
                    displayName?: string & (unknown & unknown);
                    /** @enum {string} */
                    locale?: "zh-CN" | "en";
                    timeZone?: components["schemas"]["TimeZone"];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        displayName: string;
                        email: string;
                        emailProven: boolean;
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        locale: "zh-CN" | "en";
                        timeZone: string;
                    };
                };
            };
            /** @description invalid_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request";
                    };
                };
            };
            /** @description not_signed_in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_signed_in";
                    };
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_found";
                    };
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_large";
                    };
                };
            };
            /** @description unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unsupported_media_type";
                    };
                };
            };
            /** @description internal */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                    };
                };
            };
            /** @description unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unavailable";
                    };
                };
            };
        };
    };
    membership_get_accounts_me_acts: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            about: {
                                /** Format: uuid */
                                accountId: string;
                                displayName: string;
                            } | null;
                            /** @enum {string} */
                            act: "signed_in" | "sign_in_failed" | "signed_out" | "sign_in_ended" | "other_sign_ins_ended" | "sign_ins_ended" | "sign_in_reused" | "password_changed" | "password_reset" | "email_proven" | "second_factor_begun" | "second_factor_on" | "second_factor_off" | "second_factor_removed" | "recovery_codes_replaced" | "recovery_code_used" | "passkey_added" | "passkey_removed" | "passkey_used" | "passkey_copied" | "wrong_code" | "erasure_asked" | "erasure_taken_back" | "account_erased" | "signed_up" | "email_change_asked" | "email_changed" | "organisation_founded" | "staff_factor_required" | "staff_factor_not_required" | "cohort_drafted" | "cohort_edited" | "cohort_published" | "cohort_cancelled" | "staff_invited" | "invitation_withdrawn" | "invitation_declined" | "learners_invited" | "learner_invitation_resent" | "learner_invitation_withdrawn" | "role_given" | "role_taken" | "role_given_back";
                            /** Format: date-time */
                            at: string;
                            by: {
                                /** Format: uuid */
                                accountId: string;
                                displayName: string;
                            } | null;
                            cohort: {
                                /** Format: uuid */
                                id: string;
                                title: string;
                            } | null;
                            device: string | null;
                            /** Format: uuid */
                            id: string;
                            organisationId: string | null;
                            role: ("owner" | "class_head" | "instructor" | "committee") | null;
                            sessionId: string | null;
                        }[];
                        nextCursor?: string;
                    };
                };
            };
            /** @description invalid_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request";
                    };
                };
            };
            /** @description not_signed_in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_signed_in";
                    };
                };
            };
            /** @description internal */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                    };
                };
            };
            /** @description unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unavailable";
                    };
                };
            };
        };
    };
    membership_post_accounts_me_email: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code?: string;
                    currentPassword: string;
                    /** Format: email */
                    newEmail: string;
                };
            };
        };
        responses: {
            /** @description Done */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description invalid_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request";
                    };
                };
            };
            /** @description not_signed_in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_signed_in";
                    };
                };
            };
            /** @description wrong_credentials, second_factor_needed, wrong_code */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "wrong_credentials" | "second_factor_needed" | "wrong_code";
                    };
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_found";
                    };
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_large";
                    };
                };
            };
            /** @description unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unsupported_media_type";
                    };
                };
            };
            /** @description same_email */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "same_email";
                    };
                };
            };
            /** @description too_many_attempts */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_many_attempts";
                    };
                };
            };
            /** @description internal */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                    };
                };
            };
            /** @description busy, unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "busy" | "unavailable";
                    };
                };
            };
        };
    };
    membership_post_accounts_me_email_proof: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description not_signed_in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_signed_in";
                    };
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_found";
                    };
                };
            };
            /** @description too_many_attempts */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_many_attempts";
                    };
                };
            };
            /** @description internal */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                    };
                };
            };
            /** @description unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unavailable";
                    };
                };
            };
        };
    };
    membership_get_accounts_me_erasure: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        erasesAt: string | null;
                    };
                };
            };
            /** @description not_signed_in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_signed_in";
                    };
                };
            };
            /** @description internal */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                    };
                };
            };
            /** @description unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unavailable";
                    };
                };
            };
        };
    };
    membership_post_accounts_me_erasure: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code?: string;
                    currentPassword: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        erasesAt: string | null;
                    };
                };
            };
            /** @description invalid_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request";
                    };
                };
            };
            /** @description not_signed_in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_signed_in";
                    };
                };
            };
            /** @description wrong_credentials, second_factor_needed, wrong_code */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "wrong_credentials" | "second_factor_needed" | "wrong_code";
                    };
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_found";
                    };
                };
            };
            /** @description enrolments_open, cohorts_open */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "enrolments_open" | "cohorts_open";
                    };
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_large";
                    };
                };
            };
            /** @description unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unsupported_media_type";
                    };
                };
            };
            /** @description too_many_attempts */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_many_attempts";
                    };
                };
            };
            /** @description internal */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                    };
                };
            };
            /** @description busy, unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "busy" | "unavailable";
                    };
                };
            };
        };
    };
    membership_delete_accounts_me_erasure: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description not_signed_in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_signed_in";
                    };
                };
            };
            /** @description internal */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                    };
                };
            };
            /** @description unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unavailable";
                    };
                };
            };
        };
    };
    membership_post_accounts_me_passkey_challenges: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code?: string;
                    currentPassword: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        algorithms: number[];
                        challenge: string;
                        displayName: string;
                        excludedIds: string[];
                        rpId: string;
                        timeoutSeconds: number;
                        userId: string;
                        userName: string;
                    };
                };
            };
            /** @description invalid_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request";
                    };
                };
            };
            /** @description not_signed_in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_signed_in";
                    };
                };
            };
            /** @description wrong_credentials, second_factor_needed, wrong_code */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "wrong_credentials" | "second_factor_needed" | "wrong_code";
                    };
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_found";
                    };
                };
            };
            /** @description passkeys_impossible, too_many_passkeys */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "passkeys_impossible" | "too_many_passkeys";
                    };
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_large";
                    };
                };
            };
            /** @description unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unsupported_media_type";
                    };
                };
            };
            /** @description too_many_attempts */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_many_attempts";
                    };
                };
            };
            /** @description internal */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                    };
                };
            };
            /** @description busy, unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "busy" | "unavailable";
                    };
                };
            };
        };
    };
    membership_post_accounts_me_passkey_proofs: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    authenticatorData: string;
                    clientDataJson: string;
                    id: string;
                    signature: string;
                    userHandle: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                    };
                };
            };
            /** @description invalid_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request";
                    };
                };
            };
            /** @description not_signed_in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_signed_in";
                    };
                };
            };
            /** @description wrong_passkey */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "wrong_passkey";
                    };
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_large";
                    };
                };
            };
            /** @description unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unsupported_media_type";
                    };
                };
            };
            /** @description internal */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                    };
                };
            };
            /** @description unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unavailable";
                    };
                };
            };
        };
    };
    membership_post_accounts_me_passkey_proofs_challenge: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        challenge: string;
                        rpId: string;
                        timeoutSeconds: number;
                    };
                };
            };
            /** @description not_signed_in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_signed_in";
                    };
                };
            };
            /** @description passkeys_impossible */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "passkeys_impossible";
                    };
                };
            };
            /** @description too_many_attempts */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_many_attempts";
                    };
                };
            };
            /** @description internal */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                    };
                };
            };
            /** @description unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unavailable";
                    };
                };
            };
        };
    };
    membership_post_accounts_me_passkeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    attestationObject: string;
                    clientDataJson: string;
                    id: string;
                    /** @description At most 60 characters as a reader counts them, whatever their bytes; space around it is dropped */
                    name: string & (unknown & unknown);
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        recoveryCodes: string[];
                    };
                };
            };
            /** @description invalid_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request";
                    };
                };
            };
            /** @description not_signed_in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_signed_in";
                    };
                };
            };
            /** @description wrong_passkey */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "wrong_passkey";
                    };
                };
            };
            /** @description passkey_not_begun */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "passkey_not_begun";
                    };
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_large";
                    };
                };
            };
            /** @description unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unsupported_media_type";
                    };
                };
            };
            /** @description internal */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                    };
                };
            };
            /** @description unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unavailable";
                    };
                };
            };
        };
    };
    membership_post_accounts_me_passkeys_removal: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                    currentPassword: string;
                    passkeyId: string;
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description invalid_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request";
                    };
                };
            };
            /** @description not_signed_in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_signed_in";
                    };
                };
            };
            /** @description wrong_credentials, wrong_code */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "wrong_credentials" | "wrong_code";
                    };
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_found";
                    };
                };
            };
            /** @description second_factor_off */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "second_factor_off";
                    };
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_large";
                    };
                };
            };
            /** @description unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unsupported_media_type";
                    };
                };
            };
            /** @description too_many_attempts */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_many_attempts";
                    };
                };
            };
            /** @description internal */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                    };
                };
            };
            /** @description busy, unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "busy" | "unavailable";
                    };
                };
            };
        };
    };
    membership_post_accounts_me_password: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    currentPassword: string;
                    newPassword: string;
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description invalid_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request";
                    };
                };
            };
            /** @description not_signed_in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_signed_in";
                    };
                };
            };
            /** @description wrong_credentials */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "wrong_credentials";
                    };
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_found";
                    };
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_large";
                    };
                };
            };
            /** @description unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unsupported_media_type";
                    };
                };
            };
            /** @description guessable_password */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "guessable_password";
                    };
                };
            };
            /** @description too_many_attempts */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_many_attempts";
                    };
                };
            };
            /** @description internal */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                    };
                };
            };
            /** @description busy, unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "busy" | "unavailable";
                    };
                };
            };
        };
    };
    membership_get_accounts_me_roles: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            cohortId: string;
                            endsOn: string | null;
                            enrolmentId: string | null;
                            enrolmentStatus: ("applied" | "rules_accepted" | "waiting" | "seat_held" | "admitted" | "removed" | "leaving" | "withdrawn" | "completed" | "cancelled") | null;
                            organisation: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            };
                            /** @enum {string} */
                            role: "owner" | "class_head" | "instructor" | "committee" | "learner";
                            slug: string | null;
                            startsOn: string | null;
                            /** @enum {string} */
                            status: "draft" | "published" | "settled" | "cancelled";
                            title: string;
                        }[];
                        nextCursor?: string;
                    };
                };
            };
            /** @description invalid_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request";
                    };
                };
            };
            /** @description not_signed_in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_signed_in";
                    };
                };
            };
            /** @description internal */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                    };
                };
            };
            /** @description unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unavailable";
                    };
                };
            };
        };
    };
    membership_get_accounts_me_second_factor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        hasAuthenticator: boolean;
                        isOn: boolean;
                        onSince: string | null;
                        passkeys: {
                            /** Format: date-time */
                            addedAt: string;
                            id: string;
                            lastUsedAt: string | null;
                            name: string;
                        }[];
                        recoveryCodesLeft: number;
                        requiredBy: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        }[];
                        takesPasskeys: boolean;
                    };
                };
            };
            /** @description not_signed_in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_signed_in";
                    };
                };
            };
            /** @description internal */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                    };
                };
            };
            /** @description unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unavailable";
                    };
                };
            };
        };
    };
    membership_post_accounts_me_second_factor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code?: string;
                    currentPassword: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        secret: string;
                        uri: string;
                    };
                };
            };
            /** @description invalid_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request";
                    };
                };
            };
            /** @description not_signed_in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_signed_in";
                    };
                };
            };
            /** @description wrong_credentials, second_factor_needed, wrong_code */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "wrong_credentials" | "second_factor_needed" | "wrong_code";
                    };
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_found";
                    };
                };
            };
            /** @description second_factor_on */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "second_factor_on";
                    };
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_large";
                    };
                };
            };
            /** @description unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unsupported_media_type";
                    };
                };
            };
            /** @description too_many_attempts */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_many_attempts";
                    };
                };
            };
            /** @description internal */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                    };
                };
            };
            /** @description busy, unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "busy" | "unavailable";
                    };
                };
            };
        };
    };
    membership_post_accounts_me_second_factor_confirmation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        recoveryCodes: string[];
                    };
                };
            };
            /** @description invalid_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request";
                    };
                };
            };
            /** @description not_signed_in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_signed_in";
                    };
                };
            };
            /** @description wrong_code */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "wrong_code";
                    };
                };
            };
            /** @description second_factor_not_begun */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "second_factor_not_begun";
                    };
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_large";
                    };
                };
            };
            /** @description unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unsupported_media_type";
                    };
                };
            };
            /** @description too_many_attempts */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_many_attempts";
                    };
                };
            };
            /** @description internal */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                    };
                };
            };
            /** @description unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unavailable";
                    };
                };
            };
        };
    };
    membership_post_accounts_me_second_factor_recovery_codes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                    currentPassword: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        recoveryCodes: string[];
                    };
                };
            };
            /** @description invalid_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request";
                    };
                };
            };
            /** @description not_signed_in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_signed_in";
                    };
                };
            };
            /** @description wrong_credentials, wrong_code */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "wrong_credentials" | "wrong_code";
                    };
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_found";
                    };
                };
            };
            /** @description second_factor_off */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "second_factor_off";
                    };
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_large";
                    };
                };
            };
            /** @description unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unsupported_media_type";
                    };
                };
            };
            /** @description too_many_attempts */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_many_attempts";
                    };
                };
            };
            /** @description internal */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                    };
                };
            };
            /** @description busy, unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "busy" | "unavailable";
                    };
                };
            };
        };
    };
    membership_post_accounts_me_second_factor_removal: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                    currentPassword: string;
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description invalid_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request";
                    };
                };
            };
            /** @description not_signed_in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_signed_in";
                    };
                };
            };
            /** @description wrong_credentials, wrong_code */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "wrong_credentials" | "wrong_code";
                    };
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_found";
                    };
                };
            };
            /** @description second_factor_off */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "second_factor_off";
                    };
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_large";
                    };
                };
            };
            /** @description unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unsupported_media_type";
                    };
                };
            };
            /** @description too_many_attempts */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_many_attempts";
                    };
                };
            };
            /** @description internal */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                    };
                };
            };
            /** @description busy, unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "busy" | "unavailable";
                    };
                };
            };
        };
    };
    membership_get_acts: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            about: {
                                /** Format: uuid */
                                accountId: string;
                                displayName: string;
                            } | null;
                            /** @enum {string} */
                            act: "signed_in" | "sign_in_failed" | "signed_out" | "sign_in_ended" | "other_sign_ins_ended" | "sign_ins_ended" | "sign_in_reused" | "password_changed" | "password_reset" | "email_proven" | "second_factor_begun" | "second_factor_on" | "second_factor_off" | "second_factor_removed" | "recovery_codes_replaced" | "recovery_code_used" | "passkey_added" | "passkey_removed" | "passkey_used" | "passkey_copied" | "wrong_code" | "erasure_asked" | "erasure_taken_back" | "account_erased" | "signed_up" | "email_change_asked" | "email_changed" | "organisation_founded" | "staff_factor_required" | "staff_factor_not_required" | "cohort_drafted" | "cohort_edited" | "cohort_published" | "cohort_cancelled" | "staff_invited" | "invitation_withdrawn" | "invitation_declined" | "learners_invited" | "learner_invitation_resent" | "learner_invitation_withdrawn" | "role_given" | "role_taken" | "role_given_back";
                            /** Format: date-time */
                            at: string;
                            by: {
                                /** Format: uuid */
                                accountId: string;
                                displayName: string;
                            } | null;
                            cohort: {
                                /** Format: uuid */
                                id: string;
                                title: string;
                            } | null;
                            device: string | null;
                            /** Format: uuid */
                            id: string;
                            organisationId: string | null;
                            role: ("owner" | "class_head" | "instructor" | "committee") | null;
                            sessionId: string | null;
                        }[];
                        nextCursor?: string;
                    };
                };
            };
            /** @description invalid_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request";
                    };
                };
            };
            /** @description not_signed_in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_signed_in";
                    };
                };
            };
            /** @description not_allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_allowed";
                    };
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_found";
                    };
                };
            };
            /** @description internal */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                    };
                };
            };
            /** @description unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unavailable";
                    };
                };
            };
        };
    };
    membership_get_cohort_pages_slug: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        appealDays: number;
                        capacity: number | null;
                        description: string | null;
                        endsOn: string | null;
                        enrolUntil: string | null;
                        exchanged: string | null;
                        forWhom: string | null;
                        groupSize: number;
                        /** Format: uuid */
                        id: string;
                        isFull: boolean;
                        isOpen: boolean;
                        joinsLate: {
                            days: number;
                            /** Format: date */
                            firstDay: string;
                            /** Format: date */
                            lastDay: string;
                        } | null;
                        organisation: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        };
                        /** Format: uuid */
                        organisationId: string;
                        outcome: {
                            admitted: number;
                            bonusMinor: number;
                            charityMinor: number;
                            completed: number | null;
                            currency: string;
                            members: number;
                            organiserMinor: number;
                            perfect: number | null;
                            poolMinor: number;
                        } | null;
                        policy: {
                            /** @description Who receives the share for charity */
                            charity?: {
                                address: string;
                                name: string;
                            };
                            checkIn: {
                                accepts: ("entry" | "homework" | "picture" | "voice")[];
                                aheadDays: number | null;
                                minCharacters: number;
                                /** @description Pictures that are a check-in without any text, where they are accepted; default 1 */
                                minPictures?: number;
                                /** @description Seconds of a voice note that is a check-in without any text, where one is accepted; default 1 */
                                minVoiceSeconds?: number;
                                /** @enum {string} */
                                review: "auto" | "instructor";
                                /** @description Days after its acceptance in which a check-in can be rejected; default 3 */
                                reviewDays?: number;
                            };
                            /** @description Default: a third of the days, rounded down, and at most 7 */
                            coolingOffDays?: number;
                            currency: string;
                            /** @enum {string} */
                            dayBoundary: "cohort" | "learner";
                            dayEndsAt: string;
                            days: number;
                            depositMinor: number;
                            entryFeeMinor: number;
                            forfeits: {
                                charityBps: number;
                                finishersBps: number;
                                /** @enum {string} */
                                ifNoFinishers: "return_pro_rata" | "organiser" | "charity";
                                organiserBps: number;
                                /** @enum {string} */
                                sharedBy: "perfect" | "completed";
                            };
                            grace: {
                                days: number;
                            };
                            /** @description Days of leave that one learner may be granted; default one in seven of the required days, rounded up */
                            leave?: {
                                maxDays: number;
                            };
                            makeUp: {
                                /**
                                 * Format: date
                                 * @description Nothing is made up after the close of this date
                                 */
                                endsOn?: string;
                                quota: number | null;
                                windowDays: number | null;
                            };
                            refund: {
                                /** @enum {string} */
                                cadence: "daily" | "weekly" | "at_end";
                                /** @constant */
                                curve: "flat";
                            } | {
                                /** @enum {string} */
                                cadence: "daily" | "weekly" | "at_end";
                                /** @constant */
                                curve: "rising";
                                ratio: number;
                            } | {
                                /** @enum {string} */
                                cadence: "daily" | "weekly" | "at_end";
                                /** @constant */
                                curve: "threshold";
                                requiredDays: number;
                            };
                            removal: {
                                misses: number;
                                /** @enum {string} */
                                per: "week" | "cohort" | "consecutive";
                            } | {
                                /** @constant */
                                per: "never";
                            };
                            restDays: {
                                dates: string[];
                                weekdays: number[];
                            };
                            /** Format: date */
                            startsOn: string & unknown;
                            /** @description IANA time zone or fixed offset such as "+08:00" */
                            timeZone: components["schemas"]["TimeZone"];
                        } | null;
                        policyVersion: number;
                        rules: {
                            /** @description At most 5000 characters as a reader counts them, whatever their bytes; space around it is dropped */
                            text: string & (unknown & unknown);
                            /** @description At most 200 characters as a reader counts them, whatever their bytes; space around it is dropped */
                            title: string & (unknown & unknown);
                        }[];
                        rulesVersion: number;
                        seatsLeft: number | null;
                        settledAt: string | null;
                        slug: string | null;
                        startsOn: string | null;
                        /** @enum {string} */
                        status: "draft" | "published" | "settled" | "cancelled";
                        title: string;
                        whatFor: string | null;
                    };
                };
            };
            /** @description invalid_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request";
                    };
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_found";
                    };
                };
            };
            /** @description internal */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                    };
                };
            };
            /** @description unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unavailable";
                    };
                };
            };
        };
    };
    membership_get_cohorts: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                organisationId?: string;
                show?: "open" | "running" | "settled" | "all";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            appealDays: number;
                            capacity: number | null;
                            endsOn: string | null;
                            enrolUntil: string | null;
                            forWhom: string | null;
                            groupSize: number;
                            /** Format: uuid */
                            id: string;
                            isFull: boolean;
                            isOpen: boolean;
                            organisation: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            };
                            /** Format: uuid */
                            organisationId: string;
                            outcome: {
                                admitted: number;
                                bonusMinor: number;
                                charityMinor: number;
                                completed: number | null;
                                currency: string;
                                members: number;
                                organiserMinor: number;
                                perfect: number | null;
                                poolMinor: number;
                            } | null;
                            policy: {
                                /** @description Who receives the share for charity */
                                charity?: {
                                    address: string;
                                    name: string;
                                };
                                checkIn: {
                                    accepts: ("entry" | "homework" | "picture" | "voice")[];
                                    aheadDays: number | null;
                                    minCharacters: number;
                                    /** @description Pictures that are a check-in without any text, where they are accepted; default 1 */
                                    minPictures?: number;
                                    /** @description Seconds of a voice note that is a check-in without any text, where one is accepted; default 1 */
                                    minVoiceSeconds?: number;
                                    /** @enum {string} */
                                    review: "auto" | "instructor";
                                    /** @description Days after its acceptance in which a check-in can be rejected; default 3 */
                                    reviewDays?: number;
                                };
                                /** @description Default: a third of the days, rounded down, and at most 7 */
                                coolingOffDays?: number;
                                currency: string;
                                /** @enum {string} */
                                dayBoundary: "cohort" | "learner";
                                dayEndsAt: string;
                                days: number;
                                depositMinor: number;
                                entryFeeMinor: number;
                                forfeits: {
                                    charityBps: number;
                                    finishersBps: number;
                                    /** @enum {string} */
                                    ifNoFinishers: "return_pro_rata" | "organiser" | "charity";
                                    organiserBps: number;
                                    /** @enum {string} */
                                    sharedBy: "perfect" | "completed";
                                };
                                grace: {
                                    days: number;
                                };
                                /** @description Days of leave that one learner may be granted; default one in seven of the required days, rounded up */
                                leave?: {
                                    maxDays: number;
                                };
                                makeUp: {
                                    /**
                                     * Format: date
                                     * @description Nothing is made up after the close of this date
                                     */
                                    endsOn?: string;
                                    quota: number | null;
                                    windowDays: number | null;
                                };
                                refund: {
                                    /** @enum {string} */
                                    cadence: "daily" | "weekly" | "at_end";
                                    /** @constant */
                                    curve: "flat";
                                } | {
                                    /** @enum {string} */
                                    cadence: "daily" | "weekly" | "at_end";
                                    /** @constant */
                                    curve: "rising";
                                    ratio: number;
                                } | {
                                    /** @enum {string} */
                                    cadence: "daily" | "weekly" | "at_end";
                                    /** @constant */
                                    curve: "threshold";
                                    requiredDays: number;
                                };
                                removal: {
                                    misses: number;
                                    /** @enum {string} */
                                    per: "week" | "cohort" | "consecutive";
                                } | {
                                    /** @constant */
                                    per: "never";
                                };
                                restDays: {
                                    dates: string[];
                                    weekdays: number[];
                                };
                                /** Format: date */
                                startsOn: string & unknown;
                                /** @description IANA time zone or fixed offset such as "+08:00" */
                                timeZone: components["schemas"]["TimeZone"];
                            } | null;
                            policyVersion: number;
                            rulesVersion: number;
                            seatsLeft: number | null;
                            settledAt: string | null;
                            slug: string | null;
                            startsOn: string | null;
                            /** @enum {string} */
                            status: "draft" | "published" | "settled" | "cancelled";
                            title: string;
                        }[];
                        nextCursor?: string;
                    };
                };
            };
            /** @description invalid_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request";
                    };
                };
            };
            /** @description internal */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                    };
                };
            };
            /** @description unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unavailable";
                    };
                };
            };
        };
    };
    membership_get_cohorts_cohortId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                cohortId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        appealDays: number;
                        capacity: number | null;
                        description: string | null;
                        endsOn: string | null;
                        enrolUntil: string | null;
                        exchanged: string | null;
                        forWhom: string | null;
                        groupSize: number;
                        /** Format: uuid */
                        id: string;
                        isFull: boolean;
                        isOpen: boolean;
                        joinsLate: {
                            days: number;
                            /** Format: date */
                            firstDay: string;
                            /** Format: date */
                            lastDay: string;
                        } | null;
                        organisation: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        };
                        /** Format: uuid */
                        organisationId: string;
                        outcome: {
                            admitted: number;
                            bonusMinor: number;
                            charityMinor: number;
                            completed: number | null;
                            currency: string;
                            members: number;
                            organiserMinor: number;
                            perfect: number | null;
                            poolMinor: number;
                        } | null;
                        policy: {
                            /** @description Who receives the share for charity */
                            charity?: {
                                address: string;
                                name: string;
                            };
                            checkIn: {
                                accepts: ("entry" | "homework" | "picture" | "voice")[];
                                aheadDays: number | null;
                                minCharacters: number;
                                /** @description Pictures that are a check-in without any text, where they are accepted; default 1 */
                                minPictures?: number;
                                /** @description Seconds of a voice note that is a check-in without any text, where one is accepted; default 1 */
                                minVoiceSeconds?: number;
                                /** @enum {string} */
                                review: "auto" | "instructor";
                                /** @description Days after its acceptance in which a check-in can be rejected; default 3 */
                                reviewDays?: number;
                            };
                            /** @description Default: a third of the days, rounded down, and at most 7 */
                            coolingOffDays?: number;
                            currency: string;
                            /** @enum {string} */
                            dayBoundary: "cohort" | "learner";
                            dayEndsAt: string;
                            days: number;
                            depositMinor: number;
                            entryFeeMinor: number;
                            forfeits: {
                                charityBps: number;
                                finishersBps: number;
                                /** @enum {string} */
                                ifNoFinishers: "return_pro_rata" | "organiser" | "charity";
                                organiserBps: number;
                                /** @enum {string} */
                                sharedBy: "perfect" | "completed";
                            };
                            grace: {
                                days: number;
                            };
                            /** @description Days of leave that one learner may be granted; default one in seven of the required days, rounded up */
                            leave?: {
                                maxDays: number;
                            };
                            makeUp: {
                                /**
                                 * Format: date
                                 * @description Nothing is made up after the close of this date
                                 */
                                endsOn?: string;
                                quota: number | null;
                                windowDays: number | null;
                            };
                            refund: {
                                /** @enum {string} */
                                cadence: "daily" | "weekly" | "at_end";
                                /** @constant */
                                curve: "flat";
                            } | {
                                /** @enum {string} */
                                cadence: "daily" | "weekly" | "at_end";
                                /** @constant */
                                curve: "rising";
                                ratio: number;
                            } | {
                                /** @enum {string} */
                                cadence: "daily" | "weekly" | "at_end";
                                /** @constant */
                                curve: "threshold";
                                requiredDays: number;
                            };
                            removal: {
                                misses: number;
                                /** @enum {string} */
                                per: "week" | "cohort" | "consecutive";
                            } | {
                                /** @constant */
                                per: "never";
                            };
                            restDays: {
                                dates: string[];
                                weekdays: number[];
                            };
                            /** Format: date */
                            startsOn: string & unknown;
                            /** @description IANA time zone or fixed offset such as "+08:00" */
                            timeZone: components["schemas"]["TimeZone"];
                        } | null;
                        policyVersion: number;
                        rules: {
                            /** @description At most 5000 characters as a reader counts them, whatever their bytes; space around it is dropped */
                            text: string & (unknown & unknown);
                            /** @description At most 200 characters as a reader counts them, whatever their bytes; space around it is dropped */
                            title: string & (unknown & unknown);
                        }[];
                        rulesVersion: number;
                        seatsLeft: number | null;
                        settledAt: string | null;
                        slug: string | null;
                        startsOn: string | null;
                        /** @enum {string} */
                        status: "draft" | "published" | "settled" | "cancelled";
                        title: string;
                        whatFor: string | null;
                    };
                };
            };
            /** @description invalid_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request";
                    };
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_found";
                    };
                };
            };
            /** @description internal */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                    };
                };
            };
            /** @description unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unavailable";
                    };
                };
            };
        };
    };
    membership_patch_cohorts_cohortId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                cohortId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    appealDays?: number;
                    capacity?: number;
                    description?: (string & (unknown & unknown)) | null;
                    enrolUntil?: string | null;
                    exchanged?: (string & (unknown & unknown)) | null;
                    forWhom?: (string & (unknown & unknown)) | null;
                    groupSize?: number;
                    /** @description At most 100 characters as a reader counts them, whatever their bytes; space around it is dropped */
                    passphrase?: string & (unknown & unknown);
                    policy?: {
                        /** @description Who receives the share for charity */
                        charity?: {
                            /** @description At most 300 characters as a reader counts them, whatever their bytes; space around it is dropped */
                            address: string & (unknown & unknown);
                            /** @description At most 120 characters as a reader counts them, whatever their bytes; space around it is dropped */
                            name: string & (unknown & unknown);
                        };
                        checkIn: {
                            accepts: ("entry" | "homework" | "picture" | "voice")[];
                            aheadDays: number | null;
                            minCharacters: number;
                            /** @description Pictures that are a check-in without any text, where they are accepted; default 1 */
                            minPictures?: number;
                            /** @description Seconds of a voice note that is a check-in without any text, where one is accepted; default 1 */
                            minVoiceSeconds?: number;
                            /** @enum {string} */
                            review: "auto" | "instructor";
                            /** @description Days after its acceptance in which a check-in can be rejected; default 3 */
                            reviewDays?: number;
                        };
                        /** @description Default: a third of the days, rounded down, and at most 7 */
                        coolingOffDays?: number;
                        currency: string;
                        /** @enum {string} */
                        dayBoundary: "cohort" | "learner";
                        dayEndsAt: string;
                        days: number;
                        depositMinor: number;
                        entryFeeMinor: number;
                        forfeits: {
                            charityBps: number;
                            finishersBps: number;
                            /** @enum {string} */
                            ifNoFinishers: "return_pro_rata" | "organiser" | "charity";
                            organiserBps: number;
                            /** @enum {string} */
                            sharedBy: "perfect" | "completed";
                        };
                        grace: {
                            days: number;
                        };
                        /** @description Days of leave that one learner may be granted; default one in seven of the required days, rounded up */
                        leave?: {
                            maxDays: number;
                        };
                        makeUp: {
                            /**
                             * Format: date
                             * @description Nothing is made up after the close of this date
                             */
                            endsOn?: string;
                            quota: number | null;
                            windowDays: number | null;
                        };
                        refund: {
                            /** @enum {string} */
                            cadence: "daily" | "weekly" | "at_end";
                            /** @constant */
                            curve: "flat";
                        } | {
                            /** @enum {string} */
                            cadence: "daily" | "weekly" | "at_end";
                            /** @constant */
                            curve: "rising";
                            ratio: number;
                        } | {
                            /** @enum {string} */
                            cadence: "daily" | "weekly" | "at_end";
                            /** @constant */
                            curve: "threshold";
                            requiredDays: number;
                        };
                        removal: {
                            misses: number;
                            /** @enum {string} */
                            per: "week" | "cohort" | "consecutive";
                        } | {
                            /** @constant */
                            per: "never";
                        };
                        restDays: {
                            dates: string[];
                            weekdays: number[];
                        };
                        /** Format: date */
                        startsOn: string & unknown;
                        /** @description IANA time zone or fixed offset such as "+08:00" */
                        timeZone: components["schemas"]["TimeZone"];
                    };
                    rules?: {
                        /** @description At most 5000 characters as a reader counts them, whatever their bytes; space around it is dropped */
                        text: string & (unknown & unknown);
                        /** @description At most 200 characters as a reader counts them, whatever their bytes; space around it is dropped */
                        title: string & (unknown & unknown);
                    }[];
                    slug?: string | null;
                    /** @description At most 200 characters as a reader counts them, whatever their bytes; space around it is dropped */
                    title?: string & (unknown & unknown);
                    whatFor?: (string & (unknown & unknown)) | null;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        appealDays: number;
                        capacity: number | null;
                        description: string | null;
                        endsOn: string | null;
                        enrolUntil: string | null;
                        exchanged: string | null;
                        forWhom: string | null;
                        groupSize: number;
                        /** Format: uuid */
                        id: string;
                        isFull: boolean;
                        isOpen: boolean;
                        joinsLate: {
                            days: number;
                            /** Format: date */
                            firstDay: string;
                            /** Format: date */
                            lastDay: string;
                        } | null;
                        organisation: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        };
                        /** Format: uuid */
                        organisationId: string;
                        outcome: {
                            admitted: number;
                            bonusMinor: number;
                            charityMinor: number;
                            completed: number | null;
                            currency: string;
                            members: number;
                            organiserMinor: number;
                            perfect: number | null;
                            poolMinor: number;
                        } | null;
                        policy: {
                            /** @description Who receives the share for charity */
                            charity?: {
                                address: string;
                                name: string;
                            };
                            checkIn: {
                                accepts: ("entry" | "homework" | "picture" | "voice")[];
                                aheadDays: number | null;
                                minCharacters: number;
                                /** @description Pictures that are a check-in without any text, where they are accepted; default 1 */
                                minPictures?: number;
                                /** @description Seconds of a voice note that is a check-in without any text, where one is accepted; default 1 */
                                minVoiceSeconds?: number;
                                /** @enum {string} */
                                review: "auto" | "instructor";
                                /** @description Days after its acceptance in which a check-in can be rejected; default 3 */
                                reviewDays?: number;
                            };
                            /** @description Default: a third of the days, rounded down, and at most 7 */
                            coolingOffDays?: number;
                            currency: string;
                            /** @enum {string} */
                            dayBoundary: "cohort" | "learner";
                            dayEndsAt: string;
                            days: number;
                            depositMinor: number;
                            entryFeeMinor: number;
                            forfeits: {
                                charityBps: number;
                                finishersBps: number;
                                /** @enum {string} */
                                ifNoFinishers: "return_pro_rata" | "organiser" | "charity";
                                organiserBps: number;
                                /** @enum {string} */
                                sharedBy: "perfect" | "completed";
                            };
                            grace: {
                                days: number;
                            };
                            /** @description Days of leave that one learner may be granted; default one in seven of the required days, rounded up */
                            leave?: {
                                maxDays: number;
                            };
                            makeUp: {
                                /**
                                 * Format: date
                                 * @description Nothing is made up after the close of this date
                                 */
                                endsOn?: string;
                                quota: number | null;
                                windowDays: number | null;
                            };
                            refund: {
                                /** @enum {string} */
                                cadence: "daily" | "weekly" | "at_end";
                                /** @constant */
                                curve: "flat";
                            } | {
                                /** @enum {string} */
                                cadence: "daily" | "weekly" | "at_end";
                                /** @constant */
                                curve: "rising";
                                ratio: number;
                            } | {
                                /** @enum {string} */
                                cadence: "daily" | "weekly" | "at_end";
                                /** @constant */
                                curve: "threshold";
                                requiredDays: number;
                            };
                            removal: {
                                misses: number;
                                /** @enum {string} */
                                per: "week" | "cohort" | "consecutive";
                            } | {
                                /** @constant */
                                per: "never";
                            };
                            restDays: {
                                dates: string[];
                                weekdays: number[];
                            };
                            /** Format: date */
                            startsOn: string & unknown;
                            /** @description IANA time zone or fixed offset such as "+08:00" */
                            timeZone: components["schemas"]["TimeZone"];
                        } | null;
                        policyVersion: number;
                        rules: {
                            /** @description At most 5000 characters as a reader counts them, whatever their bytes; space around it is dropped */
                            text: string & (unknown & unknown);
                            /** @description At most 200 characters as a reader counts them, whatever their bytes; space around it is dropped */
                            title: string & (unknown & unknown);
                        }[];
                        rulesVersion: number;
                        seatsLeft: number | null;
                        settledAt: string | null;
                        slug: string | null;
                        startsOn: string | null;
                        /** @enum {string} */
                        status: "draft" | "published" | "settled" | "cancelled";
                        title: string;
                        whatFor: string | null;
                    };
                };
            };
            /** @description invalid_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request";
                    };
                };
            };
            /** @description not_signed_in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_signed_in";
                    };
                };
            };
            /** @description not_allowed, second_factor_required */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_allowed" | "second_factor_required";
                    };
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_found";
                    };
                };
            };
            /** @description cohort_not_open, already_promised, slug_taken */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "cohort_not_open" | "already_promised" | "slug_taken";
                    };
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_large";
                    };
                };
            };
            /** @description unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unsupported_media_type";
                    };
                };
            };
            /** @description passphrase_not_in_rules, invalid_change */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "passphrase_not_in_rules" | "invalid_change";
                    };
                };
            };
            /** @description internal */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                    };
                };
            };
            /** @description unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unavailable";
                    };
                };
            };
        };
    };
    membership_post_cohorts_cohortId_cancel: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the same answer for a day. */
                "Idempotency-Key"?: string;
            };
            path: {
                cohortId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description At most 500 characters as a reader counts them, whatever their bytes; space around it is dropped */
                    reason: string & (unknown & unknown);
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        appealDays: number;
                        capacity: number | null;
                        description: string | null;
                        endsOn: string | null;
                        enrolUntil: string | null;
                        exchanged: string | null;
                        forWhom: string | null;
                        groupSize: number;
                        /** Format: uuid */
                        id: string;
                        isFull: boolean;
                        isOpen: boolean;
                        joinsLate: {
                            days: number;
                            /** Format: date */
                            firstDay: string;
                            /** Format: date */
                            lastDay: string;
                        } | null;
                        organisation: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        };
                        /** Format: uuid */
                        organisationId: string;
                        outcome: {
                            admitted: number;
                            bonusMinor: number;
                            charityMinor: number;
                            completed: number | null;
                            currency: string;
                            members: number;
                            organiserMinor: number;
                            perfect: number | null;
                            poolMinor: number;
                        } | null;
                        policy: {
                            /** @description Who receives the share for charity */
                            charity?: {
                                address: string;
                                name: string;
                            };
                            checkIn: {
                                accepts: ("entry" | "homework" | "picture" | "voice")[];
                                aheadDays: number | null;
                                minCharacters: number;
                                /** @description Pictures that are a check-in without any text, where they are accepted; default 1 */
                                minPictures?: number;
                                /** @description Seconds of a voice note that is a check-in without any text, where one is accepted; default 1 */
                                minVoiceSeconds?: number;
                                /** @enum {string} */
                                review: "auto" | "instructor";
                                /** @description Days after its acceptance in which a check-in can be rejected; default 3 */
                                reviewDays?: number;
                            };
                            /** @description Default: a third of the days, rounded down, and at most 7 */
                            coolingOffDays?: number;
                            currency: string;
                            /** @enum {string} */
                            dayBoundary: "cohort" | "learner";
                            dayEndsAt: string;
                            days: number;
                            depositMinor: number;
                            entryFeeMinor: number;
                            forfeits: {
                                charityBps: number;
                                finishersBps: number;
                                /** @enum {string} */
                                ifNoFinishers: "return_pro_rata" | "organiser" | "charity";
                                organiserBps: number;
                                /** @enum {string} */
                                sharedBy: "perfect" | "completed";
                            };
                            grace: {
                                days: number;
                            };
                            /** @description Days of leave that one learner may be granted; default one in seven of the required days, rounded up */
                            leave?: {
                                maxDays: number;
                            };
                            makeUp: {
                                /**
                                 * Format: date
                                 * @description Nothing is made up after the close of this date
                                 */
                                endsOn?: string;
                                quota: number | null;
                                windowDays: number | null;
                            };
                            refund: {
                                /** @enum {string} */
                                cadence: "daily" | "weekly" | "at_end";
                                /** @constant */
                                curve: "flat";
                            } | {
                                /** @enum {string} */
                                cadence: "daily" | "weekly" | "at_end";
                                /** @constant */
                                curve: "rising";
                                ratio: number;
                            } | {
                                /** @enum {string} */
                                cadence: "daily" | "weekly" | "at_end";
                                /** @constant */
                                curve: "threshold";
                                requiredDays: number;
                            };
                            removal: {
                                misses: number;
                                /** @enum {string} */
                                per: "week" | "cohort" | "consecutive";
                            } | {
                                /** @constant */
                                per: "never";
                            };
                            restDays: {
                                dates: string[];
                                weekdays: number[];
                            };
                            /** Format: date */
                            startsOn: string & unknown;
                            /** @description IANA time zone or fixed offset such as "+08:00" */
                            timeZone: components["schemas"]["TimeZone"];
                        } | null;
                        policyVersion: number;
                        rules: {
                            /** @description At most 5000 characters as a reader counts them, whatever their bytes; space around it is dropped */
                            text: string & (unknown & unknown);
                            /** @description At most 200 characters as a reader counts them, whatever their bytes; space around it is dropped */
                            title: string & (unknown & unknown);
                        }[];
                        rulesVersion: number;
                        seatsLeft: number | null;
                        settledAt: string | null;
                        slug: string | null;
                        startsOn: string | null;
                        /** @enum {string} */
                        status: "draft" | "published" | "settled" | "cancelled";
                        title: string;
                        whatFor: string | null;
                    };
                };
            };
            /** @description invalid_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request";
                    };
                };
            };
            /** @description not_signed_in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_signed_in";
                    };
                };
            };
            /** @description not_allowed, second_factor_required */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_allowed" | "second_factor_required";
                    };
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_found";
                    };
                };
            };
            /** @description cohort_settled, request_in_progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "cohort_settled" | "request_in_progress";
                    };
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_large";
                    };
                };
            };
            /** @description unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unsupported_media_type";
                    };
                };
            };
            /** @description idempotency_key_reused */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "idempotency_key_reused";
                    };
                };
            };
            /** @description internal */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                    };
                };
            };
            /** @description unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unavailable";
                    };
                };
            };
        };
    };
    membership_post_cohorts_cohortId_copy: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the same answer for a day. */
                "Idempotency-Key"?: string;
            };
            path: {
                cohortId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date */
                    startsOn: string & unknown;
                    /** @description At most 200 characters as a reader counts them, whatever their bytes; space around it is dropped */
                    title: string & (unknown & unknown);
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        appealDays: number;
                        capacity: number | null;
                        description: string | null;
                        endsOn: string | null;
                        enrolUntil: string | null;
                        exchanged: string | null;
                        forWhom: string | null;
                        groupSize: number;
                        /** Format: uuid */
                        id: string;
                        isFull: boolean;
                        isOpen: boolean;
                        joinsLate: {
                            days: number;
                            /** Format: date */
                            firstDay: string;
                            /** Format: date */
                            lastDay: string;
                        } | null;
                        organisation: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        };
                        /** Format: uuid */
                        organisationId: string;
                        outcome: {
                            admitted: number;
                            bonusMinor: number;
                            charityMinor: number;
                            completed: number | null;
                            currency: string;
                            members: number;
                            organiserMinor: number;
                            perfect: number | null;
                            poolMinor: number;
                        } | null;
                        policy: {
                            /** @description Who receives the share for charity */
                            charity?: {
                                address: string;
                                name: string;
                            };
                            checkIn: {
                                accepts: ("entry" | "homework" | "picture" | "voice")[];
                                aheadDays: number | null;
                                minCharacters: number;
                                /** @description Pictures that are a check-in without any text, where they are accepted; default 1 */
                                minPictures?: number;
                                /** @description Seconds of a voice note that is a check-in without any text, where one is accepted; default 1 */
                                minVoiceSeconds?: number;
                                /** @enum {string} */
                                review: "auto" | "instructor";
                                /** @description Days after its acceptance in which a check-in can be rejected; default 3 */
                                reviewDays?: number;
                            };
                            /** @description Default: a third of the days, rounded down, and at most 7 */
                            coolingOffDays?: number;
                            currency: string;
                            /** @enum {string} */
                            dayBoundary: "cohort" | "learner";
                            dayEndsAt: string;
                            days: number;
                            depositMinor: number;
                            entryFeeMinor: number;
                            forfeits: {
                                charityBps: number;
                                finishersBps: number;
                                /** @enum {string} */
                                ifNoFinishers: "return_pro_rata" | "organiser" | "charity";
                                organiserBps: number;
                                /** @enum {string} */
                                sharedBy: "perfect" | "completed";
                            };
                            grace: {
                                days: number;
                            };
                            /** @description Days of leave that one learner may be granted; default one in seven of the required days, rounded up */
                            leave?: {
                                maxDays: number;
                            };
                            makeUp: {
                                /**
                                 * Format: date
                                 * @description Nothing is made up after the close of this date
                                 */
                                endsOn?: string;
                                quota: number | null;
                                windowDays: number | null;
                            };
                            refund: {
                                /** @enum {string} */
                                cadence: "daily" | "weekly" | "at_end";
                                /** @constant */
                                curve: "flat";
                            } | {
                                /** @enum {string} */
                                cadence: "daily" | "weekly" | "at_end";
                                /** @constant */
                                curve: "rising";
                                ratio: number;
                            } | {
                                /** @enum {string} */
                                cadence: "daily" | "weekly" | "at_end";
                                /** @constant */
                                curve: "threshold";
                                requiredDays: number;
                            };
                            removal: {
                                misses: number;
                                /** @enum {string} */
                                per: "week" | "cohort" | "consecutive";
                            } | {
                                /** @constant */
                                per: "never";
                            };
                            restDays: {
                                dates: string[];
                                weekdays: number[];
                            };
                            /** Format: date */
                            startsOn: string & unknown;
                            /** @description IANA time zone or fixed offset such as "+08:00" */
                            timeZone: components["schemas"]["TimeZone"];
                        } | null;
                        policyVersion: number;
                        rules: {
                            /** @description At most 5000 characters as a reader counts them, whatever their bytes; space around it is dropped */
                            text: string & (unknown & unknown);
                            /** @description At most 200 characters as a reader counts them, whatever their bytes; space around it is dropped */
                            title: string & (unknown & unknown);
                        }[];
                        rulesVersion: number;
                        seatsLeft: number | null;
                        settledAt: string | null;
                        slug: string | null;
                        startsOn: string | null;
                        /** @enum {string} */
                        status: "draft" | "published" | "settled" | "cancelled";
                        title: string;
                        whatFor: string | null;
                    };
                };
            };
            /** @description invalid_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request";
                    };
                };
            };
            /** @description not_signed_in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_signed_in";
                    };
                };
            };
            /** @description not_allowed, second_factor_required */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_allowed" | "second_factor_required";
                    };
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_found";
                    };
                };
            };
            /** @description request_in_progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request_in_progress";
                    };
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_large";
                    };
                };
            };
            /** @description unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unsupported_media_type";
                    };
                };
            };
            /** @description idempotency_key_reused */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "idempotency_key_reused";
                    };
                };
            };
            /** @description internal */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                    };
                };
            };
            /** @description unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unavailable";
                    };
                };
            };
        };
    };
    membership_get_cohorts_cohortId_earlier: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                cohortId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            endsOn: string | null;
                            /** Format: uuid */
                            id: string;
                            outcome: {
                                admitted: number;
                                bonusMinor: number;
                                charityMinor: number;
                                completed: number | null;
                                currency: string;
                                members: number;
                                organiserMinor: number;
                                perfect: number | null;
                                poolMinor: number;
                            } | null;
                            settledAt: string | null;
                            slug: string | null;
                            startsOn: string | null;
                            title: string;
                        }[];
                        nextCursor?: string;
                    };
                };
            };
            /** @description invalid_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request";
                    };
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_found";
                    };
                };
            };
            /** @description internal */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                    };
                };
            };
            /** @description unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unavailable";
                    };
                };
            };
        };
    };
    membership_post_cohorts_cohortId_enrolments: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the same answer for a day. */
                "Idempotency-Key"?: string;
            };
            path: {
                cohortId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    timeZone: components["schemas"]["TimeZone"];
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        appliedAt: string;
                        /** Format: uuid */
                        cohortId: string;
                        ended: {
                            at: string | null;
                            reason: string | null;
                            /** @enum {string} */
                            why: "left_before_paying" | "cooling_off" | "withdrawn" | "cohort_cancelled" | "no_seat" | "removed" | "completed";
                        } | null;
                        group: number | null;
                        holdExpiresAt: string | null;
                        holdLapsedAt: string | null;
                        /** Format: uuid */
                        id: string;
                        joinsLate: {
                            days: number;
                            /** Format: date */
                            firstDay: string;
                            /** Format: date */
                            lastDay: string;
                        } | null;
                        /** Format: uuid */
                        learnerId: string;
                        memberNumber: number | null;
                        policyVersion: number;
                        price: {
                            currency: string;
                            depositMinor: number;
                            entryFeeMinor: number;
                        };
                        removedOn: string | null;
                        rulesVersion: number;
                        /** @enum {string} */
                        status: "applied" | "rules_accepted" | "waiting" | "seat_held" | "admitted" | "removed" | "leaving" | "withdrawn" | "completed" | "cancelled";
                        timeZone: string;
                        waitingPosition: number | null;
                    };
                };
            };
            /** @description invalid_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request";
                    };
                };
            };
            /** @description not_signed_in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_signed_in";
                    };
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_found";
                    };
                };
            };
            /** @description enrolment_closed, plan_over, already_enrolled, cohort_not_open, request_in_progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "enrolment_closed" | "plan_over" | "already_enrolled" | "cohort_not_open" | "request_in_progress";
                    };
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_large";
                    };
                };
            };
            /** @description unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unsupported_media_type";
                    };
                };
            };
            /** @description idempotency_key_reused */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "idempotency_key_reused";
                    };
                };
            };
            /** @description internal */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                    };
                };
            };
            /** @description unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unavailable";
                    };
                };
            };
        };
    };
    membership_get_cohorts_cohortId_invitations: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                cohortId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            email: string;
                            /** Format: date-time */
                            expiresAt: string;
                            /** Format: uuid */
                            id: string;
                            /** Format: date-time */
                            invitedAt: string;
                            /** @enum {string} */
                            role: "owner" | "class_head" | "instructor" | "committee";
                        }[];
                    };
                };
            };
            /** @description invalid_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request";
                    };
                };
            };
            /** @description not_signed_in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_signed_in";
                    };
                };
            };
            /** @description not_allowed, second_factor_required */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_allowed" | "second_factor_required";
                    };
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_found";
                    };
                };
            };
            /** @description internal */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                    };
                };
            };
            /** @description unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unavailable";
                    };
                };
            };
        };
    };
    membership_post_cohorts_cohortId_invitations: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the same answer for a day. */
                "Idempotency-Key"?: string;
            };
            path: {
                cohortId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: email */
                    email: string;
                    /** @enum {string} */
                    role: "class_head" | "instructor" | "committee";
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        email: string;
                        /** Format: date-time */
                        expiresAt: string;
                        /** Format: uuid */
                        id: string;
                        /** Format: date-time */
                        invitedAt: string;
                        /** @enum {string} */
                        role: "owner" | "class_head" | "instructor" | "committee";
                    };
                };
            };
            /** @description invalid_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request";
                    };
                };
            };
            /** @description not_signed_in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_signed_in";
                    };
                };
            };
            /** @description not_allowed, second_factor_required */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_allowed" | "second_factor_required";
                    };
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_found";
                    };
                };
            };
            /** @description cohort_not_open, too_many_staff, request_in_progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "cohort_not_open" | "too_many_staff" | "request_in_progress";
                    };
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_large";
                    };
                };
            };
            /** @description unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unsupported_media_type";
                    };
                };
            };
            /** @description idempotency_key_reused */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "idempotency_key_reused";
                    };
                };
            };
            /** @description too_many_attempts */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_many_attempts";
                    };
                };
            };
            /** @description internal */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                    };
                };
            };
            /** @description unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unavailable";
                    };
                };
            };
        };
    };
    membership_delete_cohorts_cohortId_invitations_invitationId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                cohortId: string;
                invitationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description invalid_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request";
                    };
                };
            };
            /** @description not_signed_in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_signed_in";
                    };
                };
            };
            /** @description not_allowed, second_factor_required */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_allowed" | "second_factor_required";
                    };
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_found";
                    };
                };
            };
            /** @description already_accepted */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "already_accepted";
                    };
                };
            };
            /** @description internal */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                    };
                };
            };
            /** @description unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unavailable";
                    };
                };
            };
        };
    };
    membership_get_cohorts_cohortId_learner_invitations: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                cohortId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            email: string;
                            /** Format: date-time */
                            expiresAt: string;
                            /** Format: uuid */
                            id: string;
                            /** Format: date-time */
                            invitedAt: string;
                            mayWriteAgain: boolean;
                            memberNumber: number | null;
                            name: string;
                            nextLetterAt: string | null;
                            /** @enum {string} */
                            state: "joined" | "opened" | "waiting" | "withdrawn" | "expired";
                        }[];
                        nextCursor?: string;
                    };
                };
            };
            /** @description invalid_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request";
                    };
                };
            };
            /** @description not_signed_in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_signed_in";
                    };
                };
            };
            /** @description not_allowed, second_factor_required */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_allowed" | "second_factor_required";
                    };
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_found";
                    };
                };
            };
            /** @description internal */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                    };
                };
            };
            /** @description unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unavailable";
                    };
                };
            };
        };
    };
    membership_post_cohorts_cohortId_learner_invitations: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the same answer for a day. */
                "Idempotency-Key"?: string;
            };
            path: {
                cohortId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    csv: string;
                    digest: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        digest: string;
                        invited: {
                            email: string;
                            line: number;
                            name: string;
                        }[];
                        known: {
                            email: string;
                            line: number;
                            name: string;
                        }[];
                        lines: number;
                        problems: {
                            /** @enum {string} */
                            column: "line" | "name" | "email";
                            line: number;
                            other: number | null;
                            /** @enum {string} */
                            why: "no_such_column" | "missing" | "not_valid" | "too_long" | "unreadable" | "wrong_count" | "bad_quote" | "twice" | "is_a_member" | "too_many_lines";
                        }[];
                    };
                };
            };
            /** @description invalid_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request";
                    };
                };
            };
            /** @description not_signed_in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_signed_in";
                    };
                };
            };
            /** @description not_allowed, second_factor_required */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_allowed" | "second_factor_required";
                    };
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_found";
                    };
                };
            };
            /** @description cohort_not_open, import_changed, lines_wrong, request_in_progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "cohort_not_open" | "import_changed" | "lines_wrong" | "request_in_progress";
                    };
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_large";
                    };
                };
            };
            /** @description unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unsupported_media_type";
                    };
                };
            };
            /** @description idempotency_key_reused */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "idempotency_key_reused";
                    };
                };
            };
            /** @description too_many_attempts */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_many_attempts";
                    };
                };
            };
            /** @description internal */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                    };
                };
            };
            /** @description unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unavailable";
                    };
                };
            };
        };
    };
    membership_delete_cohorts_cohortId_learner_invitations_invitationId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                cohortId: string;
                invitationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description invalid_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request";
                    };
                };
            };
            /** @description not_signed_in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_signed_in";
                    };
                };
            };
            /** @description not_allowed, second_factor_required */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_allowed" | "second_factor_required";
                    };
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_found";
                    };
                };
            };
            /** @description already_opened */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "already_opened";
                    };
                };
            };
            /** @description internal */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                    };
                };
            };
            /** @description unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unavailable";
                    };
                };
            };
        };
    };
    membership_post_cohorts_cohortId_learner_invitations_invitationId_letters: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the same answer for a day. */
                "Idempotency-Key"?: string;
            };
            path: {
                cohortId: string;
                invitationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description invalid_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request";
                    };
                };
            };
            /** @description not_signed_in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_signed_in";
                    };
                };
            };
            /** @description not_allowed, second_factor_required */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_allowed" | "second_factor_required";
                    };
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_found";
                    };
                };
            };
            /** @description cohort_not_open, is_a_member, already_opened, invitation_ended, no_letter_left, invitation_changed, request_in_progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "cohort_not_open" | "is_a_member" | "already_opened" | "invitation_ended" | "no_letter_left" | "invitation_changed" | "request_in_progress";
                    };
                };
            };
            /** @description idempotency_key_reused */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "idempotency_key_reused";
                    };
                };
            };
            /** @description too_soon, too_many_attempts */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_soon" | "too_many_attempts";
                    };
                };
            };
            /** @description internal */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                    };
                };
            };
            /** @description unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unavailable";
                    };
                };
            };
        };
    };
    membership_post_cohorts_cohortId_learner_invitations_check: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                cohortId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    csv: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        digest: string;
                        invited: {
                            email: string;
                            line: number;
                            name: string;
                        }[];
                        known: {
                            email: string;
                            line: number;
                            name: string;
                        }[];
                        lines: number;
                        problems: {
                            /** @enum {string} */
                            column: "line" | "name" | "email";
                            line: number;
                            other: number | null;
                            /** @enum {string} */
                            why: "no_such_column" | "missing" | "not_valid" | "too_long" | "unreadable" | "wrong_count" | "bad_quote" | "twice" | "is_a_member" | "too_many_lines";
                        }[];
                    };
                };
            };
            /** @description invalid_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request";
                    };
                };
            };
            /** @description not_signed_in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_signed_in";
                    };
                };
            };
            /** @description not_allowed, second_factor_required */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_allowed" | "second_factor_required";
                    };
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_found";
                    };
                };
            };
            /** @description cohort_not_open */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "cohort_not_open";
                    };
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_large";
                    };
                };
            };
            /** @description unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unsupported_media_type";
                    };
                };
            };
            /** @description internal */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                    };
                };
            };
            /** @description unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unavailable";
                    };
                };
            };
        };
    };
    membership_get_cohorts_cohortId_members: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                q?: string & (unknown & unknown);
                status?: "admitted" | "leaving" | "removed" | "withdrawn" | "completed" | "cancelled";
            };
            header?: never;
            path: {
                cohortId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: date-time */
                            admittedAt: string;
                            displayName: string;
                            /** Format: uuid */
                            enrolmentId: string;
                            group: number;
                            memberNumber: number;
                            /** @enum {string} */
                            status: "applied" | "rules_accepted" | "waiting" | "seat_held" | "admitted" | "removed" | "leaving" | "withdrawn" | "completed" | "cancelled";
                        }[];
                        nextCursor?: string;
                    };
                };
            };
            /** @description invalid_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request";
                    };
                };
            };
            /** @description not_signed_in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_signed_in";
                    };
                };
            };
            /** @description not_allowed, second_factor_required */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_allowed" | "second_factor_required";
                    };
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_found";
                    };
                };
            };
            /** @description internal */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                    };
                };
            };
            /** @description unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unavailable";
                    };
                };
            };
        };
    };
    membership_get_cohorts_cohortId_passphrase: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                cohortId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        passphrase: string | null;
                        rulesVersion: number;
                    };
                };
            };
            /** @description invalid_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request";
                    };
                };
            };
            /** @description not_signed_in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_signed_in";
                    };
                };
            };
            /** @description not_allowed, second_factor_required */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_allowed" | "second_factor_required";
                    };
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_found";
                    };
                };
            };
            /** @description internal */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                    };
                };
            };
            /** @description unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unavailable";
                    };
                };
            };
        };
    };
    membership_post_cohorts_cohortId_publish: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the same answer for a day. */
                "Idempotency-Key"?: string;
            };
            path: {
                cohortId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        appealDays: number;
                        capacity: number | null;
                        description: string | null;
                        endsOn: string | null;
                        enrolUntil: string | null;
                        exchanged: string | null;
                        forWhom: string | null;
                        groupSize: number;
                        /** Format: uuid */
                        id: string;
                        isFull: boolean;
                        isOpen: boolean;
                        joinsLate: {
                            days: number;
                            /** Format: date */
                            firstDay: string;
                            /** Format: date */
                            lastDay: string;
                        } | null;
                        organisation: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        };
                        /** Format: uuid */
                        organisationId: string;
                        outcome: {
                            admitted: number;
                            bonusMinor: number;
                            charityMinor: number;
                            completed: number | null;
                            currency: string;
                            members: number;
                            organiserMinor: number;
                            perfect: number | null;
                            poolMinor: number;
                        } | null;
                        policy: {
                            /** @description Who receives the share for charity */
                            charity?: {
                                address: string;
                                name: string;
                            };
                            checkIn: {
                                accepts: ("entry" | "homework" | "picture" | "voice")[];
                                aheadDays: number | null;
                                minCharacters: number;
                                /** @description Pictures that are a check-in without any text, where they are accepted; default 1 */
                                minPictures?: number;
                                /** @description Seconds of a voice note that is a check-in without any text, where one is accepted; default 1 */
                                minVoiceSeconds?: number;
                                /** @enum {string} */
                                review: "auto" | "instructor";
                                /** @description Days after its acceptance in which a check-in can be rejected; default 3 */
                                reviewDays?: number;
                            };
                            /** @description Default: a third of the days, rounded down, and at most 7 */
                            coolingOffDays?: number;
                            currency: string;
                            /** @enum {string} */
                            dayBoundary: "cohort" | "learner";
                            dayEndsAt: string;
                            days: number;
                            depositMinor: number;
                            entryFeeMinor: number;
                            forfeits: {
                                charityBps: number;
                                finishersBps: number;
                                /** @enum {string} */
                                ifNoFinishers: "return_pro_rata" | "organiser" | "charity";
                                organiserBps: number;
                                /** @enum {string} */
                                sharedBy: "perfect" | "completed";
                            };
                            grace: {
                                days: number;
                            };
                            /** @description Days of leave that one learner may be granted; default one in seven of the required days, rounded up */
                            leave?: {
                                maxDays: number;
                            };
                            makeUp: {
                                /**
                                 * Format: date
                                 * @description Nothing is made up after the close of this date
                                 */
                                endsOn?: string;
                                quota: number | null;
                                windowDays: number | null;
                            };
                            refund: {
                                /** @enum {string} */
                                cadence: "daily" | "weekly" | "at_end";
                                /** @constant */
                                curve: "flat";
                            } | {
                                /** @enum {string} */
                                cadence: "daily" | "weekly" | "at_end";
                                /** @constant */
                                curve: "rising";
                                ratio: number;
                            } | {
                                /** @enum {string} */
                                cadence: "daily" | "weekly" | "at_end";
                                /** @constant */
                                curve: "threshold";
                                requiredDays: number;
                            };
                            removal: {
                                misses: number;
                                /** @enum {string} */
                                per: "week" | "cohort" | "consecutive";
                            } | {
                                /** @constant */
                                per: "never";
                            };
                            restDays: {
                                dates: string[];
                                weekdays: number[];
                            };
                            /** Format: date */
                            startsOn: string & unknown;
                            /** @description IANA time zone or fixed offset such as "+08:00" */
                            timeZone: components["schemas"]["TimeZone"];
                        } | null;
                        policyVersion: number;
                        rules: {
                            /** @description At most 5000 characters as a reader counts them, whatever their bytes; space around it is dropped */
                            text: string & (unknown & unknown);
                            /** @description At most 200 characters as a reader counts them, whatever their bytes; space around it is dropped */
                            title: string & (unknown & unknown);
                        }[];
                        rulesVersion: number;
                        seatsLeft: number | null;
                        settledAt: string | null;
                        slug: string | null;
                        startsOn: string | null;
                        /** @enum {string} */
                        status: "draft" | "published" | "settled" | "cancelled";
                        title: string;
                        whatFor: string | null;
                    };
                };
            };
            /** @description invalid_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request";
                    };
                };
            };
            /** @description not_signed_in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_signed_in";
                    };
                };
            };
            /** @description not_allowed, second_factor_required */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_allowed" | "second_factor_required";
                    };
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_found";
                    };
                };
            };
            /** @description not_a_draft, cohort_incomplete, policy_unfulfillable, request_in_progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_a_draft" | "cohort_incomplete" | "policy_unfulfillable" | "request_in_progress";
                    };
                };
            };
            /** @description idempotency_key_reused */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "idempotency_key_reused";
                    };
                };
            };
            /** @description internal */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                    };
                };
            };
            /** @description unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unavailable";
                    };
                };
            };
        };
    };
    membership_post_cohorts_cohortId_resignation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                cohortId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description invalid_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request";
                    };
                };
            };
            /** @description not_signed_in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_signed_in";
                    };
                };
            };
            /** @description not_allowed, second_factor_required */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_allowed" | "second_factor_required";
                    };
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_found";
                    };
                };
            };
            /** @description owner_stays */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "owner_stays";
                    };
                };
            };
            /** @description internal */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                    };
                };
            };
            /** @description unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unavailable";
                    };
                };
            };
        };
    };
    membership_get_cohorts_cohortId_staff: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                cohortId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            accountId: string;
                            displayName: string;
                            /** @enum {string} */
                            role: "owner" | "class_head" | "instructor" | "committee";
                        }[];
                    };
                };
            };
            /** @description invalid_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request";
                    };
                };
            };
            /** @description not_signed_in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_signed_in";
                    };
                };
            };
            /** @description not_allowed, second_factor_required */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_allowed" | "second_factor_required";
                    };
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_found";
                    };
                };
            };
            /** @description internal */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                    };
                };
            };
            /** @description unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unavailable";
                    };
                };
            };
        };
    };
    membership_delete_cohorts_cohortId_staff_accountId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                accountId: string;
                cohortId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description invalid_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request";
                    };
                };
            };
            /** @description not_signed_in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_signed_in";
                    };
                };
            };
            /** @description not_allowed, second_factor_required */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_allowed" | "second_factor_required";
                    };
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_found";
                    };
                };
            };
            /** @description owner_stays */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "owner_stays";
                    };
                };
            };
            /** @description internal */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                    };
                };
            };
            /** @description unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unavailable";
                    };
                };
            };
        };
    };
    membership_get_cohorts_cohortId_versions: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                cohortId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            appealDays: number;
                            /** Format: date-time */
                            at: string;
                            by: string | null;
                            capacity: number | null;
                            description: string | null;
                            enrolUntil: string | null;
                            exchanged: string | null;
                            forWhom: string | null;
                            groupSize: number;
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "drafted" | "edited" | "published" | "revised";
                            policy: {
                                /** @description Who receives the share for charity */
                                charity?: {
                                    address: string;
                                    name: string;
                                };
                                checkIn: {
                                    accepts: ("entry" | "homework" | "picture" | "voice")[];
                                    aheadDays: number | null;
                                    minCharacters: number;
                                    /** @description Pictures that are a check-in without any text, where they are accepted; default 1 */
                                    minPictures?: number;
                                    /** @description Seconds of a voice note that is a check-in without any text, where one is accepted; default 1 */
                                    minVoiceSeconds?: number;
                                    /** @enum {string} */
                                    review: "auto" | "instructor";
                                    /** @description Days after its acceptance in which a check-in can be rejected; default 3 */
                                    reviewDays?: number;
                                };
                                /** @description Default: a third of the days, rounded down, and at most 7 */
                                coolingOffDays?: number;
                                currency: string;
                                /** @enum {string} */
                                dayBoundary: "cohort" | "learner";
                                dayEndsAt: string;
                                days: number;
                                depositMinor: number;
                                entryFeeMinor: number;
                                forfeits: {
                                    charityBps: number;
                                    finishersBps: number;
                                    /** @enum {string} */
                                    ifNoFinishers: "return_pro_rata" | "organiser" | "charity";
                                    organiserBps: number;
                                    /** @enum {string} */
                                    sharedBy: "perfect" | "completed";
                                };
                                grace: {
                                    days: number;
                                };
                                /** @description Days of leave that one learner may be granted; default one in seven of the required days, rounded up */
                                leave?: {
                                    maxDays: number;
                                };
                                makeUp: {
                                    /**
                                     * Format: date
                                     * @description Nothing is made up after the close of this date
                                     */
                                    endsOn?: string;
                                    quota: number | null;
                                    windowDays: number | null;
                                };
                                refund: {
                                    /** @enum {string} */
                                    cadence: "daily" | "weekly" | "at_end";
                                    /** @constant */
                                    curve: "flat";
                                } | {
                                    /** @enum {string} */
                                    cadence: "daily" | "weekly" | "at_end";
                                    /** @constant */
                                    curve: "rising";
                                    ratio: number;
                                } | {
                                    /** @enum {string} */
                                    cadence: "daily" | "weekly" | "at_end";
                                    /** @constant */
                                    curve: "threshold";
                                    requiredDays: number;
                                };
                                removal: {
                                    misses: number;
                                    /** @enum {string} */
                                    per: "week" | "cohort" | "consecutive";
                                } | {
                                    /** @constant */
                                    per: "never";
                                };
                                restDays: {
                                    dates: string[];
                                    weekdays: number[];
                                };
                                /** Format: date */
                                startsOn: string & unknown;
                                /** @description IANA time zone or fixed offset such as "+08:00" */
                                timeZone: components["schemas"]["TimeZone"];
                            } | null;
                            policyVersion: number;
                            rules: {
                                /** @description At most 5000 characters as a reader counts them, whatever their bytes; space around it is dropped */
                                text: string & (unknown & unknown);
                                /** @description At most 200 characters as a reader counts them, whatever their bytes; space around it is dropped */
                                title: string & (unknown & unknown);
                            }[];
                            rulesVersion: number;
                            title: string;
                            whatFor: string | null;
                        }[];
                        nextCursor?: string;
                    };
                };
            };
            /** @description invalid_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request";
                    };
                };
            };
            /** @description not_signed_in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_signed_in";
                    };
                };
            };
            /** @description not_allowed, second_factor_required */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_allowed" | "second_factor_required";
                    };
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_found";
                    };
                };
            };
            /** @description internal */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                    };
                };
            };
            /** @description unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unavailable";
                    };
                };
            };
        };
    };
    membership_post_email_changes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token: string;
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description invalid_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request";
                    };
                };
            };
            /** @description link_ended */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "link_ended";
                    };
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_large";
                    };
                };
            };
            /** @description unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unsupported_media_type";
                    };
                };
            };
            /** @description internal */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                    };
                };
            };
            /** @description unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unavailable";
                    };
                };
            };
        };
    };
    membership_post_email_proofs: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token: string;
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description invalid_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request";
                    };
                };
            };
            /** @description link_ended */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "link_ended";
                    };
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_large";
                    };
                };
            };
            /** @description unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unsupported_media_type";
                    };
                };
            };
            /** @description internal */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                    };
                };
            };
            /** @description unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unavailable";
                    };
                };
            };
        };
    };
    membership_get_enrolments: {
        parameters: {
            query?: {
                cohortId?: string;
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: date-time */
                            appliedAt: string;
                            /** Format: uuid */
                            cohortId: string;
                            ended: {
                                at: string | null;
                                reason: string | null;
                                /** @enum {string} */
                                why: "left_before_paying" | "cooling_off" | "withdrawn" | "cohort_cancelled" | "no_seat" | "removed" | "completed";
                            } | null;
                            group: number | null;
                            holdExpiresAt: string | null;
                            holdLapsedAt: string | null;
                            /** Format: uuid */
                            id: string;
                            joinsLate: {
                                days: number;
                                /** Format: date */
                                firstDay: string;
                                /** Format: date */
                                lastDay: string;
                            } | null;
                            /** Format: uuid */
                            learnerId: string;
                            memberNumber: number | null;
                            policyVersion: number;
                            price: {
                                currency: string;
                                depositMinor: number;
                                entryFeeMinor: number;
                            };
                            removedOn: string | null;
                            rulesVersion: number;
                            /** @enum {string} */
                            status: "applied" | "rules_accepted" | "waiting" | "seat_held" | "admitted" | "removed" | "leaving" | "withdrawn" | "completed" | "cancelled";
                            timeZone: string;
                            waitingPosition: number | null;
                        }[];
                        nextCursor?: string;
                    };
                };
            };
            /** @description invalid_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request";
                    };
                };
            };
            /** @description not_signed_in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_signed_in";
                    };
                };
            };
            /** @description internal */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                    };
                };
            };
            /** @description unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unavailable";
                    };
                };
            };
        };
    };
    membership_get_enrolments_enrolmentId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                enrolmentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        appliedAt: string;
                        /** Format: uuid */
                        cohortId: string;
                        ended: {
                            at: string | null;
                            reason: string | null;
                            /** @enum {string} */
                            why: "left_before_paying" | "cooling_off" | "withdrawn" | "cohort_cancelled" | "no_seat" | "removed" | "completed";
                        } | null;
                        group: number | null;
                        holdExpiresAt: string | null;
                        holdLapsedAt: string | null;
                        /** Format: uuid */
                        id: string;
                        joinsLate: {
                            days: number;
                            /** Format: date */
                            firstDay: string;
                            /** Format: date */
                            lastDay: string;
                        } | null;
                        /** Format: uuid */
                        learnerId: string;
                        memberNumber: number | null;
                        policyVersion: number;
                        price: {
                            currency: string;
                            depositMinor: number;
                            entryFeeMinor: number;
                        };
                        removedOn: string | null;
                        rulesVersion: number;
                        /** @enum {string} */
                        status: "applied" | "rules_accepted" | "waiting" | "seat_held" | "admitted" | "removed" | "leaving" | "withdrawn" | "completed" | "cancelled";
                        timeZone: string;
                        waitingPosition: number | null;
                    };
                };
            };
            /** @description invalid_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request";
                    };
                };
            };
            /** @description not_signed_in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_signed_in";
                    };
                };
            };
            /** @description not_allowed, second_factor_required */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_allowed" | "second_factor_required";
                    };
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_found";
                    };
                };
            };
            /** @description internal */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                    };
                };
            };
            /** @description unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unavailable";
                    };
                };
            };
        };
    };
    membership_post_enrolments_enrolmentId_acceptance: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                enrolmentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    passphrase: string;
                    rulesVersion: number;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        appliedAt: string;
                        /** Format: uuid */
                        cohortId: string;
                        ended: {
                            at: string | null;
                            reason: string | null;
                            /** @enum {string} */
                            why: "left_before_paying" | "cooling_off" | "withdrawn" | "cohort_cancelled" | "no_seat" | "removed" | "completed";
                        } | null;
                        group: number | null;
                        holdExpiresAt: string | null;
                        holdLapsedAt: string | null;
                        /** Format: uuid */
                        id: string;
                        joinsLate: {
                            days: number;
                            /** Format: date */
                            firstDay: string;
                            /** Format: date */
                            lastDay: string;
                        } | null;
                        /** Format: uuid */
                        learnerId: string;
                        memberNumber: number | null;
                        policyVersion: number;
                        price: {
                            currency: string;
                            depositMinor: number;
                            entryFeeMinor: number;
                        };
                        removedOn: string | null;
                        rulesVersion: number;
                        /** @enum {string} */
                        status: "applied" | "rules_accepted" | "waiting" | "seat_held" | "admitted" | "removed" | "leaving" | "withdrawn" | "completed" | "cancelled";
                        timeZone: string;
                        waitingPosition: number | null;
                    };
                };
            };
            /** @description invalid_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request";
                    };
                };
            };
            /** @description not_signed_in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_signed_in";
                    };
                };
            };
            /** @description not_allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_allowed";
                    };
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_found";
                    };
                };
            };
            /** @description wrong_passphrase, rules_changed, enrolment_ended, enrolment_closed, plan_over, cohort_not_open */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "wrong_passphrase" | "rules_changed" | "enrolment_ended" | "enrolment_closed" | "plan_over" | "cohort_not_open";
                    };
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_large";
                    };
                };
            };
            /** @description unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unsupported_media_type";
                    };
                };
            };
            /** @description too_many_attempts */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_many_attempts";
                    };
                };
            };
            /** @description internal */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                    };
                };
            };
            /** @description unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unavailable";
                    };
                };
            };
        };
    };
    membership_post_enrolments_enrolmentId_seat: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                enrolmentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        appliedAt: string;
                        /** Format: uuid */
                        cohortId: string;
                        ended: {
                            at: string | null;
                            reason: string | null;
                            /** @enum {string} */
                            why: "left_before_paying" | "cooling_off" | "withdrawn" | "cohort_cancelled" | "no_seat" | "removed" | "completed";
                        } | null;
                        group: number | null;
                        holdExpiresAt: string | null;
                        holdLapsedAt: string | null;
                        /** Format: uuid */
                        id: string;
                        joinsLate: {
                            days: number;
                            /** Format: date */
                            firstDay: string;
                            /** Format: date */
                            lastDay: string;
                        } | null;
                        /** Format: uuid */
                        learnerId: string;
                        memberNumber: number | null;
                        policyVersion: number;
                        price: {
                            currency: string;
                            depositMinor: number;
                            entryFeeMinor: number;
                        };
                        removedOn: string | null;
                        rulesVersion: number;
                        /** @enum {string} */
                        status: "applied" | "rules_accepted" | "waiting" | "seat_held" | "admitted" | "removed" | "leaving" | "withdrawn" | "completed" | "cancelled";
                        timeZone: string;
                        waitingPosition: number | null;
                    };
                };
            };
            /** @description Begun, not done yet */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        appliedAt: string;
                        /** Format: uuid */
                        cohortId: string;
                        ended: {
                            at: string | null;
                            reason: string | null;
                            /** @enum {string} */
                            why: "left_before_paying" | "cooling_off" | "withdrawn" | "cohort_cancelled" | "no_seat" | "removed" | "completed";
                        } | null;
                        group: number | null;
                        holdExpiresAt: string | null;
                        holdLapsedAt: string | null;
                        /** Format: uuid */
                        id: string;
                        joinsLate: {
                            days: number;
                            /** Format: date */
                            firstDay: string;
                            /** Format: date */
                            lastDay: string;
                        } | null;
                        /** Format: uuid */
                        learnerId: string;
                        memberNumber: number | null;
                        policyVersion: number;
                        price: {
                            currency: string;
                            depositMinor: number;
                            entryFeeMinor: number;
                        };
                        removedOn: string | null;
                        rulesVersion: number;
                        /** @enum {string} */
                        status: "applied" | "rules_accepted" | "waiting" | "seat_held" | "admitted" | "removed" | "leaving" | "withdrawn" | "completed" | "cancelled";
                        timeZone: string;
                        waitingPosition: number | null;
                    };
                };
            };
            /** @description invalid_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request";
                    };
                };
            };
            /** @description not_signed_in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_signed_in";
                    };
                };
            };
            /** @description email_not_proven, not_allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "email_not_proven" | "not_allowed";
                    };
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_found";
                    };
                };
            };
            /** @description cohort_full, rules_not_accepted, already_admitted, enrolment_ended, enrolment_closed, plan_over, cohort_not_open */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "cohort_full" | "rules_not_accepted" | "already_admitted" | "enrolment_ended" | "enrolment_closed" | "plan_over" | "cohort_not_open";
                    };
                };
            };
            /** @description internal */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                    };
                };
            };
            /** @description unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unavailable";
                    };
                };
            };
        };
    };
    membership_get_enrolments_enrolmentId_terms: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                enrolmentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        appealDays: number;
                        /** Format: date-time */
                        at: string;
                        capacity: number | null;
                        description: string | null;
                        enrolUntil: string | null;
                        exchanged: string | null;
                        forWhom: string | null;
                        groupSize: number;
                        policy: {
                            /** @description Who receives the share for charity */
                            charity?: {
                                address: string;
                                name: string;
                            };
                            checkIn: {
                                accepts: ("entry" | "homework" | "picture" | "voice")[];
                                aheadDays: number | null;
                                minCharacters: number;
                                /** @description Pictures that are a check-in without any text, where they are accepted; default 1 */
                                minPictures?: number;
                                /** @description Seconds of a voice note that is a check-in without any text, where one is accepted; default 1 */
                                minVoiceSeconds?: number;
                                /** @enum {string} */
                                review: "auto" | "instructor";
                                /** @description Days after its acceptance in which a check-in can be rejected; default 3 */
                                reviewDays?: number;
                            };
                            /** @description Default: a third of the days, rounded down, and at most 7 */
                            coolingOffDays?: number;
                            currency: string;
                            /** @enum {string} */
                            dayBoundary: "cohort" | "learner";
                            dayEndsAt: string;
                            days: number;
                            depositMinor: number;
                            entryFeeMinor: number;
                            forfeits: {
                                charityBps: number;
                                finishersBps: number;
                                /** @enum {string} */
                                ifNoFinishers: "return_pro_rata" | "organiser" | "charity";
                                organiserBps: number;
                                /** @enum {string} */
                                sharedBy: "perfect" | "completed";
                            };
                            grace: {
                                days: number;
                            };
                            /** @description Days of leave that one learner may be granted; default one in seven of the required days, rounded up */
                            leave?: {
                                maxDays: number;
                            };
                            makeUp: {
                                /**
                                 * Format: date
                                 * @description Nothing is made up after the close of this date
                                 */
                                endsOn?: string;
                                quota: number | null;
                                windowDays: number | null;
                            };
                            refund: {
                                /** @enum {string} */
                                cadence: "daily" | "weekly" | "at_end";
                                /** @constant */
                                curve: "flat";
                            } | {
                                /** @enum {string} */
                                cadence: "daily" | "weekly" | "at_end";
                                /** @constant */
                                curve: "rising";
                                ratio: number;
                            } | {
                                /** @enum {string} */
                                cadence: "daily" | "weekly" | "at_end";
                                /** @constant */
                                curve: "threshold";
                                requiredDays: number;
                            };
                            removal: {
                                misses: number;
                                /** @enum {string} */
                                per: "week" | "cohort" | "consecutive";
                            } | {
                                /** @constant */
                                per: "never";
                            };
                            restDays: {
                                dates: string[];
                                weekdays: number[];
                            };
                            /** Format: date */
                            startsOn: string & unknown;
                            /** @description IANA time zone or fixed offset such as "+08:00" */
                            timeZone: components["schemas"]["TimeZone"];
                        } | null;
                        policyVersion: number;
                        rules: {
                            /** @description At most 5000 characters as a reader counts them, whatever their bytes; space around it is dropped */
                            text: string & (unknown & unknown);
                            /** @description At most 200 characters as a reader counts them, whatever their bytes; space around it is dropped */
                            title: string & (unknown & unknown);
                        }[];
                        rulesVersion: number;
                        title: string;
                        whatFor: string | null;
                    };
                };
            };
            /** @description invalid_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request";
                    };
                };
            };
            /** @description not_signed_in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_signed_in";
                    };
                };
            };
            /** @description not_allowed, second_factor_required */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_allowed" | "second_factor_required";
                    };
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_found";
                    };
                };
            };
            /** @description internal */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                    };
                };
            };
            /** @description unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unavailable";
                    };
                };
            };
        };
    };
    membership_post_enrolments_enrolmentId_withdrawal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                enrolmentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        appliedAt: string;
                        /** Format: uuid */
                        cohortId: string;
                        ended: {
                            at: string | null;
                            reason: string | null;
                            /** @enum {string} */
                            why: "left_before_paying" | "cooling_off" | "withdrawn" | "cohort_cancelled" | "no_seat" | "removed" | "completed";
                        } | null;
                        group: number | null;
                        holdExpiresAt: string | null;
                        holdLapsedAt: string | null;
                        /** Format: uuid */
                        id: string;
                        joinsLate: {
                            days: number;
                            /** Format: date */
                            firstDay: string;
                            /** Format: date */
                            lastDay: string;
                        } | null;
                        /** Format: uuid */
                        learnerId: string;
                        memberNumber: number | null;
                        policyVersion: number;
                        price: {
                            currency: string;
                            depositMinor: number;
                            entryFeeMinor: number;
                        };
                        removedOn: string | null;
                        rulesVersion: number;
                        /** @enum {string} */
                        status: "applied" | "rules_accepted" | "waiting" | "seat_held" | "admitted" | "removed" | "leaving" | "withdrawn" | "completed" | "cancelled";
                        timeZone: string;
                        waitingPosition: number | null;
                    };
                };
            };
            /** @description invalid_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request";
                    };
                };
            };
            /** @description not_signed_in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_signed_in";
                    };
                };
            };
            /** @description not_allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_allowed";
                    };
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_found";
                    };
                };
            };
            /** @description enrolment_ended */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "enrolment_ended";
                    };
                };
            };
            /** @description internal */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                    };
                };
            };
            /** @description unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unavailable";
                    };
                };
            };
        };
    };
    membership_get_invitations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            cohortId: string;
                            /** Format: date-time */
                            expiresAt: string;
                            /** Format: uuid */
                            id: string;
                            organisation: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            };
                            /** @enum {string} */
                            role: "owner" | "class_head" | "instructor" | "committee";
                            title: string;
                        }[];
                    };
                };
            };
            /** @description not_signed_in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_signed_in";
                    };
                };
            };
            /** @description internal */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                    };
                };
            };
            /** @description unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unavailable";
                    };
                };
            };
        };
    };
    membership_post_invitations_invitationId_acceptance: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                invitationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        accountId: string;
                        displayName: string;
                        /** @enum {string} */
                        role: "owner" | "class_head" | "instructor" | "committee";
                    };
                };
            };
            /** @description invalid_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request";
                    };
                };
            };
            /** @description not_signed_in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_signed_in";
                    };
                };
            };
            /** @description email_not_proven, second_factor_required */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "email_not_proven" | "second_factor_required";
                    };
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_found";
                    };
                };
            };
            /** @description invitation_ended, cohort_not_open, is_a_member, owner_stays, too_many_staff */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invitation_ended" | "cohort_not_open" | "is_a_member" | "owner_stays" | "too_many_staff";
                    };
                };
            };
            /** @description internal */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                    };
                };
            };
            /** @description unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unavailable";
                    };
                };
            };
        };
    };
    membership_post_invitations_invitationId_refusal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                invitationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description invalid_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request";
                    };
                };
            };
            /** @description not_signed_in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_signed_in";
                    };
                };
            };
            /** @description email_not_proven */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "email_not_proven";
                    };
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_found";
                    };
                };
            };
            /** @description already_accepted, invitation_ended */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "already_accepted" | "invitation_ended";
                    };
                };
            };
            /** @description internal */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                    };
                };
            };
            /** @description unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unavailable";
                    };
                };
            };
        };
    };
    membership_post_learner_invitations_use: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        cohortId: string;
                        name: string;
                        organisation: string;
                        title: string;
                        /** Format: date-time */
                        usedAt: string;
                    };
                };
            };
            /** @description invalid_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request";
                    };
                };
            };
            /** @description link_ended */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "link_ended";
                    };
                };
            };
            /** @description invitation_withdrawn */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invitation_withdrawn";
                    };
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_large";
                    };
                };
            };
            /** @description unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unsupported_media_type";
                    };
                };
            };
            /** @description internal */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                    };
                };
            };
            /** @description unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unavailable";
                    };
                };
            };
        };
    };
    membership_get_organisations: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            /** Format: uuid */
                            ownerId: string;
                            requiresSecondFactor: boolean;
                        }[];
                        nextCursor?: string;
                    };
                };
            };
            /** @description invalid_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request";
                    };
                };
            };
            /** @description not_signed_in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_signed_in";
                    };
                };
            };
            /** @description internal */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                    };
                };
            };
            /** @description unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unavailable";
                    };
                };
            };
        };
    };
    membership_post_organisations: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the same answer for a day. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description At most 120 characters as a reader counts them, whatever their bytes; space around it is dropped */
                    name: string & (unknown & unknown);
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        /** Format: uuid */
                        ownerId: string;
                        requiresSecondFactor: boolean;
                    };
                };
            };
            /** @description invalid_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request";
                    };
                };
            };
            /** @description not_signed_in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_signed_in";
                    };
                };
            };
            /** @description email_not_proven */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "email_not_proven";
                    };
                };
            };
            /** @description request_in_progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request_in_progress";
                    };
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_large";
                    };
                };
            };
            /** @description unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unsupported_media_type";
                    };
                };
            };
            /** @description idempotency_key_reused */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "idempotency_key_reused";
                    };
                };
            };
            /** @description internal */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                    };
                };
            };
            /** @description unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unavailable";
                    };
                };
            };
        };
    };
    membership_get_organisations_organisationId_acts: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                organisationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            about: {
                                /** Format: uuid */
                                accountId: string;
                                displayName: string;
                            } | null;
                            /** @enum {string} */
                            act: "signed_in" | "sign_in_failed" | "signed_out" | "sign_in_ended" | "other_sign_ins_ended" | "sign_ins_ended" | "sign_in_reused" | "password_changed" | "password_reset" | "email_proven" | "second_factor_begun" | "second_factor_on" | "second_factor_off" | "second_factor_removed" | "recovery_codes_replaced" | "recovery_code_used" | "passkey_added" | "passkey_removed" | "passkey_used" | "passkey_copied" | "wrong_code" | "erasure_asked" | "erasure_taken_back" | "account_erased" | "signed_up" | "email_change_asked" | "email_changed" | "organisation_founded" | "staff_factor_required" | "staff_factor_not_required" | "cohort_drafted" | "cohort_edited" | "cohort_published" | "cohort_cancelled" | "staff_invited" | "invitation_withdrawn" | "invitation_declined" | "learners_invited" | "learner_invitation_resent" | "learner_invitation_withdrawn" | "role_given" | "role_taken" | "role_given_back";
                            /** Format: date-time */
                            at: string;
                            by: {
                                /** Format: uuid */
                                accountId: string;
                                displayName: string;
                            } | null;
                            cohort: {
                                /** Format: uuid */
                                id: string;
                                title: string;
                            } | null;
                            device: string | null;
                            /** Format: uuid */
                            id: string;
                            organisationId: string | null;
                            role: ("owner" | "class_head" | "instructor" | "committee") | null;
                            sessionId: string | null;
                        }[];
                        nextCursor?: string;
                    };
                };
            };
            /** @description invalid_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request";
                    };
                };
            };
            /** @description not_signed_in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_signed_in";
                    };
                };
            };
            /** @description not_allowed, second_factor_required */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_allowed" | "second_factor_required";
                    };
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_found";
                    };
                };
            };
            /** @description internal */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                    };
                };
            };
            /** @description unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unavailable";
                    };
                };
            };
        };
    };
    membership_get_organisations_organisationId_cohorts: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                organisationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            appealDays: number;
                            capacity: number | null;
                            endsOn: string | null;
                            enrolUntil: string | null;
                            forWhom: string | null;
                            groupSize: number;
                            /** Format: uuid */
                            id: string;
                            isFull: boolean;
                            isOpen: boolean;
                            organisation: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            };
                            /** Format: uuid */
                            organisationId: string;
                            outcome: {
                                admitted: number;
                                bonusMinor: number;
                                charityMinor: number;
                                completed: number | null;
                                currency: string;
                                members: number;
                                organiserMinor: number;
                                perfect: number | null;
                                poolMinor: number;
                            } | null;
                            policy: {
                                /** @description Who receives the share for charity */
                                charity?: {
                                    address: string;
                                    name: string;
                                };
                                checkIn: {
                                    accepts: ("entry" | "homework" | "picture" | "voice")[];
                                    aheadDays: number | null;
                                    minCharacters: number;
                                    /** @description Pictures that are a check-in without any text, where they are accepted; default 1 */
                                    minPictures?: number;
                                    /** @description Seconds of a voice note that is a check-in without any text, where one is accepted; default 1 */
                                    minVoiceSeconds?: number;
                                    /** @enum {string} */
                                    review: "auto" | "instructor";
                                    /** @description Days after its acceptance in which a check-in can be rejected; default 3 */
                                    reviewDays?: number;
                                };
                                /** @description Default: a third of the days, rounded down, and at most 7 */
                                coolingOffDays?: number;
                                currency: string;
                                /** @enum {string} */
                                dayBoundary: "cohort" | "learner";
                                dayEndsAt: string;
                                days: number;
                                depositMinor: number;
                                entryFeeMinor: number;
                                forfeits: {
                                    charityBps: number;
                                    finishersBps: number;
                                    /** @enum {string} */
                                    ifNoFinishers: "return_pro_rata" | "organiser" | "charity";
                                    organiserBps: number;
                                    /** @enum {string} */
                                    sharedBy: "perfect" | "completed";
                                };
                                grace: {
                                    days: number;
                                };
                                /** @description Days of leave that one learner may be granted; default one in seven of the required days, rounded up */
                                leave?: {
                                    maxDays: number;
                                };
                                makeUp: {
                                    /**
                                     * Format: date
                                     * @description Nothing is made up after the close of this date
                                     */
                                    endsOn?: string;
                                    quota: number | null;
                                    windowDays: number | null;
                                };
                                refund: {
                                    /** @enum {string} */
                                    cadence: "daily" | "weekly" | "at_end";
                                    /** @constant */
                                    curve: "flat";
                                } | {
                                    /** @enum {string} */
                                    cadence: "daily" | "weekly" | "at_end";
                                    /** @constant */
                                    curve: "rising";
                                    ratio: number;
                                } | {
                                    /** @enum {string} */
                                    cadence: "daily" | "weekly" | "at_end";
                                    /** @constant */
                                    curve: "threshold";
                                    requiredDays: number;
                                };
                                removal: {
                                    misses: number;
                                    /** @enum {string} */
                                    per: "week" | "cohort" | "consecutive";
                                } | {
                                    /** @constant */
                                    per: "never";
                                };
                                restDays: {
                                    dates: string[];
                                    weekdays: number[];
                                };
                                /** Format: date */
                                startsOn: string & unknown;
                                /** @description IANA time zone or fixed offset such as "+08:00" */
                                timeZone: components["schemas"]["TimeZone"];
                            } | null;
                            policyVersion: number;
                            rulesVersion: number;
                            seatsLeft: number | null;
                            settledAt: string | null;
                            slug: string | null;
                            startsOn: string | null;
                            /** @enum {string} */
                            status: "draft" | "published" | "settled" | "cancelled";
                            title: string;
                        }[];
                        nextCursor?: string;
                    };
                };
            };
            /** @description invalid_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request";
                    };
                };
            };
            /** @description not_signed_in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_signed_in";
                    };
                };
            };
            /** @description not_allowed, second_factor_required */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_allowed" | "second_factor_required";
                    };
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_found";
                    };
                };
            };
            /** @description internal */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                    };
                };
            };
            /** @description unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unavailable";
                    };
                };
            };
        };
    };
    membership_post_organisations_organisationId_cohorts: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the same answer for a day. */
                "Idempotency-Key"?: string;
            };
            path: {
                organisationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    appealDays?: number;
                    capacity?: number;
                    description?: (string & (unknown & unknown)) | null;
                    /** Format: date-time */
                    enrolUntil?: string;
                    exchanged?: (string & (unknown & unknown)) | null;
                    forWhom?: (string & (unknown & unknown)) | null;
                    groupSize?: number;
                    /** @description At most 100 characters as a reader counts them, whatever their bytes; space around it is dropped */
                    passphrase?: string & (unknown & unknown);
                    policy?: {
                        /** @description Who receives the share for charity */
                        charity?: {
                            /** @description At most 300 characters as a reader counts them, whatever their bytes; space around it is dropped */
                            address: string & (unknown & unknown);
                            /** @description At most 120 characters as a reader counts them, whatever their bytes; space around it is dropped */
                            name: string & (unknown & unknown);
                        };
                        checkIn: {
                            accepts: ("entry" | "homework" | "picture" | "voice")[];
                            aheadDays: number | null;
                            minCharacters: number;
                            /** @description Pictures that are a check-in without any text, where they are accepted; default 1 */
                            minPictures?: number;
                            /** @description Seconds of a voice note that is a check-in without any text, where one is accepted; default 1 */
                            minVoiceSeconds?: number;
                            /** @enum {string} */
                            review: "auto" | "instructor";
                            /** @description Days after its acceptance in which a check-in can be rejected; default 3 */
                            reviewDays?: number;
                        };
                        /** @description Default: a third of the days, rounded down, and at most 7 */
                        coolingOffDays?: number;
                        currency: string;
                        /** @enum {string} */
                        dayBoundary: "cohort" | "learner";
                        dayEndsAt: string;
                        days: number;
                        depositMinor: number;
                        entryFeeMinor: number;
                        forfeits: {
                            charityBps: number;
                            finishersBps: number;
                            /** @enum {string} */
                            ifNoFinishers: "return_pro_rata" | "organiser" | "charity";
                            organiserBps: number;
                            /** @enum {string} */
                            sharedBy: "perfect" | "completed";
                        };
                        grace: {
                            days: number;
                        };
                        /** @description Days of leave that one learner may be granted; default one in seven of the required days, rounded up */
                        leave?: {
                            maxDays: number;
                        };
                        makeUp: {
                            /**
                             * Format: date
                             * @description Nothing is made up after the close of this date
                             */
                            endsOn?: string;
                            quota: number | null;
                            windowDays: number | null;
                        };
                        refund: {
                            /** @enum {string} */
                            cadence: "daily" | "weekly" | "at_end";
                            /** @constant */
                            curve: "flat";
                        } | {
                            /** @enum {string} */
                            cadence: "daily" | "weekly" | "at_end";
                            /** @constant */
                            curve: "rising";
                            ratio: number;
                        } | {
                            /** @enum {string} */
                            cadence: "daily" | "weekly" | "at_end";
                            /** @constant */
                            curve: "threshold";
                            requiredDays: number;
                        };
                        removal: {
                            misses: number;
                            /** @enum {string} */
                            per: "week" | "cohort" | "consecutive";
                        } | {
                            /** @constant */
                            per: "never";
                        };
                        restDays: {
                            dates: string[];
                            weekdays: number[];
                        };
                        /** Format: date */
                        startsOn: string & unknown;
                        /** @description IANA time zone or fixed offset such as "+08:00" */
                        timeZone: components["schemas"]["TimeZone"];
                    };
                    rules?: {
                        /** @description At most 5000 characters as a reader counts them, whatever their bytes; space around it is dropped */
                        text: string & (unknown & unknown);
                        /** @description At most 200 characters as a reader counts them, whatever their bytes; space around it is dropped */
                        title: string & (unknown & unknown);
                    }[];
                    slug?: string | null;
                    /** @description At most 200 characters as a reader counts them, whatever their bytes; space around it is dropped */
                    title: string & (unknown & unknown);
                    whatFor?: (string & (unknown & unknown)) | null;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        appealDays: number;
                        capacity: number | null;
                        description: string | null;
                        endsOn: string | null;
                        enrolUntil: string | null;
                        exchanged: string | null;
                        forWhom: string | null;
                        groupSize: number;
                        /** Format: uuid */
                        id: string;
                        isFull: boolean;
                        isOpen: boolean;
                        joinsLate: {
                            days: number;
                            /** Format: date */
                            firstDay: string;
                            /** Format: date */
                            lastDay: string;
                        } | null;
                        organisation: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        };
                        /** Format: uuid */
                        organisationId: string;
                        outcome: {
                            admitted: number;
                            bonusMinor: number;
                            charityMinor: number;
                            completed: number | null;
                            currency: string;
                            members: number;
                            organiserMinor: number;
                            perfect: number | null;
                            poolMinor: number;
                        } | null;
                        policy: {
                            /** @description Who receives the share for charity */
                            charity?: {
                                address: string;
                                name: string;
                            };
                            checkIn: {
                                accepts: ("entry" | "homework" | "picture" | "voice")[];
                                aheadDays: number | null;
                                minCharacters: number;
                                /** @description Pictures that are a check-in without any text, where they are accepted; default 1 */
                                minPictures?: number;
                                /** @description Seconds of a voice note that is a check-in without any text, where one is accepted; default 1 */
                                minVoiceSeconds?: number;
                                /** @enum {string} */
                                review: "auto" | "instructor";
                                /** @description Days after its acceptance in which a check-in can be rejected; default 3 */
                                reviewDays?: number;
                            };
                            /** @description Default: a third of the days, rounded down, and at most 7 */
                            coolingOffDays?: number;
                            currency: string;
                            /** @enum {string} */
                            dayBoundary: "cohort" | "learner";
                            dayEndsAt: string;
                            days: number;
                            depositMinor: number;
                            entryFeeMinor: number;
                            forfeits: {
                                charityBps: number;
                                finishersBps: number;
                                /** @enum {string} */
                                ifNoFinishers: "return_pro_rata" | "organiser" | "charity";
                                organiserBps: number;
                                /** @enum {string} */
                                sharedBy: "perfect" | "completed";
                            };
                            grace: {
                                days: number;
                            };
                            /** @description Days of leave that one learner may be granted; default one in seven of the required days, rounded up */
                            leave?: {
                                maxDays: number;
                            };
                            makeUp: {
                                /**
                                 * Format: date
                                 * @description Nothing is made up after the close of this date
                                 */
                                endsOn?: string;
                                quota: number | null;
                                windowDays: number | null;
                            };
                            refund: {
                                /** @enum {string} */
                                cadence: "daily" | "weekly" | "at_end";
                                /** @constant */
                                curve: "flat";
                            } | {
                                /** @enum {string} */
                                cadence: "daily" | "weekly" | "at_end";
                                /** @constant */
                                curve: "rising";
                                ratio: number;
                            } | {
                                /** @enum {string} */
                                cadence: "daily" | "weekly" | "at_end";
                                /** @constant */
                                curve: "threshold";
                                requiredDays: number;
                            };
                            removal: {
                                misses: number;
                                /** @enum {string} */
                                per: "week" | "cohort" | "consecutive";
                            } | {
                                /** @constant */
                                per: "never";
                            };
                            restDays: {
                                dates: string[];
                                weekdays: number[];
                            };
                            /** Format: date */
                            startsOn: string & unknown;
                            /** @description IANA time zone or fixed offset such as "+08:00" */
                            timeZone: components["schemas"]["TimeZone"];
                        } | null;
                        policyVersion: number;
                        rules: {
                            /** @description At most 5000 characters as a reader counts them, whatever their bytes; space around it is dropped */
                            text: string & (unknown & unknown);
                            /** @description At most 200 characters as a reader counts them, whatever their bytes; space around it is dropped */
                            title: string & (unknown & unknown);
                        }[];
                        rulesVersion: number;
                        seatsLeft: number | null;
                        settledAt: string | null;
                        slug: string | null;
                        startsOn: string | null;
                        /** @enum {string} */
                        status: "draft" | "published" | "settled" | "cancelled";
                        title: string;
                        whatFor: string | null;
                    };
                };
            };
            /** @description invalid_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request";
                    };
                };
            };
            /** @description not_signed_in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_signed_in";
                    };
                };
            };
            /** @description not_allowed, second_factor_required */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_allowed" | "second_factor_required";
                    };
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_found";
                    };
                };
            };
            /** @description slug_taken, request_in_progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "slug_taken" | "request_in_progress";
                    };
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_large";
                    };
                };
            };
            /** @description unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unsupported_media_type";
                    };
                };
            };
            /** @description passphrase_not_in_rules, idempotency_key_reused */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "passphrase_not_in_rules" | "idempotency_key_reused";
                    };
                };
            };
            /** @description internal */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                    };
                };
            };
            /** @description unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unavailable";
                    };
                };
            };
        };
    };
    membership_post_organisations_organisationId_second_factor: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organisationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                    currentPassword: string;
                    isRequired: boolean;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        /** Format: uuid */
                        ownerId: string;
                        requiresSecondFactor: boolean;
                    };
                };
            };
            /** @description invalid_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request";
                    };
                };
            };
            /** @description not_signed_in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_signed_in";
                    };
                };
            };
            /** @description wrong_credentials, wrong_code, not_allowed, second_factor_required */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "wrong_credentials" | "wrong_code" | "not_allowed" | "second_factor_required";
                    };
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_found";
                    };
                };
            };
            /** @description second_factor_off */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "second_factor_off";
                    };
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_large";
                    };
                };
            };
            /** @description unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unsupported_media_type";
                    };
                };
            };
            /** @description too_many_attempts */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_many_attempts";
                    };
                };
            };
            /** @description internal */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                    };
                };
            };
            /** @description busy, unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "busy" | "unavailable";
                    };
                };
            };
        };
    };
    membership_post_passkey_challenges: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        challenge: string;
                        rpId: string;
                        timeoutSeconds: number;
                    };
                };
            };
            /** @description passkeys_impossible */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "passkeys_impossible";
                    };
                };
            };
            /** @description too_many_attempts */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_many_attempts";
                    };
                };
            };
            /** @description internal */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                    };
                };
            };
            /** @description unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unavailable";
                    };
                };
            };
        };
    };
    membership_post_password_resets: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: email */
                    email: string;
                };
            };
        };
        responses: {
            /** @description Done */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description invalid_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request";
                    };
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_large";
                    };
                };
            };
            /** @description unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unsupported_media_type";
                    };
                };
            };
            /** @description too_many_attempts */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_many_attempts";
                    };
                };
            };
            /** @description internal */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                    };
                };
            };
            /** @description unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unavailable";
                    };
                };
            };
        };
    };
    membership_post_passwords: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    newPassword: string;
                    token: string;
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description invalid_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request";
                    };
                };
            };
            /** @description link_ended */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "link_ended";
                    };
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_large";
                    };
                };
            };
            /** @description unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unsupported_media_type";
                    };
                };
            };
            /** @description guessable_password */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "guessable_password";
                    };
                };
            };
            /** @description internal */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                    };
                };
            };
            /** @description busy, unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "busy" | "unavailable";
                    };
                };
            };
        };
    };
    membership_get_sessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            device: string | null;
                            /** Format: date-time */
                            endsAt: string;
                            /** Format: uuid */
                            id: string;
                            isCurrent: boolean;
                            /** Format: date-time */
                            startedAt: string;
                            /** Format: date-time */
                            usedAt: string;
                        }[];
                    };
                };
            };
            /** @description not_signed_in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_signed_in";
                    };
                };
            };
            /** @description internal */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                    };
                };
            };
            /** @description unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unavailable";
                    };
                };
            };
        };
    };
    membership_post_sessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code?: string;
                    /** Format: email */
                    email: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        accessToken: string;
                        account: {
                            displayName: string;
                            email: string;
                            emailProven: boolean;
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            locale: "zh-CN" | "en";
                            timeZone: string;
                        };
                        expiresInSeconds: number;
                    };
                };
            };
            /** @description invalid_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request";
                    };
                };
            };
            /** @description wrong_credentials, second_factor_needed, passkey_needed, wrong_code */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "wrong_credentials" | "second_factor_needed" | "passkey_needed" | "wrong_code";
                    };
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_large";
                    };
                };
            };
            /** @description unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unsupported_media_type";
                    };
                };
            };
            /** @description too_many_attempts */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_many_attempts";
                    };
                };
            };
            /** @description internal */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                    };
                };
            };
            /** @description busy, unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "busy" | "unavailable";
                    };
                };
            };
        };
    };
    membership_delete_sessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ended: number;
                    };
                };
            };
            /** @description not_signed_in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_signed_in";
                    };
                };
            };
            /** @description internal */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                    };
                };
            };
            /** @description unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unavailable";
                    };
                };
            };
        };
    };
    membership_delete_sessions_sessionId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description invalid_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request";
                    };
                };
            };
            /** @description not_signed_in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_signed_in";
                    };
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_found";
                    };
                };
            };
            /** @description internal */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                    };
                };
            };
            /** @description unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unavailable";
                    };
                };
            };
        };
    };
    membership_delete_sessions_current: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description internal */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                    };
                };
            };
            /** @description unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unavailable";
                    };
                };
            };
        };
    };
    membership_post_sessions_passkey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    authenticatorData: string;
                    clientDataJson: string;
                    id: string;
                    signature: string;
                    userHandle: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        accessToken: string;
                        account: {
                            displayName: string;
                            email: string;
                            emailProven: boolean;
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            locale: "zh-CN" | "en";
                            timeZone: string;
                        };
                        expiresInSeconds: number;
                    };
                };
            };
            /** @description invalid_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request";
                    };
                };
            };
            /** @description wrong_passkey */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "wrong_passkey";
                    };
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_large";
                    };
                };
            };
            /** @description unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unsupported_media_type";
                    };
                };
            };
            /** @description too_many_attempts */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_many_attempts";
                    };
                };
            };
            /** @description internal */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                    };
                };
            };
            /** @description unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unavailable";
                    };
                };
            };
        };
    };
    membership_post_sessions_refresh: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        accessToken: string;
                        expiresInSeconds: number;
                    };
                };
            };
            /** @description not_signed_in, session_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_signed_in" | "session_revoked";
                    };
                };
            };
            /** @description internal */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                    };
                };
            };
            /** @description unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unavailable";
                    };
                };
            };
        };
    };
}
