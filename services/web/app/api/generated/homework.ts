export interface paths {
    "/assignments/{assignmentId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One piece of homework; for a learner with what it counts for
         * @description Roles: learner, instructor, class_head, owner, committee.
         */
        get: operations["homework_get_assignments_assignmentId"];
        /**
         * Correct a piece of homework, with a reason; what it said before stays to be seen
         * @description Roles: instructor, class_head, owner.
         */
        put: operations["homework_put_assignments_assignmentId"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/assignments/{assignmentId}/drafts/mine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * My text for an assignment that is not handed in yet
         * @description Roles: learner.
         */
        get: operations["homework_get_assignments_assignmentId_drafts_mine"];
        /**
         * Keep my text for an assignment; the revision that was read before keeps one device from undoing another
         * @description Roles: learner.
         */
        put: operations["homework_put_assignments_assignmentId_drafts_mine"];
        post?: never;
        /**
         * Throw my draft away
         * @description Roles: learner.
         */
        delete: operations["homework_delete_assignments_assignmentId_drafts_mine"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/assignments/{assignmentId}/submissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hand in homework; a new version until it is reviewed
         * @description Roles: learner.
         */
        post: operations["homework_post_assignments_assignmentId_submissions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/assignments/{assignmentId}/submissions/mine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What I handed in for an assignment, with every version and the feedback
         * @description Roles: learner.
         */
        get: operations["homework_get_assignments_assignmentId_submissions_mine"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cohorts/{cohortId}/assignments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The homework of a cohort, by due date; for a learner with what it counts for
         * @description Roles: learner, instructor, class_head, owner, committee.
         */
        get: operations["homework_get_cohorts_cohortId_assignments"];
        put?: never;
        /**
         * Give a cohort a piece of homework with a due date; one for a day is due before that day closes
         * @description Roles: instructor, class_head, owner.
         */
        post: operations["homework_post_cohorts_cohortId_assignments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cohorts/{cohortId}/review-queue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What waits for a reviewer, what waits longest first
         * @description Roles: instructor, class_head, owner.
         */
        get: operations["homework_get_cohorts_cohortId_review_queue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cohorts/{cohortId}/snippets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * My own comments to use again, the newest first; they are the same in every cohort
         * @description Roles: instructor, class_head, owner.
         */
        get: operations["homework_get_cohorts_cohortId_snippets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cohorts/{cohortId}/snippets/{snippetId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Keep a comment to use again, under an id that its writer chooses
         * @description Roles: instructor, class_head, owner.
         */
        put: operations["homework_put_cohorts_cohortId_snippets_snippetId"];
        post?: never;
        /**
         * Throw a comment to use again away
         * @description Roles: instructor, class_head, owner.
         */
        delete: operations["homework_delete_cohorts_cohortId_snippets_snippetId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enrolments/{enrolmentId}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Announce a picture or an attachment of homework that is to be handed in; its bytes follow
         * @description Roles: learner.
         */
        post: operations["homework_post_enrolments_enrolmentId_files"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enrolments/{enrolmentId}/files/{fileId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How much of a file has arrived, for whoever goes on after a cut
         * @description Roles: learner.
         */
        get: operations["homework_get_enrolments_enrolmentId_files_fileId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Send bytes of a file, all that are left or some; what arrives stays. With the last one the file is looked through
         * @description Roles: learner.
         */
        patch: operations["homework_patch_enrolments_enrolmentId_files_fileId"];
        trace?: never;
    };
    "/enrolments/{enrolmentId}/files/{fileId}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The bytes of a picture or an attachment of homework, or a part of them; what was not handed in yet, for whoever uploaded it only
         * @description Roles: learner, instructor, class_head, owner.
         */
        get: operations["homework_get_enrolments_enrolmentId_files_fileId_content"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enrolments/{enrolmentId}/homework": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How far a learner is with the homework of the cohort, and how many answers are unread
         * @description Roles: learner, instructor, class_head, owner.
         */
        get: operations["homework_get_enrolments_enrolmentId_homework"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/submissions/{submissionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One submission with every version and the feedback
         * @description Roles: learner, instructor, class_head, owner.
         */
        get: operations["homework_get_submissions_submissionId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/submissions/{submissionId}/claim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Take a piece of work for half an hour, or go on with it; others see whose it is
         * @description Roles: instructor, class_head, owner.
         */
        put: operations["homework_put_submissions_submissionId_claim"];
        post?: never;
        /**
         * Give a piece of work back
         * @description Roles: instructor, class_head, owner.
         */
        delete: operations["homework_delete_submissions_submissionId_claim"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/submissions/{submissionId}/feedback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Comment, score, accept or ask for changes; it is said at once (see `verdict` for one that can be taken back)
         * @description Roles: instructor, class_head, owner.
         */
        post: operations["homework_post_submissions_submissionId_feedback"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/submissions/{submissionId}/feedback-read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * I have read the first so many answers; one that came since stays unread
         * @description Roles: learner.
         */
        put: operations["homework_put_submissions_submissionId_feedback_read"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/submissions/{submissionId}/feedback/{number}/score": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Put a mistyped score right, with a reason; the answers are counted from 1, and what the score was stays to be seen
         * @description Roles: instructor, class_head, owner.
         */
        put: operations["homework_put_submissions_submissionId_feedback_number_score"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/submissions/{submissionId}/verdict": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answer, with ten seconds to take it back; the learner hears nothing before they are over
         * @description Roles: instructor, class_head, owner.
         */
        post: operations["homework_post_submissions_submissionId_verdict"];
        /**
         * Take my verdict back before it is said, or throw away one that a newer version overtook; it is shown once more
         * @description Roles: instructor, class_head, owner.
         */
        delete: operations["homework_delete_submissions_submissionId_verdict"];
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
    homework_get_assignments_assignmentId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                assignmentId: string;
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
                        corrections: {
                            before: {
                                day?: string | null;
                                /** Format: date-time */
                                dueAt?: string;
                                instructions?: string;
                                mostAttachments?: number;
                                mostPictures?: number;
                                rubric?: {
                                    levels: {
                                        /** @description At most 80 characters as a reader counts them, whatever their bytes; space around it is dropped */
                                        name: string & (unknown & unknown);
                                        points: number;
                                    }[];
                                    /** @description At most 120 characters as a reader counts them, whatever their bytes; space around it is dropped */
                                    name: string & (unknown & unknown);
                                }[] | null;
                                title?: string;
                                weightPercent?: number | null;
                            };
                            /** Format: date-time */
                            correctedAt: string;
                            /** Format: uuid */
                            correctedBy: string;
                            reason: string;
                        }[];
                        day: string | null;
                        /** Format: date-time */
                        dueAt: string;
                        /** Format: uuid */
                        id: string;
                        instructions: string;
                        mine: {
                            counts: {
                                at: string | null;
                                day: string | null;
                                /** @enum {string} */
                                status: "counted" | "expected" | "waits" | "none";
                                why: ("cohort_takes_none" | "no_day" | "rest" | "excused" | "before_joining" | "past" | "too_short" | "already_checked_in" | "no_make_ups_left" | "not_a_member" | "settled" | "rejected") | null;
                            } | null;
                            /** @enum {string} */
                            status: "open" | "overdue" | "submitted" | "commented" | "accepted" | "changes_requested";
                            submissionId: string | null;
                            unread: number;
                        } | null;
                        mostAttachments: number;
                        mostPictures: number;
                        rubric: {
                            levels: {
                                /** @description At most 80 characters as a reader counts them, whatever their bytes; space around it is dropped */
                                name: string & (unknown & unknown);
                                points: number;
                            }[];
                            /** @description At most 120 characters as a reader counts them, whatever their bytes; space around it is dropped */
                            name: string & (unknown & unknown);
                        }[] | null;
                        title: string;
                        weightPercent: number | null;
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
            /** @description no_assignment, not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "no_assignment" | "not_found";
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
    homework_put_assignments_assignmentId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                assignmentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date */
                    day?: string;
                    /** Format: date-time */
                    dueAt: string;
                    /** @description At most 20000 characters as a reader counts them, whatever their bytes; space around it is dropped */
                    instructions: string & (unknown & unknown);
                    mostAttachments?: number;
                    mostPictures?: number;
                    /** @description At most 1000 characters as a reader counts them, whatever their bytes; space around it is dropped */
                    reason: string & (unknown & unknown);
                    rubric?: {
                        levels: {
                            /** @description At most 80 characters as a reader counts them, whatever their bytes; space around it is dropped */
                            name: string & (unknown & unknown);
                            points: number;
                        }[];
                        /** @description At most 120 characters as a reader counts them, whatever their bytes; space around it is dropped */
                        name: string & (unknown & unknown);
                    }[];
                    /** @description At most 200 characters as a reader counts them, whatever their bytes; space around it is dropped */
                    title: string & (unknown & unknown);
                    weightPercent?: number;
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
                        corrections: {
                            before: {
                                day?: string | null;
                                /** Format: date-time */
                                dueAt?: string;
                                instructions?: string;
                                mostAttachments?: number;
                                mostPictures?: number;
                                rubric?: {
                                    levels: {
                                        /** @description At most 80 characters as a reader counts them, whatever their bytes; space around it is dropped */
                                        name: string & (unknown & unknown);
                                        points: number;
                                    }[];
                                    /** @description At most 120 characters as a reader counts them, whatever their bytes; space around it is dropped */
                                    name: string & (unknown & unknown);
                                }[] | null;
                                title?: string;
                                weightPercent?: number | null;
                            };
                            /** Format: date-time */
                            correctedAt: string;
                            /** Format: uuid */
                            correctedBy: string;
                            reason: string;
                        }[];
                        day: string | null;
                        /** Format: date-time */
                        dueAt: string;
                        /** Format: uuid */
                        id: string;
                        instructions: string;
                        mine: {
                            counts: {
                                at: string | null;
                                day: string | null;
                                /** @enum {string} */
                                status: "counted" | "expected" | "waits" | "none";
                                why: ("cohort_takes_none" | "no_day" | "rest" | "excused" | "before_joining" | "past" | "too_short" | "already_checked_in" | "no_make_ups_left" | "not_a_member" | "settled" | "rejected") | null;
                            } | null;
                            /** @enum {string} */
                            status: "open" | "overdue" | "submitted" | "commented" | "accepted" | "changes_requested";
                            submissionId: string | null;
                            unread: number;
                        } | null;
                        mostAttachments: number;
                        mostPictures: number;
                        rubric: {
                            levels: {
                                /** @description At most 80 characters as a reader counts them, whatever their bytes; space around it is dropped */
                                name: string & (unknown & unknown);
                                points: number;
                            }[];
                            /** @description At most 120 characters as a reader counts them, whatever their bytes; space around it is dropped */
                            name: string & (unknown & unknown);
                        }[] | null;
                        title: string;
                        weightPercent: number | null;
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
            /** @description no_assignment, not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "no_assignment" | "not_found";
                    };
                };
            };
            /** @description cohort_cancelled, cohort_settled, day_has_work, rubric_frozen, too_many_corrections */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "cohort_cancelled" | "cohort_settled" | "day_has_work" | "rubric_frozen" | "too_many_corrections";
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
            /** @description day_not_in_plan, day_not_required, day_is_past, due_after_close, cohort_takes_none, bad_rubric */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "day_not_in_plan" | "day_not_required" | "day_is_past" | "due_after_close" | "cohort_takes_none" | "bad_rubric";
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
    homework_get_assignments_assignmentId_drafts_mine: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                assignmentId: string;
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
                        assignmentId: string;
                        characters: number;
                        markdown: string;
                        revision: number;
                        /** Format: date-time */
                        savedAt: string;
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
            /** @description no_draft, not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "no_draft" | "not_found";
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
    homework_put_assignments_assignmentId_drafts_mine: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                assignmentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description At most 20000 visible characters, whatever their bytes */
                    markdown: string;
                    revision?: number;
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
                        assignmentId: string;
                        characters: number;
                        markdown: string;
                        revision: number;
                        /** Format: date-time */
                        savedAt: string;
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
            /** @description no_assignment, not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "no_assignment" | "not_found";
                    };
                };
            };
            /** @description draft_changed, already_accepted, already_reviewed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "draft_changed" | "already_accepted" | "already_reviewed";
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
            /** @description too_long */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_long";
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
    homework_delete_assignments_assignmentId_drafts_mine: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                assignmentId: string;
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
    homework_post_assignments_assignmentId_submissions: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the same answer for a day. */
                "Idempotency-Key"?: string;
            };
            path: {
                assignmentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    attachments?: string[];
                    /** Format: uuid */
                    enrolmentId: string;
                    /** @description At most 20000 visible characters, whatever their bytes */
                    markdown: string;
                    pictures?: string[];
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
                        assignmentId: string;
                        counts: {
                            at: string | null;
                            day: string | null;
                            /** @enum {string} */
                            status: "counted" | "expected" | "waits" | "none";
                            why: ("cohort_takes_none" | "no_day" | "rest" | "excused" | "before_joining" | "past" | "too_short" | "already_checked_in" | "no_make_ups_left" | "not_a_member" | "settled" | "rejected") | null;
                        } | null;
                        /** Format: uuid */
                        enrolmentId: string;
                        feedback: {
                            comment: string;
                            corrections: {
                                /** Format: date-time */
                                correctedAt: string;
                                /** Format: uuid */
                                correctedBy: string;
                                reached: {
                                    criterion: string;
                                    level: string;
                                    mostPoints: number;
                                    points: number;
                                }[] | null;
                                reason: string;
                                scorePercent: number | null;
                            }[];
                            reached: {
                                criterion: string;
                                level: string;
                                mostPoints: number;
                                points: number;
                            }[] | null;
                            /** Format: date-time */
                            reviewedAt: string;
                            /** Format: uuid */
                            reviewerId: string;
                            scorePercent: number | null;
                            /** @enum {string} */
                            verdict: "commented" | "accepted" | "changes_requested";
                            version: number;
                        }[];
                        feedbackRead: number;
                        /** Format: uuid */
                        id: string;
                        late: boolean;
                        /** @enum {string} */
                        status: "submitted" | "commented" | "accepted" | "changes_requested";
                        /** Format: date-time */
                        submittedAt: string;
                        version: number;
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
            /** @description not_a_member, cohort_settled, already_accepted, already_reviewed, too_many_versions, files_not_accepted, file_used, request_in_progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_a_member" | "cohort_settled" | "already_accepted" | "already_reviewed" | "too_many_versions" | "files_not_accepted" | "file_used" | "request_in_progress";
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
            /** @description empty, wrong_enrolment, too_long, file_not_there, file_too_large, idempotency_key_reused */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "empty" | "wrong_enrolment" | "too_long" | "file_not_there" | "file_too_large" | "idempotency_key_reused";
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
    homework_get_assignments_assignmentId_submissions_mine: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                assignmentId: string;
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
                        assignmentId: string;
                        counts: {
                            at: string | null;
                            day: string | null;
                            /** @enum {string} */
                            status: "counted" | "expected" | "waits" | "none";
                            why: ("cohort_takes_none" | "no_day" | "rest" | "excused" | "before_joining" | "past" | "too_short" | "already_checked_in" | "no_make_ups_left" | "not_a_member" | "settled" | "rejected") | null;
                        } | null;
                        /** Format: uuid */
                        enrolmentId: string;
                        feedback: {
                            comment: string;
                            corrections: {
                                /** Format: date-time */
                                correctedAt: string;
                                /** Format: uuid */
                                correctedBy: string;
                                reached: {
                                    criterion: string;
                                    level: string;
                                    mostPoints: number;
                                    points: number;
                                }[] | null;
                                reason: string;
                                scorePercent: number | null;
                            }[];
                            reached: {
                                criterion: string;
                                level: string;
                                mostPoints: number;
                                points: number;
                            }[] | null;
                            /** Format: date-time */
                            reviewedAt: string;
                            /** Format: uuid */
                            reviewerId: string;
                            scorePercent: number | null;
                            /** @enum {string} */
                            verdict: "commented" | "accepted" | "changes_requested";
                            version: number;
                        }[];
                        feedbackRead: number;
                        /** Format: uuid */
                        id: string;
                        late: boolean;
                        /** @enum {string} */
                        status: "submitted" | "commented" | "accepted" | "changes_requested";
                        /** Format: date-time */
                        submittedAt: string;
                        version: number;
                        versions: {
                            attachments: {
                                bytes: number;
                                /** Format: uuid */
                                fileId: string;
                                name: string;
                            }[];
                            characters: number;
                            late: boolean;
                            markdown: string;
                            pictures: string[];
                            /** Format: date-time */
                            submittedAt: string;
                            version: number;
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
            /** @description no_submission, not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "no_submission" | "not_found";
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
    homework_get_cohorts_cohortId_assignments: {
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
                            cohortId: string;
                            day: string | null;
                            /** Format: date-time */
                            dueAt: string;
                            /** Format: uuid */
                            id: string;
                            instructions: string;
                            mine: {
                                counts: {
                                    at: string | null;
                                    day: string | null;
                                    /** @enum {string} */
                                    status: "counted" | "expected" | "waits" | "none";
                                    why: ("cohort_takes_none" | "no_day" | "rest" | "excused" | "before_joining" | "past" | "too_short" | "already_checked_in" | "no_make_ups_left" | "not_a_member" | "settled" | "rejected") | null;
                                } | null;
                                /** @enum {string} */
                                status: "open" | "overdue" | "submitted" | "commented" | "accepted" | "changes_requested";
                                submissionId: string | null;
                                unread: number;
                            } | null;
                            mostAttachments: number;
                            mostPictures: number;
                            rubric: {
                                levels: {
                                    /** @description At most 80 characters as a reader counts them, whatever their bytes; space around it is dropped */
                                    name: string & (unknown & unknown);
                                    points: number;
                                }[];
                                /** @description At most 120 characters as a reader counts them, whatever their bytes; space around it is dropped */
                                name: string & (unknown & unknown);
                            }[] | null;
                            title: string;
                            weightPercent: number | null;
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
    homework_post_cohorts_cohortId_assignments: {
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
                    day?: string;
                    /** Format: date-time */
                    dueAt: string;
                    /** @description At most 20000 characters as a reader counts them, whatever their bytes; space around it is dropped */
                    instructions: string & (unknown & unknown);
                    mostAttachments?: number;
                    mostPictures?: number;
                    rubric?: {
                        levels: {
                            /** @description At most 80 characters as a reader counts them, whatever their bytes; space around it is dropped */
                            name: string & (unknown & unknown);
                            points: number;
                        }[];
                        /** @description At most 120 characters as a reader counts them, whatever their bytes; space around it is dropped */
                        name: string & (unknown & unknown);
                    }[];
                    /** @description At most 200 characters as a reader counts them, whatever their bytes; space around it is dropped */
                    title: string & (unknown & unknown);
                    weightPercent?: number;
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
                        cohortId: string;
                        day: string | null;
                        /** Format: date-time */
                        dueAt: string;
                        /** Format: uuid */
                        id: string;
                        instructions: string;
                        mine: {
                            counts: {
                                at: string | null;
                                day: string | null;
                                /** @enum {string} */
                                status: "counted" | "expected" | "waits" | "none";
                                why: ("cohort_takes_none" | "no_day" | "rest" | "excused" | "before_joining" | "past" | "too_short" | "already_checked_in" | "no_make_ups_left" | "not_a_member" | "settled" | "rejected") | null;
                            } | null;
                            /** @enum {string} */
                            status: "open" | "overdue" | "submitted" | "commented" | "accepted" | "changes_requested";
                            submissionId: string | null;
                            unread: number;
                        } | null;
                        mostAttachments: number;
                        mostPictures: number;
                        rubric: {
                            levels: {
                                /** @description At most 80 characters as a reader counts them, whatever their bytes; space around it is dropped */
                                name: string & (unknown & unknown);
                                points: number;
                            }[];
                            /** @description At most 120 characters as a reader counts them, whatever their bytes; space around it is dropped */
                            name: string & (unknown & unknown);
                        }[] | null;
                        title: string;
                        weightPercent: number | null;
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
            /** @description cohort_cancelled, cohort_settled, request_in_progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "cohort_cancelled" | "cohort_settled" | "request_in_progress";
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
            /** @description day_not_in_plan, day_not_required, day_is_past, due_after_close, cohort_takes_none, bad_rubric, idempotency_key_reused */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "day_not_in_plan" | "day_not_required" | "day_is_past" | "due_after_close" | "cohort_takes_none" | "bad_rubric" | "idempotency_key_reused";
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
    homework_get_cohorts_cohortId_review_queue: {
        parameters: {
            query?: {
                assignmentId?: string;
                cursor?: string;
                limit?: number;
                state?: "waiting" | "free" | "claimed" | "mine" | "kept";
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
                            /** Format: uuid */
                            assignmentId: string;
                            characters: number;
                            claim: {
                                /** Format: uuid */
                                reviewerId: string;
                                /** Format: uuid */
                                submissionId: string;
                                /** Format: date-time */
                                until: string;
                            } | null;
                            counts: {
                                at: string | null;
                                day: string | null;
                                /** @enum {string} */
                                status: "counted" | "expected" | "waits" | "none";
                                why: ("cohort_takes_none" | "no_day" | "rest" | "excused" | "before_joining" | "past" | "too_short" | "already_checked_in" | "no_make_ups_left" | "not_a_member" | "settled" | "rejected") | null;
                            } | null;
                            dueAt: string | null;
                            /** Format: uuid */
                            enrolmentId: string;
                            kept: {
                                comment: string;
                                reached: {
                                    criterion: string;
                                    level: string;
                                    mostPoints: number;
                                    points: number;
                                }[] | null;
                                /** Format: uuid */
                                reviewerId: string;
                                sayAt: string | null;
                                scorePercent: number | null;
                                /** @enum {string} */
                                verdict: "commented" | "accepted" | "changes_requested";
                                version: number;
                            } | null;
                            late: boolean;
                            memberNumber: number | null;
                            /** Format: date-time */
                            promisedBy: string;
                            /** Format: uuid */
                            submissionId: string;
                            title: string | null;
                            version: number;
                            /** Format: date-time */
                            waitingSince: string;
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
    homework_get_cohorts_cohortId_snippets: {
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
                            id: string;
                            /** Format: date-time */
                            savedAt: string;
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
    homework_put_cohorts_cohortId_snippets_snippetId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                cohortId: string;
                snippetId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description At most 2000 characters as a reader counts them, whatever their bytes; space around it is dropped */
                    text: string & (unknown & unknown);
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
                        /** Format: date-time */
                        savedAt: string;
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
            /** @description too_many_snippets */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_many_snippets";
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
    homework_delete_cohorts_cohortId_snippets_snippetId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                cohortId: string;
                snippetId: string;
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
    homework_post_enrolments_enrolmentId_files: {
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
                    /** Format: uuid */
                    assignmentId: string;
                    bytes: number;
                    /** @enum {string} */
                    kind: "picture" | "attachment";
                    name?: string;
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
                        bytes: number;
                        /** Format: uuid */
                        fileId: string;
                        /** Format: date-time */
                        keptUntil: string;
                        /** @enum {string} */
                        kind: "picture" | "voice" | "attachment";
                        name?: string;
                        received: number;
                        refusal: ("file_type_refused" | "picture_too_large" | "voice_too_long" | "file_damaged") | null;
                        seconds?: number;
                        /** @enum {string} */
                        status: "receiving" | "ready" | "refused";
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
            /** @description no_assignment, not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "no_assignment" | "not_found";
                    };
                };
            };
            /** @description not_a_member, cohort_settled, already_accepted, already_reviewed, files_not_accepted, too_many_files, request_in_progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_a_member" | "cohort_settled" | "already_accepted" | "already_reviewed" | "files_not_accepted" | "too_many_files" | "request_in_progress";
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
            /** @description file_too_large, idempotency_key_reused */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "file_too_large" | "idempotency_key_reused";
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
    homework_get_enrolments_enrolmentId_files_fileId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                enrolmentId: string;
                fileId: string;
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
                        bytes: number;
                        /** Format: uuid */
                        fileId: string;
                        /** Format: date-time */
                        keptUntil: string;
                        /** @enum {string} */
                        kind: "picture" | "voice" | "attachment";
                        name?: string;
                        received: number;
                        refusal: ("file_type_refused" | "picture_too_large" | "voice_too_long" | "file_damaged") | null;
                        seconds?: number;
                        /** @enum {string} */
                        status: "receiving" | "ready" | "refused";
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
            /** @description no_file, not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "no_file" | "not_found";
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
    homework_patch_enrolments_enrolmentId_files_fileId: {
        parameters: {
            query: {
                offset: number;
            };
            header?: never;
            path: {
                enrolmentId: string;
                fileId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/octet-stream": unknown;
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
                        bytes: number;
                        /** Format: uuid */
                        fileId: string;
                        /** Format: date-time */
                        keptUntil: string;
                        /** @enum {string} */
                        kind: "picture" | "voice" | "attachment";
                        name?: string;
                        received: number;
                        refusal: ("file_type_refused" | "picture_too_large" | "voice_too_long" | "file_damaged") | null;
                        seconds?: number;
                        /** @enum {string} */
                        status: "receiving" | "ready" | "refused";
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
            /** @description no_file, not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "no_file" | "not_found";
                    };
                };
            };
            /** @description offset_mismatch, too_much */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "offset_mismatch" | "too_much";
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
            /** @description file_type_refused, picture_too_large, voice_too_long, file_damaged */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "file_type_refused" | "picture_too_large" | "voice_too_long" | "file_damaged";
                    };
                };
            };
            /** @description too_many_uploads */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_many_uploads";
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
    homework_get_enrolments_enrolmentId_files_fileId_content: {
        parameters: {
            query?: {
                size?: "full" | "thumbnail";
            };
            header?: never;
            path: {
                enrolmentId: string;
                fileId: string;
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
                    "application/octet-stream": unknown;
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
            /** @description no_file, not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "no_file" | "not_found";
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
    homework_get_enrolments_enrolmentId_homework: {
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
                        accepted: number;
                        assignments: number;
                        /** Format: uuid */
                        enrolmentId: string;
                        feedbackUnread: number;
                        items: {
                            /** Format: uuid */
                            assignmentId: string;
                            counts: {
                                at: string | null;
                                day: string | null;
                                /** @enum {string} */
                                status: "counted" | "expected" | "waits" | "none";
                                why: ("cohort_takes_none" | "no_day" | "rest" | "excused" | "before_joining" | "past" | "too_short" | "already_checked_in" | "no_make_ups_left" | "not_a_member" | "settled" | "rejected") | null;
                            } | null;
                            day: string | null;
                            /** Format: date-time */
                            dueAt: string;
                            late: boolean;
                            scorePercent: number | null;
                            /** @enum {string} */
                            status: "open" | "overdue" | "submitted" | "commented" | "accepted" | "changes_requested";
                            submissionId: string | null;
                            title: string;
                            unread: number;
                        }[];
                        late: number;
                        scorePercent: number | null;
                        submitted: number;
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
            /** @description no_enrolment, not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "no_enrolment" | "not_found";
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
    homework_get_submissions_submissionId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                submissionId: string;
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
                        assignmentId: string;
                        counts: {
                            at: string | null;
                            day: string | null;
                            /** @enum {string} */
                            status: "counted" | "expected" | "waits" | "none";
                            why: ("cohort_takes_none" | "no_day" | "rest" | "excused" | "before_joining" | "past" | "too_short" | "already_checked_in" | "no_make_ups_left" | "not_a_member" | "settled" | "rejected") | null;
                        } | null;
                        /** Format: uuid */
                        enrolmentId: string;
                        feedback: {
                            comment: string;
                            corrections: {
                                /** Format: date-time */
                                correctedAt: string;
                                /** Format: uuid */
                                correctedBy: string;
                                reached: {
                                    criterion: string;
                                    level: string;
                                    mostPoints: number;
                                    points: number;
                                }[] | null;
                                reason: string;
                                scorePercent: number | null;
                            }[];
                            reached: {
                                criterion: string;
                                level: string;
                                mostPoints: number;
                                points: number;
                            }[] | null;
                            /** Format: date-time */
                            reviewedAt: string;
                            /** Format: uuid */
                            reviewerId: string;
                            scorePercent: number | null;
                            /** @enum {string} */
                            verdict: "commented" | "accepted" | "changes_requested";
                            version: number;
                        }[];
                        feedbackRead: number;
                        /** Format: uuid */
                        id: string;
                        late: boolean;
                        /** @enum {string} */
                        status: "submitted" | "commented" | "accepted" | "changes_requested";
                        /** Format: date-time */
                        submittedAt: string;
                        version: number;
                        versions: {
                            attachments: {
                                bytes: number;
                                /** Format: uuid */
                                fileId: string;
                                name: string;
                            }[];
                            characters: number;
                            late: boolean;
                            markdown: string;
                            pictures: string[];
                            /** Format: date-time */
                            submittedAt: string;
                            version: number;
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
            /** @description no_submission, not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "no_submission" | "not_found";
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
    homework_put_submissions_submissionId_claim: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                submissionId: string;
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
                        reviewerId: string;
                        /** Format: uuid */
                        submissionId: string;
                        /** Format: date-time */
                        until: string;
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
            /** @description own_work, not_allowed, second_factor_required */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "own_work" | "not_allowed" | "second_factor_required";
                    };
                };
            };
            /** @description no_submission, not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "no_submission" | "not_found";
                    };
                };
            };
            /** @description claimed_by_other, too_many_claims, not_waiting */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "claimed_by_other" | "too_many_claims" | "not_waiting";
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
    homework_delete_submissions_submissionId_claim: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                submissionId: string;
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
    homework_post_submissions_submissionId_feedback: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the same answer for a day. */
                "Idempotency-Key"?: string;
            };
            path: {
                submissionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description At most 20000 characters as a reader counts them, whatever their bytes; space around it is dropped */
                    comment: string & (unknown & unknown);
                    levels?: number[];
                    scorePercent?: number;
                    /** @enum {string} */
                    verdict: "commented" | "accepted" | "changes_requested";
                    version: number;
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
                        assignmentId: string;
                        counts: {
                            at: string | null;
                            day: string | null;
                            /** @enum {string} */
                            status: "counted" | "expected" | "waits" | "none";
                            why: ("cohort_takes_none" | "no_day" | "rest" | "excused" | "before_joining" | "past" | "too_short" | "already_checked_in" | "no_make_ups_left" | "not_a_member" | "settled" | "rejected") | null;
                        } | null;
                        /** Format: uuid */
                        enrolmentId: string;
                        feedback: {
                            comment: string;
                            corrections: {
                                /** Format: date-time */
                                correctedAt: string;
                                /** Format: uuid */
                                correctedBy: string;
                                reached: {
                                    criterion: string;
                                    level: string;
                                    mostPoints: number;
                                    points: number;
                                }[] | null;
                                reason: string;
                                scorePercent: number | null;
                            }[];
                            reached: {
                                criterion: string;
                                level: string;
                                mostPoints: number;
                                points: number;
                            }[] | null;
                            /** Format: date-time */
                            reviewedAt: string;
                            /** Format: uuid */
                            reviewerId: string;
                            scorePercent: number | null;
                            /** @enum {string} */
                            verdict: "commented" | "accepted" | "changes_requested";
                            version: number;
                        }[];
                        feedbackRead: number;
                        /** Format: uuid */
                        id: string;
                        late: boolean;
                        /** @enum {string} */
                        status: "submitted" | "commented" | "accepted" | "changes_requested";
                        /** Format: date-time */
                        submittedAt: string;
                        version: number;
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
            /** @description own_work, not_allowed, second_factor_required */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "own_work" | "not_allowed" | "second_factor_required";
                    };
                };
            };
            /** @description no_submission, not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "no_submission" | "not_found";
                    };
                };
            };
            /** @description newer_version_exists, already_accepted, verdict_kept, claimed_by_other, request_in_progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "newer_version_exists" | "already_accepted" | "verdict_kept" | "claimed_by_other" | "request_in_progress";
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
            /** @description unknown_version, score_by_rubric, no_rubric, levels_do_not_fit, idempotency_key_reused */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unknown_version" | "score_by_rubric" | "no_rubric" | "levels_do_not_fit" | "idempotency_key_reused";
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
    homework_put_submissions_submissionId_feedback_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                submissionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    feedback: number;
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
                        feedbackRead: number;
                        /** Format: uuid */
                        submissionId: string;
                        unread: number;
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
            /** @description no_submission, not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "no_submission" | "not_found";
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
    homework_put_submissions_submissionId_feedback_number_score: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: number;
                submissionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    levels?: number[];
                    /** @description At most 1000 characters as a reader counts them, whatever their bytes; space around it is dropped */
                    reason: string & (unknown & unknown);
                    scorePercent: number | null;
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
                        assignmentId: string;
                        counts: {
                            at: string | null;
                            day: string | null;
                            /** @enum {string} */
                            status: "counted" | "expected" | "waits" | "none";
                            why: ("cohort_takes_none" | "no_day" | "rest" | "excused" | "before_joining" | "past" | "too_short" | "already_checked_in" | "no_make_ups_left" | "not_a_member" | "settled" | "rejected") | null;
                        } | null;
                        /** Format: uuid */
                        enrolmentId: string;
                        feedback: {
                            comment: string;
                            corrections: {
                                /** Format: date-time */
                                correctedAt: string;
                                /** Format: uuid */
                                correctedBy: string;
                                reached: {
                                    criterion: string;
                                    level: string;
                                    mostPoints: number;
                                    points: number;
                                }[] | null;
                                reason: string;
                                scorePercent: number | null;
                            }[];
                            reached: {
                                criterion: string;
                                level: string;
                                mostPoints: number;
                                points: number;
                            }[] | null;
                            /** Format: date-time */
                            reviewedAt: string;
                            /** Format: uuid */
                            reviewerId: string;
                            scorePercent: number | null;
                            /** @enum {string} */
                            verdict: "commented" | "accepted" | "changes_requested";
                            version: number;
                        }[];
                        feedbackRead: number;
                        /** Format: uuid */
                        id: string;
                        late: boolean;
                        /** @enum {string} */
                        status: "submitted" | "commented" | "accepted" | "changes_requested";
                        /** Format: date-time */
                        submittedAt: string;
                        version: number;
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
            /** @description own_work, not_your_feedback, not_allowed, second_factor_required */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "own_work" | "not_your_feedback" | "not_allowed" | "second_factor_required";
                    };
                };
            };
            /** @description no_submission, no_feedback, not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "no_submission" | "no_feedback" | "not_found";
                    };
                };
            };
            /** @description too_many_corrections */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_many_corrections";
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
            /** @description score_by_rubric, no_rubric, levels_do_not_fit */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "score_by_rubric" | "no_rubric" | "levels_do_not_fit";
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
    homework_post_submissions_submissionId_verdict: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the same answer for a day. */
                "Idempotency-Key"?: string;
            };
            path: {
                submissionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description At most 20000 characters as a reader counts them, whatever their bytes; space around it is dropped */
                    comment: string & (unknown & unknown);
                    levels?: number[];
                    scorePercent?: number;
                    /** @enum {string} */
                    verdict: "commented" | "accepted" | "changes_requested";
                    version: number;
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
                        comment: string;
                        reached: {
                            criterion: string;
                            level: string;
                            mostPoints: number;
                            points: number;
                        }[] | null;
                        /** Format: uuid */
                        reviewerId: string;
                        sayAt: string | null;
                        scorePercent: number | null;
                        /** @enum {string} */
                        verdict: "commented" | "accepted" | "changes_requested";
                        version: number;
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
            /** @description own_work, not_allowed, second_factor_required */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "own_work" | "not_allowed" | "second_factor_required";
                    };
                };
            };
            /** @description no_submission, not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "no_submission" | "not_found";
                    };
                };
            };
            /** @description newer_version_exists, already_accepted, verdict_kept, claimed_by_other, request_in_progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "newer_version_exists" | "already_accepted" | "verdict_kept" | "claimed_by_other" | "request_in_progress";
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
            /** @description unknown_version, score_by_rubric, no_rubric, levels_do_not_fit, idempotency_key_reused */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unknown_version" | "score_by_rubric" | "no_rubric" | "levels_do_not_fit" | "idempotency_key_reused";
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
    homework_delete_submissions_submissionId_verdict: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                submissionId: string;
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
                        comment: string;
                        reached: {
                            criterion: string;
                            level: string;
                            mostPoints: number;
                            points: number;
                        }[] | null;
                        /** Format: uuid */
                        reviewerId: string;
                        sayAt: string | null;
                        scorePercent: number | null;
                        /** @enum {string} */
                        verdict: "commented" | "accepted" | "changes_requested";
                        version: number;
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
            /** @description not_your_feedback, not_allowed, second_factor_required */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_your_feedback" | "not_allowed" | "second_factor_required";
                    };
                };
            };
            /** @description no_submission, no_verdict, not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "no_submission" | "no_verdict" | "not_found";
                    };
                };
            };
            /** @description already_said */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "already_said";
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
