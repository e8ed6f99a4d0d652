export interface paths {
    "/cohorts/{cohortId}/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The cohort's money: charged, held, owed, under way, returned, shared.
         * @description Roles: owner, class_head.
         */
        get: operations["payment_get_cohorts_cohortId_accounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cohorts/{cohortId}/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The decision log of a cohort, oldest first; staff see who decided and about whom, the arbiter what members see.
         * @description Roles: owner, class_head, instructor, committee, arbiter.
         */
        get: operations["payment_get_cohorts_cohortId_decisions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cohorts/{cohortId}/disputes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A cohort's disputes: open ones with the bank's deadline, or decided ones with who bears them.
         * @description Roles: owner, class_head.
         */
        get: operations["payment_get_cohorts_cohortId_disputes"];
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
        /**
         * The totals of each enrolment's statement.
         * @description Roles: owner, class_head.
         */
        get: operations["payment_get_cohorts_cohortId_enrolments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cohorts/{cohortId}/manual-payouts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who must be paid by hand, with why, what was told of it and what waits for the learner.
         * @description Roles: owner, class_head.
         */
        get: operations["payment_get_cohorts_cohortId_manual_payouts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cohorts/{cohortId}/money": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What every cent of a cohort is doing: where it is, whose it is, what the organiser gets, and what was checked.
         * @description Roles: owner, class_head.
         */
        get: operations["payment_get_cohorts_cohortId_money"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cohorts/{cohortId}/money/days": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A cohort's money by UTC day: what came, went back and was forfeited, and what was held at its end.
         * @description Roles: owner, class_head.
         */
        get: operations["payment_get_cohorts_cohortId_money_days"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cohorts/{cohortId}/money/entries.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The ledger of a cohort as a table (CSV), one row a line: those of an entry add up to zero, and so do all.
         * @description Roles: owner, class_head.
         */
        get: operations["payment_get_cohorts_cohortId_money_entries_csv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cohorts/{cohortId}/money/members.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A table (CSV) of the money of a cohort, one row a member; amounts in decimals and in minor units.
         * @description Roles: owner, class_head.
         */
        get: operations["payment_get_cohorts_cohortId_money_members_csv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cohorts/{cohortId}/money/refunds.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All refunds of a cohort as a table (CSV), planned, sent, arrived or failed.
         * @description Roles: owner, class_head.
         */
        get: operations["payment_get_cohorts_cohortId_money_refunds_csv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cohorts/{cohortId}/reconciliation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where ledger and processor differ about the payments of one cohort, as the last comparison found it.
         * @description Roles: owner, class_head.
         */
        get: operations["payment_get_cohorts_cohortId_reconciliation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enrolments/{enrolmentId}/checkout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How the payment is: open, processing, declined, expired or paid, why, and whether it may be paid now.
         * @description Roles: learner.
         */
        get: operations["payment_get_enrolments_enrolmentId_checkout"];
        put?: never;
        /**
         * Open the checkout for a held seat; the open session is answered again.
         * @description Roles: learner.
         */
        post: operations["payment_post_enrolments_enrolmentId_checkout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enrolments/{enrolmentId}/credit-payouts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask to have credit paid out instead of used for a fee; asked again, the new words count, 0 takes it back.
         * @description Roles: learner.
         */
        post: operations["payment_post_enrolments_enrolmentId_credit_payouts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enrolments/{enrolmentId}/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The decision log of the own cohort, oldest first: members' numbers and the roles of who decided.
         * @description Roles: learner.
         */
        get: operations["payment_get_enrolments_enrolmentId_decisions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enrolments/{enrolmentId}/dispute-evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What speaks for the organiser in a dispute: the payment, the accepted rules, what went back already and for which days.
         * @description Roles: owner, class_head.
         */
        get: operations["payment_get_enrolments_enrolmentId_dispute_evidence"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enrolments/{enrolmentId}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Your statement with the journal it was made from: payment's half of what "replay my money" recomputes.
         * @description Roles: learner.
         */
        get: operations["payment_get_enrolments_enrolmentId_export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enrolments/{enrolmentId}/manual-payout-answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm that a payment by hand arrived, or object to it with a reason; only confirmed it counts.
         * @description Roles: learner.
         */
        post: operations["payment_post_enrolments_enrolmentId_manual_payout_answers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enrolments/{enrolmentId}/manual-payouts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What waits to be paid by hand, what was told of it, and what credit the learner asks to have paid out.
         * @description Roles: learner, owner.
         */
        get: operations["payment_get_enrolments_enrolmentId_manual_payouts"];
        put?: never;
        /**
         * Record what was paid to the learner from outside the processor: amounts without a way back through the payment, and credit.
         * @description Roles: owner.
         */
        post: operations["payment_post_enrolments_enrolmentId_manual_payouts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enrolments/{enrolmentId}/receipts/{day}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The same for one UTC day.
         * @description Roles: learner.
         */
        get: operations["payment_get_enrolments_enrolmentId_receipts_day"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enrolments/{enrolmentId}/receipts/latest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Your own balance in the last proof of deposits, with what it takes to check it offline.
         * @description Roles: learner.
         */
        get: operations["payment_get_enrolments_enrolmentId_receipts_latest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enrolments/{enrolmentId}/statement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was paid, earned, refunded and forfeited, with the days that earned each line.
         * @description Roles: learner, owner, class_head.
         */
        get: operations["payment_get_enrolments_enrolmentId_statement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organisations/{organisationId}/money": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the money of each of an organisation's cohorts is doing, each in its own currency: held, owed and since when, the pool, the organiser's, disputes, failed refunds, differences. The first page has the sums of all of them by currency.
         * @description Roles: owner.
         */
        get: operations["payment_get_organisations_organisationId_money"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organisations/{organisationId}/money.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The same as a table (CSV), one row a cohort; amounts in decimals and in minor units.
         * @description Roles: owner.
         */
        get: operations["payment_get_organisations_organisationId_money_csv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organisations/{organisationId}/proof": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The proof of deposits for everybody: owed to learners, held, coverage, root and chain of every day. */
        get: operations["payment_get_organisations_organisationId_proof"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organisations/{organisationId}/reconciliation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where the ledger and the processor differ, as the last comparison found it, each with its likely cause.
         * @description Roles: owner.
         */
        get: operations["payment_get_organisations_organisationId_reconciliation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organisations/{organisationId}/record": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The public record of an organisation: how its cohorts ended, who completed, where deposits and forfeits went, rejections, appeals, and how fast refunds come. */
        get: operations["payment_get_organisations_organisationId_record"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organisations/{organisationId}/stripe-account": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The connected account that the fee and the share of the pool are for; null: they wait with the platform.
         * @description Roles: owner.
         */
        get: operations["payment_get_organisations_organisationId_stripe_account"];
        /**
         * Say which connected Stripe account of its own the fee and the share of the pool are for, or none; learners pay the platform in any case.
         * @description Roles: owner.
         */
        put: operations["payment_put_organisations_organisationId_stripe_account"];
        /**
         * Create the organisation's own connected Stripe account, once, and get a link to Stripe's page where its owner says who they are. Asked again: another link, for one visit.
         * @description Roles: owner.
         */
        post: operations["payment_post_organisations_organisationId_stripe_account"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/stripe": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take an event from Stripe; its signature is the credential. */
        post: operations["payment_post_webhooks_stripe"];
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
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    payment_get_cohorts_cohortId_accounts: {
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
                        bonusPayableMinor: number;
                        cashMinor: number;
                        chargedMinor: number;
                        charityMinor: number;
                        creditMinor: number;
                        currency: string;
                        depositsFrozenMinor: number;
                        depositsHeldMinor: number;
                        disputedMinor: number;
                        disputeLossesMinor: number;
                        enrolments: number;
                        feesMinor: number;
                        forfeitPoolMinor: number;
                        inFlightMinor: number;
                        ledgerBalanced: boolean;
                        organiserMinor: number;
                        organiserPayableMinor: number;
                        paidOutsideMinor: number;
                        payableMinor: number;
                        processorFeesMinor: number;
                        refundedMinor: number;
                        transferredMinor: number;
                        workPending: number;
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
    payment_get_cohorts_cohortId_decisions: {
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
                        /** Format: uuid */
                        cohortId: string;
                        items: {
                            amountMinor: number | null;
                            /** Format: date-time */
                            at: string;
                            /** @enum {string} */
                            by: "owner" | "class_head" | "instructor" | "committee" | "arbiter" | "staff" | "learner" | "rule";
                            currency: string | null;
                            day: string | null;
                            hash: string;
                            /** @enum {string} */
                            kind: "entry_rejected" | "appeal_answered" | "member_removed" | "day_excused" | "leave_decided" | "hand_payment_told" | "hand_payment_objected" | "hand_payment_confirmed" | "cohort_settled" | "cohort_cancelled" | "cohort_changed";
                            memberNumber: number | null;
                            outcome: ("upheld" | "dismissed" | "approved" | "declined") | null;
                            previousHash: string;
                            reason: string;
                            seq: number;
                            who?: {
                                decidedById: string | null;
                                enrolmentId: string | null;
                                salt: string;
                            };
                            whoHash: string;
                        }[];
                        /** @constant */
                        kind: "daka.decisions.v1";
                        nextCursor?: string;
                        /** Format: uuid */
                        organisationId: string;
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
    payment_get_cohorts_cohortId_disputes: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                state?: "open" | "decided";
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
                            amountMinor: number;
                            answerBy: string | null;
                            closedAt: string | null;
                            coveredMinor: number;
                            currency: string;
                            disputeId: string;
                            /** Format: uuid */
                            enrolmentId: string;
                            feeMinor: number;
                            lossMinor: number;
                            /** Format: date-time */
                            openedAt: string;
                            reason: string;
                            /** @enum {string} */
                            status: "open" | "won" | "lost";
                            withdrawnMinor: number;
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
    payment_get_cohorts_cohortId_enrolments: {
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
                            bonusMinor: number;
                            bonusPaidMinor: number;
                            creditMinor: number;
                            creditUsedMinor: number;
                            currency: string;
                            depositMinor: number;
                            disputedMinor: number;
                            dueMinor: number;
                            earnedMinor: number;
                            /** Format: uuid */
                            enrolmentId: string;
                            entryFeeMinor: number;
                            excessRefundedMinor: number;
                            feeFinalAt: string | null;
                            forfeitedMinor: number;
                            frozenMinor: number;
                            inFlightMinor: number;
                            isFrozen: boolean;
                            paidInExcessMinor: number;
                            paidMinor: number;
                            paidOutsideMinor: number;
                            payableMinor: number;
                            refundedMinor: number;
                            unconfirmedMinor: number;
                            waiting: {
                                amountMinor: number;
                                period: string;
                                /** @enum {string} */
                                reason: "dispute_lost" | "refund_window_passed" | "refund_number_used_up" | "refunds_failed";
                                text: string;
                            }[];
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
    payment_get_cohorts_cohortId_manual_payouts: {
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
                            creditPayout: {
                                amountMinor: number;
                                /** Format: date-time */
                                askedAt: string;
                                payTo: string;
                            } | null;
                            currency: string;
                            /** Format: uuid */
                            enrolmentId: string;
                            isFrozen: boolean;
                            items: {
                                amountMinor: number;
                                answeredAt: string | null;
                                countedMinor: number;
                                method: string;
                                /** Format: date-time */
                                paidAt: string;
                                reason: string | null;
                                reference: string;
                                /** @enum {string} */
                                state: "told" | "confirmed" | "objected";
                            }[];
                            leftMinor: number;
                            openMinor: number;
                            unconfirmedMinor: number;
                            waiting: {
                                amountMinor: number;
                                period: string;
                                /** @enum {string} */
                                reason: "dispute_lost" | "refund_window_passed" | "refund_number_used_up" | "refunds_failed";
                                text: string;
                            }[];
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
    payment_get_cohorts_cohortId_money: {
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
                        /** Format: uuid */
                        cohortId: string;
                        coverage: {
                            coverageBps: number | null;
                            /** Format: date */
                            day: string;
                            heldMinor: number;
                            owedMinor: number;
                        } | null;
                        currency: string | null;
                        enrolments: number;
                        ledgerBalanced: boolean;
                        openDisputes: number;
                        organiser: {
                            feesDeferredMinor: number;
                            feesEarnedMinor: number;
                            isConnected: boolean;
                            lossesMinor: number;
                            overpaidMinor: number;
                            paidOutsideMinor: number;
                            payableMinor: number;
                            processorFeesMinor: number;
                            shareMinor: number;
                            transferredMinor: number;
                        };
                        payables: {
                            amountMinor: number;
                            dueSince: string | null;
                            failed: number;
                            failedMinor: number;
                            refunds: number;
                        };
                        pool: {
                            bonusesMinor: number;
                            charityMinor: number;
                            forfeitedMinor: number;
                            organiserMinor: number;
                            unsharedMinor: number;
                        };
                        reconciliation: {
                            /** Format: date-time */
                            checkedAt: string;
                            differences: number;
                            inFlight: number;
                        } | null;
                        where: {
                            cashMinor: number;
                            chargedMinor: number;
                            processorFeesMinor: number;
                            refundedMinor: number;
                            transferredMinor: number;
                            withdrawnMinor: number;
                        };
                        whose: {
                            bonusMinor: number;
                            charityMinor: number;
                            creditMinor: number;
                            disputedMinor: number;
                            elsewhereMinor: number;
                            frozenMinor: number;
                            heldMinor: number;
                            inFlightMinor: number;
                            organiserMinor: number;
                            payableMinor: number;
                            poolMinor: number;
                        };
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
    payment_get_cohorts_cohortId_money_days: {
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
                            bonusMinor: number;
                            cashMinor: number;
                            chargedMinor: number;
                            /** Format: date */
                            day: string;
                            forfeitedMinor: number;
                            heldMinor: number;
                            paidOutsideMinor: number;
                            processorFeesMinor: number;
                            refundedMinor: number;
                            total: {
                                forfeitedMinor: number;
                                heldMinor: number;
                                refundedMinor: number;
                            };
                            transferredMinor: number;
                            withdrawnMinor: number;
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
    payment_get_cohorts_cohortId_money_entries_csv: {
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
                    "text/csv": string;
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
    payment_get_cohorts_cohortId_money_members_csv: {
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
                    "text/csv": string;
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
    payment_get_cohorts_cohortId_money_refunds_csv: {
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
                    "text/csv": string;
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
    payment_get_cohorts_cohortId_reconciliation: {
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
                        checkedAt: string | null;
                        differences: number;
                        inFlight: number;
                        items: {
                            account: string;
                            cause: string;
                            cohortId: string | null;
                            currency: string;
                            differenceMinor: number;
                            enrolmentId: string | null;
                            ledgerMinor: number;
                            movedAt: string | null;
                            processorMinor: number;
                            source: string;
                            /** @enum {string} */
                            state: "difference" | "in_flight" | "outside";
                            text: string;
                            types: string[];
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
    payment_get_enrolments_enrolmentId_checkout: {
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
                        amountMinor: number | null;
                        creditMinor: number;
                        currency: string | null;
                        depositMinor: number | null;
                        /** Format: uuid */
                        enrolmentId: string;
                        entryFeeMinor: number | null;
                        expiresAt: string | null;
                        paidAt: string | null;
                        payable: boolean;
                        reason: ("card_declined" | "insufficient_funds" | "card_expired" | "wrong_details" | "authentication_failed" | "limit_exceeded" | "not_supported" | "processing_error" | "payment_failed" | "session_expired" | "hold_expired" | "no_seat" | "cancelled") | null;
                        seatHeldUntil: string | null;
                        sessionId: string | null;
                        /** @enum {string} */
                        state: "none" | "open" | "processing" | "declined" | "expired" | "paid";
                        url: string | null;
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
    payment_post_enrolments_enrolmentId_checkout: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the same answer for a day. */
                "Idempotency-Key"?: string;
            };
            path: {
                enrolmentId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** Format: uri */
                    cancelUrl?: string;
                    /** Format: uri */
                    successUrl?: string;
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
                        amountMinor: number;
                        creditMinor: number;
                        currency: string;
                        expiresAt: string | null;
                        sessionId: string | null;
                        url: string | null;
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
            /** @description no_seat_held, plan_over, already_paid, payment_processing, amount_not_payable, currency_not_supported, request_in_progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "no_seat_held" | "plan_over" | "already_paid" | "payment_processing" | "amount_not_payable" | "currency_not_supported" | "request_in_progress";
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
            /** @description payment_provider_unavailable, unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "payment_provider_unavailable" | "unavailable";
                    };
                };
            };
        };
    };
    payment_post_enrolments_enrolmentId_credit_payouts: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the same answer for a day. */
                "Idempotency-Key"?: string;
            };
            path: {
                enrolmentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    amountMinor?: number;
                    /** @description At most 500 characters as a reader counts them, whatever their bytes; space around it is dropped */
                    payTo: string & (unknown & unknown);
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
                        amountMinor: number;
                        /** Format: date-time */
                        askedAt: string;
                        payTo: string;
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
            /** @description no_credit, more_than_credit, request_in_progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "no_credit" | "more_than_credit" | "request_in_progress";
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
    payment_get_enrolments_enrolmentId_decisions: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
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
                        /** Format: uuid */
                        cohortId: string;
                        items: {
                            amountMinor: number | null;
                            /** Format: date-time */
                            at: string;
                            /** @enum {string} */
                            by: "owner" | "class_head" | "instructor" | "committee" | "arbiter" | "staff" | "learner" | "rule";
                            currency: string | null;
                            day: string | null;
                            hash: string;
                            /** @enum {string} */
                            kind: "entry_rejected" | "appeal_answered" | "member_removed" | "day_excused" | "leave_decided" | "hand_payment_told" | "hand_payment_objected" | "hand_payment_confirmed" | "cohort_settled" | "cohort_cancelled" | "cohort_changed";
                            memberNumber: number | null;
                            outcome: ("upheld" | "dismissed" | "approved" | "declined") | null;
                            previousHash: string;
                            reason: string;
                            seq: number;
                            who?: {
                                decidedById: string | null;
                                enrolmentId: string | null;
                                salt: string;
                            };
                            whoHash: string;
                        }[];
                        /** @constant */
                        kind: "daka.decisions.v1";
                        nextCursor?: string;
                        /** Format: uuid */
                        organisationId: string;
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
    payment_get_enrolments_enrolmentId_dispute_evidence: {
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
                        currency: string;
                        disputes: {
                            amountMinor: number;
                            answerBy: string | null;
                            disputeId: string;
                            lossMinor: number;
                            /** Format: date-time */
                            openedAt: string;
                            paymentIntentId: string;
                            reason: string;
                            /** @enum {string} */
                            status: "open" | "won" | "lost";
                            withdrawnMinor: number;
                        }[];
                        /** Format: uuid */
                        enrolmentId: string;
                        inFlightMinor: number;
                        payments: {
                            amountMinor: number;
                            chargeId: string | null;
                            method: string | null;
                            paidAt: string | null;
                            paymentIntentId: string;
                        }[];
                        refundedMinor: number;
                        refunds: {
                            amountMinor: number;
                            arrivedAt: string | null;
                            days: {
                                /** Format: date */
                                day: string;
                                /** @enum {string} */
                                kind: "on_time" | "made_up";
                                position: number;
                                weight: number;
                            }[];
                            /** @enum {string} */
                            kind: "deposit" | "bonus" | "cancellation";
                            paymentIntentId: string;
                            period: string;
                            refundId: string | null;
                            sentAt: string | null;
                            /** @enum {string} */
                            status: "on_its_way" | "arrived";
                        }[];
                        rulesAccepted: {
                            /** Format: date-time */
                            acceptedAt: string;
                            rulesVersion: number;
                        } | null;
                        text: string;
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
    payment_get_enrolments_enrolmentId_export: {
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
                        /** Format: uuid */
                        enrolmentId: string;
                        entries: {
                            _id: string;
                            atMs: number;
                            book: string;
                            cause: string;
                            cohortId: string;
                            currency: string;
                            days?: {
                                /** Format: date */
                                day: string;
                                /** @enum {string} */
                                kind: "on_time" | "made_up";
                                position: number;
                                weight: number;
                            }[];
                            hash: string;
                            kind: string;
                            lines: {
                                account: string;
                                amountMinor: number;
                            }[];
                            period?: string;
                            previousHash: string;
                            seq: number;
                            source?: string;
                        }[];
                        statement: {
                            bonusMinor: number;
                            bonusPaidMinor: number;
                            creditMinor: number;
                            creditUsedMinor: number;
                            currency: string;
                            depositMinor: number;
                            disputedMinor: number;
                            dueMinor: number;
                            earnedMinor: number;
                            /** Format: uuid */
                            enrolmentId: string;
                            entryFeeMinor: number;
                            excessRefundedMinor: number;
                            feeFinalAt: string | null;
                            forfeitedMinor: number;
                            frozenMinor: number;
                            inFlightMinor: number;
                            isFrozen: boolean;
                            lines: {
                                amountMinor: number;
                                /** @enum {string} */
                                answer?: "upheld" | "dismissed" | "disputed" | "ended";
                                appealId?: string;
                                /** Format: date-time */
                                at: string;
                                balanceHeldMinor?: number;
                                creditMinor?: number;
                                days?: {
                                    /** Format: date */
                                    day: string;
                                    /** @enum {string} */
                                    kind: "on_time" | "made_up";
                                    position: number;
                                    weight: number;
                                }[];
                                depositMinor?: number;
                                entryFeeMinor?: number;
                                /** Format: date-time */
                                expectedAt?: string;
                                /** @enum {string} */
                                kind: "paid" | "paid_in_excess" | "fee_earned" | "payout_due" | "refund_sent" | "refunded" | "refund_failed" | "refund_returned" | "forfeited" | "kept_as_credit" | "bonus_awarded" | "bonus_placed" | "cancelled" | "pool_shared" | "processor_fee" | "dispute_withdrawn" | "dispute_returned" | "dispute_fee" | "dispute_fee_returned" | "dispute_lost" | "hand_payment_told" | "hand_payment_objected" | "paid_outside" | "appeal_opened" | "appeal_answered" | "appeal_eased" | "credit_used" | "credit_moved" | "transferred" | "transfer_reversed";
                                organiserMinor?: number;
                                owedMinor?: number;
                                period?: string;
                                reference?: string;
                                /** @enum {string} */
                                refundKind?: "deposit" | "bonus" | "cancellation" | "excess";
                                seq: number;
                                text: string;
                            }[];
                            paidInExcessMinor: number;
                            paidMinor: number;
                            paidOutsideMinor: number;
                            payableMinor: number;
                            refundedMinor: number;
                            unconfirmedMinor: number;
                            waiting: {
                                amountMinor: number;
                                period: string;
                                /** @enum {string} */
                                reason: "dispute_lost" | "refund_window_passed" | "refund_number_used_up" | "refunds_failed";
                                text: string;
                            }[];
                        };
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
    payment_post_enrolments_enrolmentId_manual_payout_answers: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the same answer for a day. */
                "Idempotency-Key"?: string;
            };
            path: {
                enrolmentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    isReceived: boolean;
                    /** @description At most 1000 characters as a reader counts them, whatever their bytes; space around it is dropped */
                    reason?: string & (unknown & unknown);
                    /** @description At most 100 characters as a reader counts them, whatever their bytes; space around it is dropped */
                    reference: string & (unknown & unknown);
                } & ({
                    /** @constant */
                    isReceived?: true;
                } | unknown);
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
                        amountMinor: number;
                        answeredAt: string | null;
                        countedMinor: number;
                        leftMinor: number;
                        method: string;
                        /** Format: date-time */
                        paidAt: string;
                        reason: string | null;
                        reference: string;
                        /** @enum {string} */
                        state: "told" | "confirmed" | "objected";
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
            /** @description no_such_payment, not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "no_such_payment" | "not_found";
                    };
                };
            };
            /** @description answered_already, request_in_progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "answered_already" | "request_in_progress";
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
    payment_get_enrolments_enrolmentId_manual_payouts: {
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
                        creditPayout: {
                            amountMinor: number;
                            /** Format: date-time */
                            askedAt: string;
                            payTo: string;
                        } | null;
                        currency: string;
                        /** Format: uuid */
                        enrolmentId: string;
                        items: {
                            amountMinor: number;
                            answeredAt: string | null;
                            countedMinor: number;
                            method: string;
                            /** Format: date-time */
                            paidAt: string;
                            reason: string | null;
                            reference: string;
                            /** @enum {string} */
                            state: "told" | "confirmed" | "objected";
                        }[];
                        leftMinor: number;
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
    payment_post_enrolments_enrolmentId_manual_payouts: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the same answer for a day. */
                "Idempotency-Key"?: string;
            };
            path: {
                enrolmentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    amountMinor: number;
                    /** @description At most 100 characters as a reader counts them, whatever their bytes; space around it is dropped */
                    method: string & (unknown & unknown);
                    /** @description At most 100 characters as a reader counts them, whatever their bytes; space around it is dropped */
                    reference: string & (unknown & unknown);
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
                        amountMinor: number;
                        answeredAt: string | null;
                        countedMinor: number;
                        leftMinor: number;
                        method: string;
                        /** Format: date-time */
                        paidAt: string;
                        reason: string | null;
                        reference: string;
                        /** @enum {string} */
                        state: "told" | "confirmed" | "objected";
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
            /** @description nothing_owed, more_than_owed, refunds_frozen, reference_used, request_in_progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "nothing_owed" | "more_than_owed" | "refunds_frozen" | "reference_used" | "request_in_progress";
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
    payment_get_enrolments_enrolmentId_receipts_day: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                day: string;
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
                        day: {
                            count: number;
                            currency: string;
                            custody?: {
                                accounts: {
                                    account: string;
                                    availableMinor: number;
                                    booksMinor: number;
                                    freeMinor: number;
                                    ownFreeMinor: number;
                                    ownMinor: number;
                                    pendingMinor: number;
                                }[];
                                cashMinor: number;
                                /** Format: date-time */
                                readAt: string;
                            };
                            /** Format: date */
                            day: string;
                            dayHash: string;
                            decisions?: {
                                cohortId: string;
                                head: string;
                                length: number;
                            }[];
                            ledgerHead: string;
                            /** Format: uuid */
                            organisationId: string;
                            previousDay: string | null;
                            previousDayHash: string;
                            root: string;
                            sumMinor: number;
                        };
                        earlier: {
                            count: number;
                            currency: string;
                            custody?: {
                                accounts: {
                                    account: string;
                                    availableMinor: number;
                                    booksMinor: number;
                                    freeMinor: number;
                                    ownFreeMinor: number;
                                    ownMinor: number;
                                    pendingMinor: number;
                                }[];
                                cashMinor: number;
                                /** Format: date-time */
                                readAt: string;
                            };
                            /** Format: date */
                            day: string;
                            dayHash: string;
                            decisions?: {
                                cohortId: string;
                                head: string;
                                length: number;
                            }[];
                            ledgerHead: string;
                            /** Format: uuid */
                            organisationId: string;
                            previousDay: string | null;
                            previousDayHash: string;
                            root: string;
                            sumMinor: number;
                        }[];
                        /** @constant */
                        kind: "daka.receipt.v1";
                        leaf: {
                            balanceMinor: number;
                            book: string;
                            hash: string;
                            head: string;
                            index: number;
                            salt: string;
                            seq: number;
                        };
                        path: {
                            hash: string;
                            sumMinor: number;
                        }[];
                    } | {
                        day: {
                            count: number;
                            currency: string;
                            custody?: {
                                accounts: {
                                    account: string;
                                    availableMinor: number;
                                    booksMinor: number;
                                    freeMinor: number;
                                    ownFreeMinor: number;
                                    ownMinor: number;
                                    pendingMinor: number;
                                }[];
                                cashMinor: number;
                                /** Format: date-time */
                                readAt: string;
                            };
                            /** Format: date */
                            day: string;
                            dayHash: string;
                            decisions?: {
                                cohortId: string;
                                head: string;
                                length: number;
                            }[];
                            ledgerHead: string;
                            /** Format: uuid */
                            organisationId: string;
                            previousDay: string | null;
                            previousDayHash: string;
                            root: string;
                            sumMinor: number;
                        };
                        earlier: {
                            count: number;
                            currency: string;
                            custody?: {
                                accounts: {
                                    account: string;
                                    availableMinor: number;
                                    booksMinor: number;
                                    freeMinor: number;
                                    ownFreeMinor: number;
                                    ownMinor: number;
                                    pendingMinor: number;
                                }[];
                                cashMinor: number;
                                /** Format: date-time */
                                readAt: string;
                            };
                            /** Format: date */
                            day: string;
                            dayHash: string;
                            decisions?: {
                                cohortId: string;
                                head: string;
                                length: number;
                            }[];
                            ledgerHead: string;
                            /** Format: uuid */
                            organisationId: string;
                            previousDay: string | null;
                            previousDayHash: string;
                            root: string;
                            sumMinor: number;
                        }[];
                        halves: {
                            first: {
                                amountMinor: number;
                                hash: string;
                                index: number;
                                path: {
                                    hash: string;
                                    sumMinor: number;
                                }[];
                            };
                            second: {
                                amountMinor: number;
                                hash: string;
                                index: number;
                                path: {
                                    hash: string;
                                    sumMinor: number;
                                }[];
                            };
                        };
                        /** @constant */
                        kind: "daka.receipt.v2";
                        leaf: {
                            balanceMinor: number;
                            book: string;
                            head: string;
                            salt: string;
                            seq: number;
                        };
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
            /** @description no_receipt, not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "no_receipt" | "not_found";
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
    payment_get_enrolments_enrolmentId_receipts_latest: {
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
                        day: {
                            count: number;
                            currency: string;
                            custody?: {
                                accounts: {
                                    account: string;
                                    availableMinor: number;
                                    booksMinor: number;
                                    freeMinor: number;
                                    ownFreeMinor: number;
                                    ownMinor: number;
                                    pendingMinor: number;
                                }[];
                                cashMinor: number;
                                /** Format: date-time */
                                readAt: string;
                            };
                            /** Format: date */
                            day: string;
                            dayHash: string;
                            decisions?: {
                                cohortId: string;
                                head: string;
                                length: number;
                            }[];
                            ledgerHead: string;
                            /** Format: uuid */
                            organisationId: string;
                            previousDay: string | null;
                            previousDayHash: string;
                            root: string;
                            sumMinor: number;
                        };
                        earlier: {
                            count: number;
                            currency: string;
                            custody?: {
                                accounts: {
                                    account: string;
                                    availableMinor: number;
                                    booksMinor: number;
                                    freeMinor: number;
                                    ownFreeMinor: number;
                                    ownMinor: number;
                                    pendingMinor: number;
                                }[];
                                cashMinor: number;
                                /** Format: date-time */
                                readAt: string;
                            };
                            /** Format: date */
                            day: string;
                            dayHash: string;
                            decisions?: {
                                cohortId: string;
                                head: string;
                                length: number;
                            }[];
                            ledgerHead: string;
                            /** Format: uuid */
                            organisationId: string;
                            previousDay: string | null;
                            previousDayHash: string;
                            root: string;
                            sumMinor: number;
                        }[];
                        /** @constant */
                        kind: "daka.receipt.v1";
                        leaf: {
                            balanceMinor: number;
                            book: string;
                            hash: string;
                            head: string;
                            index: number;
                            salt: string;
                            seq: number;
                        };
                        path: {
                            hash: string;
                            sumMinor: number;
                        }[];
                    } | {
                        day: {
                            count: number;
                            currency: string;
                            custody?: {
                                accounts: {
                                    account: string;
                                    availableMinor: number;
                                    booksMinor: number;
                                    freeMinor: number;
                                    ownFreeMinor: number;
                                    ownMinor: number;
                                    pendingMinor: number;
                                }[];
                                cashMinor: number;
                                /** Format: date-time */
                                readAt: string;
                            };
                            /** Format: date */
                            day: string;
                            dayHash: string;
                            decisions?: {
                                cohortId: string;
                                head: string;
                                length: number;
                            }[];
                            ledgerHead: string;
                            /** Format: uuid */
                            organisationId: string;
                            previousDay: string | null;
                            previousDayHash: string;
                            root: string;
                            sumMinor: number;
                        };
                        earlier: {
                            count: number;
                            currency: string;
                            custody?: {
                                accounts: {
                                    account: string;
                                    availableMinor: number;
                                    booksMinor: number;
                                    freeMinor: number;
                                    ownFreeMinor: number;
                                    ownMinor: number;
                                    pendingMinor: number;
                                }[];
                                cashMinor: number;
                                /** Format: date-time */
                                readAt: string;
                            };
                            /** Format: date */
                            day: string;
                            dayHash: string;
                            decisions?: {
                                cohortId: string;
                                head: string;
                                length: number;
                            }[];
                            ledgerHead: string;
                            /** Format: uuid */
                            organisationId: string;
                            previousDay: string | null;
                            previousDayHash: string;
                            root: string;
                            sumMinor: number;
                        }[];
                        halves: {
                            first: {
                                amountMinor: number;
                                hash: string;
                                index: number;
                                path: {
                                    hash: string;
                                    sumMinor: number;
                                }[];
                            };
                            second: {
                                amountMinor: number;
                                hash: string;
                                index: number;
                                path: {
                                    hash: string;
                                    sumMinor: number;
                                }[];
                            };
                        };
                        /** @constant */
                        kind: "daka.receipt.v2";
                        leaf: {
                            balanceMinor: number;
                            book: string;
                            head: string;
                            salt: string;
                            seq: number;
                        };
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
            /** @description no_receipt, not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "no_receipt" | "not_found";
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
    payment_get_enrolments_enrolmentId_statement: {
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
                        bonusMinor: number;
                        bonusPaidMinor: number;
                        creditMinor: number;
                        creditUsedMinor: number;
                        currency: string;
                        depositMinor: number;
                        disputedMinor: number;
                        dueMinor: number;
                        earnedMinor: number;
                        /** Format: uuid */
                        enrolmentId: string;
                        entryFeeMinor: number;
                        excessRefundedMinor: number;
                        feeFinalAt: string | null;
                        forfeitedMinor: number;
                        frozenMinor: number;
                        inFlightMinor: number;
                        isFrozen: boolean;
                        lines: {
                            amountMinor: number;
                            /** @enum {string} */
                            answer?: "upheld" | "dismissed" | "disputed" | "ended";
                            appealId?: string;
                            /** Format: date-time */
                            at: string;
                            balanceHeldMinor?: number;
                            creditMinor?: number;
                            days?: {
                                /** Format: date */
                                day: string;
                                /** @enum {string} */
                                kind: "on_time" | "made_up";
                                position: number;
                                weight: number;
                            }[];
                            depositMinor?: number;
                            entryFeeMinor?: number;
                            /** Format: date-time */
                            expectedAt?: string;
                            /** @enum {string} */
                            kind: "paid" | "paid_in_excess" | "fee_earned" | "payout_due" | "refund_sent" | "refunded" | "refund_failed" | "refund_returned" | "forfeited" | "kept_as_credit" | "bonus_awarded" | "bonus_placed" | "cancelled" | "pool_shared" | "processor_fee" | "dispute_withdrawn" | "dispute_returned" | "dispute_fee" | "dispute_fee_returned" | "dispute_lost" | "hand_payment_told" | "hand_payment_objected" | "paid_outside" | "appeal_opened" | "appeal_answered" | "appeal_eased" | "credit_used" | "credit_moved" | "transferred" | "transfer_reversed";
                            organiserMinor?: number;
                            owedMinor?: number;
                            period?: string;
                            reference?: string;
                            /** @enum {string} */
                            refundKind?: "deposit" | "bonus" | "cancellation" | "excess";
                            seq: number;
                            text: string;
                        }[];
                        paidInExcessMinor: number;
                        paidMinor: number;
                        paidOutsideMinor: number;
                        payableMinor: number;
                        refundedMinor: number;
                        unconfirmedMinor: number;
                        waiting: {
                            amountMinor: number;
                            period: string;
                            /** @enum {string} */
                            reason: "dispute_lost" | "refund_window_passed" | "refund_number_used_up" | "refunds_failed";
                            text: string;
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
    payment_get_organisations_organisationId_money: {
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
                            /** Format: uuid */
                            cohortId: string;
                            creditMinor: number;
                            currency: string | null;
                            differences: number | null;
                            disputedMinor: number;
                            enrolments: number;
                            heldMinor: number;
                            inFlightMinor: number;
                            isCancelled: boolean;
                            ledgerBalanced: boolean;
                            openDisputes: number;
                            organiserMinor: number;
                            organiserPayableMinor: number;
                            owedMinor: number;
                            payables: {
                                amountMinor: number;
                                dueSince: string | null;
                                failed: number;
                                failedMinor: number;
                                refunds: number;
                            };
                            poolMinor: number;
                            startsOn: string | null;
                            title: string | null;
                        }[];
                        nextCursor?: string;
                        sums?: {
                            cohorts: number;
                            currency: string;
                            heldMinor: number;
                            inFlightMinor: number;
                            organiserMinor: number;
                            owedMinor: number;
                            poolMinor: number;
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
    payment_get_organisations_organisationId_money_csv: {
        parameters: {
            query?: never;
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
                    "text/csv": string;
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
    payment_get_organisations_organisationId_proof: {
        parameters: {
            query?: {
                currency?: string;
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
                            count: number;
                            coverageBps: number | null;
                            currency: string;
                            custody?: {
                                accounts: {
                                    account: string;
                                    availableMinor: number;
                                    booksMinor: number;
                                    freeMinor: number;
                                    ownFreeMinor: number;
                                    ownMinor: number;
                                    pendingMinor: number;
                                }[];
                                cashMinor: number;
                                /** Format: date-time */
                                readAt: string;
                            };
                            /** Format: date-time */
                            cutAt: string;
                            /** Format: date */
                            day: string;
                            dayHash: string;
                            decisions?: {
                                cohortId: string;
                                head: string;
                                length: number;
                            }[];
                            heldMinor: number;
                            ledgerHead: string;
                            /** Format: uuid */
                            organisationId: string;
                            previousDay: string | null;
                            previousDayHash: string;
                            root: string;
                            sumMinor: number;
                        }[];
                        /** @constant */
                        kind: "daka.proof.v1";
                        nextCursor?: string;
                        /** Format: uuid */
                        organisationId: string;
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
    payment_get_organisations_organisationId_reconciliation: {
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
                        checkedAt: string | null;
                        differences: number;
                        inFlight: number;
                        items: {
                            account: string;
                            cause: string;
                            cohortId: string | null;
                            currency: string;
                            differenceMinor: number;
                            enrolmentId: string | null;
                            ledgerMinor: number;
                            movedAt: string | null;
                            processorMinor: number;
                            source: string;
                            /** @enum {string} */
                            state: "difference" | "in_flight" | "outside";
                            text: string;
                            types: string[];
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
    payment_get_organisations_organisationId_record: {
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
                        cohorts: {
                            cancelled: number;
                            published: number;
                            running: number;
                            settled: number;
                        };
                        conduct: {
                            appeals: {
                                dismissed: number;
                                dismissedByArbiter: number;
                                ended: number;
                                made: number;
                                open: number;
                                upheld: number;
                                upheldByArbiter: number;
                                upheldByRule: number;
                            };
                            enrolments: number;
                            refunds: {
                                due: number;
                                halfWithinS: number | null;
                                untimed: number;
                                waiting: number;
                            };
                            rejections: number;
                            since: string | null;
                        } | null;
                        items: {
                            /** Format: uuid */
                            cohortId: string;
                            currency: string | null;
                            endedAt: string | null;
                            figures: {
                                charityMinor: number;
                                completion: {
                                    completed: number;
                                    of: number;
                                    perfect: number;
                                } | null;
                                depositMinor: number;
                                finishersMinor: number;
                                forfeitedMinor: number;
                                members: number;
                                organiserMinor: number;
                                otherwise: number;
                                returnedMinor: number;
                                unconfirmedMinor: number;
                            } | null;
                            startsOn: string | null;
                            /** @enum {string} */
                            state: "settled" | "cancelled";
                            title: string | null;
                        }[];
                        nextCursor?: string;
                        /** Format: uuid */
                        organisationId: string;
                        totals: {
                            charityMinor: number;
                            cohorts: number;
                            cohortsLeftOut: number;
                            completion: {
                                completed: number;
                                of: number;
                                perfect: number;
                            } | null;
                            currency: string;
                            depositMinor: number;
                            finishersMinor: number;
                            forfeitedMinor: number;
                            members: number;
                            organiserMinor: number;
                            otherwise: number;
                            returnedMinor: number;
                            unconfirmedMinor: number;
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
    payment_get_organisations_organisationId_stripe_account: {
        parameters: {
            query?: never;
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
                        accountId: string | null;
                        /** Format: uuid */
                        organisationId: string;
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
    payment_put_organisations_organisationId_stripe_account: {
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
                    accountId: string | null;
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
                        accountId: string | null;
                        /** Format: uuid */
                        organisationId: string;
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
            /** @description account_not_usable, account_bound_elsewhere */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "account_not_usable" | "account_bound_elsewhere";
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
            /** @description payment_provider_unavailable, unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "payment_provider_unavailable" | "unavailable";
                    };
                };
            };
        };
    };
    payment_post_organisations_organisationId_stripe_account: {
        parameters: {
            query?: never;
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
                        accountId: string;
                        expiresAt: string | null;
                        /** Format: uuid */
                        organisationId: string;
                        url: string | null;
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
            /** @description account_bound_elsewhere */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "account_bound_elsewhere";
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
            /** @description payment_provider_unavailable, unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "payment_provider_unavailable" | "unavailable";
                    };
                };
            };
        };
    };
    payment_post_webhooks_stripe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": unknown;
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
                        /** @constant */
                        received: true;
                    };
                };
            };
            /** @description bad_signature */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "bad_signature";
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
}
