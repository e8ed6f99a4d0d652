export interface paths {
    "/accounts/me/authority": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether I am one of the platform's arbiters */
        get: operations["checkin_get_accounts_me_authority"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/appeals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The appeals of all cohorts that wait for the arbiter: taken to them, or nobody on the staff may answer
         * @description Roles: arbiter.
         */
        get: operations["checkin_get_appeals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cohorts/{cohortId}/appeals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The appeals of a cohort, those that wait for an answer first
         * @description Roles: owner, class_head.
         */
        get: operations["checkin_get_cohorts_cohortId_appeals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cohorts/{cohortId}/days": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The days of every member, a letter each, and since when they are silent; by member number
         * @description Roles: owner, class_head, instructor, committee.
         */
        get: operations["checkin_get_cohorts_cohortId_days"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cohorts/{cohortId}/days/{day}/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The check-ins of a day with texts, pictures and what a machine noticed, for those who review; in the order in which they came
         * @description Roles: owner, class_head, instructor.
         */
        get: operations["checkin_get_cohorts_cohortId_days_day_entries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cohorts/{cohortId}/excused-days": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Excuse a day for all, such as after an outage; applied to every calendar soon after
         * @description Roles: owner, class_head, arbiter.
         */
        post: operations["checkin_post_cohorts_cohortId_excused_days"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cohorts/{cohortId}/leave": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The requests for leave of a cohort, those that wait for a decision first
         * @description Roles: owner, class_head.
         */
        get: operations["checkin_get_cohorts_cohortId_leave"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cohorts/{cohortId}/progress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How far every member is, by member number
         * @description Roles: owner, class_head, instructor, committee.
         */
        get: operations["checkin_get_cohorts_cohortId_progress"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cohorts/{cohortId}/settlement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How far the settlement is, and where the forfeits went
         * @description Roles: owner, class_head, instructor, committee, learner.
         */
        get: operations["checkin_get_cohorts_cohortId_settlement"];
        put?: never;
        /**
         * Settle a cohort: final entitlements, then the shares of the forfeits
         * @description Roles: owner, class_head, instructor, committee, learner.
         */
        post: operations["checkin_post_cohorts_cohortId_settlement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enrolments/{enrolmentId}/appeals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The appeals of one learner with their answers, the oldest first
         * @description Roles: learner, owner, class_head, arbiter.
         */
        get: operations["checkin_get_enrolments_enrolmentId_appeals"];
        put?: never;
        /**
         * Appeal a rejected check-in or a removal; the amount in question is frozen until it is answered
         * @description Roles: learner.
         */
        post: operations["checkin_post_enrolments_enrolmentId_appeals"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enrolments/{enrolmentId}/appeals/{appealId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One appeal with what was rejected, its pictures too, and until when it waits for an answer
         * @description Roles: learner, owner, class_head, arbiter.
         */
        get: operations["checkin_get_enrolments_enrolmentId_appeals_appealId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enrolments/{enrolmentId}/appeals/{appealId}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Uphold or dismiss an appeal, as somebody else than who decided, on the staff before deposits were paid
         * @description Roles: class_head, owner, arbiter.
         */
        post: operations["checkin_post_enrolments_enrolmentId_appeals_appealId_answer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enrolments/{enrolmentId}/appeals/{appealId}/escalation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a dismissal to the platform's arbiter, once, within the appeal window after it
         * @description Roles: learner.
         */
        post: operations["checkin_post_enrolments_enrolmentId_appeals_appealId_escalation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enrolments/{enrolmentId}/appeals/{appealId}/files/{fileId}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The bytes of a picture or a voice note of the check-in that an appeal is about, or of an earlier picture that one of them resembles, for whoever answers it
         * @description Roles: owner, class_head, arbiter.
         */
        get: operations["checkin_get_enrolments_enrolmentId_appeals_appealId_files_fileId_content"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enrolments/{enrolmentId}/calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every day of a learner with its state and its part in the money
         * @description Roles: learner, owner, class_head, instructor, committee.
         */
        get: operations["checkin_get_enrolments_enrolmentId_calendar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enrolments/{enrolmentId}/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check in for a day
         * @description Roles: learner.
         */
        post: operations["checkin_post_enrolments_enrolmentId_entries"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enrolments/{enrolmentId}/entries/{day}/rejection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reject a check-in with a reason, within the review window; its day is free again
         * @description Roles: instructor, class_head, owner.
         */
        post: operations["checkin_post_enrolments_enrolmentId_entries_day_rejection"];
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
         * Your policy, check-ins and what they are worth: check-in's half of what "replay my money" recomputes.
         * @description Roles: learner.
         */
        get: operations["checkin_get_enrolments_enrolmentId_export"];
        put?: never;
        post?: never;
        delete?: never;
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
         * Announce a picture or a voice note of a check-in to come; its bytes follow
         * @description Roles: learner.
         */
        post: operations["checkin_post_enrolments_enrolmentId_files"];
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
        get: operations["checkin_get_enrolments_enrolmentId_files_fileId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Send bytes of a file, all that are left or some; what arrives stays. With the last one the file is looked through
         * @description Roles: learner.
         */
        patch: operations["checkin_patch_enrolments_enrolmentId_files_fileId"];
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
         * The bytes of a picture or a voice note, or a part of them; what no check-in names yet, for whoever uploaded it only
         * @description Roles: learner, owner, class_head, instructor, committee.
         */
        get: operations["checkin_get_enrolments_enrolmentId_files_fileId_content"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enrolments/{enrolmentId}/leave": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask to be excused on days of the plan
         * @description Roles: learner.
         */
        post: operations["checkin_post_enrolments_enrolmentId_leave"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enrolments/{enrolmentId}/leave/{leaveId}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve or decline leave; approved days become excused
         * @description Roles: class_head, owner, arbiter.
         */
        post: operations["checkin_post_enrolments_enrolmentId_leave_leaveId_decision"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enrolments/{enrolmentId}/removal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remove a member for what they did, with a reason; nothing is forfeited, and they may appeal
         * @description Roles: owner, class_head.
         */
        post: operations["checkin_post_enrolments_enrolmentId_removal"];
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
        /**
         * What leaving now would come to, figure by figure; leaving itself is asked of membership
         * @description Roles: learner.
         */
        get: operations["checkin_get_enrolments_enrolmentId_withdrawal"];
        put?: never;
        post?: never;
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
    checkin_get_accounts_me_authority: {
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
                        isArbiter: boolean;
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
    checkin_get_appeals: {
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
                            against: {
                                /** Format: date-time */
                                decidedAt: string;
                                decidedBy: string | null;
                                reason: string | null;
                            };
                            answer: {
                                answeredAs: ("staff" | "arbiter") | null;
                                /** Format: date-time */
                                answeredAt: string;
                                answeredBy: string | null;
                                /** @enum {string} */
                                decision: "upheld" | "dismissed";
                                reason: string;
                            } | null;
                            /** Format: uuid */
                            appealId: string;
                            /** Format: uuid */
                            cohortId: string;
                            /** Format: uuid */
                            enrolmentId: string;
                            escalation: {
                                dismissal: {
                                    /** Format: date-time */
                                    answeredAt: string;
                                    answeredBy: string | null;
                                    reason: string;
                                };
                                /** Format: date-time */
                                escalatedAt: string;
                                reason: string;
                            } | null;
                            frozenMinor: number;
                            memberNumber: number;
                            /** Format: date-time */
                            openedAt: string;
                            reason: string;
                            /** @enum {string} */
                            status: "open" | "upheld" | "dismissed" | "lapsed";
                            subject: {
                                /** Format: date */
                                day: string;
                                /** @constant */
                                kind: "rejected_entry";
                            } | {
                                /** @constant */
                                kind: "removal";
                                /** Format: date */
                                removedOn: string;
                            };
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
    checkin_get_cohorts_cohortId_appeals: {
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
                            against: {
                                /** Format: date-time */
                                decidedAt: string;
                                decidedBy: string | null;
                                reason: string | null;
                            };
                            answer: {
                                answeredAs: ("staff" | "arbiter") | null;
                                /** Format: date-time */
                                answeredAt: string;
                                answeredBy: string | null;
                                /** @enum {string} */
                                decision: "upheld" | "dismissed";
                                reason: string;
                            } | null;
                            answerDueAt: string | null;
                            /** Format: uuid */
                            appealId: string;
                            /** Format: uuid */
                            enrolmentId: string;
                            escalation: {
                                dismissal: {
                                    /** Format: date-time */
                                    answeredAt: string;
                                    answeredBy: string | null;
                                    reason: string;
                                };
                                /** Format: date-time */
                                escalatedAt: string;
                                reason: string;
                            } | null;
                            frozenMinor: number;
                            memberNumber: number;
                            /** Format: date-time */
                            openedAt: string;
                            reason: string;
                            /** @enum {string} */
                            status: "open" | "upheld" | "dismissed" | "lapsed";
                            subject: {
                                /** Format: date */
                                day: string;
                                /** @constant */
                                kind: "rejected_entry";
                            } | {
                                /** @constant */
                                kind: "removal";
                                /** Format: date */
                                removedOn: string;
                            };
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
    checkin_get_cohorts_cohortId_days: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                silentDays?: number;
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
                        /** Format: date-time */
                        asOf: string;
                        items: {
                            /** @description A letter for each date from startsOn on: d on time, m made up, x missed, r rest, b before they joined, e excused, o open, u upcoming, v void, - not in their plan */
                            days: string;
                            done: number;
                            /** Format: uuid */
                            enrolmentId: string;
                            lastEntryAt: string | null;
                            memberNumber: number;
                            missed: number;
                            silentDays: number | null;
                            /** @enum {string} */
                            status: "open" | "removed" | "completed" | "withdrawn" | "settled" | "cancelled";
                            streak: number;
                        }[];
                        nextCursor?: string;
                        /** Format: date */
                        startsOn: string;
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
    checkin_get_cohorts_cohortId_days_day_entries: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                only?: "flagged" | "rejected";
            };
            header?: never;
            path: {
                cohortId: string;
                day: string;
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
                            acceptedAt: string;
                            characters: number;
                            /** Format: date */
                            day: string;
                            /** Format: uuid */
                            enrolmentId: string;
                            files: {
                                /** Format: uuid */
                                fileId: string;
                                /** @enum {string} */
                                kind: "picture" | "voice";
                                resembles: {
                                    /** Format: date */
                                    day: string;
                                    /** Format: uuid */
                                    enrolmentId: string;
                                    /** Format: uuid */
                                    fileId: string;
                                } | null;
                                seconds?: number;
                            }[];
                            /** @enum {string} */
                            kind: "on_time" | "made_up";
                            memberNumber: number;
                            rejectableUntil: string | null;
                            rejected: {
                                /** Format: date-time */
                                at: string;
                                reason: string;
                            } | null;
                            text: string | null;
                            /** @enum {string} */
                            via: "entry" | "homework";
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
    checkin_post_cohorts_cohortId_excused_days: {
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
                    /** Format: date */
                    day: string;
                    /** @description At most 1000 characters as a reader counts them, whatever their bytes; space around it is dropped */
                    reason: string & (unknown & unknown);
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
                        applied: boolean;
                        /** Format: uuid */
                        cohortId: string;
                        /** Format: date */
                        day: string;
                        /** Format: date-time */
                        excusedAt: string;
                        reason: string;
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
            /** @description own_request, appointed_late, not_allowed, second_factor_required */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "own_request" | "appointed_late" | "not_allowed" | "second_factor_required";
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
            /** @description day_not_in_plan, day_not_required, cohort_settled, cohort_cancelled */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "day_not_in_plan" | "day_not_required" | "cohort_settled" | "cohort_cancelled";
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
    checkin_get_cohorts_cohortId_leave: {
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
                            answerDueAt: string | null;
                            days: string[];
                            decision: {
                                /** Format: date-time */
                                decidedAt: string;
                                decidedBy: string | null;
                                declinedDays: string[];
                                reason: string;
                            } | null;
                            /** Format: uuid */
                            enrolmentId: string;
                            /** Format: uuid */
                            leaveId: string;
                            memberNumber: number;
                            reason: string;
                            /** Format: date-time */
                            requestedAt: string;
                            /** @enum {string} */
                            status: "requested" | "approved" | "declined";
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
    checkin_get_cohorts_cohortId_progress: {
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
                            bonusMinor: number | null;
                            completed: boolean;
                            done: number;
                            /** Format: uuid */
                            enrolmentId: string;
                            entitledMinor: number;
                            memberNumber: number;
                            missed: number;
                            perfect: boolean;
                            removedOn: string | null;
                            /** @enum {string} */
                            status: "open" | "removed" | "completed" | "withdrawn" | "settled" | "cancelled";
                            streak: number;
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
    checkin_get_cohorts_cohortId_settlement: {
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
                        awaitedHomework: number;
                        bonusMinor: number | null;
                        charityMinor: number | null;
                        /** Format: uuid */
                        cohortId: string;
                        heldUntil: string | null;
                        members: number | null;
                        openAppeals: number;
                        openLeave: number;
                        organiserMinor: number | null;
                        poolMinor: number | null;
                        settlesAt: string | null;
                        sharers: number | null;
                        /** @enum {string} */
                        status: "open" | "settling" | "settled";
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
    checkin_post_cohorts_cohortId_settlement: {
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
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        cohortId: string;
                        /** @enum {string} */
                        status: "open" | "settling" | "settled";
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
            /** @description too_early, cohort_cancelled, appeals_open, homework_awaited */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_early" | "cohort_cancelled" | "appeals_open" | "homework_awaited";
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
    checkin_get_enrolments_enrolmentId_appeals: {
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
                        items: {
                            against: {
                                /** Format: date-time */
                                decidedAt: string;
                                decidedBy: string | null;
                                reason: string | null;
                            };
                            answer: {
                                answeredAs: ("staff" | "arbiter") | null;
                                /** Format: date-time */
                                answeredAt: string;
                                answeredBy: string | null;
                                /** @enum {string} */
                                decision: "upheld" | "dismissed";
                                reason: string;
                            } | null;
                            /** Format: uuid */
                            appealId: string;
                            /** Format: uuid */
                            enrolmentId: string;
                            escalation: {
                                dismissal: {
                                    /** Format: date-time */
                                    answeredAt: string;
                                    answeredBy: string | null;
                                    reason: string;
                                };
                                /** Format: date-time */
                                escalatedAt: string;
                                reason: string;
                            } | null;
                            frozenMinor: number;
                            memberNumber: number;
                            /** Format: date-time */
                            openedAt: string;
                            reason: string;
                            /** @enum {string} */
                            status: "open" | "upheld" | "dismissed" | "lapsed";
                            subject: {
                                /** Format: date */
                                day: string;
                                /** @constant */
                                kind: "rejected_entry";
                            } | {
                                /** @constant */
                                kind: "removal";
                                /** Format: date */
                                removedOn: string;
                            };
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
    checkin_post_enrolments_enrolmentId_appeals: {
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
                    /** @description At most 1000 characters as a reader counts them, whatever their bytes; space around it is dropped */
                    reason: string & (unknown & unknown);
                    subject: {
                        /** Format: date */
                        day: string;
                        /** @constant */
                        kind: "rejected_entry";
                    } | {
                        /** @constant */
                        kind: "removal";
                    };
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
                        against: {
                            /** Format: date-time */
                            decidedAt: string;
                            decidedBy: string | null;
                            reason: string | null;
                        };
                        answer: {
                            answeredAs: ("staff" | "arbiter") | null;
                            /** Format: date-time */
                            answeredAt: string;
                            answeredBy: string | null;
                            /** @enum {string} */
                            decision: "upheld" | "dismissed";
                            reason: string;
                        } | null;
                        /** Format: uuid */
                        appealId: string;
                        /** Format: uuid */
                        enrolmentId: string;
                        escalation: {
                            dismissal: {
                                /** Format: date-time */
                                answeredAt: string;
                                answeredBy: string | null;
                                reason: string;
                            };
                            /** Format: date-time */
                            escalatedAt: string;
                            reason: string;
                        } | null;
                        frozenMinor: number;
                        memberNumber: number;
                        /** Format: date-time */
                        openedAt: string;
                        reason: string;
                        /** @enum {string} */
                        status: "open" | "upheld" | "dismissed" | "lapsed";
                        subject: {
                            /** Format: date */
                            day: string;
                            /** @constant */
                            kind: "rejected_entry";
                        } | {
                            /** @constant */
                            kind: "removal";
                            /** Format: date */
                            removedOn: string;
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
            /** @description not_rejected, not_removed, already_checked_in, already_appealed, appeal_window_closed, cohort_settled, enrolment_closed, not_admitted, request_in_progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_rejected" | "not_removed" | "already_checked_in" | "already_appealed" | "appeal_window_closed" | "cohort_settled" | "enrolment_closed" | "not_admitted" | "request_in_progress";
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
    checkin_get_enrolments_enrolmentId_appeals_appealId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                appealId: string;
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
                        against: {
                            /** Format: date-time */
                            decidedAt: string;
                            decidedBy: string | null;
                            reason: string | null;
                        };
                        answer: {
                            answeredAs: ("staff" | "arbiter") | null;
                            /** Format: date-time */
                            answeredAt: string;
                            answeredBy: string | null;
                            /** @enum {string} */
                            decision: "upheld" | "dismissed";
                            reason: string;
                        } | null;
                        answerDueAt: string | null;
                        /** Format: uuid */
                        appealId: string;
                        /** Format: uuid */
                        cohortId: string;
                        currency: string;
                        /** Format: uuid */
                        enrolmentId: string;
                        escalation: {
                            dismissal: {
                                /** Format: date-time */
                                answeredAt: string;
                                answeredBy: string | null;
                                reason: string;
                            };
                            /** Format: date-time */
                            escalatedAt: string;
                            reason: string;
                        } | null;
                        frozenMinor: number;
                        memberNumber: number;
                        /** Format: date-time */
                        openedAt: string;
                        reason: string;
                        rejectedFiles: {
                            /** Format: uuid */
                            fileId: string;
                            /** @enum {string} */
                            kind: "picture" | "voice";
                            resembles: {
                                /** Format: date */
                                day: string;
                                /** Format: uuid */
                                enrolmentId: string;
                                /** Format: uuid */
                                fileId: string;
                            } | null;
                            seconds?: number;
                        }[];
                        rejectedText: string | null;
                        /** @enum {string} */
                        status: "open" | "upheld" | "dismissed" | "lapsed";
                        subject: {
                            /** Format: date */
                            day: string;
                            /** @constant */
                            kind: "rejected_entry";
                        } | {
                            /** @constant */
                            kind: "removal";
                            /** Format: date */
                            removedOn: string;
                        };
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
            /** @description no_appeal, not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "no_appeal" | "not_found";
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
    checkin_post_enrolments_enrolmentId_appeals_appealId_answer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                appealId: string;
                enrolmentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    decision: "upheld" | "dismissed";
                    /** @description At most 1000 characters as a reader counts them, whatever their bytes; space around it is dropped */
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
                        against: {
                            /** Format: date-time */
                            decidedAt: string;
                            decidedBy: string | null;
                            reason: string | null;
                        };
                        answer: {
                            answeredAs: ("staff" | "arbiter") | null;
                            /** Format: date-time */
                            answeredAt: string;
                            answeredBy: string | null;
                            /** @enum {string} */
                            decision: "upheld" | "dismissed";
                            reason: string;
                        } | null;
                        /** Format: uuid */
                        appealId: string;
                        /** Format: uuid */
                        enrolmentId: string;
                        escalation: {
                            dismissal: {
                                /** Format: date-time */
                                answeredAt: string;
                                answeredBy: string | null;
                                reason: string;
                            };
                            /** Format: date-time */
                            escalatedAt: string;
                            reason: string;
                        } | null;
                        frozenMinor: number;
                        memberNumber: number;
                        /** Format: date-time */
                        openedAt: string;
                        reason: string;
                        /** @enum {string} */
                        status: "open" | "upheld" | "dismissed" | "lapsed";
                        subject: {
                            /** Format: date */
                            day: string;
                            /** @constant */
                            kind: "rejected_entry";
                        } | {
                            /** @constant */
                            kind: "removal";
                            /** Format: date */
                            removedOn: string;
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
            /** @description own_request, own_decision, appointed_late, with_the_arbiter, not_allowed, second_factor_required */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "own_request" | "own_decision" | "appointed_late" | "with_the_arbiter" | "not_allowed" | "second_factor_required";
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
            /** @description already_decided, cohort_settled, enrolment_closed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "already_decided" | "cohort_settled" | "enrolment_closed";
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
    checkin_post_enrolments_enrolmentId_appeals_appealId_escalation: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the same answer for a day. */
                "Idempotency-Key"?: string;
            };
            path: {
                appealId: string;
                enrolmentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description At most 1000 characters as a reader counts them, whatever their bytes; space around it is dropped */
                    reason: string & (unknown & unknown);
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
                        against: {
                            /** Format: date-time */
                            decidedAt: string;
                            decidedBy: string | null;
                            reason: string | null;
                        };
                        answer: {
                            answeredAs: ("staff" | "arbiter") | null;
                            /** Format: date-time */
                            answeredAt: string;
                            answeredBy: string | null;
                            /** @enum {string} */
                            decision: "upheld" | "dismissed";
                            reason: string;
                        } | null;
                        /** Format: uuid */
                        appealId: string;
                        /** Format: uuid */
                        enrolmentId: string;
                        escalation: {
                            dismissal: {
                                /** Format: date-time */
                                answeredAt: string;
                                answeredBy: string | null;
                                reason: string;
                            };
                            /** Format: date-time */
                            escalatedAt: string;
                            reason: string;
                        } | null;
                        frozenMinor: number;
                        memberNumber: number;
                        /** Format: date-time */
                        openedAt: string;
                        reason: string;
                        /** @enum {string} */
                        status: "open" | "upheld" | "dismissed" | "lapsed";
                        subject: {
                            /** Format: date */
                            day: string;
                            /** @constant */
                            kind: "rejected_entry";
                        } | {
                            /** @constant */
                            kind: "removal";
                            /** Format: date */
                            removedOn: string;
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
            /** @description not_dismissed, already_escalated, answer_is_final, appeal_window_closed, cohort_settled, enrolment_closed, request_in_progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_dismissed" | "already_escalated" | "answer_is_final" | "appeal_window_closed" | "cohort_settled" | "enrolment_closed" | "request_in_progress";
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
    checkin_get_enrolments_enrolmentId_appeals_appealId_files_fileId_content: {
        parameters: {
            query?: {
                size?: "full" | "thumbnail";
            };
            header?: never;
            path: {
                appealId: string;
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
    checkin_get_enrolments_enrolmentId_calendar: {
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
                        appeals: {
                            against: {
                                /** Format: date-time */
                                decidedAt: string;
                                decidedBy: string | null;
                                reason: string | null;
                            };
                            answer: {
                                answeredAs: ("staff" | "arbiter") | null;
                                /** Format: date-time */
                                answeredAt: string;
                                answeredBy: string | null;
                                /** @enum {string} */
                                decision: "upheld" | "dismissed";
                                reason: string;
                            } | null;
                            /** Format: uuid */
                            appealId: string;
                            /** Format: uuid */
                            enrolmentId: string;
                            escalation: {
                                dismissal: {
                                    /** Format: date-time */
                                    answeredAt: string;
                                    answeredBy: string | null;
                                    reason: string;
                                };
                                /** Format: date-time */
                                escalatedAt: string;
                                reason: string;
                            } | null;
                            frozenMinor: number;
                            memberNumber: number;
                            /** Format: date-time */
                            openedAt: string;
                            reason: string;
                            /** @enum {string} */
                            status: "open" | "upheld" | "dismissed" | "lapsed";
                            subject: {
                                /** Format: date */
                                day: string;
                                /** @constant */
                                kind: "rejected_entry";
                            } | {
                                /** @constant */
                                kind: "removal";
                                /** Format: date */
                                removedOn: string;
                            };
                        }[];
                        bonusMinor: number | null;
                        /** Format: uuid */
                        cohortId: string;
                        currency: string;
                        days: {
                            amountMinor: number;
                            /** Format: date-time */
                            closesAt: string;
                            /** Format: date */
                            day: string;
                            entry?: {
                                /** Format: date-time */
                                acceptedAt: string;
                                characters: number;
                                files?: {
                                    /** Format: uuid */
                                    fileId: string;
                                    /** @enum {string} */
                                    kind: "picture" | "voice";
                                    seconds?: number;
                                }[];
                                /** @enum {string} */
                                kind: "on_time" | "made_up";
                                text?: string;
                                /** @enum {string} */
                                via: "entry" | "homework";
                            };
                            /** Format: date-time */
                            opensAt: string;
                            position: number | null;
                            rejected?: {
                                /** Format: date-time */
                                at: string;
                                reason: string;
                            };
                            /** @enum {string} */
                            state: "rest" | "before" | "excused" | "missed" | "open" | "upcoming" | "on_time" | "made_up" | "void";
                            weight: number;
                        }[];
                        depositMinor: number;
                        done: number;
                        dueMinor: number;
                        /** Format: uuid */
                        enrolmentId: string;
                        entitledMinor: number;
                        frozenMinor: number;
                        leave: {
                            days: string[];
                            decision: {
                                /** Format: date-time */
                                decidedAt: string;
                                decidedBy: string | null;
                                declinedDays: string[];
                                reason: string;
                            } | null;
                            /** Format: uuid */
                            enrolmentId: string;
                            /** Format: uuid */
                            leaveId: string;
                            reason: string;
                            /** Format: date-time */
                            requestedAt: string;
                            /** @enum {string} */
                            status: "requested" | "approved" | "declined";
                        }[];
                        leaveDays: {
                            left: number;
                            max: number;
                        };
                        longestStreak: number;
                        makeUpsLeft: number | null;
                        makeUpsUsed: number;
                        memberNumber: number;
                        missed: number;
                        removedAt: string | null;
                        removedByHand?: {
                            reason: string;
                            /** Format: date-time */
                            removedAt: string;
                        };
                        removedOn: string | null;
                        /** @enum {string} */
                        status: "open" | "removed" | "completed" | "withdrawn" | "settled" | "cancelled";
                        streak: number;
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
    checkin_post_enrolments_enrolmentId_entries: {
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
                    /** Format: date */
                    day: string;
                    onTimeOnly?: boolean;
                    pictures?: string[];
                    /** @description At most 10000 visible characters, whatever their bytes */
                    text: string;
                    /** Format: uuid */
                    voice?: string;
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
                        acceptedAt: string;
                        amountMinor: number;
                        characters: number;
                        /** Format: date */
                        day: string;
                        /** Format: uuid */
                        enrolmentId: string;
                        entitledMinor: number;
                        /** @enum {string} */
                        kind: "on_time" | "made_up";
                        payoutAt: string | null;
                        position: number | null;
                        /** @enum {string} */
                        status: "open" | "removed" | "completed" | "withdrawn" | "settled" | "cancelled";
                        streak: number;
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
            /** @description day_not_in_plan, day_not_required, already_checked_in, day_not_open, day_over, window_closed, no_make_ups_left, cohort_settled, enrolment_closed, not_admitted, entries_not_accepted, files_not_accepted, file_used, request_in_progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "day_not_in_plan" | "day_not_required" | "already_checked_in" | "day_not_open" | "day_over" | "window_closed" | "no_make_ups_left" | "cohort_settled" | "enrolment_closed" | "not_admitted" | "entries_not_accepted" | "files_not_accepted" | "file_used" | "request_in_progress";
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
            /** @description too_short, too_long, file_not_there, idempotency_key_reused */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_short" | "too_long" | "file_not_there" | "idempotency_key_reused";
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
    checkin_post_enrolments_enrolmentId_entries_day_rejection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                day: string;
                enrolmentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date-time */
                    acceptedAt?: string;
                    /** @description At most 1000 characters as a reader counts them, whatever their bytes; space around it is dropped */
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
                        /** Format: date */
                        day: string;
                        /** Format: uuid */
                        enrolmentId: string;
                        entitledMinor: number;
                        reason: string;
                        /** Format: date-time */
                        rejectedAt: string;
                        /** Format: uuid */
                        rejectedBy: string;
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
            /** @description own_request, not_allowed, second_factor_required */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "own_request" | "not_allowed" | "second_factor_required";
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
            /** @description no_entry, already_decided, review_is_automatic, review_window_closed, cohort_settled, enrolment_closed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "no_entry" | "already_decided" | "review_is_automatic" | "review_window_closed" | "cohort_settled" | "enrolment_closed";
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
    checkin_get_enrolments_enrolmentId_export: {
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
                        asOf: string;
                        days: {
                            amountMinor: number;
                            /** Format: date */
                            day: string;
                            state: string;
                        }[];
                        /** Format: uuid */
                        enrolmentId: string;
                        entitledMinor: number;
                        entries: {
                            /** Format: date-time */
                            acceptedAt: string;
                            characters: number;
                            /** Format: date */
                            day: string;
                            /** @enum {string} */
                            kind: "on_time" | "made_up";
                            pictures?: number;
                            rejectedAt: string | null;
                            voiceSeconds?: number;
                        }[];
                        hasRestored: boolean;
                        learner: {
                            excused: string[];
                            joinedAt?: string;
                            /** @description IANA time zone or fixed offset such as "+08:00" */
                            timeZone: components["schemas"]["TimeZone"];
                        };
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
                        };
                        /** Format: date-time */
                        quitAt?: string;
                        quitOn: string | null;
                        releasedMinor: number;
                        removedByHand?: boolean;
                        /** @enum {string} */
                        status: "open" | "removed" | "completed" | "withdrawn" | "settled" | "cancelled";
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
    checkin_post_enrolments_enrolmentId_files: {
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
                    bytes: number;
                    /** @enum {string} */
                    kind: "picture" | "voice";
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
            /** @description not_admitted, enrolment_closed, files_not_accepted, too_many_files, request_in_progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_admitted" | "enrolment_closed" | "files_not_accepted" | "too_many_files" | "request_in_progress";
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
    checkin_get_enrolments_enrolmentId_files_fileId: {
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
    checkin_patch_enrolments_enrolmentId_files_fileId: {
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
    checkin_get_enrolments_enrolmentId_files_fileId_content: {
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
    checkin_post_enrolments_enrolmentId_leave: {
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
                    days: string[];
                    /** @description At most 1000 characters as a reader counts them, whatever their bytes; space around it is dropped */
                    reason: string & (unknown & unknown);
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
                        days: string[];
                        decision: {
                            /** Format: date-time */
                            decidedAt: string;
                            decidedBy: string | null;
                            declinedDays: string[];
                            reason: string;
                        } | null;
                        /** Format: uuid */
                        enrolmentId: string;
                        /** Format: uuid */
                        leaveId: string;
                        reason: string;
                        /** Format: date-time */
                        requestedAt: string;
                        /** @enum {string} */
                        status: "requested" | "approved" | "declined";
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
            /** @description day_not_in_plan, day_not_required, already_checked_in, leave_too_late, too_much_leave, too_many_requests, cohort_settled, enrolment_closed, not_admitted, request_in_progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "day_not_in_plan" | "day_not_required" | "already_checked_in" | "leave_too_late" | "too_much_leave" | "too_many_requests" | "cohort_settled" | "enrolment_closed" | "not_admitted" | "request_in_progress";
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
    checkin_post_enrolments_enrolmentId_leave_leaveId_decision: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                enrolmentId: string;
                leaveId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    approve: boolean;
                    /** @description At most 1000 characters as a reader counts them, whatever their bytes; space around it is dropped */
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
                        days: string[];
                        decision: {
                            /** Format: date-time */
                            decidedAt: string;
                            decidedBy: string | null;
                            declinedDays: string[];
                            reason: string;
                        } | null;
                        /** Format: uuid */
                        enrolmentId: string;
                        /** Format: uuid */
                        leaveId: string;
                        reason: string;
                        /** Format: date-time */
                        requestedAt: string;
                        /** @enum {string} */
                        status: "requested" | "approved" | "declined";
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
            /** @description own_request, appointed_late, not_allowed, second_factor_required */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "own_request" | "appointed_late" | "not_allowed" | "second_factor_required";
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
            /** @description already_decided, too_much_leave, cohort_settled, enrolment_closed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "already_decided" | "too_much_leave" | "cohort_settled" | "enrolment_closed";
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
    checkin_post_enrolments_enrolmentId_removal: {
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
                    /** @description At most 1000 characters as a reader counts them, whatever their bytes; space around it is dropped */
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
                        /** Format: date-time */
                        appealUntil: string;
                        /** Format: uuid */
                        enrolmentId: string;
                        entitledMinor: number;
                        reason: string;
                        /** Format: date-time */
                        removedAt: string;
                        /** Format: uuid */
                        removedBy: string;
                        /** Format: date */
                        removedOn: string;
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
            /** @description own_request, member_is_staff, appointed_late, not_allowed, second_factor_required */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "own_request" | "member_is_staff" | "appointed_late" | "not_allowed" | "second_factor_required";
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
            /** @description already_removed, plan_over, cohort_settled, enrolment_closed, not_admitted */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "already_removed" | "plan_over" | "cohort_settled" | "enrolment_closed" | "not_admitted";
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
    checkin_get_enrolments_enrolmentId_withdrawal: {
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
                        asOf: string;
                        coolingOffEndsAt: string | null;
                        currency: string;
                        depositMinor: number;
                        earnedMinor: number;
                        /** Format: uuid */
                        enrolmentId: string;
                        entryFeeMinor: number;
                        feeReturnedMinor: number;
                        forfeitedMinor: number;
                        frozenMinor: number;
                        /** @enum {string} */
                        outcome: "everything_back" | "keeps_earned";
                        payoutAt: string | null;
                        releasedMinor: number;
                        toComeMinor: number;
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
            /** @description not_admitted, cohort_settled, enrolment_closed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "not_admitted" | "cohort_settled" | "enrolment_closed";
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
