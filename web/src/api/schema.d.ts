// Generated from docs/api/openapi.json by `npm run api`; do not edit.
export interface paths {
    "/api": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read this reference in a browser */
        get: operations["get_reference_page"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the OpenAPI document */
        get: operations["get_openapi"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/style.css": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the style of the reference page */
        get: operations["get_reference_style"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List agents */
        get: operations["list_agents"];
        put?: never;
        /**
         * Add an agent
         * @description Nobody can add one who may do more than themselves.
         */
        post: operations["create_agent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agents/{agent}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read an agent */
        get: operations["get_agent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change an agent
         * @description Nobody can change one who may do more than themselves.
         */
        patch: operations["patch_agent"];
        trace?: never;
    };
    "/api/v1/agents/{agent}/absence-feed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the calendar address of an agent
         * @description How its last readings went, and what they brought.
         */
        get: operations["get_absence_feed"];
        /**
         * Set the calendar address of an agent
         * @description It is read at once, and kept only if that works; from then on it is read once a day. Its busy times are absences; titles are not kept.
         */
        put: operations["put_absence_feed"];
        post?: never;
        /**
         * Take away the calendar address of an agent
         * @description With what it has brought.
         */
        delete: operations["remove_absence_feed"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agents/{agent}/absence-feed/readings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read the calendar address of an agent now
         * @description A failure is told in the answer.
         */
        post: operations["read_absence_feed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agents/{agent}/absence-file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Read absences of an agent from a file
         * @description The body is the file itself (.ics), at most 2 MiB. Its busy times become absences, in the place of those of the last file. Titles are not kept.
         */
        put: operations["put_absence_file"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agents/{agent}/absences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the absences of an agent
         * @description Of the last year and to come.
         */
        get: operations["list_absences"];
        put?: never;
        /**
         * Add an absence
         * @description Agents may say so of themselves.
         */
        post: operations["create_absence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agents/{agent}/absences/{absence}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove an absence */
        delete: operations["remove_absence"];
        options?: never;
        head?: never;
        /**
         * Change an absence
         * @description Not one that comes from a calendar.
         */
        patch: operations["patch_absence"];
        trace?: never;
    };
    "/api/v1/agents/{agent}/availability": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Say whether an agent takes new tickets
         * @description Agents may say so of themselves: till when, and which tickets only.
         */
        put: operations["put_availability"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agents/{agent}/duty": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read whether an agent is at work now, why not, and until when */
        get: operations["get_duty"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agents/{agent}/factors": {
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
         * Take all second factors of somebody away
         * @description For who has lost them. Ends the sessions of that person; the password stays.
         */
        delete: operations["remove_factors_of"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agents/{agent}/hours": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the weekly hours of an agent */
        get: operations["get_hours"];
        /**
         * Set the weekly hours of an agent
         * @description Holds from now on; open tickets follow at once.
         */
        put: operations["put_hours"];
        post?: never;
        /**
         * Take away the weekly hours of an agent
         * @description They are at work whenever they say so.
         */
        delete: operations["remove_hours"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agents/{agent}/invitation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mail somebody a link to choose a password
         * @description It works once and for three days; a newer one ends it.
         */
        post: operations["invite_agent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agents/{agent}/signature": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the signature of an agent */
        get: operations["get_agent_signature"];
        /**
         * Set the signature of an agent
         * @description Everybody may set their own.
         */
        put: operations["put_agent_signature"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List canned answers */
        get: operations["list_answers"];
        put?: never;
        /** Add a canned answer */
        post: operations["create_answer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/answers/{answer}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a canned answer */
        get: operations["get_answer"];
        put?: never;
        post?: never;
        /** Remove a canned answer */
        delete: operations["delete_answer"];
        options?: never;
        head?: never;
        /** Change a canned answer */
        patch: operations["patch_answer"];
        trace?: never;
    };
    "/api/v1/answers/{answer}/text": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Fill a canned answer in for a ticket
         * @description In the ticket's language, else in the desk's.
         */
        get: operations["fill_answer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/articles/{article}/frame": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show the HTML of a message
         * @description A whole document for an iframe with the attribute sandbox: cleaned, with its inline images inside, without scripts and without any access to the network. 404 for plain text.
         */
        get: operations["get_message_frame"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/articles/{article}/raw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Download a message as it came */
        get: operations["get_raw_message"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/articles/{article}/sending": {
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
         * Take a message back that has not left yet
         * @description Its text is the draft again. 409 once it has left.
         */
        delete: operations["take_back_message"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/articles/{article}/source": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show a message as it came
         * @description The first 256 KiB; /raw downloads all of it.
         */
        get: operations["get_message_source"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/attachments/{attachment}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Download an attachment */
        get: operations["get_attachment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who changed what
         * @description Set-up, people, tokens, mailboxes; who signed in or tried to; files that were downloaded. Newest first. Nobody can change it.
         */
        get: operations["list_audit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Check that the audit list is whole
         * @description Each row carries a hash over the row before, and the desk signs how far the list has come. Looks at `limit` rows behind `after`; go on with `next` until it is null.
         */
        get: operations["check_audit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/blocked-pairs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List who is kept apart from whom
         * @description For admins and leads; nobody else is told.
         */
        get: operations["list_blocked_pairs"];
        put?: never;
        /**
         * Keep two apart
         * @description This person is given no ticket of this customer or firm any more, and cannot be chosen for one. Two who are kept apart already stay so.
         */
        post: operations["create_blocked_pair"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/blocked-pairs/{blocked_pair}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read who is kept apart */
        get: operations["get_blocked_pair"];
        put?: never;
        post?: never;
        /** Keep two apart no longer */
        delete: operations["delete_blocked_pair"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/breach-reasons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the reasons for missed targets
         * @description In the order of the choice; also those that are not offered any more.
         */
        get: operations["list_breach_reasons"];
        /**
         * Set the reasons for missed targets
         * @description Those left out stay, and are not offered any more.
         */
        put: operations["put_breach_reasons"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bulk/{job}/reversal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a job back
         * @description What nobody has changed since is put back. A job has one reversal; asking again shows that.
         */
        post: operations["reverse_job"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendars": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List calendars */
        get: operations["list_calendars"];
        put?: never;
        /** Add a calendar */
        post: operations["create_calendar"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendars/{calendar}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a calendar */
        get: operations["get_calendar"];
        /**
         * Replace a calendar
         * @description Deadlines of open tickets are computed anew within moments.
         */
        put: operations["put_calendar"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendars/{calendar}/due": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Ask when business time has passed */
        get: operations["get_due"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendars/{calendar}/feed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the calendar address of a calendar
         * @description How its last readings went, and what they brought.
         */
        get: operations["get_calendar_feed"];
        /**
         * Set the calendar address of a calendar
         * @description It is read at once, and kept only if that works; from then on it is read once a day. Its whole days are holidays, beside the calendar's own.
         */
        put: operations["put_calendar_feed"];
        post?: never;
        /**
         * Take away the calendar address of a calendar
         * @description With what it has brought.
         */
        delete: operations["remove_calendar_feed"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendars/{calendar}/feed/readings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read the calendar address of a calendar now
         * @description A failure is told in the answer.
         */
        post: operations["read_calendar_feed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendars/{calendar}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask what a changed calendar would do
         * @description Nothing is saved. Looks at the newest tickets, so it takes no longer on a large desk.
         */
        post: operations["preview_calendar"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List categories */
        get: operations["list_categories"];
        put?: never;
        /** Add a category */
        post: operations["create_category"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/categories/{category}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a category */
        get: operations["get_category"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a category
         * @description Its key stays: what was learned is stored under it.
         */
        patch: operations["patch_category"];
        trace?: never;
    };
    "/api/v1/customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List customers */
        get: operations["list_customers"];
        put?: never;
        /** Add a customer */
        post: operations["create_customer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{customer}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a customer */
        get: operations["get_customer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a customer */
        patch: operations["patch_customer"];
        trace?: never;
    };
    "/api/v1/demo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See how far the demo desk is
         * @description That the first start was asked to load beside the desk.
         */
        get: operations["get_demo"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what you have begun to write
         * @description Last written first.
         */
        get: operations["list_drafts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/entities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List kinds of entities
         * @description In the order in which they were added: where two match, the first counts.
         */
        get: operations["list_entities"];
        put?: never;
        /**
         * Add a kind of entity
         * @description A desk has at most 50. 422 with /pattern where the pattern cannot be used.
         */
        post: operations["create_entity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/entities/{entity}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a kind of entity */
        get: operations["get_entity"];
        put?: never;
        post?: never;
        /** Remove a kind of entity */
        delete: operations["remove_entity"];
        options?: never;
        head?: never;
        /**
         * Change a kind of entity
         * @description Old tickets show it at once, too.
         */
        patch: operations["patch_entity"];
        trace?: never;
    };
    "/api/v1/entities/try": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try a pattern on a text
         * @description Nothing is stored.
         */
        post: operations["try_entity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/escalation-chains": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List chains */
        get: operations["list_escalation_chains"];
        put?: never;
        /** Add a chain */
        post: operations["create_escalation_chain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/escalation-chains/{chain}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a chain */
        get: operations["get_escalation_chain"];
        put?: never;
        post?: never;
        /**
         * Remove a chain
         * @description What runs by it ends.
         */
        delete: operations["delete_escalation_chain"];
        options?: never;
        head?: never;
        /**
         * Change a chain
         * @description What runs by it takes its next steps by the new one.
         */
        patch: operations["patch_escalation_chain"];
        trace?: never;
    };
    "/api/v1/escalations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List open escalations
         * @description The newest first.
         */
        get: operations["list_escalations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/escalations/{escalation}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read an escalation */
        get: operations["get_escalation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/escalations/{escalation}/acknowledgement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Say that you look after it
         * @description Nobody else is called. It ends by itself when the cause is gone.
         */
        put: operations["acknowledge_escalation"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/escalations/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Count running escalations */
        get: operations["count_escalations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow the desk's events
         * @description With 'Accept: text/event-stream' a stream that goes on after Last-Event-ID; else one page.
         */
        get: operations["follow_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/factors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See your second factors */
        get: operations["get_factors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/factors/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make ten new recovery codes
         * @description The old ones end. Needs a fresh proof.
         */
        post: operations["renew_recovery_codes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/factors/totp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Confirm the authenticator with a code */
        put: operations["confirm_totp"];
        /**
         * Begin with an authenticator
         * @description It counts once a code of it has been seen. Needs a fresh proof.
         */
        post: operations["begin_totp"];
        /**
         * Do without the authenticator
         * @description Needs a fresh proof.
         */
        delete: operations["remove_totp"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/fairness": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How is work spread over people?
         * @description For admins and leads. Counted as it happens: looking costs a row a person and day.
         */
        get: operations["get_fairness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/fields": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List custom fields
         * @description In the order in which they are shown.
         */
        get: operations["list_fields"];
        put?: never;
        /** Add a custom field */
        post: operations["create_field"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/fields/{field}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a custom field */
        get: operations["get_field"];
        put?: never;
        post?: never;
        /**
         * Remove a custom field
         * @description Its values are no longer shown.
         */
        delete: operations["remove_field"];
        options?: never;
        head?: never;
        /**
         * Change a custom field
         * @description Its key and kind stay.
         */
        patch: operations["patch_field"];
        trace?: never;
    };
    "/api/v1/gate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See what triage may do alone
         * @description By field and value, with what was proven and what is missing.
         */
        get: operations["get_gate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/gate/{gate_field}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See what triage may do in one field */
        get: operations["get_gate_field"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Wish for more or less of it
         * @description Another precision or delta makes every value of the field prove itself anew.
         */
        patch: operations["patch_gate_field"];
        trace?: never;
    };
    "/api/v1/gate/{gate_field}/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what a value's standing rests on
         * @description Settled predictions, newest first.
         */
        get: operations["list_gate_evidence"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/gate/{gate_field}/moves": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the rights that a value was given and lost
         * @description The newest 100.
         */
        get: operations["list_gate_moves"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/gate/agreement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See how often people agree
         * @description From tickets that two people decided blind: three in a hundred are offered to a second person who is not told, thirty in a hundred of those of a person who stands out. Second looks of the last 90 days, blind decisions of the last 28.
         */
        get: operations["get_agreement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/gate/moves": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the rights that were given and lost, in every field
         * @description The newest 100.
         */
        get: operations["list_all_gate_moves"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/gate/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Stop every automatic act of triage
         * @description At once; what is proven stays proven.
         */
        put: operations["stop_gate"];
        post?: never;
        /** Let triage act again */
        delete: operations["resume_gate"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/hand-over": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read what you should hand over before your shift ends */
        get: operations["get_hand_over"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/holiday-files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read a file of holidays
         * @description The body is the file itself (.ics), at most 2 MiB. Nothing is saved: what it names may then be put into a calendar.
         */
        post: operations["read_holiday_file"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/holiday-regions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the regions whose public holidays are known */
        get: operations["list_holiday_regions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/holidays": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the public holidays of a region and year */
        get: operations["list_holidays"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{job}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far is a job? */
        get: operations["get_job"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{job}/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What came of each ticket */
        get: operations["list_job_items"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/label-decisions/{label_decision}/reversal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a decision back
         * @description The field is as before, and the ticket is yours to decide again.
         */
        post: operations["take_back_label"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/label-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List tickets that ask for labels
         * @description The most valuable first. A ticket that is decided blind: 2 + 1 / (1 + n / 20), n being the fewest further blind decisions that any value of its fields needs for its next right, so 2 to 3. Any other: 1 minus the distance of the two values that triage thinks likeliest, so up to 1. Of the same value the longest waiting comes first; what was skipped comes last. The order tells nothing of what triage said of a blind ticket.
         */
        get: operations["list_label_requests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/label-requests/{ticket}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decide one label
         * @description 409 where somebody else has the ticket now, or the field was decided meanwhile.
         */
        post: operations["decide_label"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/label-requests/{ticket}/skip": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Leave a ticket to others
         * @description It comes back behind all others.
         */
        post: operations["skip_label"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/label-requests/claim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take the next ticket to label
         * @description It is yours for three minutes; asking again gives the same one until it is decided or skipped.
         */
        post: operations["claim_label"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/label-requests/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many tickets ask for labels?
         * @description Counting ends at 1,000.
         */
        get: operations["count_label_requests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/label-undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How much would go back?
         * @description Names a model, a time span, or a person and a time span.
         */
        get: operations["preview_label_undo"];
        put?: never;
        /**
         * Take many labels back
         * @description As a job. What people have touched since is left alone. Each act that goes back counts against triage, as if a person had changed it by hand. Of a person's decisions, those that were evidence are none any more and their values prove themselves anew. The job can be taken back, the evidence cannot.
         */
        post: operations["start_label_undo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Listen to what changes
         * @description With 'Accept: text/event-stream' a stream for pages; else only the place where it stands now. 'ticket' carries the row of a ticket with its version and goes on after Last-Event-ID; 'refetch' says that too much was missed. Passing hints, of which none is repeated: 'counts', 'presence', 'typing', 'draft', 'job', 'escalation'.
         */
        get: operations["follow_live"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/macros": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List macros */
        get: operations["list_macros"];
        put?: never;
        /** Add a macro */
        post: operations["create_macro"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/macros/{macro}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a macro */
        get: operations["get_macro"];
        put?: never;
        post?: never;
        /** Remove a macro */
        delete: operations["delete_macro"];
        options?: never;
        head?: never;
        /**
         * Change a macro
         * @description null takes a part away.
         */
        patch: operations["patch_macro"];
        trace?: never;
    };
    "/api/v1/mailboxes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List mailboxes */
        get: operations["list_mailboxes"];
        put?: never;
        /** Add a mailbox */
        post: operations["create_mailbox"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mailboxes/{mailbox}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a mailbox
         * @description Without its password.
         */
        get: operations["get_mailbox"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a mailbox
         * @description Another host needs the password anew.
         */
        patch: operations["patch_mailbox"];
        trace?: never;
    };
    "/api/v1/mailboxes/{mailbox}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Test a mailbox
         * @description Sends a real message to its address and waits up to half a minute until it has come in. No ticket comes of it.
         */
        post: operations["test_mailbox"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/matrix": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read which priority follows from impact and urgency */
        get: operations["get_matrix"];
        /** Set which priority follows from impact and urgency */
        put: operations["put_matrix"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mentions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the notes in which you were called
         * @description Newest first.
         */
        get: operations["list_mentions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mentions/{mention}/reading": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say that you have read a mention */
        put: operations["read_mention"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mentions/reading": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say that you have read all mentions up to one */
        put: operations["read_mentions"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/models": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the models that were fitted
         * @description Newest first, at most 200; those that lost, too.
         */
        get: operations["list_models"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/models/{model_trial}/serve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let an older model serve again
         * @description The rights of the model that serves now fall: each value has to prove itself anew with this one. The nightly fit replaces an older model that a person chose only where it is clearly better on tickets that were decided since.
         */
        post: operations["serve_model"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/models/pin": {
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
         * Let the nightly fit replace the model that serves
         * @description As if nobody had gone back to it: it is enough to be better.
         */
        delete: operations["unpin_model"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List organizations */
        get: operations["list_organizations"];
        put?: never;
        /** Add an organization */
        post: operations["create_organization"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{organization}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read an organization */
        get: operations["get_organization"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change an organization */
        patch: operations["patch_organization"];
        trace?: never;
    };
    "/api/v1/passkeys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Keep a passkey that the device has made */
        post: operations["add_passkey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/passkeys/{passkey}": {
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
         * Remove a passkey
         * @description Needs a fresh proof.
         */
        delete: operations["remove_passkey"];
        options?: never;
        head?: never;
        /** Rename a passkey */
        patch: operations["rename_passkey"];
        trace?: never;
    };
    "/api/v1/passkeys/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin to make a passkey
         * @description Needs a fresh proof.
         */
        post: operations["begin_passkey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change your password
         * @description All your other sessions end; this one gets a fresh cookie and CSRF token.
         */
        put: operations["change_password"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/password-resets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Choose a new password by a link
         * @description Ends all sessions of the person.
         */
        put: operations["reset_password"];
        /**
         * Ask for a link to choose a new password
         * @description It comes by mail, works once and for an hour. The answer is the same whether somebody has this address.
         */
        post: operations["ask_for_reset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/placeholders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what ready-made texts can name */
        get: operations["list_placeholders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List policies */
        get: operations["list_policies"];
        put?: never;
        /** Add a policy */
        post: operations["create_policy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policies/{policy}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a policy */
        get: operations["get_policy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a policy
         * @description Deadlines of open tickets are computed anew within moments.
         */
        patch: operations["patch_policy"];
        trace?: never;
    };
    "/api/v1/policies/{policy}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask what a changed policy would do
         * @description Nothing is saved. Looks at the newest tickets, so it takes no longer on a large desk.
         */
        post: operations["preview_policy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pool/next": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take the next ticket
         * @description The one that presses most of what waits in your queues and you can do: by priority, deadline, your skills and languages, whom you know, and who else could do it. Nobody else gets the same one. 409 while you are away or have no room.
         */
        post: operations["take_next_ticket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/portal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read how the customers' pages look */
        get: operations["get_portal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change how the customers' pages look
         * @description Seen within two seconds.
         */
        patch: operations["patch_portal"];
        trace?: never;
    };
    "/api/v1/promises": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See how promised times are kept
         * @description Withdrawn where fewer than 85 of a hundred are kept and chance does not explain it; told again once the promises that go on being measured hold.
         */
        get: operations["get_promises"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/queries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ask how a query may go on
         * @description And what is wrong with it so far: for a field in which one is typed.
         */
        get: operations["complete_query"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/queues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List queues */
        get: operations["list_queues"];
        put?: never;
        /** Add a queue */
        post: operations["create_queue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/queues/{queue}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a queue */
        get: operations["get_queue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a queue */
        patch: operations["patch_queue"];
        trace?: never;
    };
    "/api/v1/queues/{queue}/routing-rule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a queue's rule of routing */
        get: operations["get_queue_rule"];
        /**
         * Set a queue's rule of routing
         * @description What is left out is as usual: nobody helps, languages stay required, nobody is preferred, work is dealt out anew. Holds from the next decision on, also for what waits already.
         */
        put: operations["put_queue_rule"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/queues/{queue}/signature": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the signature of a queue */
        get: operations["get_queue_signature"];
        /** Set the signature of a queue */
        put: operations["put_queue_signature"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/queues/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Count the tickets of each queue by status */
        get: operations["count_queues"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rebalances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what was dealt out anew
         * @description The newest 20, those that happened by themselves, too.
         */
        get: operations["list_rebalances"];
        put?: never;
        /**
         * Deal out anew what the plan showed
         * @description All in one step; what has changed since the plan was read stays where it is. The answer tells what moved.
         */
        post: operations["create_rebalance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rebalances/{rebalance}/reversal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a dealing out back
         * @description As a whole and once; what was begun since stays.
         */
        post: operations["reverse_rebalance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rebalances/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What would be dealt out anew?
         * @description In queues that push. Nothing that its owner has begun, asked for or got from a person.
         */
        get: operations["preview_rebalance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/roster": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read who works when */
        get: operations["get_roster"];
        /**
         * Set who has which shift on which date
         * @description All of it or nothing; dates that are not named stay.
         */
        put: operations["put_roster"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/roster/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the rules about presence and hand-over */
        get: operations["get_roster_rules"];
        /** Set the rules about presence and hand-over */
        put: operations["put_roster_rules"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/routing-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the rules of routing */
        get: operations["get_routing_rules"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Say whether routing learns who solves what, and what tickets weigh
         * @description What it has learned stays for when it may again. Nobody loses a ticket by another weight.
         */
        patch: operations["patch_routing_rules"];
        trace?: never;
    };
    "/api/v1/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search the desk
         * @description The best first. "123" puts ticket 123 first. Customers and organizations with customers:read only.
         */
        get: operations["search"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Ask who is signed in, and what they may do */
        get: operations["get_session"];
        put?: never;
        /**
         * Sign in with a password
         * @description Sets a cookie; five attempts a minute. 202 asks for a second factor of who has one.
         */
        post: operations["sign_in"];
        /**
         * Sign out
         * @description Streams of this session end within five seconds.
         */
        delete: operations["sign_out"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Prove anew who you are
         * @description By password or code. Changes of passwords and second factors need a proof of the last 15 minutes.
         */
        post: operations["confirm_session"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in with a link that the operator printed
         * @description `lotse user link` prints one: once, for 15 minutes.
         */
        post: operations["redeem_link"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/passkey": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in with a passkey */
        post: operations["sign_in_with_passkey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/passkey-options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin to sign in with a passkey
         * @description Alone, or after the password.
         */
        post: operations["begin_passkey_sign_in"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Go on with a code
         * @description Of the authenticator, or a recovery code. Each is good once.
         */
        post: operations["pass_second_step"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List where you are signed in */
        get: operations["list_sessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{session}": {
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
         * End a session
         * @description One's own; with agents:write anybody's.
         */
        delete: operations["end_session"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the settings of the desk */
        get: operations["get_settings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change the settings of the desk */
        patch: operations["patch_settings"];
        trace?: never;
    };
    "/api/v1/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See what can be chosen at the first start
         * @description Answers 404 once that is done.
         */
        get: operations["get_setup"];
        put?: never;
        /**
         * Name the desk and make its first admin
         * @description Who is signed in at once. Answers 404 once that is done.
         */
        post: operations["complete_setup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/setup/mailbox-test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try a mailbox before it is set
         * @description As the test of a mailbox that is set.
         */
        post: operations["test_setup_mailbox"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shifts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List shifts */
        get: operations["list_shifts"];
        put?: never;
        /** Add a shift */
        post: operations["create_shift"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shifts/{shift}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a shift */
        get: operations["get_shift"];
        put?: never;
        post?: never;
        /**
         * Remove a shift
         * @description Its dates in the roster go with it: the weekly hours hold again.
         */
        delete: operations["remove_shift"];
        options?: never;
        head?: never;
        /**
         * Change a shift
         * @description Whoever has it in the roster has the new hours.
         */
        patch: operations["patch_shift"];
        trace?: never;
    };
    "/api/v1/simulations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what was asked
         * @description The newest 50, without their answers.
         */
        get: operations["list_simulations"];
        put?: never;
        /**
         * Ask what would be
         * @description The days to come are lived through many times, as the desk is and as you ask, on the same days and tickets. First the last four weeks are held against what happened; while a headline figure is off, what_if is null. Worked off behind the desk: ask the simulation how far it is.
         */
        post: operations["create_simulation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/simulations/{simulation}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far is a simulation, and what came out? */
        get: operations["get_simulation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/simulations/{simulation}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Stop a simulation
         * @description One that is done stays as it is.
         */
        put: operations["stop_simulation"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/submission": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the outgoing server
         * @description Without its password.
         */
        get: operations["get_submission"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Set the outgoing server
         * @description Mail that waits is sent. 409 where the program's configuration names one.
         */
        patch: operations["patch_submission"];
        trace?: never;
    };
    "/api/v1/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List tags
         * @description By name, each with the number of its tickets.
         */
        get: operations["list_tags"];
        put?: never;
        /**
         * Add a tag
         * @description Whoever works on tickets may.
         */
        post: operations["create_tag"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tags/{tag}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a tag */
        get: operations["get_tag"];
        put?: never;
        post?: never;
        /**
         * Remove a tag
         * @description The tickets that had it lose it at once.
         */
        delete: operations["remove_tag"];
        options?: never;
        head?: never;
        /**
         * Change a tag
         * @description Tickets that have it show the new name at once.
         */
        patch: operations["patch_tag"];
        trace?: never;
    };
    "/api/v1/taken-over": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what you have taken over from others
         * @description Tickets that a colleague had begun, until you have done something with them; at most 20.
         */
        get: operations["list_taken_over"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List tickets
         * @description Filters narrow together; status may be given several times.
         */
        get: operations["list_tickets"];
        put?: never;
        /**
         * Open a ticket
         * @description Also notes of a phone call. What you leave out, triage and routing decide.
         */
        post: operations["create_ticket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{ticket}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a ticket
         * @description With its articles, its whole history and the reason of every change.
         */
        get: operations["get_ticket"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change fields of a ticket
         * @description What follows (deadlines, who hears of it) is decided a moment later.
         */
        patch: operations["patch_ticket"];
        trace?: never;
    };
    "/api/v1/tickets/{ticket}/articles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read older messages of a ticket
         * @description Oldest first; the ticket itself comes with its newest.
         */
        get: operations["list_articles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{ticket}/breach-reason": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Say why a target was missed
         * @description It stands in the ticket's history.
         */
        put: operations["explain_breach"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{ticket}/checklist": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the checklist of a ticket */
        get: operations["list_checklist"];
        put?: never;
        /** Add an item to the checklist */
        post: operations["add_checklist_item"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{ticket}/checklist/{item}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove an item */
        delete: operations["delete_checklist_item"];
        options?: never;
        head?: never;
        /** Tick, move or reword an item */
        patch: operations["patch_checklist_item"];
        trace?: never;
    };
    "/api/v1/tickets/{ticket}/clocks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ask by when a ticket is due
         * @description Every clock, the policy and why it is this one, and what was missed.
         */
        get: operations["get_clocks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{ticket}/closure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Close a ticket */
        put: operations["close_ticket"];
        post?: never;
        /** Open a solved ticket again */
        delete: operations["reopen_ticket"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{ticket}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the draft of a ticket
         * @description An empty one has a revision too.
         */
        get: operations["get_draft"];
        /**
         * Save the draft of a ticket
         * @description 409 with the current one if somebody has changed, sent or thrown it away since you read it.
         */
        put: operations["put_draft"];
        post?: never;
        /** Throw the draft of a ticket away */
        delete: operations["delete_draft"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{ticket}/escalations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the escalations of a ticket
         * @description Ended ones too, the newest first, at most 20.
         */
        get: operations["list_ticket_escalations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{ticket}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read older steps of a ticket
         * @description Oldest first; the ticket itself comes with its newest.
         */
        get: operations["list_ticket_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{ticket}/events/{event}/reversal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Undo a step
         * @description Its fields go back, all or none; 409 names one that was changed again since.
         */
        post: operations["reverse_event"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{ticket}/followers/{agent}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Let somebody follow a ticket
         * @description They hear of what the customer writes.
         */
        put: operations["follow_ticket"];
        post?: never;
        /** Stop following a ticket */
        delete: operations["unfollow_ticket"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{ticket}/forwards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Forward messages to somebody outside
         * @description Their answer joins the ticket; they do not become its customer.
         */
        post: operations["forward_messages"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{ticket}/hold": {
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
         * Let held mail through
         * @description Mail of a sender who writes too often waits for this, an hour at most.
         */
        delete: operations["release_ticket"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{ticket}/links/{other}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Link two tickets
         * @description Seen from both; safe to repeat. A pair has one link.
         */
        put: operations["put_link"];
        post?: never;
        /** Take a link away */
        delete: operations["remove_link"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{ticket}/macros/{macro}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Use a macro on a ticket
         * @description All of it or nothing. Its answer can be taken back as any other. 409 ticket.moved with `since` where others have written behind seen_article.
         */
        post: operations["use_macro"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{ticket}/merge": {
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
         * Take a merge back
         * @description The ticket is as it was; what came to the other one since stays there.
         */
        delete: operations["undo_merge"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{ticket}/merges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Merge a ticket into another
         * @description Its messages stand there in the order in which they came; it is closed and points there, and mail to its thread lands there.
         */
        post: operations["merge_ticket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{ticket}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Write an internal note
         * @description It never leaves the house. Who is called by @name hears of it.
         */
        post: operations["write_note"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{ticket}/presence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Say that you look at a ticket, or answer it
         * @description For 30 seconds; say it again every 20.
         */
        put: operations["put_presence"];
        post?: never;
        /** Say that you have left a ticket */
        delete: operations["end_presence"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{ticket}/recipients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whom an answer would go to */
        get: operations["get_recipients"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{ticket}/replies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answer the customer
         * @description The mail leaves by itself, a moment later or at a time of yours; a ticket without owner becomes yours.
         */
        post: operations["write_reply"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{ticket}/routing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Why does this person have the ticket, and why not somebody else? */
        get: operations["get_ticket_routing"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{ticket}/similar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List solved tickets that read alike
         * @description By their words and, where a language model serves, by their meaning; the most alike first.
         */
        get: operations["list_similar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{ticket}/snooze": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Let a ticket sleep
         * @description It wakes at that time, or when the customer writes.
         */
        put: operations["snooze_ticket"];
        post?: never;
        /** Wake a ticket */
        delete: operations["wake_ticket"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{ticket}/split": {
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
         * Take a split back
         * @description All its messages go back to where it came from, as by a merge.
         */
        delete: operations["undo_split"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{ticket}/splits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a new ticket of some messages
         * @description It is placed like any other; nobody is mailed.
         */
        post: operations["split_ticket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{ticket}/times": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the time that people spent on a ticket */
        get: operations["list_times"];
        put?: never;
        /** Note the time that you spent on a ticket */
        post: operations["add_time"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{ticket}/times/{time}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a time entry */
        delete: operations["delete_time"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change many tickets
         * @description Each on its own; ask the job how far it is, or follow the live event job.
         */
        post: operations["change_tickets"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List tokens
         * @description Also revoked ones; never their text.
         */
        get: operations["list_tokens"];
        put?: never;
        /**
         * Issue a token
         * @description Nobody can issue one that may do more than themselves.
         */
        post: operations["create_token"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tokens/{token}": {
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
         * Revoke a token
         * @description At once, also for streams that are open.
         */
        delete: operations["revoke_token"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/triage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask what triage would say
         * @description Nothing is stored and nothing is learned. Each label has a calibrated confidence, the mode that it has earned, its reasons with their places, and alternatives; or it abstains and says why.
         */
        post: operations["triage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/triage/feedback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what was told
         * @description In force, newest first, without the words; with what triage had said, so that anybody can count the evidence again.
         */
        get: operations["list_triage_feedback"];
        put?: never;
        /**
         * Tell what people decided
         * @description Teaches at once: the next answer knows it. The same words with other labels are a correction. The desk keeps the newest 20,000, for every later fit. It is evidence for the gate only if the person had not seen what triage said (seen: false) and nobody had told these words before.
         */
        post: operations["teach_triage"];
        /**
         * Erase all feedback on one message or person
         * @description All that was told with this reference, as when your system must forget a person.
         */
        delete: operations["erase_triage_feedback"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/triage/feedback/{lesson}": {
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
         * Remove feedback
         * @description With all that was told of the same words. What triage has learned of it goes with the next nightly fit.
         */
        delete: operations["remove_triage_feedback"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/triage/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ask what triage would have done
         * @description Over the last days, for every threshold at once; and what the gate would have granted, as it is wished now and as you ask. No model is judged on tickets that it had learned. 202 while it is being worked out: ask the same again. An answer holds for ten minutes.
         */
        get: operations["replay_triage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/undelivered": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Count mail that was given up */
        get: operations["count_undelivered"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/undelivered/calls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List webhook calls that were given up
         * @description Newest first.
         */
        get: operations["list_dead_calls"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/undelivered/calls/{call}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Let a call be */
        delete: operations["drop_call"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/undelivered/calls/{call}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try a call again
         * @description Under its old id; 409 for one that is not given up.
         */
        post: operations["retry_call"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/undelivered/letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List letters of the desk itself that were given up
         * @description Links to sign in or to choose a password. They cannot be sent again, since their text is gone; ask for new ones. Kept for 30 days.
         */
        get: operations["list_lost_letters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/undelivered/letters/{letter}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a letter off the list */
        delete: operations["drop_letter"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/undelivered/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List mail about tickets that was given up
         * @description Newest first.
         */
        get: operations["list_undelivered"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/undelivered/notices/{notice}": {
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
         * Let a mail be
         * @description It leaves the list; its ticket goes on telling that it did not arrive.
         */
        delete: operations["drop_notice"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/undelivered/notices/{notice}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try a mail again
         * @description It leaves with the next that wait; 409 for one that is not given up.
         */
        post: operations["retry_notice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/undelivered/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try all mail about tickets again
         * @description The oldest 500.
         */
        post: operations["retry_notices"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/uploads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bring a file
         * @description The body is the file itself, at most 25 MB. It is kept for 48 hours, until a message or a draft takes it. What it is told by its first bytes; programs are refused.
         */
        post: operations["create_upload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/uploads/{upload}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Look at a file that was brought */
        get: operations["get_upload"];
        put?: never;
        post?: never;
        /** Throw a file away that no message and no draft has */
        delete: operations["delete_upload"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List views
         * @description Built-in ones first, then your own and those that you are shown.
         */
        get: operations["list_views"];
        put?: never;
        /** Save a view */
        post: operations["create_view"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/views/{view}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a view */
        get: operations["get_view"];
        put?: never;
        post?: never;
        /**
         * Remove a view
         * @description Your own; those of others with setup:write.
         */
        delete: operations["delete_view"];
        options?: never;
        head?: never;
        /**
         * Change a view
         * @description Your own; those of others with setup:write.
         */
        patch: operations["patch_view"];
        trace?: never;
    };
    "/api/v1/views/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count the tickets of your views
         * @description Up to 999; beyond that a count is not exact.
         */
        get: operations["count_views"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/watch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read what calls for action
         * @description Lists hold the first 20; counting ends at 1,000. The cost does not grow with the desk.
         */
        get: operations["get_watch"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List webhooks
         * @description Never their secrets.
         */
        get: operations["list_webhooks"];
        put?: never;
        /** Add a webhook */
        post: operations["create_webhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{webhook}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a webhook */
        get: operations["get_webhook"];
        put?: never;
        post?: never;
        /**
         * Remove a webhook
         * @description 409 while a chain calls it. What waits for it is not sent.
         */
        delete: operations["delete_webhook"];
        options?: never;
        head?: never;
        /**
         * Change a webhook
         * @description Another address lets what waits try at once.
         */
        patch: operations["patch_webhook"];
        trace?: never;
    };
    "/api/v1/webhooks/{webhook}/calls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the calls of a webhook
         * @description Newest first; those that are over are kept for 30 days.
         */
        get: operations["list_webhook_calls"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{webhook}/secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a new secret
         * @description The old one signs nothing any more.
         */
        post: operations["renew_webhook_secret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{webhook}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a test
         * @description Now, once; waits for the answer for at most ten seconds.
         */
        post: operations["test_webhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ask whether the desk is well
         * @description 503 while the database does not answer.
         */
        get: operations["get_health"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the figures for Prometheus
         * @description From this machine without a token.
         */
        get: operations["get_metrics"];
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
        Absence: {
            from: string;
            id: number;
            is_imported: boolean;
            /** @enum {string} */
            kind: "holiday" | "sick" | "training" | "other";
            note: string;
            until: string;
            version: number;
        };
        AbsenceFile: {
            /** @description Times at which the person is absent, overlapping ones as one. */
            absences: number;
            events_left_out: number;
            /** @description Events that say that their time is free. */
            free_events: number;
            /** @description The first twenty events that cannot be read, and why. */
            left_out: {
                line: number;
                text: string;
            }[];
        };
        AbsencePage: {
            items: components["schemas"]["Absence"][];
            /** @description Address of the next page; null on the last one. */
            next: string | null;
        };
        AbsencePatch: {
            /**
             * @description A date, or a date and a time of the person's own clock.
             * @example 2026-06-01
             */
            from?: string;
            /** @enum {string} */
            kind?: "holiday" | "sick" | "training" | "other";
            note?: string;
            /**
             * @description The last day, or a time: 2026-06-01T12:00 ends at noon.
             * @example 2026-06-01
             */
            until?: string;
        };
        Agent: {
            capacity: number;
            /**
             * @description Open tickets of one channel at once, at most; without a number no limit but the capacity. Taken as a whole.
             * @example {
             *       "phone": 2,
             *       "email": 8
             *     }
             */
            channel_limits: {
                api?: number | null;
                chat?: number | null;
                email?: number | null;
                monitoring?: number | null;
                phone?: number | null;
                portal?: number | null;
            };
            /** Format: date-time */
            created_at: string;
            email: string;
            id: number;
            is_available: boolean;
            is_disabled: boolean;
            languages: string[];
            /** Format: date-time */
            last_assigned_at: string | null;
            name: string;
            queues: number[];
            /** @enum {string} */
            role: "admin" | "lead" | "agent" | "light_agent" | "auditor";
            skills: {
                level: number;
                name: string;
            }[];
            version: number;
        };
        AgentPage: {
            items: components["schemas"]["Agent"][];
            /** @description Address of the next page; null on the last one. */
            next: string | null;
        };
        AgentPatch: {
            /** @description Units at once: an open ticket takes one, unless the desk's routing rules say otherwise of its channel. 0: nothing. */
            capacity?: number;
            /**
             * @description Open tickets of one channel at once, at most; without a number no limit but the capacity. Taken as a whole.
             * @example {
             *       "phone": 2,
             *       "email": 8
             *     }
             */
            channel_limits?: {
                api?: number | null;
                chat?: number | null;
                email?: number | null;
                monitoring?: number | null;
                phone?: number | null;
                portal?: number | null;
            };
            /** @example anna@desk.example */
            email?: string;
            is_available?: boolean;
            is_disabled?: boolean;
            languages?: string[];
            /** @example Anna Kowalska */
            name?: string;
            /** @description At least 15 characters. Goes in and never comes out; ends the agent's sessions. */
            password?: string;
            /** @description Whose tickets this agent takes. */
            queues?: number[];
            /**
             * @description agent if left out.
             * @enum {string}
             */
            role?: "admin" | "lead" | "agent" | "light_agent" | "auditor";
            skills?: {
                level: number;
                name: string;
            }[];
        };
        Agreement: {
            agreeing: number;
            /** @description Scott's pi: 1 full, 0 as by chance. */
            beyond_chance: number;
            /** @description null: over all. */
            field: string | null;
            high: number;
            /** @description 95 % interval (Wilson). */
            low: number;
            pairs: number;
        };
        AgreementPerson: {
            agent: number;
            agreeing: number;
            as_triage: number;
            blind: number;
            high: number;
            /** @description Agrees with the others less than they among themselves, beyond chance: these blind decisions are no evidence. */
            is_contradicted: boolean;
            /** @description Differs from triage more than the others do: looked at a second time more often, and counted all the same. */
            is_in_doubt: boolean;
            low: number;
            name: string;
            pairs: number;
        };
        Answer: {
            id: number;
            name: string;
            queues: number[];
            shortcut: string | null;
            texts: {
                [key: string]: string;
            };
            version: number;
        };
        AnswerPage: {
            items: components["schemas"]["Answer"][];
            /** @description Address of the next page; null on the last one. */
            next: string | null;
        };
        AnswerPatch: {
            /** @example Ask for a restart */
            name?: string;
            /** @description Where it is offered; none: everywhere. */
            queues?: number[];
            /** @example restart */
            shortcut?: string | null;
            /**
             * @description By language: {"en": "..."}. Placeholders as {{customer.name}}.
             * @example {
             *       "en": "Hello {{customer.first_name}}, ..."
             *     }
             */
            texts?: {
                [key: string]: string;
            };
        };
        Article: {
            agent: components["schemas"]["Named"] | null;
            attachments: components["schemas"]["Attachment"][];
            /** @enum {string} */
            author: "customer" | "agent" | "system";
            cc: string;
            /** @enum {string} */
            channel: "email" | "phone" | "api" | "portal" | "chat" | "monitoring";
            /** Format: date-time */
            created_at: string;
            /** @description Where it holds what the desk knows by a pattern, in order. */
            entities: components["schemas"]["EntitySpan"][];
            from_address: string | null;
            from_name: string;
            /** @description Cleaned HTML. */
            html: string | null;
            id: number;
            is_automatic: boolean;
            /** @description Doubtful: kept and shown, moves nothing. */
            is_quarantined: boolean;
            /**
             * @description A note never leaves the house.
             * @enum {string}
             */
            kind: "message" | "note";
            /**
             * @description ISO 639-1 code of a language.
             * @example de
             */
            language: string | null;
            message_id: string | null;
            /** @description What this message adds, without quote and signature. */
            new_text: string;
            /** @description Where new_text (text, if that is empty) holds data about people, in order. */
            personal_data: components["schemas"]["PersonalSpan"][];
            quoted: string;
            /** @description Of a message of ours, one by one. */
            recipients: {
                cc: {
                    address: string;
                    name: string | null;
                }[];
                to: {
                    address: string;
                    name: string | null;
                }[];
            } | null;
            remark: string | null;
            /** @enum {string} */
            sender_proof: "none" | "pass" | "fail";
            /**
             * Format: date-time
             * @description Can be taken back until it leaves then.
             */
            sending_at: string | null;
            signature: string;
            subject: string;
            /** @description The whole plain text. */
            text: string;
            to: string;
        };
        ArticlePage: {
            items: components["schemas"]["Article"][];
            /** @description Address of the next page; null on the last one. */
            next: string | null;
        };
        Attachment: {
            content_id: string | null;
            content_type: string;
            id: number;
            is_inline: boolean;
            /** @description As the sender called it; never a path. */
            name: string;
            size: number;
            url: string;
        };
        AuditCheck: {
            /** @description Rows that were looked at by this call. */
            checked: number;
            /** @description How far the desk has signed; also in the log every five minutes. */
            checkpoint: {
                /** Format: date-time */
                at: string;
                /** @description SHA-256 in hexadecimal digits. */
                hash: string;
                /** @description Of the row that was signed. */
                number: number;
                /** @description Ed25519, base64. */
                signature: string;
            } | null;
            /**
             * @description What does not hold.
             * @enum {string|null}
             */
            fault: "row_changed" | "row_missing" | "head_differs" | "anchor_differs" | "anchor_forged" | null;
            /** @description The number in the chain where it was noticed. */
            fault_at: number | null;
            /** @description Up to where rows were forgotten, as the settings say. */
            forgotten: {
                /** Format: date-time */
                at: string;
                /** @description SHA-256 in hexadecimal digits. */
                hash: string;
                /** @description Of the row that was signed. */
                number: number;
                /** @description Ed25519, base64. */
                signature: string;
            } | null;
            /** @description Number of the newest row. */
            head: number;
            is_whole: boolean;
            /** @description Ask again with this as `after`; null: that was the end. */
            next: number | null;
            /** @description Of the signatures: Ed25519, base64. */
            public_key: string;
        };
        AuditEntry: {
            /** @description The operation, as in this document; or what the command line did. */
            action: string;
            actor: {
                agent: components["schemas"]["Named"] | null;
                /** @description "session:3", "token:7", "operator" for the command line, "password" for who signs in. */
                credential: string;
                /** @description The caller's address, or who typed the command. */
                origin: string;
            };
            /** Format: date-time */
            at: string;
            /** @description What was sent and what stood there, without secrets. Long values are cut and end in an ellipsis. */
            changes: {
                field: string;
                from: unknown;
                to: unknown;
            }[];
            id: number;
            /** @description It was tried, and not done. */
            is_refused: boolean;
            object: {
                id: number | null;
                kind: string;
                /** @description As it was called at that time; may be empty. */
                name: string;
            };
        };
        AuditPage: {
            items: components["schemas"]["AuditEntry"][];
            /** @description Address of the next page; null on the last one. */
            next: string | null;
        };
        Availability: {
            is_available: boolean;
            /** Format: date-time */
            restricted_until?: string | null;
            /**
             * @description What they take though at work; left out: as it is.
             * @enum {string}
             */
            restriction?: "none" | "high_and_urgent" | "only_urgent" | "nothing_new";
            /**
             * Format: date-time
             * @description Then the other way round; left out: until said otherwise.
             */
            until?: string | null;
        };
        /** @description Why a value is what it is. */
        Because: {
            /** @description Stable name of the reason. */
            code: string;
            /** @description Calibrated; null where nothing was estimated. */
            confidence: number | null;
            /** @description model, keywords, matrix, routing, policy, address, person, prior, timer. */
            source: string;
            /** @description The reason as one sentence. */
            text: string;
            /** @description A suggestion that has not yet earned the right to act. */
            unproven: boolean;
            /** @description Of the model, rule or policy. */
            version: string | null;
        };
        BlindPrice: {
            /** @description Blind ones in the last seven days. */
            decided: number;
            /** @description Blind ones that a week like that takes. */
            decisions: number;
            /** @description Of one decision on the page for labels. */
            median_seconds: number | null;
            /** @description A week. */
            minutes: number | null;
            /** @description That came in the last seven days. */
            tickets: number;
        };
        BlockedPair: {
            agent: components["schemas"]["Named"];
            customer: components["schemas"]["Named"] | null;
            id: number;
            /** Format: date-time */
            made_at: string;
            /** @description null: a program. */
            made_by: components["schemas"]["Named"] | null;
            organization: components["schemas"]["Named"] | null;
            reason: string;
        };
        BlockedPairPage: {
            items: components["schemas"]["BlockedPair"][];
            /** @description Address of the next page; null on the last one. */
            next: string | null;
        };
        Breach: {
            agent: components["schemas"]["Named"] | null;
            /** @enum {string} */
            clock: "first_reply" | "next_reply" | "update" | "solution" | "handover";
            /**
             * Format: date-time
             * @description When it was due; tells breaches of one clock apart.
             */
            due_at: string;
            /** Format: date-time */
            explained_at: string | null;
            /** @description none: nobody has said yet; else a key of /api/v1/breach-reasons. */
            reason: string;
            /** @description In the desk's own words, if it has any. */
            reason_name: string | null;
            remark: string | null;
        };
        BreachReason: {
            /** @enum {string} */
            clock: "first_reply" | "next_reply" | "update" | "solution" | "handover";
            /**
             * Format: date-time
             * @description As the breach tells it.
             */
            due_at: string;
            /**
             * @description A key of /api/v1/breach-reasons; none takes it back.
             * @example no_capacity
             */
            reason: string;
            /** @description Wanted where the reason says so. */
            remark?: string | null;
        };
        BreachReasons: {
            items: {
                is_offered: boolean;
                key: string;
                name: string | null;
                wants_remark: boolean;
            }[];
        };
        Calendar: {
            /** @description Closed all day, or for the part that is named. */
            holidays: {
                /**
                 * @description The part of the day that is closed; without it the whole day.
                 * @example [
                 *       "09:00",
                 *       "12:30"
                 *     ]
                 */
                closed?: string[] | null;
                /** @example 2026-12-25 */
                date: string;
                name: string;
            }[];
            id: number;
            /** @example Office hours */
            name: string;
            /** @description Whose public holidays are closed, too. */
            regions: string[];
            /**
             * @description IANA name.
             * @example Europe/Berlin
             */
            time_zone: string;
            version: number;
            /** @description A day that is left out is closed. */
            week: {
                friday?: string[][];
                monday?: string[][];
                saturday?: string[][];
                sunday?: string[][];
                thursday?: string[][];
                tuesday?: string[][];
                wednesday?: string[][];
            };
            /** @description Dates that are open though a region or the calendar's address closes them. */
            worked: string[];
        };
        CalendarFeed: {
            /** Format: date-time */
            checked_at: string | null;
            /** @description Why the last reading failed; empty if it did not. */
            failure: string;
            /** @description In a row, the last ones. */
            failures: number;
            /** @description Holidays or absences of the last good reading. */
            found: number;
            /** @description Of a calendar's address; of a person's always empty. */
            holidays: {
                date: string;
                name: string;
            }[];
            /** @description Of the address, which is not shown again: it may be secret. */
            host: string;
            /** @description false: no address; all else is empty then. */
            is_set: boolean;
            /** @description Events that could not be read then. */
            left_out: number;
            /** @description Of the calendar there, if it has one. */
            name: string;
            /** Format: date-time */
            next_at: string | null;
            /**
             * Format: date-time
             * @description The last good reading; what it brought stays until the next one.
             */
            read_at: string | null;
        };
        CalendarPage: {
            items: components["schemas"]["Calendar"][];
            /** @description Address of the next page; null on the last one. */
            next: string | null;
        };
        Category: {
            id: number;
            key: string;
            keywords: {
                [key: string]: string[];
            };
            name: string;
            parent: number | null;
            queue: number | null;
            skills: string[];
            version: number;
        };
        CategoryPage: {
            items: components["schemas"]["Category"][];
            /** @description Address of the next page; null on the last one. */
            next: string | null;
        };
        CategoryPatch: {
            /**
             * @description Stable: small letters, digits, '.', '_', '-'.
             * @example printing
             */
            key?: string;
            /**
             * @description Words and phrases by language (en, de, pl, or * for every one) that point here before there is history. "drucker*" is the beginning of a word.
             * @example {
             *       "en": [
             *         "printer",
             *         "paper jam"
             *       ],
             *       "de": [
             *         "drucker*"
             *       ]
             *     }
             */
            keywords?: {
                [key: string]: string[];
            };
            /** @example Printing */
            name?: string;
            parent?: number | null;
            /** @description Where its tickets go. */
            queue?: number | null;
            skills?: string[];
        };
        Change: {
            because: components["schemas"]["Because"];
            field: string;
            from: string;
            from_name: string | null;
            to: string;
            to_name: string | null;
        };
        ChecklistItem: {
            /** Format: date-time */
            done_at: string | null;
            done_by: components["schemas"]["Named"] | null;
            id: number;
            is_done: boolean;
            /** @description Smallest first. */
            position: number;
            text: string;
        };
        ChecklistItemPatch: {
            is_done?: boolean;
            position?: number;
            text?: string;
        };
        ChecklistPage: {
            items: components["schemas"]["ChecklistItem"][];
            /** @description Address of the next page; null on the last one. */
            next: string | null;
        };
        Closure: {
            /** @description Its open children too. */
            children?: boolean;
            /**
             * @description solved may open again; closed, the default, is final.
             * @enum {string}
             */
            status?: "solved" | "closed";
        };
        Code: {
            /**
             * @description Six digits, or a recovery code.
             * @example 123456
             */
            code: string;
            ticket: string;
        };
        Considered: {
            agent: components["schemas"]["Named"];
            /**
             * @description The same as the words.
             * @enum {string}
             */
            code: "chosen" | "could_take" | "busier" | "assigned_later" | "equal" | "at_work" | "no_skill" | "no_language" | "absent" | "full" | "off_shift" | "on_break" | "silent" | "restricted";
            /** @description Units in use over the capacity; an open ticket is one, unless its channel weighs more. */
            load: number;
            /**
             * Format: date-time
             * @description When the absence, shift, break or restriction is over.
             */
            until: string | null;
            verdict: string;
            /** @description The skill, or the language (ISO 639-1), that is missing; or the restriction. */
            what: string | null;
        };
        CreatedTicket: {
            /** @description The first message. */
            article: number;
            id: number;
            url: string;
        };
        Customer: {
            /** Format: date-time */
            created_at: string;
            email: string | null;
            id: number;
            /**
             * @description ISO 639-1 code of a language.
             * @example de
             */
            language: string | null;
            name: string;
            organization: number | null;
            phone: string | null;
            time_zone: string | null;
            version: number;
        };
        CustomerPage: {
            items: components["schemas"]["ListedCustomer"][];
            /** @description Address of the next page; null on the last one. */
            next: string | null;
        };
        CustomerPatch: {
            /** @example anna@example.org */
            email?: string | null;
            /**
             * @description ISO 639-1 code of a language.
             * @example de
             */
            language?: string | null;
            /** @example Anna Kowalska */
            name?: string;
            /** @description Left out, the e-mail domain decides. */
            organization?: number | null;
            phone?: string | null;
            /** @example Europe/Warsaw */
            time_zone?: string | null;
        };
        DeadlinePreview: {
            /** @description Would have missed a target, and has missed none. */
            breached: number;
            /** @description How the targets of those would have been kept, before and after. */
            clocks: {
                /** @enum {string} */
                clock: "first_reply" | "next_reply" | "update" | "solution" | "handover";
                judged_after: number;
                judged_before: number;
                share_after: number | null;
                share_before: number | null;
            }[];
            days: number;
            /** @description The next thing due comes sooner, or there is one now. */
            earlier: number;
            /** @description Tickets solved within so many days; the newest 600 at most. */
            ended: number;
            has_more_ended: boolean;
            /** @description true: the counts are of a part only. */
            has_more_open: boolean;
            /** @description It comes later, or never. */
            later: number;
            /** @description Open tickets looked at; the newest 600 at most. */
            open: number;
            /** @description Have missed a target, and would have missed none. */
            unbreached: number;
        };
        Demo: {
            done: number;
            /**
             * @description none: no first start of this process has asked for one.
             * @enum {string}
             */
            state: "none" | "loading" | "ready" | "failed";
            /** @description Tickets of its story. */
            total: number;
        };
        Draft: {
            /** @description Who wrote last. */
            agent: components["schemas"]["Named"] | null;
            attachments: components["schemas"]["Upload"][];
            cc: {
                address: string;
                name: string | null;
            }[];
            html: string | null;
            is_empty: boolean;
            /** @enum {string} */
            kind: "reply" | "note";
            /** @description Counts on with every change, also when it is sent. */
            revision: number;
            text: string;
            ticket: number;
            to: {
                address: string;
                name: string | null;
            }[];
            /** Format: date-time */
            updated_at: string | null;
        };
        DraftInput: {
            /** @description Uploads. */
            attachments?: number[];
            cc?: {
                address: string;
                name?: string;
            }[];
            html?: string;
            /** @description The one that you saw, 0 for none; left out: write over whatever is there. */
            revision?: number;
            text?: string;
            to?: {
                address: string;
                name?: string;
            }[];
        };
        DraftItem: {
            draft: components["schemas"]["Draft"];
            ticket: {
                id: number;
                subject: string;
            };
        };
        DraftPage: {
            items: components["schemas"]["DraftItem"][];
            /** @description Address of the next page; null on the last one. */
            next: string | null;
        };
        Due: {
            /** Format: date-time */
            due_at: string;
            /** Format: date-time */
            from: string;
            /** @description Whether the office is open at `from`. */
            is_open: boolean;
            minutes: number;
        };
        Duty: {
            /** Format: date-time */
            available_until: string | null;
            has_hours: boolean;
            /** @description May be given work now, by hand, hours and absences. */
            is_at_work: boolean;
            /** @description As said by hand. */
            is_available: boolean;
            /** Format: date-time */
            next_shift: string | null;
            /**
             * @description Why not.
             * @enum {string}
             */
            off: "nothing" | "hand" | "absence" | "shift" | "pause" | "silence";
            /** Format: date-time */
            restricted_until: string | null;
            /** @enum {string} */
            restriction: "none" | "high_and_urgent" | "only_urgent" | "nothing_new";
            /**
             * Format: date-time
             * @description Off: back then. At work: till then.
             */
            until: string | null;
        };
        EntityKind: {
            id: number;
            name: string;
            pattern: string;
            version: number;
        };
        EntityKindPage: {
            items: components["schemas"]["EntityKind"][];
            /** @description Address of the next page; null on the last one. */
            next: string | null;
        };
        EntityKindPatch: {
            /**
             * @description Its case does not matter.
             * @example Order
             */
            name?: string;
            /**
             * @description RE2 syntax; a group, if there is one, is the entity.
             * @example \bPO-(\d{6})\b
             */
            pattern?: string;
        };
        EntitySpan: {
            /** @description In Unicode code points. */
            begin: number;
            /** @description The first one behind it. */
            end: number;
            kind: components["schemas"]["Named"];
            text: string;
        };
        EntityTrial: {
            /**
             * @description RE2 syntax; a group, if there is one, is the entity.
             * @example \bPO-(\d{6})\b
             */
            pattern: string;
            text: string;
        };
        EntityTrialResult: {
            found: {
                /** @description In Unicode code points. */
                begin: number;
                /** @description The first one behind it. */
                end: number;
                text: string;
            }[];
        };
        ErasedFeedback: {
            removed: number;
        };
        Escalation: {
            /** Format: date-time */
            acknowledged_at: string | null;
            acknowledged_by: components["schemas"]["Named"] | null;
            /** @enum {string} */
            cause: "first_reply" | "solution" | "reply_promise" | "solution_promise" | "silence" | "next_reply" | "update" | "handover";
            chain: components["schemas"]["Named"] | null;
            /** Format: date-time */
            ended_at: string | null;
            id: number;
            /**
             * Format: date-time
             * @description When the next step is due; null: everybody was told.
             */
            next_at: string | null;
            /** @description The last share of a target's time that a chain told at. */
            percent: number | null;
            /** Format: date-time */
            silent_since: string | null;
            /** @enum {string} */
            start: "promise" | "warning" | "silence" | "breach" | "rung";
            /** Format: date-time */
            started_at: string;
            /** @enum {string} */
            state: "running" | "acknowledged" | "ended";
            ticket: {
                agent: components["schemas"]["Named"] | null;
                id: number;
                /** @enum {string} */
                priority: "low" | "normal" | "high" | "urgent";
                queue: components["schemas"]["Named"] | null;
                /** @enum {string} */
                status: "new" | "open" | "waiting" | "solved" | "closed";
                subject: string;
            };
            told: components["schemas"]["EscalationTold"][];
            /** @enum {string|null} */
            why_ended: "solved" | "replied" | "reassigned" | "acted" | "paused" | "no_chain" | "taken_back" | null;
        };
        EscalationChain: {
            id: number;
            is_default: boolean;
            is_round_the_clock: boolean;
            ladder: components["schemas"]["EscalationRung"][];
            name: string;
            policies: number[];
            queues: number[];
            repeats: number;
            round_minutes: number;
            silent_after_minutes: number;
            starts: ("promise" | "warning" | "silence" | "breach")[];
            steps: components["schemas"]["EscalationStep"][];
            taken_back_after_minutes: number;
            tells_subject: boolean;
            version: number;
        };
        EscalationChainPage: {
            items: components["schemas"]["EscalationChain"][];
            /** @description Address of the next page; null on the last one. */
            next: string | null;
        };
        EscalationChainPatch: {
            /**
             * @description For all tickets that no other chain is for; takes the place of the old one.
             * @example true
             */
            is_default?: boolean;
            /** @description false: only open time of the queue's calendar counts. */
            is_round_the_clock?: boolean;
            /**
             * @description Who is told when so much of a target's time is used, before anything is missed: each share once for each target, in ascending order.
             * @example [
             *       {
             *         "at_percent": 80,
             *         "to": "owner"
             *       }
             *     ]
             */
            ladder?: components["schemas"]["EscalationRung"][];
            /** @example Usual */
            name?: string;
            policies?: number[];
            /** @description Goes before policies, and these before the default. */
            queues?: number[];
            /** @description So many more rounds; at the end the admins are told. */
            repeats?: number;
            /** @description From the last step to the next round, or to the admins. */
            round_minutes?: number;
            /** @description Open time without an act of the owner. */
            silent_after_minutes?: number;
            /**
             * @description promise: a time that a customer was told is near. silence: the owner does nothing.
             * @example [
             *       "breach"
             *     ]
             */
            starts?: ("promise" | "warning" | "silence" | "breach")[];
            /**
             * @example [
             *       {
             *         "to": "owner",
             *         "after_minutes": 0
             *       },
             *       {
             *         "to": "lead",
             *         "after_minutes": 30
             *       }
             *     ]
             */
            steps?: components["schemas"]["EscalationStep"][];
            /** @description After the first warning the ticket leaves its silent owner; 0: never. */
            taken_back_after_minutes?: number;
            /** @description Webhooks are sent the subject of the ticket, too. */
            tells_subject?: boolean;
        };
        EscalationCounts: {
            all: number;
            /** @description That call you; counting ends at 100. */
            mine: number;
        };
        EscalationPage: {
            items: components["schemas"]["Escalation"][];
            /** @description Address of the next page; null on the last one. */
            next: string | null;
        };
        EscalationRung: {
            agents?: number[];
            /** @description Of the working time of a target; 100: the target itself. */
            at_percent: number;
            by_mail?: boolean;
            /** @enum {string} */
            to: "owner" | "lead" | "agent" | "on_call" | "webhook";
            /** @description Of a step to a webhook. */
            webhook?: number | null;
        };
        EscalationStep: {
            /** @description Since the start, without anybody saying that they look after it. */
            after_minutes: number;
            /** @description agent: the one person. on_call: by week from Monday, in turn. */
            agents?: number[];
            /** @description Beside the page of escalations, where it always stands; true if left out. */
            by_mail?: boolean;
            /**
             * @description lead: of the ticket's queue. webhook: a program, by HTTP.
             * @enum {string}
             */
            to: "owner" | "lead" | "agent" | "on_call" | "webhook";
            /** @description Of a step to a webhook. */
            webhook?: number | null;
        };
        EscalationTold: {
            agent: components["schemas"]["Named"] | null;
            /** Format: date-time */
            at: string;
            /** @description Of a target's time; null: a step after the start. */
            at_percent: number | null;
            by_mail: boolean;
            /**
             * @description Why this person was not told: the next one was, at once.
             * @enum {string|null}
             */
            passed_over: "nobody" | "disabled" | "absent" | "told" | null;
            /** @enum {string} */
            to: "owner" | "lead" | "agent" | "on_call" | "webhook" | "admins";
            webhook: components["schemas"]["Named"] | null;
        };
        Event: {
            /** @enum {string} */
            actor: "customer" | "agent" | "api" | "lotse";
            agent: components["schemas"]["Named"] | null;
            article: number | null;
            /** Format: date-time */
            at: string;
            changes: components["schemas"]["Change"][];
            data: {
                [key: string]: unknown;
            };
            id: number;
            /** @description false while Lotse has yet to decide what follows. */
            is_settled: boolean;
            /** @enum {string} */
            kind: "opened" | "customer_wrote" | "agent_replied" | "noted" | "updated" | "settled" | "timer_fired" | "notice_failed" | "settle_failed" | "reply_scheduled" | "reply_taken_back" | "forwarded" | "judged" | "escalation";
        };
        EventPage: {
            items: components["schemas"]["LiveEvent"][];
            /** @description To be given as after when asking again later. */
            last: number;
            next: string | null;
        };
        Evidence: {
            decided: string | null;
            id: number;
            is_audit: boolean;
            /** Format: date-time */
            made_at: string;
            model: string;
            /** @enum {string} */
            outcome: "open" | "right" | "wrong" | "unknown";
            score: number;
            /** Format: date-time */
            settled_at: string | null;
            /**
             * @description hidden: a blind decision, the only kind that proves.
             * @enum {string}
             */
            shown: "hidden" | "suggested" | "acted";
            ticket: number;
            value: string;
        };
        EvidencePage: {
            items: components["schemas"]["Evidence"][];
            /** @description Address of the next page; null on the last one. */
            next: string | null;
        };
        Factors: {
            passkeys: components["schemas"]["Passkey"][];
            recovery_codes_left: number;
            totp: {
                is_on: boolean;
                /** Format: date-time */
                since: string | null;
            };
        };
        Fairness: {
            all: {
                /** @description Of these loads: 0 all alike, near 1 one has everything. null below two people. */
                gini: number | null;
                /** @description The lowest share of hard tickets, and the highest, of people who got ten or more. */
                least_hard: number | null;
                /** @description Units in use over the capacity while at work; the mean of people. */
                load: number | null;
                most_hard: number | null;
                /** @description Of whom something is known. */
                people: number;
            };
            /** Format: date-time */
            from: string;
            /** @description By name. */
            people: components["schemas"]["FairnessOfPerson"][];
            teams: components["schemas"]["FairnessOfTeam"][];
            /** Format: date-time */
            until: string;
        };
        FairnessOfPerson: {
            agent: components["schemas"]["Named"] | null;
            /** @description Of these, given by a colleague; the rest routing gave. */
            chosen: number;
            /** @description Tickets, by all roads. */
            got: number;
            /** @description Of these, urgent or high as they came. */
            hard: number;
            hard_count: number;
            /** @description null: never seen at work. */
            load: number | null;
            /** @description Hard ones in a row. */
            longest: number;
            queues: number[];
            /** @description Of these, took themselves. */
            taken: number;
        };
        FairnessOfTeam: {
            /** @description Of these loads: 0 all alike, near 1 one has everything. null below two people. */
            gini: number | null;
            /** @description The lowest share of hard tickets, and the highest, of people who got ten or more. */
            least_hard: number | null;
            /** @description Units in use over the capacity while at work; the mean of people. */
            load: number | null;
            most_hard: number | null;
            /** @description Of whom something is known. */
            people: number;
            queue: components["schemas"]["Named"] | null;
        };
        Field: {
            /** @description And with these only, or those below; empty: with all. */
            categories: number[];
            id: number;
            /**
             * @description Stable: small letters, digits, '_', '-'.
             * @example office
             */
            key: string;
            /** @enum {string} */
            kind: "text" | "number" | "date" | "choice" | "tree" | "multi";
            /**
             * @description By language.
             * @example {
             *       "en": "Office",
             *       "de": "Standort"
             *     }
             */
            name: {
                [key: string]: string;
            };
            /** @description Of choice, tree and multi. */
            options: {
                /**
                 * @description By language.
                 * @example {
                 *       "en": "Office",
                 *       "de": "Standort"
                 *     }
                 */
                name?: {
                    [key: string]: string;
                };
                /** @description Stable; in a tree a path. */
                value: string;
            }[];
            /** @description Lower ones come first. */
            position: number;
            /** @description Shown in these only; empty: in all. */
            queues: number[];
            /**
             * @description From this step on it must be filled in.
             * @enum {string|null}
             */
            required_at: "solve" | "close" | null;
            /** @description Only while another field has one of these values. */
            shown_when: {
                /** @description Key of the other field. */
                field: string;
                values: string[];
            } | null;
            version: number;
        };
        FieldPage: {
            items: components["schemas"]["Field"][];
            /** @description Address of the next page; null on the last one. */
            next: string | null;
        };
        FieldPatch: {
            /** @description And with these only, or those below; empty: with all. */
            categories?: number[];
            /**
             * @description Stable: small letters, digits, '_', '-'.
             * @example office
             */
            key?: string;
            /** @enum {string} */
            kind?: "text" | "number" | "date" | "choice" | "tree" | "multi";
            /**
             * @description By language.
             * @example {
             *       "en": "Office",
             *       "de": "Standort"
             *     }
             */
            name?: {
                [key: string]: string;
            };
            /** @description Of choice, tree and multi. */
            options?: {
                /**
                 * @description By language.
                 * @example {
                 *       "en": "Office",
                 *       "de": "Standort"
                 *     }
                 */
                name?: {
                    [key: string]: string;
                };
                /** @description Stable; in a tree a path. */
                value: string;
            }[];
            /** @description Lower ones come first. */
            position?: number;
            /** @description Shown in these only; empty: in all. */
            queues?: number[];
            /**
             * @description From this step on it must be filled in.
             * @enum {string|null}
             */
            required_at?: "solve" | "close" | null;
            /** @description Only while another field has one of these values. */
            shown_when?: {
                /** @description Key of the other field. */
                field: string;
                values: string[];
            } | null;
        };
        FilledText: {
            language: string | null;
            text: string;
        };
        FirstSetup: {
            /**
             * @example {
             *       "name": "Anna Kowalska",
             *       "email": "anna@desk.example",
             *       "password": "a sentence that only Anna knows"
             *     }
             */
            admin: {
                email: string;
                name: string;
                /** @description At least 15 characters; a sentence is good. */
                password: string;
            };
            /** @description Load a desk with a story beside this one, to look at. */
            demo?: boolean;
            /** @example Example help desk */
            desk_name: string;
            /**
             * @description ISO 639-1 code of a language.
             * @example de
             */
            language?: string;
            /** @description The desk's address; then mail to others is refused from now on. */
            mail_from?: string;
            mailbox?: components["schemas"]["NewMailbox"];
            /**
             * @description Who must have a second factor; everybody if left out, the first admin included.
             * @enum {string}
             */
            second_factor?: "nobody" | "admins_and_leads" | "everybody";
            submission?: components["schemas"]["SubmissionPatch"];
            /**
             * @description Which queues to begin with.
             * @enum {string}
             */
            template?: "it" | "service" | "msp";
            time_zone?: string;
            /** @description Printed at the start, and in the file setup-token of the data folder. */
            token: string;
        };
        FoundTicket: {
            /**
             * @description Where the snippet stands.
             * @enum {string}
             */
            in: "subject" | "people" | "file" | "text";
            /** @description Comparable within one answer. 0: nothing was ranked. */
            score: number;
            snippet: {
                /** @description Where a word that was asked for begins and how long it is, in code points. */
                ranges: number[][];
                text: string;
            } | null;
            ticket: components["schemas"]["Ticket"];
        };
        Gate: {
            fields: components["schemas"]["GateField"][];
            is_stopped: boolean;
        };
        GateField: {
            /**
             * @description Of the tickets is decided blind, 0.03 to 1.
             * @example 0.1
             */
            audit_share: number;
            /**
             * @description Chance of granting a right wrongly, 0.001 to 0.2.
             * @example 0.05
             */
            delta: number;
            field: string;
            id: number;
            /** @description Act on nothing in this field. */
            is_stopped: boolean;
            /**
             * @description Wanted of what acts alone, 0.5 to 0.999.
             * @example 0.95
             */
            precision: number;
            /** @description Act before it is proven, marked so, audited all the same. */
            trusts_before_proof: boolean;
            values: components["schemas"]["GateValue"][];
            version: number;
        };
        GateFieldPatch: {
            /**
             * @description Of the tickets is decided blind, 0.03 to 1.
             * @example 0.1
             */
            audit_share?: number;
            /**
             * @description Chance of granting a right wrongly, 0.001 to 0.2.
             * @example 0.05
             */
            delta?: number;
            /** @description Act on nothing in this field. */
            is_stopped?: boolean;
            /**
             * @description Wanted of what acts alone, 0.5 to 0.999.
             * @example 0.95
             */
            precision?: number;
            /** @description Act before it is proven, marked so, audited all the same. */
            trusts_before_proof?: boolean;
        };
        GateMove: {
            /** Format: date-time */
            at: string;
            /** @description The counts at that moment. */
            evidence: unknown;
            field: string;
            /** @enum {string} */
            from: "shadow" | "suggest" | "automatic";
            id: number;
            precision_high: number | null;
            /** @description 95 % interval (Wilson); null without decisions. */
            precision_low: number | null;
            reason: string;
            /** @description Of them, how often triage had said the same. */
            right: number;
            /** @description Blind decisions that the right rested on, at that moment. */
            rows: number;
            /** @enum {string} */
            to: "shadow" | "suggest" | "automatic";
            value: string;
        };
        GateMovePage: {
            items: components["schemas"]["GateMove"][];
            /** @description Address of the next page; null on the last one. */
            next: string | null;
        };
        GateValue: {
            /** @description The confidence from which it acts alone; null unless automatic. */
            acts_from: number | null;
            /** @description How often the decision was among triage's first three. */
            among_three: number;
            /** @description Decisions by people who had not seen what triage said. */
            blind: number;
            model: string;
            /** @description About so many further blind decisions until the next claim; null: never at this rate, or nothing left to prove. */
            needed: number | null;
            precision_high: number;
            /** @description 95 % interval (Wilson). */
            precision_low: number;
            /** @description Of those, how often triage had said the same. */
            right: number;
            /** @description Of them at or above the threshold. */
            rows: number;
            /** Format: date-time */
            since: string;
            /** @enum {string} */
            stage: "shadow" | "suggest" | "automatic";
            /** @description Of the claim that counts: the lowest accepted, else the next. */
            threshold: number;
            /** Format: date-time */
            updated_at: string;
            value: string;
        };
        HandOver: {
            is_near: boolean;
            /** Format: date-time */
            next_shift: string | null;
            /** Format: date-time */
            shift_end: string | null;
            /** @description Needed before the next shift. */
            tickets: {
                has_note: boolean;
                /** Format: date-time */
                needed_by: string;
                ticket: {
                    id: number;
                    subject: string;
                };
            }[];
        };
        Health: {
            /** @description Addresses of holidays and absences that could not be read three times in a row or more, over all desks. */
            calendars_failing: number;
            /** @description What an acknowledged write survives. */
            durability: string;
            /** @enum {string} */
            engine: "sqlite" | "postgres";
            /**
             * @description Without one everything works by words.
             * @enum {string}
             */
            language_model: "absent" | "damaged" | "on";
            schema: number;
            /** @enum {string} */
            status: "ok";
            /** @description Mail that was given up, over all desks. */
            undelivered: number;
            version: string;
        };
        HolidayFile: {
            events: number;
            events_left_out: number;
            /** @description By date, each once: of this year and the two behind it. */
            holidays: {
                date: string;
                name: string;
            }[];
            /** @description The first twenty events that cannot be read, and why. */
            left_out: {
                line: number;
                text: string;
            }[];
            /** @description Of the calendar in the file, if it has one. */
            name: string;
            /** @description Events of hours; they are no holidays. */
            parts_of_days: number;
        };
        HolidayRegion: {
            code: string;
            name: string;
            own_name: string;
        };
        HolidayRegionPage: {
            items: components["schemas"]["HolidayRegion"][];
            /** @description Address of the next page; null on the last one. */
            next: string | null;
        };
        Hours: {
            /** @description false: no weekly hours; at work whenever they say so. */
            is_set: boolean;
            time_zone: string;
            version: number;
            /** @description A day that is left out is free. */
            week: {
                friday?: string[][];
                monday?: string[][];
                saturday?: string[][];
                sunday?: string[][];
                thursday?: string[][];
                tuesday?: string[][];
                wednesday?: string[][];
            };
        };
        HumanAgreement: {
            fields: components["schemas"]["Agreement"][];
            people: components["schemas"]["AgreementPerson"][];
            price: components["schemas"]["BlindPrice"];
        };
        IssuedToken: {
            agent: number | null;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            expires_at: string | null;
            id: number;
            /**
             * Format: date-time
             * @description To the hour.
             */
            last_used_at: string | null;
            name: string;
            /** Format: date-time */
            revoked_at: string | null;
            scopes: string[];
            /** @description The text. It is shown this once. */
            token: string;
        };
        IssuedWebhook: {
            id: number;
            is_enabled: boolean;
            /** Format: date-time */
            made_at: string;
            name: string;
            /** @description What signs the calls. It is shown this once. */
            secret: string;
            url: string;
            version: number;
        };
        Job: {
            /** Format: date-time */
            created_at: string;
            /** @description Tickets that were looked at, whatever came of it. */
            done: number;
            failed: number;
            /** Format: date-time */
            finished_at: string | null;
            id: number;
            /** @enum {string} */
            kind: "bulk" | "reversal" | "label_undo";
            reversed_by: number | null;
            reverses: number | null;
            /** @enum {string} */
            state: "waiting" | "running" | "done";
            total: number;
        };
        JobItem: {
            code: string | null;
            /** @description Why not. */
            message: string | null;
            /**
             * @description skipped: there was nothing to change.
             * @enum {string}
             */
            state: "waiting" | "done" | "skipped" | "failed";
            ticket: number;
        };
        JobItemPage: {
            items: components["schemas"]["JobItem"][];
            /** @description Address of the next page; null on the last one. */
            next: string | null;
        };
        Label: {
            abstains: boolean;
            /** @description Best first, the value itself included. */
            alternatives: {
                confidence: number;
                value: string;
            }[];
            because: components["schemas"]["Because"];
            confidence: number | null;
            /** @description Of sentiment: where the newest message says so, in Unicode code points. */
            evidence: {
                begin: number;
                end: number;
            }[];
            /** @enum {string} */
            field: "language" | "category" | "type" | "impact" | "urgency" | "priority" | "sentiment";
            /** @description Of language, where a message has several: which part of the newest message is in which, in code points, and how each part begins. */
            parts: {
                begin: number;
                end: number;
                language: string | null;
                opening: string;
            }[];
            /** @description null where triage abstains; because tells why. */
            value: string | null;
        };
        LabelAnswer: {
            /** @description As it was given with the ticket. */
            claim: number;
            /** @enum {string} */
            field: "category" | "type" | "impact" | "urgency";
            /** @description A category's key, or one of the field's words. */
            value: string;
        };
        LabelChoice: {
            /** @description Of triage; null for a blind ticket. */
            confidence: number | null;
            /** @description Of a category. */
            name: string | null;
            value: string;
        };
        LabelClaim: {
            /** @description null: nothing waits. */
            task: components["schemas"]["LabelTask"] | null;
        };
        LabelCount: {
            count: number;
            is_exact: boolean;
        };
        LabelDone: {
            decision: number;
            /** @description What is left to decide of the same ticket. */
            task: components["schemas"]["LabelTask"] | null;
        };
        LabelField: {
            /** @description For a blind ticket the same and in the same order for every ticket. */
            choices: components["schemas"]["LabelChoice"][];
            /** @enum {string} */
            field: "category" | "type" | "impact" | "urgency";
            /** @description What the ticket has now; null: nothing, or kept back. */
            standing: string | null;
        };
        LabelRequest: {
            /** Format: date-time */
            asked_at: string;
            /** @description Who has it at this moment. */
            claimed_by: string | null;
            /** Format: date-time */
            created_at: string;
            fields: ("category" | "type" | "impact" | "urgency")[];
            is_skipped: boolean;
            subject: string;
            ticket: number;
            /** @description Of a decision, 0 to 3: what the list is ordered by. */
            value: number;
            /**
             * @description blind: nobody may see what triage said, so the answer is evidence; unsure: triage wavers between two values; silent: triage would not say.
             * @enum {string}
             */
            why: "blind" | "unsure" | "silent";
        };
        LabelRequestPage: {
            items: components["schemas"]["LabelRequest"][];
            /** @description Address of the next page; null on the last one. */
            next: string | null;
        };
        LabelSkip: {
            /** @description As it was given with the ticket. */
            claim: number;
        };
        LabelTakenBack: {
            task: components["schemas"]["LabelTask"];
        };
        LabelTask: {
            /** @description Goes with the decision. */
            claim: number;
            /** Format: date-time */
            claimed_until: string;
            /** Format: date-time */
            created_at: string;
            customer: string;
            /** @description Still to be decided, nearest to a right first. */
            fields: components["schemas"]["LabelField"][];
            language: string | null;
            /** @description The newest of the customer's messages, if there is another. */
            later_text: string | null;
            organization: string | null;
            subject: string;
            /** @description The customer's first message. */
            text: string;
            ticket: number;
            value: number;
            /**
             * @description blind: nobody may see what triage said, so the answer is evidence; unsure: triage wavers between two values; silent: triage would not say.
             * @enum {string}
             */
            why: "blind" | "unsure" | "silent";
        };
        LabelUndo: {
            /** @description Instead of what triage set: what this person decided. */
            agent?: number;
            /**
             * @description Only this one.
             * @enum {string}
             */
            field?: "category" | "type" | "impact" | "urgency";
            /**
             * Format: date-time
             * @description Set, or decided, at this time or later.
             */
            from?: string;
            /** @description Only what this model set; as the gate names it. */
            model?: string;
            /** Format: date-time */
            until?: string;
        };
        LabelUndoPreview: {
            /** @description Only the newest 10,000 of a field were looked at; ask again for the others. */
            is_more: boolean;
            /** @description That would go back, at most. */
            labels: number;
            tickets: number;
            /** @description Left alone: people have confirmed or changed them since. */
            touched: number;
        };
        Links: {
            links: components["schemas"]["TicketLink"][];
        };
        ListedCustomer: {
            /** Format: date-time */
            created_at: string;
            email: string | null;
            id: number;
            /**
             * @description ISO 639-1 code of a language.
             * @example de
             */
            language: string | null;
            name: string;
            organization: number | null;
            organization_name: string | null;
            phone: string | null;
            time_zone: string | null;
            version: number;
        };
        LiveEvent: {
            actor: string;
            agent: number | null;
            article: number | null;
            /** Format: date-time */
            at: string;
            id: number;
            kind: string;
            /** @description In the stream; what after and Last-Event-ID mean. */
            position: number;
            ticket: number;
        };
        LivePlace: {
            /** @description To be given as last_event_id. */
            last: number;
        };
        Login: {
            /** @description The desk's name in addresses; the first one if left out. */
            desk?: string;
            /** @example anna@desk.example */
            email: string;
            /** @example a sentence that only Anna knows */
            password: string;
        };
        LostLetter: {
            /** Format: date-time */
            created_at: string;
            id: number;
            /** @enum {string} */
            kind: "password_reset" | "invitation" | "sign_in_link" | "desk_test" | "gathered_calls";
            /** @description What the mail server said. */
            reason: string;
            subject: string;
            to: string;
            tries: number;
        };
        LostLetterPage: {
            items: components["schemas"]["LostLetter"][];
            /** @description Address of the next page; null on the last one. */
            next: string | null;
        };
        Macro: {
            changes: components["schemas"]["TicketPatch"];
            id: number;
            name: string;
            note: {
                /** @description With placeholders. */
                text: string;
            } | null;
            queues: number[];
            reply: {
                /** @description A canned answer, instead of texts. */
                answer?: number;
                /** @description By language: {"en": "..."}. Placeholders as {{customer.name}}. */
                texts?: {
                    [key: string]: string;
                };
                /**
                 * @description Status afterwards; waiting if left out, or solved where the changes say so.
                 * @enum {string}
                 */
                then?: "open" | "waiting" | "solved";
            } | null;
            takes: boolean;
            version: number;
        };
        MacroDone: {
            changes: components["schemas"]["Change"][];
            /** @description Of the step that stands for all of it: its reversal takes all of it back. */
            event: number;
            note: {
                article: number;
            } | null;
            reply: {
                article: number;
                /** Format: date-time */
                sending_at: string | null;
            } | null;
            ticket: number;
            version: number;
        };
        MacroPage: {
            items: components["schemas"]["Macro"][];
            /** @description Address of the next page; null on the last one. */
            next: string | null;
        };
        MacroPatch: {
            /**
             * @example {
             *       "status": "solved"
             *     }
             */
            changes?: components["schemas"]["TicketPatch"] | null;
            /** @example Not for us */
            name?: string;
            note?: {
                /** @description With placeholders. */
                text: string;
            } | null;
            /** @description Where it is offered; none: everywhere. */
            queues?: number[];
            /**
             * @example {
             *       "texts": {
             *         "en": "Hello {{customer.first_name}}, ..."
             *       }
             *     }
             */
            reply?: {
                /** @description A canned answer, instead of texts. */
                answer?: number;
                /** @description By language: {"en": "..."}. Placeholders as {{customer.name}}. */
                texts?: {
                    [key: string]: string;
                };
                /**
                 * @description Status afterwards; waiting if left out, or solved where the changes say so.
                 * @enum {string}
                 */
                then?: "open" | "waiting" | "solved";
            } | null;
            /** @description Who uses it becomes the ticket's owner. */
            takes?: boolean;
        };
        MacroUse: {
            hold_seconds?: number;
            /** @description The newest message that you saw: refused if others wrote since, and the macro answers. */
            seen_article?: number;
        };
        MadePasskey: {
            passkey: components["schemas"]["Passkey"];
            /** @description Shown once; null where there were some already. */
            recovery_codes: string[] | null;
        };
        Mailbox: {
            /** @example support@example.org */
            address: string;
            /**
             * @description What becomes of stored mail on the server.
             * @enum {string}
             */
            after: "seen" | "move";
            /** @enum {string} */
            auth: "plain" | "login" | "xoauth2";
            folder: string;
            has_password: boolean;
            /**
             * @description IMAP server; "" only receives by SMTP.
             * @example imap.example.org
             */
            host: string;
            id: number;
            is_enabled: boolean;
            move_to: string;
            port: number;
            /** @description Where its mail lands; else triage decides. */
            queue: number | null;
            /**
             * @description none only to this machine.
             * @enum {string}
             */
            security: "tls" | "starttls" | "none";
            /** @example support@example.org */
            user: string;
            version: number;
        };
        MailboxPage: {
            items: components["schemas"]["Mailbox"][];
            /** @description Address of the next page; null on the last one. */
            next: string | null;
        };
        MailboxPatch: {
            /** @example support@example.org */
            address?: string;
            /**
             * @description What becomes of stored mail on the server.
             * @enum {string}
             */
            after?: "seen" | "move";
            /** @enum {string} */
            auth?: "plain" | "login" | "xoauth2";
            folder?: string;
            /**
             * @description IMAP server; "" only receives by SMTP.
             * @example imap.example.org
             */
            host?: string;
            is_enabled?: boolean;
            move_to?: string;
            /** @description Or the OAuth token. Goes in and never comes out. */
            password?: string;
            port?: number;
            /** @description Where its mail lands; else triage decides. */
            queue?: number | null;
            /**
             * @description none only to this machine.
             * @enum {string}
             */
            security?: "tls" | "starttls" | "none";
            /** @example support@example.org */
            user?: string;
        };
        MailTest: {
            /** @description Every step is. */
            is_well: boolean;
            steps: {
                /** @description The mail server's own words. */
                answer: string | null;
                /**
                 * @description The same, for a sentence of your own.
                 * @example imap.login
                 */
                code: string | null;
                /** @description null: it was not tried. */
                is_well: boolean | null;
                /** @description What went wrong, in words. */
                says: string;
                /** @enum {string} */
                step: "smtp_connect" | "smtp_send" | "imap_connect" | "imap_folder" | "arrived";
            }[];
        };
        /** @description By impact, then by urgency. */
        Matrix: {
            /** @description By urgency. */
            high: {
                /** @enum {string} */
                high: "low" | "normal" | "high" | "urgent";
                /** @enum {string} */
                low: "low" | "normal" | "high" | "urgent";
                /** @enum {string} */
                medium: "low" | "normal" | "high" | "urgent";
            };
            /** @description By urgency. */
            low: {
                /** @enum {string} */
                high: "low" | "normal" | "high" | "urgent";
                /** @enum {string} */
                low: "low" | "normal" | "high" | "urgent";
                /** @enum {string} */
                medium: "low" | "normal" | "high" | "urgent";
            };
            /** @description By urgency. */
            medium: {
                /** @enum {string} */
                high: "low" | "normal" | "high" | "urgent";
                /** @enum {string} */
                low: "low" | "normal" | "high" | "urgent";
                /** @enum {string} */
                medium: "low" | "normal" | "high" | "urgent";
            };
        };
        Mention: {
            article: number;
            /** Format: date-time */
            at: string;
            by: components["schemas"]["Named"] | null;
            excerpt: string;
            id: number;
            /** Format: date-time */
            read_at: string | null;
            ticket: {
                id: number;
                subject: string;
            };
        };
        MentionPage: {
            items: components["schemas"]["Mention"][];
            /** @description Address of the next page; null on the last one. */
            next: string | null;
        };
        MentionReading: {
            up_to: number;
        };
        Merge: {
            /** @description Messages that moved. */
            articles: number;
            into: number;
            ticket: number;
        };
        Model: {
            accuracy: number | null;
            /** Format: date-time */
            at: string;
            /** @description Of the model that served then. */
            before: number | null;
            /** @description It was fitted on; null: not known. */
            examples: number | null;
            /** @description Labels of recent tickets that neither model had seen; they judged. */
            held_out: number | null;
            id: number;
            /** @description May serve again. */
            is_kept: boolean;
            is_serving: boolean;
            /** @description Less is better; the new one must be better here and not worse above. */
            log_loss: number | null;
            log_loss_before: number | null;
            /** @description What the vectors of a language model brought to the category, on tickets that it had not learned; null: there were none. */
            meaning: {
                accuracy: number;
                accuracy_by_words: number;
                held_out: number;
                log_loss: number;
                log_loss_by_words: number;
                /** @description 0..1: the part of the meaning in what is said; 0: words alone do as well. */
                share: number;
            } | null;
            scores: components["schemas"]["ModelScore"][];
            version: string;
            /** @description Over the model that served then; it served from then on. */
            won: boolean;
        };
        ModelHistory: {
            /** @description Learned one by one since. */
            corrections: number;
            items: components["schemas"]["Model"][];
            /** @description Reads the meaning of messages; optional. */
            language_model: {
                /** @description What is wrong with it, and what to do. */
                says: string | null;
                /** @enum {string} */
                state: "absent" | "damaged" | "on";
                /** @description About so many tickets it has not read yet. */
                unread: number;
                version: string | null;
            };
            /** @description The model that serves was chosen by a person: the nightly fit replaces it only where it is clearly better on at least 50 tickets that were decided since. */
            pin: {
                /**
                 * Format: date-time
                 * @description When a person went back to it.
                 */
                at: string;
                /** @description Who; null: a program. */
                by: string | null;
                version: string;
            } | null;
            /** @description Version; "keywords" without any. */
            serving: string;
        };
        ModelScore: {
            accuracy: number | null;
            /** @description Accuracy of the model that served then, on the same tickets. */
            before: number | null;
            /** @description Expected calibration error, 15 bins. */
            ece: number | null;
            /** @enum {string} */
            field: "category" | "type";
            held_out: number;
            macro_f1: number | null;
        };
        Named: {
            id: number;
            name: string;
        };
        NamedCategory: {
            id: number;
            key: string;
            name: string;
        };
        NewAbsence: {
            /**
             * @description A date, or a date and a time of the person's own clock.
             * @example 2026-06-01
             */
            from: string;
            /** @enum {string} */
            kind: "holiday" | "sick" | "training" | "other";
            note?: string;
            /**
             * @description The last day, or a time: 2026-06-01T12:00 ends at noon.
             * @example 2026-06-01
             */
            until: string;
        };
        NewAgent: {
            /** @description Units at once: an open ticket takes one, unless the desk's routing rules say otherwise of its channel. 0: nothing. */
            capacity?: number;
            /**
             * @description Open tickets of one channel at once, at most; without a number no limit but the capacity. Taken as a whole.
             * @example {
             *       "phone": 2,
             *       "email": 8
             *     }
             */
            channel_limits?: {
                api?: number | null;
                chat?: number | null;
                email?: number | null;
                monitoring?: number | null;
                phone?: number | null;
                portal?: number | null;
            };
            /** @example anna@desk.example */
            email: string;
            is_available?: boolean;
            is_disabled?: boolean;
            languages?: string[];
            /** @example Anna Kowalska */
            name: string;
            /** @description At least 15 characters. Goes in and never comes out; ends the agent's sessions. */
            password?: string;
            /** @description Whose tickets this agent takes. */
            queues?: number[];
            /**
             * @description agent if left out.
             * @enum {string}
             */
            role?: "admin" | "lead" | "agent" | "light_agent" | "auditor";
            skills?: {
                level: number;
                name: string;
            }[];
        };
        NewAnswer: {
            /** @example Ask for a restart */
            name: string;
            /** @description Where it is offered; none: everywhere. */
            queues?: number[];
            /** @example restart */
            shortcut?: string | null;
            /**
             * @description By language: {"en": "..."}. Placeholders as {{customer.name}}.
             * @example {
             *       "en": "Hello {{customer.first_name}}, ..."
             *     }
             */
            texts: {
                [key: string]: string;
            };
        };
        NewBlockedPair: {
            /** @description Who never gets these tickets. */
            agent: number;
            /** @description Of this customer; or name an organization. */
            customer?: number | null;
            /** @description Of everybody in this firm. */
            organization?: number | null;
            /**
             * @description For admins and leads.
             * @example They are married.
             */
            reason: string;
        };
        NewBreachReasons: {
            /**
             * @example [
             *       {
             *         "key": "supplier"
             *       },
             *       {
             *         "name": "Strike"
             *       }
             *     ]
             */
            items: {
                /** @description true if left out. What was said stays readable. */
                is_offered?: boolean;
                /**
                 * @description Of a known one; left out for a new one.
                 * @example supplier
                 */
                key?: string | null;
                /** @description null: the pages have a text for the first six, in the reader's language. */
                name?: string | null;
                /** @description Whoever says so must add a few words. */
                wants_remark?: boolean;
            }[];
        };
        NewBulk: {
            changes: components["schemas"]["TicketPatch"];
            tickets: number[];
        };
        NewCalendar: {
            /** @description Closed all day, or for the part that is named. */
            holidays?: {
                /**
                 * @description The part of the day that is closed; without it the whole day.
                 * @example [
                 *       "09:00",
                 *       "12:30"
                 *     ]
                 */
                closed?: string[] | null;
                /** @example 2026-12-25 */
                date: string;
                name: string;
            }[];
            /** @example Office hours */
            name: string;
            /** @description Whose public holidays are closed, too. */
            regions?: string[];
            /**
             * @description IANA name.
             * @example Europe/Berlin
             */
            time_zone: string;
            /** @description A day that is left out is closed. */
            week: {
                friday?: string[][];
                monday?: string[][];
                saturday?: string[][];
                sunday?: string[][];
                thursday?: string[][];
                tuesday?: string[][];
                wednesday?: string[][];
            };
            /** @description Dates that are open though a region or the calendar's address closes them. */
            worked?: string[];
        };
        NewCalendarFeed: {
            /**
             * @description webcal: is read by https. The audit list does not keep it.
             * @example https://calendar.example/holidays.ics
             */
            private_url: string;
        };
        NewCategory: {
            /**
             * @description Stable: small letters, digits, '.', '_', '-'.
             * @example printing
             */
            key: string;
            /**
             * @description Words and phrases by language (en, de, pl, or * for every one) that point here before there is history. "drucker*" is the beginning of a word.
             * @example {
             *       "en": [
             *         "printer",
             *         "paper jam"
             *       ],
             *       "de": [
             *         "drucker*"
             *       ]
             *     }
             */
            keywords?: {
                [key: string]: string[];
            };
            /** @example Printing */
            name: string;
            parent?: number | null;
            /** @description Where its tickets go. */
            queue?: number | null;
            skills?: string[];
        };
        NewChecklistItem: {
            /** @example Order the spare part */
            text: string;
        };
        NewCustomer: {
            /** @example anna@example.org */
            email?: string | null;
            /**
             * @description ISO 639-1 code of a language.
             * @example de
             */
            language?: string | null;
            /** @example Anna Kowalska */
            name: string;
            /** @description Left out, the e-mail domain decides. */
            organization?: number | null;
            phone?: string | null;
            /** @example Europe/Warsaw */
            time_zone?: string | null;
        };
        NewEntityKind: {
            /**
             * @description Its case does not matter.
             * @example Order
             */
            name: string;
            /**
             * @description RE2 syntax; a group, if there is one, is the entity.
             * @example \bPO-(\d{6})\b
             */
            pattern: string;
        };
        NewEscalationChain: {
            /**
             * @description For all tickets that no other chain is for; takes the place of the old one.
             * @example true
             */
            is_default?: boolean;
            /** @description false: only open time of the queue's calendar counts. */
            is_round_the_clock?: boolean;
            /**
             * @description Who is told when so much of a target's time is used, before anything is missed: each share once for each target, in ascending order.
             * @example [
             *       {
             *         "at_percent": 80,
             *         "to": "owner"
             *       }
             *     ]
             */
            ladder?: components["schemas"]["EscalationRung"][];
            /** @example Usual */
            name: string;
            policies?: number[];
            /** @description Goes before policies, and these before the default. */
            queues?: number[];
            /** @description So many more rounds; at the end the admins are told. */
            repeats?: number;
            /** @description From the last step to the next round, or to the admins. */
            round_minutes?: number;
            /** @description Open time without an act of the owner. */
            silent_after_minutes?: number;
            /**
             * @description promise: a time that a customer was told is near. silence: the owner does nothing.
             * @example [
             *       "breach"
             *     ]
             */
            starts: ("promise" | "warning" | "silence" | "breach")[];
            /**
             * @example [
             *       {
             *         "to": "owner",
             *         "after_minutes": 0
             *       },
             *       {
             *         "to": "lead",
             *         "after_minutes": 30
             *       }
             *     ]
             */
            steps: components["schemas"]["EscalationStep"][];
            /** @description After the first warning the ticket leaves its silent owner; 0: never. */
            taken_back_after_minutes?: number;
            /** @description Webhooks are sent the subject of the ticket, too. */
            tells_subject?: boolean;
        };
        NewField: {
            /** @description And with these only, or those below; empty: with all. */
            categories?: number[];
            /**
             * @description Stable: small letters, digits, '_', '-'.
             * @example office
             */
            key: string;
            /** @enum {string} */
            kind: "text" | "number" | "date" | "choice" | "tree" | "multi";
            /**
             * @description By language.
             * @example {
             *       "en": "Office",
             *       "de": "Standort"
             *     }
             */
            name: {
                [key: string]: string;
            };
            /** @description Of choice, tree and multi. */
            options?: {
                /**
                 * @description By language.
                 * @example {
                 *       "en": "Office",
                 *       "de": "Standort"
                 *     }
                 */
                name?: {
                    [key: string]: string;
                };
                /** @description Stable; in a tree a path. */
                value: string;
            }[];
            /** @description Lower ones come first. */
            position?: number;
            /** @description Shown in these only; empty: in all. */
            queues?: number[];
            /**
             * @description From this step on it must be filled in.
             * @enum {string|null}
             */
            required_at?: "solve" | "close" | null;
            /** @description Only while another field has one of these values. */
            shown_when?: {
                /** @description Key of the other field. */
                field: string;
                values: string[];
            } | null;
        };
        NewForward: {
            /** @description Messages of the ticket, in this order. */
            articles: number[];
            /** @description Files of the ticket. */
            attachments?: number[];
            cc?: {
                /** @example anna@example.org */
                address: string;
                name?: string;
            }[];
            /** @description Can be taken back so long; the desk's if left out. */
            hold_seconds?: number;
            /** @description Cleaned before it is stored; text is made from it if left out. */
            html?: string;
            /**
             * Format: date-time
             * @description Goes out then, and can be taken back until then.
             */
            send_at?: string;
            /** @example Hello Anna, the printer works again. */
            text?: string;
            to: {
                /** @example anna@example.org */
                address: string;
                name?: string;
            }[];
            uploads?: number[];
        };
        NewHours: {
            /**
             * @description IANA name, of the person's own clock.
             * @example Europe/Berlin
             */
            time_zone: string;
            /** @description A day that is left out is free. */
            week: {
                friday?: string[][];
                monday?: string[][];
                saturday?: string[][];
                sunday?: string[][];
                thursday?: string[][];
                tuesday?: string[][];
                wednesday?: string[][];
            };
        };
        NewLink: {
            /**
             * @description What the other is to this one; a duplicate is of the other.
             * @enum {string}
             */
            kind: "related" | "duplicate" | "parent";
        };
        NewMacro: {
            /**
             * @example {
             *       "status": "solved"
             *     }
             */
            changes?: components["schemas"]["TicketPatch"] | null;
            /** @example Not for us */
            name: string;
            note?: {
                /** @description With placeholders. */
                text: string;
            } | null;
            /** @description Where it is offered; none: everywhere. */
            queues?: number[];
            /**
             * @example {
             *       "texts": {
             *         "en": "Hello {{customer.first_name}}, ..."
             *       }
             *     }
             */
            reply?: {
                /** @description A canned answer, instead of texts. */
                answer?: number;
                /** @description By language: {"en": "..."}. Placeholders as {{customer.name}}. */
                texts?: {
                    [key: string]: string;
                };
                /**
                 * @description Status afterwards; waiting if left out, or solved where the changes say so.
                 * @enum {string}
                 */
                then?: "open" | "waiting" | "solved";
            } | null;
            /** @description Who uses it becomes the ticket's owner. */
            takes?: boolean;
        };
        NewMailbox: {
            /** @example support@example.org */
            address: string;
            /**
             * @description What becomes of stored mail on the server.
             * @enum {string}
             */
            after?: "seen" | "move";
            /** @enum {string} */
            auth?: "plain" | "login" | "xoauth2";
            folder?: string;
            /**
             * @description IMAP server; "" only receives by SMTP.
             * @example imap.example.org
             */
            host?: string;
            is_enabled?: boolean;
            move_to?: string;
            /** @description Or the OAuth token. Goes in and never comes out. */
            password?: string;
            port?: number;
            /** @description Where its mail lands; else triage decides. */
            queue?: number | null;
            /**
             * @description none only to this machine.
             * @enum {string}
             */
            security?: "tls" | "starttls" | "none";
            /** @example support@example.org */
            user?: string;
        };
        NewMerge: {
            into: number;
        };
        NewNote: {
            /** @description Uploads. */
            attachments?: number[];
            draft_revision?: number;
            html?: string;
            /** @example Called back. @anna.kowalska has the spare part. */
            text?: string;
        };
        NewOrganization: {
            /**
             * @description Customers with such an address belong to it.
             * @example [
             *       "example.org"
             *     ]
             */
            domains?: string[];
            is_vip?: boolean;
            /** @example Example Ltd */
            name: string;
            /** @description Its own targets. */
            policy?: number | null;
            /** @description Its tickets go here first. */
            queue?: number | null;
        };
        NewPasskey: {
            /** @description PublicKeyCredential.toJSON(). */
            credential: {
                [key: string]: unknown;
            };
            /** @example Laptop */
            name: string;
            ticket: string;
        };
        NewPolicy: {
            calendar: number;
            /** @description Which tickets it is for. The first policy by position whose conditions all hold is taken. A policy that an organization names goes first; one without any condition is taken only so, or as the default. */
            conditions?: {
                /** @description Any of these or what hangs below; any at all if empty. */
                categories?: number[];
                /** @description Any of these; any at all if empty. */
                organizations?: number[];
                /** @description Any of these; any at all if empty. */
                queues?: number[];
            };
            /** @description For every ticket that no other policy is for. */
            is_default?: boolean;
            /** @example Standard */
            name: string;
            /** @description The lower is asked first; equal ones by age. */
            position?: number;
            /** @description By priority. */
            targets?: {
                high?: {
                    /** @description Business minutes; null for no target. */
                    first_reply_minutes: number | null;
                    /** @description To a customer who wrote again; business minutes, null for no target. */
                    next_reply_minutes?: number | null;
                    /** @description Business minutes; null for no target. */
                    solution_minutes: number | null;
                    /** @description At the latest after so many business minutes the customer hears something; null for no target. */
                    update_minutes?: number | null;
                };
                low?: {
                    /** @description Business minutes; null for no target. */
                    first_reply_minutes: number | null;
                    /** @description To a customer who wrote again; business minutes, null for no target. */
                    next_reply_minutes?: number | null;
                    /** @description Business minutes; null for no target. */
                    solution_minutes: number | null;
                    /** @description At the latest after so many business minutes the customer hears something; null for no target. */
                    update_minutes?: number | null;
                };
                normal?: {
                    /** @description Business minutes; null for no target. */
                    first_reply_minutes: number | null;
                    /** @description To a customer who wrote again; business minutes, null for no target. */
                    next_reply_minutes?: number | null;
                    /** @description Business minutes; null for no target. */
                    solution_minutes: number | null;
                    /** @description At the latest after so many business minutes the customer hears something; null for no target. */
                    update_minutes?: number | null;
                };
                urgent?: {
                    /** @description Business minutes; null for no target. */
                    first_reply_minutes: number | null;
                    /** @description To a customer who wrote again; business minutes, null for no target. */
                    next_reply_minutes?: number | null;
                    /** @description Business minutes; null for no target. */
                    solution_minutes: number | null;
                    /** @description At the latest after so many business minutes the customer hears something; null for no target. */
                    update_minutes?: number | null;
                };
            };
        };
        NewQueue: {
            /**
             * @description Mail to it lands here.
             * @example printing@desk.example
             */
            address?: string | null;
            /**
             * @description push: a ticket gets its owner when it comes, by load. pull: it waits in the pool until somebody is free. push if left out.
             * @enum {string}
             */
            assignment?: "push" | "pull";
            /** @description Its own hours; else those of the policy. */
            calendar?: number | null;
            /** @description Business minutes of the queue's own calendar until somebody of its team must have acted on a ticket that came in; 0, or left out: no such target. */
            handover_minutes?: number;
            /** @description pull: whoever owns fewer open tickets is given the next one; 0: only who asks for it. 1 if left out. */
            hands_out_below?: number;
            /** @description false: who does not speak the customer's language may take it, too, after those who do. true if left out. */
            language_is_required?: boolean;
            /** @description The agent who hears of missed targets. */
            lead?: number | null;
            /** @example Printing */
            name: string;
            /** @description Whoever has them is quicker with its tickets. */
            preferred_skills?: string[];
            /** @description Wanted of whoever takes its tickets. */
            skills?: string[];
        };
        NewQueueRoutingRule: {
            /** @description Then also who does not speak the language; 0: never. */
            language_soft_after_minutes?: number;
            /** @description Who helps when something waits. */
            overflow?: components["schemas"]["OverflowStep"][];
            /** @description Every hour, work that nobody has begun may be dealt out anew. */
            rebalances_hourly?: boolean;
            /**
             * @description Whom a new ticket goes back to, where somebody served this customer or firm before. thread: whoever had the closed ticket that it follows, which the others mean, too.
             * @enum {string}
             */
            sticky?: "none" | "requester" | "organization" | "thread";
            /**
             * @description That one gives way to who has so many open tickets fewer.
             * @example 2
             */
            sticky_extra?: number;
        };
        NewRebalance: {
            moves: {
                /** @description Its owner in the plan; null: it waits. */
                from: number | null;
                ticket: number;
                to: number;
            }[];
            /** @description Only its tickets. */
            queue?: number;
        };
        NewReply: {
            /** @description Uploads. */
            attachments?: number[];
            cc?: {
                /** @example anna@example.org */
                address: string;
                name?: string;
            }[];
            /** @description Of the draft that is sent: refused if it is another. */
            draft_revision?: number;
            /** @description Can be taken back so long; the desk's if left out. */
            hold_seconds?: number;
            /** @description Cleaned before it is stored; text is made from it if left out. */
            html?: string;
            /** @description The newest message that the writer saw: refused if others wrote since. */
            seen_article?: number;
            /**
             * Format: date-time
             * @description Goes out then, and can be taken back until then.
             */
            send_at?: string;
            /** @example Hello Anna, the printer works again. */
            text?: string;
            /**
             * @description Status afterwards; waiting if left out.
             * @enum {string}
             */
            then?: "open" | "waiting" | "solved";
            /** @description The customer if left out. */
            to?: {
                /** @example anna@example.org */
                address: string;
                name?: string;
            }[];
        };
        NewShift: {
            /** @description From and to, by the clock of whoever has the shift. A gap is a break. A night ends on the next day: ["22:00", "06:00"]. */
            hours: string[][];
            /** @example Early */
            name: string;
        };
        /**
         * @example {
         *       "what": {
         *         "volume": [
         *           {
         *             "factor": 1.2
         *           }
         *         ]
         *       }
         *     }
         */
        NewSimulation: {
            /** @description To come. Without it: 30. */
            days?: number;
            /** @description Without it: 200. */
            runs?: number;
            /** @description The same question and seed give the same answer. */
            seed?: number;
            /** @description Of history. Without it: 12. The last four are the test. */
            weeks?: number;
            /** @description Nothing in it: the days as they would be. */
            what?: components["schemas"]["WhatIf"];
        };
        NewSplit: {
            /** @description Those that move; at least one stays. */
            articles: number[];
            /** @description Of the new ticket; that of the old one if left out. */
            subject?: string;
        };
        NewTag: {
            /** @enum {string} */
            colour?: "grey" | "red" | "orange" | "yellow" | "green" | "teal" | "blue" | "purple" | "pink";
            /**
             * @description Without comma; its case does not matter.
             * @example vip
             */
            name: string;
        };
        NewTicket: {
            attachments?: {
                /** @description The bytes as base64. */
                content: string;
                content_type?: string;
                name: string;
            }[];
            /** @description Its key or its id. */
            category?: string | number;
            /** @enum {string} */
            channel?: "api" | "phone" | "portal";
            /**
             * @description Either an id, or an address that is found or made.
             * @example {
             *       "email": "anna@example.org",
             *       "name": "Anna Kowalska"
             *     }
             */
            customer?: {
                email?: string;
                id?: number;
                name?: string;
            };
            /**
             * @description ISO 639-1 code of a language.
             * @example de
             */
            language?: string;
            phone?: string;
            /** @enum {string} */
            priority?: "low" | "normal" | "high" | "urgent";
            queue?: number;
            /** @example Printer on floor 2 is jammed */
            subject: string;
            /** @example Since this morning nothing comes out. */
            text?: string;
            /** @enum {string} */
            type?: "incident" | "request" | "question" | "complaint" | "no_action";
        };
        NewTime: {
            /** @example On site */
            activity?: string;
            /**
             * Format: date-time
             * @description Now if left out.
             */
            at?: string;
            minutes: number;
            note?: string;
        };
        NewToken: {
            /** @description Acts as this agent, with what both may do. */
            agent?: number;
            /** @description 90 if left out. */
            lifetime_days?: number;
            /** @example monitoring */
            name: string;
            /**
             * @example [
             *       "tickets:create",
             *       "tickets:read"
             *     ]
             */
            scopes: ("admin" | "read" | "tickets:read" | "tickets:create" | "tickets:write" | "notes:write" | "customers:read" | "customers:write" | "setup:read" | "setup:write" | "agents:read" | "agents:write" | "mailboxes:manage" | "tokens:manage" | "triage:use" | "triage:teach" | "events:read" | "audit:read")[];
        };
        NewTotp: {
            /** @description The uri as a picture for the camera. */
            qr_svg: string;
            /** @description For typing it in. */
            secret: string;
            uri: string;
        };
        NewTriageLesson: {
            /** @example Since this morning nothing comes out. */
            body?: string;
            /** @enum {string} */
            channel?: "email" | "phone" | "api" | "portal" | "chat" | "monitoring";
            /**
             * @description As the message's header says.
             * @example de
             */
            content_language?: string;
            /** @description Add a category that is missing; needs setup:write. */
            create?: boolean;
            /**
             * @description Last known.
             * @example de
             */
            customer_language?: string;
            /** @description On the desk's clock. */
            hour?: number;
            /** @description Your own name of the message, given back; draws whether it is an audit. */
            id?: string;
            /** @description What was decided, one at least. */
            labels: {
                /**
                 * @description Key or name.
                 * @example printing
                 */
                category?: string;
                /** @enum {string} */
                impact?: "low" | "medium" | "high";
                /**
                 * @example incident
                 * @enum {string}
                 */
                type?: "incident" | "request" | "question" | "complaint" | "no_action";
                /** @enum {string} */
                urgency?: "low" | "medium" | "high";
            };
            /** @description Address that it was written to. */
            mailbox?: string;
            organization?: number;
            /**
             * @description Had the person seen what triage said, or anything that follows from it? Only false makes evidence. Without it: true.
             * @example false
             */
            seen?: boolean;
            /** @example Printer on floor 2 is jammed */
            subject?: string;
            /** @description A ticket of this desk, instead of words. It stays as it is. */
            ticket?: number;
        };
        NewView: {
            /** @description As the page names them. */
            columns?: string[];
            /** @example Printers, unanswered */
            name: string;
            position?: number;
            /**
             * @description As docs/user/query.md tells.
             * @example queue:Printing status:new
             */
            query: string;
            /** @description Whose people see it too. */
            queues?: number[];
            /** @description As GET /api/v1/tickets takes it; -updated if left out. */
            sort?: string;
        };
        NewWebhook: {
            /** @description While it is switched off, steps pass it over. */
            is_enabled?: boolean;
            /** @example Pager */
            name: string;
            /**
             * @description https or http. Not in the desk's own network, unless the operator allows it.
             * @example https://pager.example/lotse
             */
            url: string;
        };
        NextTicket: {
            because: components["schemas"]["Because"];
            /** @description null: nothing waits that you could take. */
            ticket: components["schemas"]["Ticket"] | null;
        };
        NoteWritten: {
            article: number;
            /** @description Colleagues who were called. */
            mentions: components["schemas"]["Named"][];
            ticket: number;
        };
        Notice: {
            article: number | null;
            /** Format: date-time */
            created_at: string;
            id: number;
            /** @enum {string} */
            kind: "confirmation" | "reply" | "solved" | "reopened" | "assigned" | "customer_replied" | "warning" | "breach" | "forward" | "mentioned" | "delayed" | "escalated";
            language: string;
            last_error: string | null;
            /** Format: date-time */
            sent_at: string | null;
            /** @enum {string} */
            state: "waiting" | "sent" | "dead";
            subject: string;
            text: string;
            to: string;
            to_name: string;
            tries: number;
        };
        Organization: {
            /** Format: date-time */
            created_at: string;
            domains: string[];
            id: number;
            is_vip: boolean;
            name: string;
            policy: number | null;
            queue: number | null;
            version: number;
        };
        OrganizationPage: {
            items: components["schemas"]["Organization"][];
            /** @description Address of the next page; null on the last one. */
            next: string | null;
        };
        OrganizationPatch: {
            /**
             * @description Customers with such an address belong to it.
             * @example [
             *       "example.org"
             *     ]
             */
            domains?: string[];
            is_vip?: boolean;
            /** @example Example Ltd */
            name?: string;
            /** @description Its own targets. */
            policy?: number | null;
            /** @description Its tickets go here first. */
            queue?: number | null;
        };
        OverflowStep: {
            /**
             * @description Since the ticket was opened; each step is later than the one before.
             * @example 30
             */
            after_minutes: number;
            /** @description Whose people may take it, too. */
            queue: number;
        };
        Passkey: {
            /** Format: date-time */
            created_at: string;
            id: number;
            /** Format: date-time */
            last_used_at: string | null;
            name: string;
        };
        PasskeyAnswer: {
            /** @description PublicKeyCredential.toJSON(). */
            credential: {
                [key: string]: unknown;
            };
            ticket: string;
        };
        PasskeyCall: {
            /** @description For navigator.credentials, in JSON form. */
            public_key: {
                [key: string]: unknown;
            };
            ticket: string;
        };
        PasskeyDesk: {
            /** @description The desk's name in addresses; the first one if left out. */
            desk?: string;
        };
        PasskeyName: {
            name: string;
        };
        PasswordChange: {
            current: string;
            /**
             * @description At least 15 characters, or 8 for who has a second factor; a sentence is good.
             * @example a sentence that only Anna knows
             */
            password: string;
        };
        PasswordReset: {
            /**
             * @description At least 15 characters, or 8 for who has a second factor; a sentence is good.
             * @example a sentence that only Anna knows
             */
            password: string;
            token: string;
        };
        PersonalSpan: {
            /** @description In Unicode code points. */
            begin: number;
            /** @description How often this rule is right. */
            confidence: number;
            /** @description The first one behind it. */
            end: number;
            /** @enum {string} */
            kind: "iban" | "card" | "pesel" | "nip" | "regon" | "steuer_id" | "email" | "phone" | "name" | "credential" | "ip";
            /**
             * @description check_digits: the number proves itself; sentence: a model of sentences reads a name there.
             * @enum {string}
             */
            reason: "check_digits" | "context" | "form" | "sender" | "sentence";
        };
        Placeholder: {
            example: string;
            name: string;
        };
        PlaceholderPage: {
            items: components["schemas"]["Placeholder"][];
            /** @description Address of the next page; null on the last one. */
            next: string | null;
        };
        PlannedMove: {
            because: components["schemas"]["Because"];
            /** @description null: it waits. */
            from: components["schemas"]["Named"] | null;
            ticket: {
                id: number;
                /** @enum {string} */
                priority: "low" | "normal" | "high" | "urgent";
                queue: components["schemas"]["Named"] | null;
                subject: string;
            };
            to: components["schemas"]["Named"];
        };
        Policy: {
            calendar: number | null;
            /** @description Which tickets it is for. The first policy by position whose conditions all hold is taken. A policy that an organization names goes first; one without any condition is taken only so, or as the default. */
            conditions: {
                /** @description Any of these or what hangs below; any at all if empty. */
                categories: number[];
                /** @description Any of these; any at all if empty. */
                organizations: number[];
                /** @description Any of these; any at all if empty. */
                queues: number[];
            };
            id: number;
            is_default: boolean;
            name: string;
            position: number;
            /** @description By priority. */
            targets: {
                high: {
                    /** @description Business minutes; null for no target. */
                    first_reply_minutes: number | null;
                    /** @description To a customer who wrote again; business minutes, null for no target. */
                    next_reply_minutes: number | null;
                    /** @description Business minutes; null for no target. */
                    solution_minutes: number | null;
                    /** @description At the latest after so many business minutes the customer hears something; null for no target. */
                    update_minutes: number | null;
                };
                low: {
                    /** @description Business minutes; null for no target. */
                    first_reply_minutes: number | null;
                    /** @description To a customer who wrote again; business minutes, null for no target. */
                    next_reply_minutes: number | null;
                    /** @description Business minutes; null for no target. */
                    solution_minutes: number | null;
                    /** @description At the latest after so many business minutes the customer hears something; null for no target. */
                    update_minutes: number | null;
                };
                normal: {
                    /** @description Business minutes; null for no target. */
                    first_reply_minutes: number | null;
                    /** @description To a customer who wrote again; business minutes, null for no target. */
                    next_reply_minutes: number | null;
                    /** @description Business minutes; null for no target. */
                    solution_minutes: number | null;
                    /** @description At the latest after so many business minutes the customer hears something; null for no target. */
                    update_minutes: number | null;
                };
                urgent: {
                    /** @description Business minutes; null for no target. */
                    first_reply_minutes: number | null;
                    /** @description To a customer who wrote again; business minutes, null for no target. */
                    next_reply_minutes: number | null;
                    /** @description Business minutes; null for no target. */
                    solution_minutes: number | null;
                    /** @description At the latest after so many business minutes the customer hears something; null for no target. */
                    update_minutes: number | null;
                };
            };
            version: number;
            /** @description What contradicts itself; it is saved all the same. */
            warnings: {
                code: string;
                /** @description JSON pointer. */
                field: string;
                message: string;
            }[];
        };
        PolicyPage: {
            items: components["schemas"]["Policy"][];
            /** @description Address of the next page; null on the last one. */
            next: string | null;
        };
        PolicyPatch: {
            calendar?: number;
            /** @description Which tickets it is for. The first policy by position whose conditions all hold is taken. A policy that an organization names goes first; one without any condition is taken only so, or as the default. */
            conditions?: {
                /** @description Any of these or what hangs below; any at all if empty. */
                categories?: number[];
                /** @description Any of these; any at all if empty. */
                organizations?: number[];
                /** @description Any of these; any at all if empty. */
                queues?: number[];
            };
            /** @description For every ticket that no other policy is for. */
            is_default?: boolean;
            /** @example Standard */
            name?: string;
            /** @description The lower is asked first; equal ones by age. */
            position?: number;
            /** @description By priority. */
            targets?: {
                high?: {
                    /** @description Business minutes; null for no target. */
                    first_reply_minutes: number | null;
                    /** @description To a customer who wrote again; business minutes, null for no target. */
                    next_reply_minutes?: number | null;
                    /** @description Business minutes; null for no target. */
                    solution_minutes: number | null;
                    /** @description At the latest after so many business minutes the customer hears something; null for no target. */
                    update_minutes?: number | null;
                };
                low?: {
                    /** @description Business minutes; null for no target. */
                    first_reply_minutes: number | null;
                    /** @description To a customer who wrote again; business minutes, null for no target. */
                    next_reply_minutes?: number | null;
                    /** @description Business minutes; null for no target. */
                    solution_minutes: number | null;
                    /** @description At the latest after so many business minutes the customer hears something; null for no target. */
                    update_minutes?: number | null;
                };
                normal?: {
                    /** @description Business minutes; null for no target. */
                    first_reply_minutes: number | null;
                    /** @description To a customer who wrote again; business minutes, null for no target. */
                    next_reply_minutes?: number | null;
                    /** @description Business minutes; null for no target. */
                    solution_minutes: number | null;
                    /** @description At the latest after so many business minutes the customer hears something; null for no target. */
                    update_minutes?: number | null;
                };
                urgent?: {
                    /** @description Business minutes; null for no target. */
                    first_reply_minutes: number | null;
                    /** @description To a customer who wrote again; business minutes, null for no target. */
                    next_reply_minutes?: number | null;
                    /** @description Business minutes; null for no target. */
                    solution_minutes: number | null;
                    /** @description At the latest after so many business minutes the customer hears something; null for no target. */
                    update_minutes?: number | null;
                };
            };
        };
        Portal: {
            /** @description Whether customers are asked how it was. */
            asks_satisfaction: boolean;
            /**
             * @description White writing on it must be readable (4.5:1).
             * @example #1d4f91
             */
            color: string;
            /** @description Closed pages answer as if they were not there. */
            is_open: boolean;
            /** @description PNG, JPEG or WebP in base64, at most 64 KiB; empty: none. */
            logo: string;
            /** @description Empty: the desk's. */
            name: string;
            /** @description Whether customers read who answers, or only which team. */
            names_agents: boolean;
            /** @description Whether people write who have not signed in. */
            takes_requests: boolean;
            /**
             * @description Needed for links in mail.
             * @example https://help.firm.example
             */
            url: string;
            /** @description First words of the first page; empty: Lotse's own. */
            welcome: string;
        };
        PortalPatch: {
            /** @description Whether customers are asked how it was. */
            asks_satisfaction?: boolean;
            /**
             * @description White writing on it must be readable (4.5:1).
             * @example #1d4f91
             */
            color?: string;
            /** @description Closed pages answer as if they were not there. */
            is_open?: boolean;
            /** @description PNG, JPEG or WebP in base64, at most 64 KiB; empty: none. */
            logo?: string;
            /** @description Empty: the desk's. */
            name?: string;
            /** @description Whether customers read who answers, or only which team. */
            names_agents?: boolean;
            /** @description Whether people write who have not signed in. */
            takes_requests?: boolean;
            /**
             * @description Needed for links in mail.
             * @example https://help.firm.example
             */
            url?: string;
            /** @description First words of the first page; empty: Lotse's own. */
            welcome?: string;
        };
        Presence: {
            /** @description Tells the others now; nothing is kept. */
            is_typing?: boolean;
            /** @enum {string} */
            state: "viewing" | "replying";
        };
        /** @description A failure, as RFC 9457 describes. */
        Problem: {
            /**
             * @description Stable name of the failure.
             * @example ticket.stale_version
             */
            code: string;
            /** @description draft.moved: what the draft is now. */
            current?: components["schemas"]["Draft"];
            /** @description One sentence that tells what to do. */
            detail: string;
            errors?: {
                detail: string;
                /** @description JSON pointer to the field of the body; "?name" for a query parameter. */
                pointer: string;
            }[];
            /** @description ticket.moved: what others have written meanwhile. */
            since?: components["schemas"]["Article"][];
            status: number;
            title: string;
            type: string;
        };
        Promise: {
            /** @enum {string} */
            awaited: "first_reply" | "solution";
            because: components["schemas"]["Because"];
            /** @description false: measured only, since promises of this kind were not kept lately. */
            is_told: boolean;
            /** Format: date-time */
            made_at: string;
            percent: number;
            /** @enum {string} */
            state: "open" | "kept" | "missed" | "dropped";
            /** @description That came to an end lately, by which it is judged. */
            tickets: number;
            /**
             * Format: date-time
             * @description As it was said first; it is judged by this.
             */
            told_until: string;
            /**
             * Format: date-time
             * @description As it stands now: so many of a hundred tickets like this have come so far by then.
             */
            until: string;
        };
        PromiseStanding: {
            /** @enum {string} */
            awaited: "first_reply" | "solution";
            /** @description The counts are of promises whose time came in so many days. */
            days: number;
            /** @description Told, or measured only. */
            due: number;
            /** Format: date-time */
            fitted_at: string | null;
            high: number;
            /** @description false: customers hear the policy's target, in words that are true. */
            is_told: boolean;
            /** Format: date-time */
            judged_at: string | null;
            kept: number;
            /** @description 95 % interval (Wilson). */
            low: number;
            /** @description Promised. */
            percent: number;
            share: number | null;
            /**
             * Format: date-time
             * @description null: from the beginning.
             */
            since: string | null;
            /** @description That came to an end lately, by which promises are made; fewer than 30: none are made. */
            tickets: number;
            /** @description Of them told to a customer. */
            told_due: number;
            told_kept: number;
        };
        PromiseStandings: {
            items: components["schemas"]["PromiseStanding"][];
        };
        Proof: {
            code?: string;
            password?: string;
        };
        PublicHoliday: {
            date: string;
            name: string;
            own_name: string;
        };
        PublicHolidayPage: {
            items: components["schemas"]["PublicHoliday"][];
            /** @description Address of the next page; null on the last one. */
            next: string | null;
        };
        QueryState: {
            completions: {
                label: string;
                /** @description The whole query, so completed. */
                text: string;
            }[];
            error: {
                code: string;
                /** @description In code points, from 1. */
                column: number;
                message: string;
                /**
                 * @description What is wrong, for a sentence of your own.
                 * @enum {string}
                 */
                reason: "query.long" | "parts.many" | "parenthesis.extra" | "parenthesis.open" | "quote.open" | "side.missing" | "field.unknown" | "field.near" | "value.missing" | "values.many" | "order.none" | "choice.unknown" | "choice.near" | "date.bad" | "number.bad" | "words.none" | "name.unknown" | "name.near";
                /** @description The whole query. */
                suggestion: string | null;
                /** @description The words that the sentence names. */
                values: {
                    [key: string]: string;
                };
            } | null;
            is_valid: boolean;
            /** @description In canonical form, or as typed while it cannot be read. */
            query: string;
        };
        Queue: {
            address: string | null;
            /** @enum {string} */
            assignment: "push" | "pull";
            calendar: number | null;
            handover_minutes: number;
            hands_out_below: number;
            id: number;
            language_is_required: boolean;
            lead: number | null;
            name: string;
            preferred_skills: string[];
            skills: string[];
            version: number;
        };
        QueueCounts: {
            counts: {
                closed: number;
                new: number;
                open: number;
                solved: number;
                waiting: number;
            };
            queue: components["schemas"]["Named"];
        };
        QueueCountsList: {
            items: components["schemas"]["QueueCounts"][];
            /** @description Address of the next page; null on the last one. */
            next: string | null;
        };
        QueuePage: {
            items: components["schemas"]["Queue"][];
            /** @description Address of the next page; null on the last one. */
            next: string | null;
        };
        QueuePatch: {
            /**
             * @description Mail to it lands here.
             * @example printing@desk.example
             */
            address?: string | null;
            /**
             * @description push: a ticket gets its owner when it comes, by load. pull: it waits in the pool until somebody is free. push if left out.
             * @enum {string}
             */
            assignment?: "push" | "pull";
            /** @description Its own hours; else those of the policy. */
            calendar?: number | null;
            /** @description Business minutes of the queue's own calendar until somebody of its team must have acted on a ticket that came in; 0, or left out: no such target. */
            handover_minutes?: number;
            /** @description pull: whoever owns fewer open tickets is given the next one; 0: only who asks for it. 1 if left out. */
            hands_out_below?: number;
            /** @description false: who does not speak the customer's language may take it, too, after those who do. true if left out. */
            language_is_required?: boolean;
            /** @description The agent who hears of missed targets. */
            lead?: number | null;
            /** @example Printing */
            name?: string;
            /** @description Whoever has them is quicker with its tickets. */
            preferred_skills?: string[];
            /** @description Wanted of whoever takes its tickets. */
            skills?: string[];
        };
        QueueRoutingRule: {
            /** @description Then also who does not speak the language; 0: never. */
            language_soft_after_minutes: number;
            /** @description Who helps when something waits. */
            overflow: components["schemas"]["OverflowStep"][];
            queue: number;
            /** @description Every hour, work that nobody has begun may be dealt out anew. */
            rebalances_hourly: boolean;
            /**
             * @description Whom a new ticket goes back to, where somebody served this customer or firm before. thread: whoever had the closed ticket that it follows, which the others mean, too.
             * @enum {string}
             */
            sticky: "none" | "requester" | "organization" | "thread";
            /**
             * @description That one gives way to who has so many open tickets fewer.
             * @example 2
             */
            sticky_extra: number;
        };
        Rebalance: {
            /** Format: date-time */
            at: string;
            /** @description null: by itself, or by a program. */
            by: components["schemas"]["Named"] | null;
            /**
             * @description people: somebody went away, or skills or rules changed.
             * @enum {string}
             */
            cause: "button" | "hour" | "people";
            id: number;
            moves: {
                from: components["schemas"]["Named"] | null;
                ticket: number;
                to: components["schemas"]["Named"] | null;
            }[];
            /** @description null: all queues. */
            queue: components["schemas"]["Named"] | null;
            /** Format: date-time */
            undone_at: string | null;
        };
        RebalancePage: {
            items: components["schemas"]["Rebalance"][];
            /** @description Address of the next page; null on the last one. */
            next: string | null;
        };
        RebalancePlan: {
            /** @description More would move; ask again after these. */
            has_more: boolean;
            /** @description Tickets that nobody has begun and that could move. */
            looked_at: number;
            moves: components["schemas"]["PlannedMove"][];
        };
        RebalanceReversal: {
            back: number;
            /** @description Begun, moved on or closed since. */
            left: number;
        };
        Recipients: {
            cc: {
                address: string;
                name: string | null;
            }[];
            to: {
                address: string;
                name: string | null;
            }[];
        };
        RecoveryCodes: {
            /** @description Shown once; null where there were some already. */
            recovery_codes: string[] | null;
        };
        Replay: {
            answer: components["schemas"]["ReplayAnswer"] | null;
            /** @description The point that was asked for: threshold, else the lowest that reaches target in hindsight. */
            at: components["schemas"]["ReplayPoint"] | null;
            /** Format: date-time */
            created_at: string;
            failure: {
                code: string;
                message: string;
            } | null;
            /** Format: date-time */
            finished_at: string | null;
            id: number;
            /** @description Percent. */
            progress: number;
            /** @enum {string} */
            state: "waiting" | "done" | "failed";
        };
        ReplayAnswer: {
            /**
             * @description ledger: what models said at the time, before people decided. stored: a stored model on tickets that are newer than it. held_out: a model of the tickets before these days.
             * @enum {string}
             */
            basis: "ledger" | "stored" | "held_out";
            /** @description The most frequent 20 pairs. */
            confusions: {
                decided: string;
                /** @description At each point of the curve. */
                rows: number[];
                said: string;
            }[];
            curve: components["schemas"]["ReplayPoint"][];
            /** @description Tickets left out because the model had learned them. */
            excluded: number;
            /** Format: date-time */
            from: string;
            /** @description false: some who decided may have had a suggestion in sight, so the figures flatter. */
            is_blind: boolean;
            /** @description There were more tickets than are looked at; the newest count. */
            is_cut: boolean;
            judged: number;
            models: {
                tickets: number;
                version: string;
            }[];
            now: components["schemas"]["ReplayRun"];
            then: components["schemas"]["ReplayRun"];
            tickets: number;
            /** Format: date-time */
            until: string;
            /** @description The gate from nothing over these days, value by value. */
            values: {
                now: {
                    acts: number;
                    blind: number;
                    judged: number;
                    right: number;
                    /** @enum {string} */
                    stage: "shadow" | "suggest" | "automatic";
                };
                then: {
                    acts: number;
                    blind: number;
                    judged: number;
                    right: number;
                    /** @enum {string} */
                    stage: "shadow" | "suggest" | "automatic";
                };
                value: string;
            }[];
            /** @description The surest 100 of those that were wrong. */
            wrong: {
                decided: string;
                /** @description false: it was acted on, and changed. */
                is_blind: boolean;
                said: string;
                score: number;
                ticket: number;
            }[];
        };
        ReplayPoint: {
            /** @description Tickets at or above it. */
            acts: number;
            /** @description acts among all tickets. */
            coverage: number;
            high: number;
            /** @description Of them, decided by people who had not seen the choice. */
            judged: number;
            /** @description 95 % interval (Wilson) of right. */
            low: number;
            /** @description Of those. */
            right: number;
            threshold: number;
        };
        ReplayRun: {
            acts: number;
            /** @description Values that act alone at the end. */
            automatic: number;
            delta: number;
            judged: number;
            precision: number;
            right: number;
            right_high: number;
            right_low: number;
        };
        ResetRequest: {
            desk?: string;
            /** @example anna@desk.example */
            email: string;
        };
        RetriedNotices: {
            /** @description Ask again until it is 0. */
            count: number;
        };
        Reversal: {
            changes: components["schemas"]["Change"][];
            event: number;
            version: number;
        };
        RiskFigure: {
            /** @description Of them it came to. */
            cases: number;
            /** @description Calibrated; null where it cannot be told. */
            chance: number | null;
            /** @description It cannot be told although history is long enough: on its newest tickets the model was no better than chance. */
            is_guess: boolean;
            /**
             * @description breach: of the solution target.
             * @enum {string}
             */
            risk: "breach" | "reopen" | "reassign";
            /** @description Closed tickets that it was learned from. */
            tickets: number;
            /** @description Share of all tickets of that history. */
            usual: number | null;
        };
        Roster: {
            from: string;
            /** @description More people behind this one. */
            next_after: number | null;
            people: {
                agent: components["schemas"]["Named"];
                days: components["schemas"]["RosterDay"][];
                has_hours: boolean;
            }[];
            shifts: components["schemas"]["Shift"][];
            until: string;
        };
        RosterChanges: {
            days: {
                agent: number;
                /** @example 2026-06-01 */
                date: string;
                /** @enum {string} */
                plan: "shift" | "free" | "usual";
                shift?: number;
            }[];
        };
        RosterDay: {
            /** @enum {string} */
            absence: "none" | "part" | "whole";
            date: string;
            /** @description Before absences. */
            hours: string[][];
            /**
             * @description null for who may not know.
             * @enum {string|null}
             */
            kind: "holiday" | "sick" | "training" | "other" | null;
            /**
             * @description usual: the weekly hours; open: no hours at all.
             * @enum {string}
             */
            plan: "shift" | "free" | "usual" | "open";
            shift: number | null;
        };
        RosterRules: {
            /** @description So long before the end of a shift people are asked what they hand over. */
            ask_before_end_minutes: number;
            /** @description Who was not seen in the desk for so long is given nothing; 0: off. */
            away_after_minutes: number;
        };
        RoutingRules: {
            /** @description Whether it counts who usually solves what. */
            learns: boolean;
            /** @description Those of whom something is said. */
            queues: components["schemas"]["QueueRoutingRule"][];
            /** @description Of a person's capacity that one open ticket takes, by the channel it came by. */
            units: {
                /** @example 1 */
                api: number;
                /** @example 1 */
                chat: number;
                /** @example 1 */
                email: number;
                /** @example 1 */
                monitoring: number;
                /** @example 1 */
                phone: number;
                /** @example 1 */
                portal: number;
            };
        };
        RoutingRulesPatch: {
            learns?: boolean;
            /** @description Of the channels that are named. */
            units?: {
                /** @example 1 */
                api?: number;
                /** @example 1 */
                chat?: number;
                /** @example 1 */
                email?: number;
                /** @example 1 */
                monitoring?: number;
                /** @example 1 */
                phone?: number;
                /** @example 1 */
                portal?: number;
            };
        };
        SearchAnswer: {
            customers: components["schemas"]["Customer"][];
            /** @description The query with its mistyped words put right. */
            did_you_mean: string | null;
            organizations: components["schemas"]["Organization"][];
            /** @description As it was understood. */
            query: string;
            tickets: components["schemas"]["FoundTicket"][];
        };
        SecondStep: {
            /** @enum {string} */
            next: "totp" | "passkey";
            /** @description Proves the password; for five minutes and five codes. */
            ticket: string;
            ways: ("totp" | "passkey" | "recovery_code")[];
        };
        Session: {
            /** @description Acts as this agent. */
            agent: components["schemas"]["Named"] | null;
            /**
             * Format: date-time
             * @description Until then what is dear to lose may be changed without another proof.
             */
            confirmed_until: string | null;
            /** @description To be sent as X-CSRF-Token with what a page changes; null for tokens. */
            csrf_token: string | null;
            desk: {
                name: string;
                slug: string;
            };
            has_second_factor: boolean;
            /** @description In which to speak to this person. */
            language: string;
            /** @description The desk asks this person for a second factor, and there is none yet: until then only this session and the second factors can be called. */
            must_enrol: boolean;
            permissions: string[];
            /** @description "token:7" or "session:3". */
            principal: string;
            /** @enum {string|null} */
            role: "admin" | "lead" | "agent" | "light_agent" | "auditor" | null;
            /** @description null for tokens. */
            session: number | null;
        };
        SessionList: {
            items: components["schemas"]["SessionRow"][];
            /** @description Address of the next page; null on the last one. */
            next: string | null;
        };
        SessionRow: {
            address: string;
            agent: components["schemas"]["Named"] | null;
            /** Format: date-time */
            created_at: string;
            /** @description What the browser calls itself. */
            device: string;
            /** Format: date-time */
            expires_at: string;
            id: number;
            is_current: boolean;
            /**
             * Format: date-time
             * @description To five minutes.
             */
            last_seen_at: string;
            /** @enum {string} */
            means: "password" | "password_and_code" | "recovery_code" | "passkey" | "link" | "reset" | "setup";
        };
        Settings: {
            /** @description Take mail to any address, until the set-up is done. */
            accepts_any_recipient: boolean;
            /** @description How long the audit list is kept: 30 days or more; 0 = for ever. */
            audit_days: number;
            /** @description From solved to closed. */
            close_after_days: number;
            /** @description How long ended escalations are kept: 7 days or more; 0 = for ever. The audit list and the tickets' own history stay. */
            escalation_days: number;
            /** @description A reply can be taken back so long before it leaves. */
            hold_seconds: number;
            is_demo: boolean;
            /**
             * @description Of notices where the customer's is not known.
             * @example de
             */
            language: string;
            /** @description How long feedback on messages of other systems is kept, with their words; 0 = while there is room. */
            lesson_days: number;
            /** @description Address that notices come from. */
            mail_from: string;
            /** @description More mails of one sender within an hour are held; 0 = no limit. */
            mails_per_sender_hour: number;
            name: string;
            /** @description An answer after that opens a linked ticket. */
            reopen_window_days: number;
            /**
             * @description Who must have a second factor. Who must and has none can sign in only to set one up; that holds at once, also for who is signed in.
             * @enum {string}
             */
            second_factor: "nobody" | "admins_and_leads" | "everybody";
            /** @description The desk's name at the login. */
            slug: string;
            /** @description A customer who must wait longer than they were told hears so before that time passes, once, with the new one. */
            tells_delays: boolean;
            /** @example Europe/Berlin */
            time_zone: string;
            /** @description Of a target's business time. */
            warn_at_percent: number;
        };
        SettingsPatch: {
            /** @description Take mail to any address, until the set-up is done. */
            accepts_any_recipient?: boolean;
            /** @description How long the audit list is kept: 30 days or more; 0 = for ever. */
            audit_days?: number;
            /** @description From solved to closed. */
            close_after_days?: number;
            /** @description How long ended escalations are kept: 7 days or more; 0 = for ever. The audit list and the tickets' own history stay. */
            escalation_days?: number;
            /** @description A reply can be taken back so long before it leaves. */
            hold_seconds?: number;
            /**
             * @description Of notices where the customer's is not known.
             * @example de
             */
            language?: string;
            /** @description How long feedback on messages of other systems is kept, with their words; 0 = while there is room. */
            lesson_days?: number;
            /** @description Address that notices come from. */
            mail_from?: string;
            /** @description More mails of one sender within an hour are held; 0 = no limit. */
            mails_per_sender_hour?: number;
            name?: string;
            /** @description An answer after that opens a linked ticket. */
            reopen_window_days?: number;
            /**
             * @description Who must have a second factor. Who must and has none can sign in only to set one up; that holds at once, also for who is signed in.
             * @enum {string}
             */
            second_factor?: "nobody" | "admins_and_leads" | "everybody";
            /** @description A customer who must wait longer than they were told hears so before that time passes, once, with the new one. */
            tells_delays?: boolean;
            /** @example Europe/Berlin */
            time_zone?: string;
            /** @description Of a target's business time. */
            warn_at_percent?: number;
        };
        SetupChoices: {
            /** @description The configuration names the outgoing server. */
            has_relay: boolean;
            languages: string[];
            templates: {
                key: string;
                name: string;
                queues: string[];
            }[];
            time_zones: string[];
        };
        SetupMailTest: {
            mailbox: components["schemas"]["NewMailbox"];
            submission?: components["schemas"]["SubmissionPatch"];
            token: string;
        };
        Shift: {
            hours: string[][];
            id: number;
            name: string;
            version: number;
        };
        ShiftPage: {
            items: components["schemas"]["Shift"][];
            /** @description Address of the next page; null on the last one. */
            next: string | null;
        };
        ShiftPatch: {
            /** @description From and to, by the clock of whoever has the shift. A gap is a break. A night ends on the next day: ["22:00", "06:00"]. */
            hours?: string[][];
            /** @example Early */
            name?: string;
        };
        Signature: {
            texts: {
                [key: string]: string;
            };
        };
        SignatureInput: {
            /** @description By language; empty removes it. */
            texts: {
                [key: string]: string;
            };
        };
        SignInLink: {
            token: string;
        };
        SimilarTicket: {
            category: components["schemas"]["NamedCategory"] | null;
            /** @description 0..1, of words and meaning; of words alone where meaning is not on. */
            score: number;
            seconds_to_solve: number | null;
            /** @description How the last answer to it begins. */
            snippet: string | null;
            /** Format: date-time */
            solved_at: string | null;
            ticket: {
                id: number;
                /** @enum {string} */
                status: "new" | "open" | "waiting" | "solved" | "closed";
                subject: string;
            };
            why: {
                /** @description Its meaning alone would have shown it, in whatever language. */
                by_meaning: boolean;
                /** @description Its words alone would have shown it. */
                by_words: boolean;
                /** @description 0..1: 0 as any ticket of its language, 1 the same text; null: not compared. */
                meaning: number | null;
                /** @description The rarest that both have. */
                shared_words: string[];
                /** @description 0..1: the share of this ticket's telling words that it has. */
                words: number;
            };
        };
        SimilarTicketPage: {
            items: components["schemas"]["SimilarTicket"][];
            /**
             * @description Whether meaning was compared: off, no language model serves; not_yet, it has not read this ticket.
             * @enum {string}
             */
            meaning: "off" | "not_yet" | "on";
            next: string | null;
        };
        Simulation: {
            answer: components["schemas"]["SimulationAnswer"] | null;
            asked_by: number | null;
            /** Format: date-time */
            created_at: string;
            failure: {
                code: string;
                message: string;
            } | null;
            /** Format: date-time */
            finished_at: string | null;
            id: number;
            /** @description Percent. */
            progress: number;
            /** @description As it was asked, with what was not given filled in. */
            question: unknown;
            /** @enum {string} */
            state: "waiting" | "done" | "failed" | "stopped";
        };
        SimulationAnswer: {
            basis: {
                /** @description Share of tickets that needed nobody. */
                by_machine: number;
                /** Format: date-time */
                from: string;
                /** @description false: hands-on times are guessed from what people did when. */
                has_booked_time: boolean;
                idle: number;
                is_cut: boolean;
                on_roster: number;
                people: number;
                reaction_minutes: number;
                reopened: number;
                tickets: number;
                /** @description Median visit of a person, fitted before the test. */
                touch_minutes: number;
                touch_scale: number;
                /** Format: date-time */
                until: string;
            };
            test: {
                /** Format: date-time */
                from: string;
                headlines: {
                    actual: number;
                    /** @description Relative to the actual figure. */
                    error: number;
                    error_high: number;
                    /** @description Nine times in ten it lies between, for what so few tickets scatter. */
                    error_low: number;
                    /**
                     * @description Waits in hours of open time; backlog, usual_backlog and solved in tickets; hours of people at work; the others are shares, gini that of occupancy over people.
                     * @enum {string}
                     */
                    figure: "first_reply_median" | "first_reply_p90" | "late_first_reply" | "late_solution" | "backlog" | "solved" | "occupancy" | "off_skill" | "passed_on" | "gini" | "hours" | "late_first_reply_low" | "late_first_reply_normal" | "late_first_reply_high" | "late_first_reply_urgent" | "late_solution_low" | "late_solution_normal" | "late_solution_high" | "late_solution_urgent" | "usual_backlog" | "solution_median";
                    high: number;
                    is_in_band: boolean;
                    /** @description Off by no more than the tolerance. */
                    is_near: boolean;
                    /** @description 9 of 10 runs lie between low and high. */
                    low: number;
                    simulated: number;
                    /** @description 15 %, or 2 points of a share, 2 tickets, 6 minutes, or what chance explains. */
                    tolerance: number;
                }[];
                /** @description Of the waits and the backlog together: 0.1 is a tenth slower. */
                level: {
                    error: number;
                    high: number;
                    is_near: boolean;
                    low: number;
                } | null;
                runs: number;
                tickets: number;
                /** Format: date-time */
                until: string;
                /**
                 * @description Only what is believable is asked what if.
                 * @enum {string}
                 */
                verdict: "believable" | "too_little_history" | "too_uncertain" | "nobody_works" | "off";
            };
            /** @description null: the test says why. */
            what_if: {
                figures: {
                    after: components["schemas"]["Spread"];
                    before: components["schemas"]["Spread"];
                    /** @description Run by run; 95 % intervals. */
                    difference: components["schemas"]["Spread"];
                    /**
                     * @description Waits in hours of open time; backlog, usual_backlog and solved in tickets; hours of people at work; the others are shares, gini that of occupancy over people.
                     * @enum {string}
                     */
                    figure: "first_reply_median" | "first_reply_p90" | "late_first_reply" | "late_solution" | "backlog" | "solved" | "occupancy" | "off_skill" | "passed_on" | "gini" | "hours" | "late_first_reply_low" | "late_first_reply_normal" | "late_first_reply_high" | "late_first_reply_urgent" | "late_solution_low" | "late_solution_normal" | "late_solution_high" | "late_solution_urgent" | "usual_backlog" | "solution_median";
                }[];
                /** Format: date-time */
                from: string;
                runs: number;
                tickets: number;
                /** Format: date-time */
                until: string;
            } | null;
        };
        SimulationPage: {
            items: components["schemas"]["Simulation"][];
            /** @description Address of the next page; null on the last one. */
            next: string | null;
        };
        Snooze: {
            /** Format: date-time */
            until: string;
        };
        Split: {
            /** @description The new one. */
            ticket: number;
            url: string;
        };
        Spread: {
            high: number | null;
            low: number | null;
            mean: number | null;
        };
        Submission: {
            has_password: boolean;
            host: string;
            port: number;
            /** @enum {string} */
            security: "tls" | "starttls" | "none";
            /**
             * @description Whose server is used: that of the program's configuration, or this one.
             * @enum {string}
             */
            source: "configuration" | "desk" | "none";
            user: string;
        };
        SubmissionPatch: {
            /**
             * @description "": none; mail waits.
             * @example smtp.example.org
             */
            host?: string;
            /** @description Goes in and never comes out. Another host needs it anew. */
            password?: string;
            port?: number;
            /**
             * @description none only to this machine.
             * @enum {string}
             */
            security?: "tls" | "starttls" | "none";
            /** @description "": without log-in. */
            user?: string;
        };
        Suggestion: {
            labels: components["schemas"]["Label"][];
            /** @description Version; "keywords" before there is history. */
            model: string;
        };
        Tag: {
            /** @enum {string} */
            colour: "grey" | "red" | "orange" | "yellow" | "green" | "teal" | "blue" | "purple" | "pink";
            /** @description Tickets that have it, whatever their status. */
            count: number;
            id: number;
            name: string;
            version: number;
        };
        TagPage: {
            items: components["schemas"]["Tag"][];
            /** @description Address of the next page; null on the last one. */
            next: string | null;
        };
        TagPatch: {
            /** @enum {string} */
            colour?: "grey" | "red" | "orange" | "yellow" | "green" | "teal" | "blue" | "purple" | "pink";
            /**
             * @description Without comma; its case does not matter.
             * @example vip
             */
            name?: string;
        };
        TakenBack: {
            draft: components["schemas"]["Draft"];
            ticket: number;
        };
        TakenOver: {
            /** Format: date-time */
            at: string;
            /** @description Who had begun it; null: gone. */
            from: components["schemas"]["Named"] | null;
            /** Format: date-time */
            needed_by: string | null;
            ticket: {
                id: number;
                subject: string;
            };
            /** @description The beginning of their last note or answer. */
            words: string | null;
        };
        TakenOverPage: {
            items: components["schemas"]["TakenOver"][];
            /** @description Address of the next page; null on the last one. */
            next: string | null;
        };
        TaughtTriageLesson: {
            /** Format: date-time */
            at: string;
            id: number;
            /** @description Decided blind, of words that nobody had told before: the gate counts it. */
            is_evidence: boolean;
            /** @description false: the same was told before, nothing was learned. */
            is_new: boolean;
            labels: {
                decided: string;
                field: string;
                model: string;
                /** @description By triage, just before; null: it abstained. */
                said: string | null;
                score: number;
            }[];
            /** @description Version that serves now, with what it has learned. */
            model: string;
            /** @description The id that was sent. */
            reference: string | null;
            seen: boolean;
        };
        Ticket: {
            /** @description The owner; null while nobody has it. */
            agent: components["schemas"]["Named"] | null;
            category: components["schemas"]["NamedCategory"] | null;
            /** @enum {string} */
            channel: "email" | "phone" | "api" | "portal" | "chat" | "monitoring";
            /** Format: date-time */
            closed_at: string | null;
            /** Format: date-time */
            created_at: string;
            customer: {
                email: string | null;
                id: number;
                name: string;
            };
            /**
             * Format: date-time
             * @description Wished by a person; the targets go on beside it.
             */
            due_at: string | null;
            /** @description Custom fields that have a value, by key. */
            fields: {
                [key: string]: unknown;
            };
            /** Format: date-time */
            first_reply_at: string | null;
            /** Format: date-time */
            first_reply_due_at: string | null;
            /** @description The ticket that was closed for good before this one. */
            follows: number | null;
            /**
             * Format: date-time
             * @description By then the team must have acted; nothing the customer sees.
             */
            handover_due_at: string | null;
            /**
             * @description The number that people see.
             * @example 7
             */
            id: number;
            /** @enum {string} */
            impact: "low" | "medium" | "high";
            /** @description A target was missed and the lead was told. */
            is_escalated: boolean;
            /** @description The mail could not be parsed; its raw bytes are kept. */
            is_unreadable: boolean;
            /**
             * @description ISO 639-1 code of a language.
             * @example de
             */
            language: string | null;
            /** @description The ticket where its messages stand now. */
            merged_into: number | null;
            /**
             * Format: date-time
             * @description To a customer who wrote again.
             */
            next_reply_due_at: string | null;
            organization: components["schemas"]["Named"] | null;
            /** @enum {string} */
            priority: "low" | "normal" | "high" | "urgent";
            queue: components["schemas"]["Named"] | null;
            /**
             * @description Of the customer's newest message, as far as its words tell.
             * @enum {string}
             */
            sentiment: "calm" | "unhappy" | "angry";
            /**
             * Format: date-time
             * @description Asleep until then, or until the customer writes.
             */
            snoozed_until: string | null;
            /** Format: date-time */
            solution_due_at: string | null;
            /** Format: date-time */
            solved_at: string | null;
            /** @enum {string} */
            status: "new" | "open" | "waiting" | "solved" | "closed";
            subject: string;
            tags: string[];
            /** @enum {string|null} */
            type: "incident" | "request" | "question" | "complaint" | "no_action" | null;
            /** @description Missed targets without a reason. */
            unexplained_breaches: number;
            /**
             * Format: date-time
             * @description By then the customer hears something.
             */
            update_due_at: string | null;
            /** Format: date-time */
            updated_at: string;
            /** @enum {string} */
            urgency: "low" | "medium" | "high";
            url: string;
            /** @description Counts up with every change; the ETag is "v" and this. */
            version: number;
        };
        TicketBrief: {
            id: number;
            /** @enum {string} */
            status: "new" | "open" | "waiting" | "solved" | "closed";
            subject: string;
        };
        TicketClocks: {
            breaches: components["schemas"]["Breach"][];
            /** @description Whose hours count; null: there is none, so every hour does. */
            calendar: {
                id: number;
                is_of_queue: boolean;
                name: string;
            } | null;
            /** @description All, in the order in which a ticket meets them. */
            clocks: {
                /** @enum {string} */
                clock: "first_reply" | "next_reply" | "update" | "solution" | "handover";
                /** Format: date-time */
                due_at: string | null;
                /**
                 * @description paused: the customer is asked something, or it is solved. idle: nothing is owed now. none: no target.
                 * @enum {string}
                 */
                state: "running" | "paused" | "idle" | "none";
                target_minutes: number | null;
            }[];
            policy: {
                /** @description One sentence. */
                because: string;
                category: string | null;
                /** @enum {string} */
                ground: "named" | "conditions" | "fallback" | "only" | "none";
                id: number;
                name: string;
                organization: string | null;
                queue: string | null;
            } | null;
        };
        TicketDetail: {
            /** @description The owner; null while nobody has it. */
            agent: components["schemas"]["Named"] | null;
            article_count: number;
            /** @description The newest 50, oldest first. */
            articles: components["schemas"]["Article"][];
            /** @description Where older messages are; null if there are none. */
            articles_before: string | null;
            /** @description To be decided without having seen what triage said. */
            blind_fields: string[];
            category: components["schemas"]["NamedCategory"] | null;
            /** @description Customers of merged tickets: offer them as cc. */
            cc_people: {
                email: string | null;
                id: number;
                name: string;
            }[];
            /** @enum {string} */
            channel: "email" | "phone" | "api" | "portal" | "chat" | "monitoring";
            checklist: components["schemas"]["ChecklistItem"][];
            /** Format: date-time */
            closed_at: string | null;
            /** Format: date-time */
            created_at: string;
            customer: {
                email: string | null;
                id: number;
                name: string;
            };
            /** @description Of a reply and of a note, empty or not. */
            drafts: components["schemas"]["Draft"][];
            /**
             * Format: date-time
             * @description Wished by a person; the targets go on beside it.
             */
            due_at: string | null;
            /** @description The newest 200 steps, oldest first. */
            events: components["schemas"]["Event"][];
            /** @description Where older steps are; null if there are none. */
            events_before: string | null;
            /** @description Custom fields that have a value, by key. */
            fields: {
                [key: string]: unknown;
            };
            /** Format: date-time */
            first_reply_at: string | null;
            /** Format: date-time */
            first_reply_due_at: string | null;
            followers: components["schemas"]["Named"][];
            /** @description The ticket that was closed for good before this one. */
            follows: number | null;
            /**
             * Format: date-time
             * @description By then the team must have acted; nothing the customer sees.
             */
            handover_due_at: string | null;
            /**
             * Format: date-time
             * @description Mail of a sender who writes too often: decided on then, or when let through.
             */
            held_until: string | null;
            /**
             * @description The number that people see.
             * @example 7
             */
            id: number;
            /** @enum {string} */
            impact: "low" | "medium" | "high";
            /** @description A target was missed and the lead was told. */
            is_escalated: boolean;
            /** @description The mail could not be parsed; its raw bytes are kept. */
            is_unreadable: boolean;
            /**
             * @description ISO 639-1 code of a language.
             * @example de
             */
            language: string | null;
            /** @description Those of merged tickets included. */
            links: components["schemas"]["TicketLink"][];
            /** @description What was merged into this one. */
            merged: {
                agent: components["schemas"]["Named"] | null;
                /** Format: date-time */
                at: string;
                customer: {
                    email: string | null;
                    id: number;
                    name: string;
                };
                ticket: components["schemas"]["TicketBrief"];
            }[];
            /** @description The ticket where its messages stand now. */
            merged_into: number | null;
            minutes_spent: number;
            /**
             * Format: date-time
             * @description To a customer who wrote again.
             */
            next_reply_due_at: string | null;
            /** @description What Lotse sent, or will; the newest 100. */
            notices: components["schemas"]["Notice"][];
            organization: components["schemas"]["Named"] | null;
            /** @enum {string} */
            priority: "low" | "normal" | "high" | "urgent";
            /** @description At most one of a kind; none where history is too short. */
            promises: components["schemas"]["Promise"][];
            queue: components["schemas"]["Named"] | null;
            /** @description Of what can still come to it; none once solved. */
            risks: components["schemas"]["RiskFigure"][];
            /** @description What the customer says of how it went. */
            satisfaction: {
                /** Format: date-time */
                at: string;
                comment: string | null;
                /** @description 5 is good, 1 is not. */
                score: number;
            } | null;
            /**
             * @description Of the customer's newest message, as far as its words tell.
             * @enum {string}
             */
            sentiment: "calm" | "unhappy" | "angry";
            /** @description The caller's own or the queue's, filled in. */
            signature: string;
            /**
             * Format: date-time
             * @description Asleep until then, or until the customer writes.
             */
            snoozed_until: string | null;
            /** Format: date-time */
            solution_due_at: string | null;
            /** Format: date-time */
            solved_at: string | null;
            split_from: components["schemas"]["TicketBrief"] | null;
            /** @enum {string} */
            status: "new" | "open" | "waiting" | "solved" | "closed";
            subject: string;
            suggestion: components["schemas"]["Suggestion"] | null;
            tags: string[];
            timers: {
                /** Format: date-time */
                due_at: string;
                /** @enum {string} */
                kind: "first_reply_warning" | "first_reply_breach" | "solution_warning" | "solution_breach" | "close" | "reply_promise" | "solution_promise" | "next_reply_warning" | "next_reply_breach" | "update_warning" | "update_breach" | "handover_warning" | "handover_breach" | "first_reply_rung" | "next_reply_rung" | "update_rung" | "solution_rung" | "handover_rung";
            }[];
            times: components["schemas"]["TimeEntry"][];
            /** @enum {string|null} */
            type: "incident" | "request" | "question" | "complaint" | "no_action" | null;
            /** @description Missed targets without a reason. */
            unexplained_breaches: number;
            /**
             * Format: date-time
             * @description By then the customer hears something.
             */
            update_due_at: string | null;
            /** Format: date-time */
            updated_at: string;
            /** @enum {string} */
            urgency: "low" | "medium" | "high";
            url: string;
            /** @description Counts up with every change; the ETag is "v" and this. */
            version: number;
            /** @description Who is at this ticket now. */
            viewers: components["schemas"]["Viewer"][];
        };
        TicketEventPage: {
            items: components["schemas"]["Event"][];
            /** @description Address of the next page; null on the last one. */
            next: string | null;
        };
        TicketLink: {
            /**
             * @description What the other is to this one.
             * @enum {string}
             */
            kind: "related" | "duplicate" | "duplicated_by" | "parent" | "child";
            ticket: components["schemas"]["TicketBrief"];
        };
        TicketPage: {
            items: components["schemas"]["Ticket"][];
            /** @description Address of the next page; null on the last one. */
            next: string | null;
            total?: {
                count: number;
                /** @description false: there are at least so many. */
                is_exact: boolean;
            };
        };
        TicketPatch: {
            /** @description null takes the owner away. */
            agent?: number | null;
            /** @description Its key or its id. */
            category?: string | number | null;
            customer?: number;
            /**
             * Format: date-time
             * @description Stands beside the targets; null takes it away.
             */
            due_at?: string | null;
            /**
             * @description Custom fields by key; null empties one, the others stay.
             * @example {
             *       "office": "Berlin"
             *     }
             */
            fields?: {
                [key: string]: unknown;
            };
            /**
             * @description Without a priority, the matrix sets it.
             * @enum {string}
             */
            impact?: "low" | "medium" | "high";
            /**
             * @description ISO 639-1 code of a language.
             * @example de
             */
            language?: string;
            organization?: number | null;
            /** @enum {string} */
            priority?: "low" | "normal" | "high" | "urgent";
            queue?: number;
            /** @enum {string} */
            status?: "open" | "waiting" | "solved" | "closed";
            subject?: string;
            /** @description All of them, by name. */
            tags?: string[];
            /** @description Beside those that it has; may be sent twice. */
            tags_add?: string[];
            tags_remove?: string[];
            /** @enum {string} */
            type?: "incident" | "request" | "question" | "complaint" | "no_action";
            /**
             * @description Without a priority, the matrix sets it.
             * @enum {string}
             */
            urgency?: "low" | "medium" | "high";
        };
        TicketRouting: {
            agent: components["schemas"]["Named"] | null;
            /** @enum {string|null} */
            assignment: "push" | "pull" | null;
            /** @description Of the owner; without one, why nobody has it. */
            because: components["schemas"]["Because"] | null;
            /** @description When it was decided: the best and some others. */
            considered: components["schemas"]["Considered"][];
            /**
             * Format: date-time
             * @description null: as of now.
             */
            decided_at: string | null;
            /** @description The queue's people as they stand to it now. */
            now: components["schemas"]["Considered"][];
            ticket: number;
            version: number;
            /** @description In the pool; counting ends at 1,000. */
            waiting: {
                /** Format: date-time */
                due_at: string;
                waiting_in_queue: number;
            } | null;
            /** @description Taken from the pool: it, and what it went before. */
            weighed: components["schemas"]["WeighedTicket"][];
        };
        TimeEntry: {
            activity: string;
            agent: components["schemas"]["Named"] | null;
            /** Format: date-time */
            at: string;
            id: number;
            minutes: number;
            note: string;
        };
        TimePage: {
            items: components["schemas"]["TimeEntry"][];
            /** @description Address of the next page; null on the last one. */
            next: string | null;
        };
        Token: {
            agent: number | null;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            expires_at: string | null;
            id: number;
            /**
             * Format: date-time
             * @description To the hour.
             */
            last_used_at: string | null;
            name: string;
            /** Format: date-time */
            revoked_at: string | null;
            scopes: string[];
        };
        TokenPage: {
            items: components["schemas"]["Token"][];
            /** @description Address of the next page; null on the last one. */
            next: string | null;
        };
        TotpCode: {
            /** @example 123456 */
            code: string;
        };
        TriageAnswer: components["schemas"]["TriageSuggestion"] | components["schemas"]["TriageSuggestionList"];
        TriageLabel: {
            abstains: boolean;
            /** @description Best first, the value itself included. */
            alternatives: {
                confidence: number;
                value: string;
            }[];
            because: components["schemas"]["Because"];
            confidence: number | null;
            /** @description Of sentiment: where the message says so, in code points. */
            evidence: {
                begin: number;
                end: number;
            }[];
            /** @enum {string} */
            field: "language" | "category" | "type" | "impact" | "urgency" | "priority" | "sentiment";
            /**
             * @description What was earned by blind decisions: act alone, propose, or keep quiet.
             * @enum {string}
             */
            mode: "shadow" | "suggest" | "automatic";
            /** @description Version of what said so; "keywords": the lists; "matrix". */
            model: string;
            /** @description Of language, where a message has several: which part of the newest message is in which, in code points, and how each part begins. */
            parts: {
                begin: number;
                end: number;
                language: string | null;
                opening: string;
            }[];
            /** @description The words that speak for it, at most 20. */
            reasons: components["schemas"]["TriageReason"][];
            /** @description null where triage abstains; because tells why. */
            value: string | null;
        };
        TriageLesson: {
            /** Format: date-time */
            at: string;
            id: number;
            /** @description Decided blind, of words that nobody had told before: the gate counts it. */
            is_evidence: boolean;
            labels: {
                decided: string;
                field: string;
                model: string;
                /** @description By triage, just before; null: it abstained. */
                said: string | null;
                score: number;
            }[];
            /** @description The id that was sent. */
            reference: string | null;
            seen: boolean;
        };
        TriageLessonPage: {
            items: components["schemas"]["TriageLesson"][];
            /** @description Address of the next page; null on the last one. */
            next: string | null;
        };
        TriageReason: {
            /** @description Behind the last. */
            end: number;
            /** @enum {string} */
            in: "subject" | "body";
            /** @description Code points from the start of that text. */
            start: number;
            /** @description As it stands there. */
            text: string;
        };
        TriageRequest: {
            /** @example Since this morning nothing comes out. */
            body?: string;
            /** @enum {string} */
            channel?: "email" | "phone" | "api" | "portal" | "chat" | "monitoring";
            /**
             * @description As the message's header says.
             * @example de
             */
            content_language?: string;
            /**
             * @description Last known.
             * @example de
             */
            customer_language?: string;
            /** @description On the desk's clock. */
            hour?: number;
            /** @description Your own name of the message, given back; draws whether it is an audit. */
            id?: string;
            /** @description An automatic reply, bounce or list mail. */
            is_automatic?: boolean;
            /** @description Instead of one message: up to 1,000, answered in their order. */
            items?: {
                /** @example Since this morning nothing comes out. */
                body?: string;
                /** @enum {string} */
                channel?: "email" | "phone" | "api" | "portal" | "chat" | "monitoring";
                /**
                 * @description As the message's header says.
                 * @example de
                 */
                content_language?: string;
                /**
                 * @description Last known.
                 * @example de
                 */
                customer_language?: string;
                /** @description On the desk's clock. */
                hour?: number;
                /** @description Your own name of the message, given back; draws whether it is an audit. */
                id?: string;
                /** @description An automatic reply, bounce or list mail. */
                is_automatic?: boolean;
                /** @description Address that it was written to. */
                mailbox?: string;
                organization?: number;
                /** @example Printer on floor 2 is jammed */
                subject?: string;
            }[];
            /** @description Address that it was written to. */
            mailbox?: string;
            organization?: number;
            /** @example Printer on floor 2 is jammed */
            subject?: string;
        };
        TriageSuggestion: {
            id: string | null;
            /** @description Drawn by the id, as often as the gate is set to: let people decide before they see this, then tell it with "seen": false. */
            is_audit: boolean;
            labels: components["schemas"]["TriageLabel"][];
            /** @description Version that serves. */
            model: string;
        };
        TriageSuggestionList: {
            items: components["schemas"]["TriageSuggestion"][];
        };
        UndeliveredCounts: {
            /** @description Of webhooks. */
            calls: number;
            letters: number;
            notices: number;
        };
        UndeliveredNotice: {
            /** Format: date-time */
            created_at: string;
            id: number;
            /** @example reply */
            kind: string;
            /** @description What the mail server said. */
            reason: string;
            subject: string;
            ticket: number;
            to: string;
            tries: number;
        };
        UndeliveredNoticePage: {
            items: components["schemas"]["UndeliveredNotice"][];
            /** @description Address of the next page; null on the last one. */
            next: string | null;
        };
        Upload: {
            /** @description Of a picture within the text: src="cid:...". */
            content_id: string | null;
            /** @description By its first bytes. */
            content_type: string;
            /**
             * Format: date-time
             * @description null while a draft holds it.
             */
            expires_at: string | null;
            id: number;
            is_inline: boolean;
            name: string;
            size: number;
            url: string;
        };
        View: {
            columns: string[];
            /** @description null: built in. */
            id: number | null;
            is_builtin: boolean;
            /** @description Of a built-in view, else null. */
            key: string | null;
            name: string | null;
            owner: components["schemas"]["Named"] | null;
            position: number;
            /** @description null: this view lists something else, at its url. */
            query: string | null;
            queues: number[];
            sort: string;
            /** @description Where what it lists is read. */
            url: string;
            version: number;
        };
        ViewCount: {
            count: number;
            /** @description false: there are at least so many. */
            is_exact: boolean;
            key: string | null;
            view: number | null;
        };
        ViewCounts: {
            items: components["schemas"]["ViewCount"][];
            /** @description Address of the next page; null on the last one. */
            next: string | null;
        };
        Viewer: {
            agent: components["schemas"]["Named"] | null;
            /** Format: date-time */
            since: string;
            /** @enum {string} */
            state: "viewing" | "replying";
        };
        Viewers: {
            viewers: components["schemas"]["Viewer"][];
        };
        ViewPage: {
            items: components["schemas"]["View"][];
            /** @description Address of the next page; null on the last one. */
            next: string | null;
        };
        ViewPatch: {
            /** @description As the page names them. */
            columns?: string[];
            /** @example Printers, unanswered */
            name?: string;
            position?: number;
            /**
             * @description As docs/user/query.md tells.
             * @example queue:Printing status:new
             */
            query?: string;
            /** @description Whose people see it too. */
            queues?: number[];
            /** @description As GET /api/v1/tickets takes it; -updated if left out. */
            sort?: string;
        };
        Watch: {
            /** Format: date-time */
            at: string;
            /** @description New or open, and a clock still runs past its target. */
            breached: components["schemas"]["WatchCount"];
            breached_first: components["schemas"]["WatchedTicket"][];
            /** @description In the next hour. */
            breaching: components["schemas"]["WatchCount"];
            breaching_next: components["schemas"]["WatchedTicket"][];
            gaps: {
                count: number;
                /** @description The ticket that presses most. */
                first: number;
                /** @description true: nobody on the team ever could, not only nobody at work. */
                is_of_team: boolean;
                /** @enum {string} */
                lack: "people" | "skill" | "language" | "capacity";
                queue: components["schemas"]["Named"] | null;
                /** @description The skill, the language, or the channel whose tickets are too large. */
                what: string | null;
            }[];
            people: {
                agent: components["schemas"]["Named"] | null;
                capacity: number;
                open: number;
                queues: number[];
                /** @enum {string} */
                state: "free" | "busy" | "away";
                /** @description Of the capacity, in use. */
                units: number;
            }[];
            queues: {
                at_work: number;
                free: number;
                queue: components["schemas"]["Named"] | null;
                waiting: components["schemas"]["WatchCount"];
            }[];
            /** @description null: no chain starts on silence. */
            silent: components["schemas"]["WatchCount"] | null;
            silent_first: components["schemas"]["WatchedTicket"][];
            /** @description Without owner and past the warning. */
            unassigned: components["schemas"]["WatchCount"];
            unassigned_first: components["schemas"]["WatchedTicket"][];
        };
        WatchCount: {
            count: number;
            /** @description false: counting ended there. */
            is_exact: boolean;
        };
        WatchedTicket: {
            agent: components["schemas"]["Named"] | null;
            /**
             * @description Whose time `due_at` is.
             * @enum {string|null}
             */
            clock: "first_reply" | "next_reply" | "update" | "solution" | "handover" | null;
            /**
             * Format: date-time
             * @description The nearest of its targets, or the one that is meant here.
             */
            due_at: string | null;
            id: number;
            /** @enum {string} */
            priority: "low" | "normal" | "high" | "urgent";
            queue: components["schemas"]["Named"] | null;
            /**
             * Format: date-time
             * @description Of a silent owner: since when nothing was done.
             */
            since: string | null;
            /** @enum {string} */
            status: "new" | "open" | "waiting" | "solved" | "closed";
            subject: string;
            version: number;
        };
        Webhook: {
            id: number;
            is_enabled: boolean;
            last_call: components["schemas"]["WebhookCall"] | null;
            /** Format: date-time */
            made_at: string;
            name: string;
            url: string;
            version: number;
            /** @description Calls that are to be sent; counting ends at 1,000. */
            waiting: number;
        };
        WebhookCall: {
            /** @description The same for every try: Lotse-Event and `id` in the body. */
            event: string;
            id: number;
            /** Format: date-time */
            made_at: string;
            /** Format: date-time */
            next_try_at: string | null;
            /** @description Of the last failure. */
            reason: string | null;
            /** @enum {string} */
            state: "waiting" | "delivered" | "dead" | "let_be";
            status: number | null;
            ticket: number;
            /** Format: date-time */
            tried_at: string | null;
            tries: number;
            webhook: number;
        };
        WebhookCallPage: {
            items: components["schemas"]["WebhookCall"][];
            /** @description Address of the next page; null on the last one. */
            next: string | null;
        };
        WebhookPage: {
            items: components["schemas"]["Webhook"][];
            /** @description Address of the next page; null on the last one. */
            next: string | null;
        };
        WebhookPatch: {
            /** @description While it is switched off, steps pass it over. */
            is_enabled?: boolean;
            /** @example Pager */
            name?: string;
            /**
             * @description https or http. Not in the desk's own network, unless the operator allows it.
             * @example https://pager.example/lotse
             */
            url?: string;
        };
        WebhookTest: {
            event: string;
            /** @description null where it was taken (2xx). */
            reason: string | null;
            /** @description null: no answer. */
            status: number | null;
        };
        WeighedTicket: {
            /** @description Above 1: this person has served the customer or firm. */
            affinity: number;
            /** @description The product of the terms: how much it presses for this person. */
            index: number;
            /** @description 1 where few can do it; less where others could. */
            scarcity: number;
            /** @description Of this person at this kind; 1 is usual. */
            speed: number;
            ticket: {
                id: number;
                subject: string;
            };
            /** @description 0 to 1: grows to the deadline; a late ticket steps back. */
            urgency: number;
            /** @description Of the time to its deadline. */
            used_percent: number;
            /** @description Of the priority. */
            weight: number;
        };
        WhatIf: {
            add?: {
                count?: number;
                /** @description Minutes of the day on the desk's clock; on the same days as before. */
                hours?: {
                    from: number;
                    to: number;
                } | null;
                languages?: string[];
                /** @description Whose queues, skills, languages and hours they have. */
                like: number;
                skills?: string[];
            }[];
            assignment?: {
                /** @enum {string} */
                assignment: "push" | "pull";
                queue: number;
            }[];
            /** @description 0 to 0.95: of the tickets that need a person now, the share that would need none. */
            automation?: number;
            change?: {
                agent: number;
                /** @description Minutes of the day on the desk's clock; on the same days as before. */
                hours?: {
                    from: number;
                    to: number;
                } | null;
                languages?: string[];
                /** @description Learned, at level 3. */
                skills?: string[];
            }[];
            remove?: number[];
            /** @description In open time; what is not given stays. */
            targets?: {
                first_reply_minutes?: number | null;
                /** @enum {string} */
                priority: "low" | "normal" | "high" | "urgent";
                solution_minutes?: number | null;
            }[];
            volume?: {
                /** @description 0: of all. */
                category?: number;
                /** @description 0 to 10: so many times as many tickets. */
                factor: number;
                /** @description 0: of all. */
                queue?: number;
            }[];
        };
        Written: {
            article: number;
            /**
             * Format: date-time
             * @description Until then it can be taken back.
             */
            sending_at: string | null;
            ticket: number;
        };
    };
    responses: {
        /** @description What went wrong, and what to do. */
        Problem: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        /** @description A random text of yours. The same key with the same body has its effect once, within 48 hours; with another body it is 422. */
        IdempotencyKey: string;
        /** @description The ETag that was read; 412 if the object has changed since. */
        IfMatch: string;
        /** @description The ETag that is known; 304 if it still holds. */
        IfNoneMatch: string;
    };
    requestBodies: never;
    headers: {
        /** @description The version, for If-Match. */
        ETag: string;
        /** @description true: an earlier call did it. */
        IdempotencyReplayed: "true";
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    get_reference_page: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page without scripts. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    get_openapi: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OpenAPI 3.1. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    get_reference_style: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description CSS. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/css": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    list_agents: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgentPage"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    create_agent: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random text of yours. The same key with the same body has its effect once, within 48 hours; with another body it is 422. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Anna Kowalska",
                 *       "email": "anna@desk.example",
                 *       "channel_limits": {
                 *         "phone": 2,
                 *         "email": 8
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["NewAgent"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Agent"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    get_agent: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that is known; 304 if it still holds. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                agent: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Agent"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    patch_agent: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that was read; 412 if the object has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                agent: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Anna Kowalska",
                 *       "email": "anna@desk.example",
                 *       "channel_limits": {
                 *         "phone": 2,
                 *         "email": 8
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["AgentPatch"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Agent"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    get_absence_feed: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                agent: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarFeed"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    put_absence_feed: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                agent: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "private_url": "https://calendar.example/holidays.ics"
                 *     }
                 */
                "application/json": components["schemas"]["NewCalendarFeed"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarFeed"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    remove_absence_feed: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                agent: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    read_absence_feed: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                agent: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarFeed"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    put_absence_file: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                agent: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AbsenceFile"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    list_absences: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                agent: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AbsencePage"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    create_absence: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random text of yours. The same key with the same body has its effect once, within 48 hours; with another body it is 422. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                agent: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "kind": "holiday",
                 *       "from": "2026-06-01",
                 *       "until": "2026-06-01"
                 *     }
                 */
                "application/json": components["schemas"]["NewAbsence"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Absence"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    remove_absence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                absence: number;
                agent: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    patch_absence: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that was read; 412 if the object has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                absence: number;
                agent: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "from": "2026-06-01",
                 *       "until": "2026-06-01"
                 *     }
                 */
                "application/json": components["schemas"]["AbsencePatch"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Absence"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    put_availability: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that was read; 412 if the object has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                agent: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "is_available": true
                 *     }
                 */
                "application/json": components["schemas"]["Availability"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Agent"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    get_duty: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                agent: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Duty"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    remove_factors_of: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                agent: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    get_hours: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that is known; 304 if it still holds. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                agent: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Hours"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    put_hours: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that was read; 412 if the object has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                agent: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "time_zone": "Europe/Berlin",
                 *       "week": {
                 *         "monday": [
                 *           [
                 *             "08:00",
                 *             "12:00"
                 *           ]
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["NewHours"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Hours"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    remove_hours: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                agent: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    invite_agent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                agent: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    get_agent_signature: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                agent: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Signature"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    put_agent_signature: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                agent: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "texts": {}
                 *     }
                 */
                "application/json": components["schemas"]["SignatureInput"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Signature"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    list_answers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnswerPage"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    create_answer: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random text of yours. The same key with the same body has its effect once, within 48 hours; with another body it is 422. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Ask for a restart",
                 *       "shortcut": "restart",
                 *       "texts": {
                 *         "en": "Hello {{customer.first_name}}, ..."
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["NewAnswer"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Answer"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    get_answer: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that is known; 304 if it still holds. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                answer: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Answer"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    delete_answer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                answer: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    patch_answer: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that was read; 412 if the object has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                answer: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Ask for a restart",
                 *       "shortcut": "restart",
                 *       "texts": {
                 *         "en": "Hello {{customer.first_name}}, ..."
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["AnswerPatch"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Answer"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    fill_answer: {
        parameters: {
            query: {
                ticket: number;
            };
            header?: never;
            path: {
                answer: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FilledText"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    get_message_frame: {
        parameters: {
            query?: {
                /** @description list: tell the addresses of remote images, which are never loaded. */
                images?: "none" | "list";
                /** @description Of the page around. */
                theme?: "light" | "dark";
            };
            header?: never;
            path: {
                article: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A document with a content policy of its own. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    get_raw_message: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                article: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bytes that the mail door was given. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "message/rfc822": string;
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    take_back_message: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                article: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TakenBack"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    get_message_source: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                article: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Headers and bodies as text. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    get_attachment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                attachment: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description PNG, JPEG, GIF and WebP images come with their type; everything else is a download. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    list_audit: {
        parameters: {
            query?: {
                /** @description An agent. */
                actor?: number;
                /** @description Where the page before ended; taken from its next. */
                after?: string;
                from?: string;
                /** @description Items of a page; 50 if left out. */
                limit?: number;
                /** @description Kind of object. */
                object?: string;
                /** @description With object. */
                object_id?: number;
                /** @description Before this time. */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditPage"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    check_audit: {
        parameters: {
            query?: {
                after?: number;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditCheck"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    list_blocked_pairs: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BlockedPairPage"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    create_blocked_pair: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random text of yours. The same key with the same body has its effect once, within 48 hours; with another body it is 422. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "agent": 1,
                 *       "reason": "They are married."
                 *     }
                 */
                "application/json": components["schemas"]["NewBlockedPair"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BlockedPair"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    get_blocked_pair: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                blocked_pair: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BlockedPair"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    delete_blocked_pair: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                blocked_pair: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    list_breach_reasons: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that is known; 304 if it still holds. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BreachReasons"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    put_breach_reasons: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that was read; 412 if the object has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "items": [
                 *         {
                 *           "key": "supplier"
                 *         },
                 *         {
                 *           "name": "Strike"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["NewBreachReasons"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BreachReasons"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    reverse_job: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                job: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    list_calendars: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarPage"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    create_calendar: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random text of yours. The same key with the same body has its effect once, within 48 hours; with another body it is 422. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Office hours",
                 *       "time_zone": "Europe/Berlin",
                 *       "week": {
                 *         "monday": [
                 *           [
                 *             "09:00",
                 *             "12:30"
                 *           ]
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["NewCalendar"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Calendar"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    get_calendar: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that is known; 304 if it still holds. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                calendar: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Calendar"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    put_calendar: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that was read; 412 if the object has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                calendar: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Office hours",
                 *       "time_zone": "Europe/Berlin",
                 *       "week": {
                 *         "monday": [
                 *           [
                 *             "09:00",
                 *             "12:30"
                 *           ]
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["NewCalendar"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Calendar"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    get_due: {
        parameters: {
            query: {
                /** @description Now if left out. */
                from?: string;
                /** @description Of business time. */
                minutes: number;
            };
            header?: never;
            path: {
                calendar: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Due"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    get_calendar_feed: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                calendar: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarFeed"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    put_calendar_feed: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                calendar: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "private_url": "https://calendar.example/holidays.ics"
                 *     }
                 */
                "application/json": components["schemas"]["NewCalendarFeed"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarFeed"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    remove_calendar_feed: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                calendar: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    read_calendar_feed: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                calendar: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarFeed"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    preview_calendar: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                calendar: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Office hours",
                 *       "time_zone": "Europe/Berlin",
                 *       "week": {
                 *         "monday": [
                 *           [
                 *             "09:00",
                 *             "12:30"
                 *           ]
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["NewCalendar"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeadlinePreview"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    list_categories: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CategoryPage"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    create_category: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random text of yours. The same key with the same body has its effect once, within 48 hours; with another body it is 422. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "key": "printing",
                 *       "name": "Printing",
                 *       "keywords": {
                 *         "en": [
                 *           "printer",
                 *           "paper jam"
                 *         ],
                 *         "de": [
                 *           "drucker*"
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["NewCategory"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Category"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    get_category: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that is known; 304 if it still holds. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                category: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Category"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    patch_category: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that was read; 412 if the object has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                category: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "key": "printing",
                 *       "name": "Printing",
                 *       "keywords": {
                 *         "en": [
                 *           "printer",
                 *           "paper jam"
                 *         ],
                 *         "de": [
                 *           "drucker*"
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["CategoryPatch"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Category"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    list_customers: {
        parameters: {
            query?: {
                /** @description Where the page before ended; taken from its next. */
                after?: string;
                /** @description Items of a page; 50 if left out. */
                limit?: number;
                /** @description Beginnings of words of a name, an address or a phone number, as in search. By name, at most `limit`, without a next page. */
                text?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerPage"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    create_customer: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random text of yours. The same key with the same body has its effect once, within 48 hours; with another body it is 422. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Anna Kowalska",
                 *       "email": "anna@example.org",
                 *       "language": "de",
                 *       "time_zone": "Europe/Warsaw"
                 *     }
                 */
                "application/json": components["schemas"]["NewCustomer"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Customer"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    get_customer: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that is known; 304 if it still holds. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                customer: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Customer"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    patch_customer: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that was read; 412 if the object has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                customer: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Anna Kowalska",
                 *       "email": "anna@example.org",
                 *       "language": "de",
                 *       "time_zone": "Europe/Warsaw"
                 *     }
                 */
                "application/json": components["schemas"]["CustomerPatch"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Customer"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    get_demo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Demo"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    list_drafts: {
        parameters: {
            query?: {
                /** @description Where the page before ended; taken from its next. */
                after?: string;
                /** @description Items of a page; 50 if left out. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftPage"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    list_entities: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntityKindPage"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    create_entity: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random text of yours. The same key with the same body has its effect once, within 48 hours; with another body it is 422. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Order",
                 *       "pattern": "\\bPO-(\\d{6})\\b"
                 *     }
                 */
                "application/json": components["schemas"]["NewEntityKind"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntityKind"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    get_entity: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that is known; 304 if it still holds. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                entity: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntityKind"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    remove_entity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                entity: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    patch_entity: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that was read; 412 if the object has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                entity: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Order",
                 *       "pattern": "\\bPO-(\\d{6})\\b"
                 *     }
                 */
                "application/json": components["schemas"]["EntityKindPatch"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntityKind"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    try_entity: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "pattern": "\\bPO-(\\d{6})\\b",
                 *       "text": "xxx"
                 *     }
                 */
                "application/json": components["schemas"]["EntityTrial"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntityTrialResult"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    list_escalation_chains: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EscalationChainPage"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    create_escalation_chain: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random text of yours. The same key with the same body has its effect once, within 48 hours; with another body it is 422. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Usual",
                 *       "is_default": true,
                 *       "starts": [
                 *         "breach"
                 *       ],
                 *       "ladder": [
                 *         {
                 *           "at_percent": 80,
                 *           "to": "owner"
                 *         }
                 *       ],
                 *       "steps": [
                 *         {
                 *           "to": "owner",
                 *           "after_minutes": 0
                 *         },
                 *         {
                 *           "to": "lead",
                 *           "after_minutes": 30
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["NewEscalationChain"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EscalationChain"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    get_escalation_chain: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that is known; 304 if it still holds. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                chain: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EscalationChain"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    delete_escalation_chain: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                chain: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    patch_escalation_chain: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that was read; 412 if the object has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                chain: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Usual",
                 *       "is_default": true,
                 *       "starts": [
                 *         "breach"
                 *       ],
                 *       "ladder": [
                 *         {
                 *           "at_percent": 80,
                 *           "to": "owner"
                 *         }
                 *       ],
                 *       "steps": [
                 *         {
                 *           "to": "owner",
                 *           "after_minutes": 0
                 *         },
                 *         {
                 *           "to": "lead",
                 *           "after_minutes": 30
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["EscalationChainPatch"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EscalationChain"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    list_escalations: {
        parameters: {
            query?: {
                /** @description Where the page before ended; taken from its next. */
                after?: string;
                /** @description Items of a page; 50 if left out. */
                limit?: number;
                /** @description Those that call you and nobody looks after; a single page. */
                mine?: boolean;
                /** @description running if left out. */
                state?: "running" | "acknowledged";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EscalationPage"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    get_escalation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                escalation: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Escalation"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    acknowledge_escalation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                escalation: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Escalation"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    count_escalations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EscalationCounts"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    follow_events: {
        parameters: {
            query?: {
                /** @description Events after this position. */
                after?: number;
                /** @description Like the header Last-Event-ID, for the stream. */
                last_event_id?: number;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Server-sent events; data is a LiveEvent. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventPage"];
                    "text/event-stream": string;
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    get_factors: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Factors"];
                };
            };
            401: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    renew_recovery_codes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
            401: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    confirm_totp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "code": "123456"
                 *     }
                 */
                "application/json": components["schemas"]["TotpCode"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
            401: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    begin_totp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewTotp"];
                };
            };
            401: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    remove_totp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    get_fairness: {
        parameters: {
            query?: {
                /** @description So many days of UTC, today's included; 28 if left out. */
                days?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Fairness"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    list_fields: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FieldPage"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    create_field: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random text of yours. The same key with the same body has its effect once, within 48 hours; with another body it is 422. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "key": "office",
                 *       "name": {
                 *         "en": "Office",
                 *         "de": "Standort"
                 *       },
                 *       "kind": "text"
                 *     }
                 */
                "application/json": components["schemas"]["NewField"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Field"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    get_field: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that is known; 304 if it still holds. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                field: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Field"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    remove_field: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                field: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    patch_field: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that was read; 412 if the object has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                field: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "key": "office",
                 *       "name": {
                 *         "en": "Office",
                 *         "de": "Standort"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["FieldPatch"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Field"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    get_gate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Gate"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    get_gate_field: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that is known; 304 if it still holds. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                gate_field: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GateField"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    patch_gate_field: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that was read; 412 if the object has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                gate_field: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "precision": 0.95,
                 *       "delta": 0.05,
                 *       "audit_share": 0.1
                 *     }
                 */
                "application/json": components["schemas"]["GateFieldPatch"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GateField"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    list_gate_evidence: {
        parameters: {
            query: {
                /** @description Where the page before ended; taken from its next. */
                after?: string;
                /** @description Items of a page; 50 if left out. */
                limit?: number;
                /** @description As the gate lists it. */
                value: string;
            };
            header?: never;
            path: {
                gate_field: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EvidencePage"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    list_gate_moves: {
        parameters: {
            query: {
                /** @description As the gate lists it. */
                value: string;
            };
            header?: never;
            path: {
                gate_field: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GateMovePage"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    get_agreement: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HumanAgreement"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    list_all_gate_moves: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GateMovePage"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    stop_gate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    resume_gate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    get_hand_over: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandOver"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    read_holiday_file: {
        parameters: {
            query?: {
                /** @description IANA name, of times that name none. */
                time_zone?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HolidayFile"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    list_holiday_regions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HolidayRegionPage"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    list_holidays: {
        parameters: {
            query: {
                region: string;
                year: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicHolidayPage"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    get_job: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                job: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    list_job_items: {
        parameters: {
            query?: {
                /** @description Where the page before ended; taken from its next. */
                after?: string;
                /** @description Items of a page; 50 if left out. */
                limit?: number;
            };
            header?: never;
            path: {
                job: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobItemPage"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    take_back_label: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                label_decision: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LabelTakenBack"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    list_label_requests: {
        parameters: {
            query?: {
                /** @description Where the page before ended; taken from its next. */
                after?: string;
                /** @description Items of a page; 50 if left out. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LabelRequestPage"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    decide_label: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random text of yours. The same key with the same body has its effect once, within 48 hours; with another body it is 422. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                ticket: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "claim": 1,
                 *       "field": "category",
                 *       "value": "xxx"
                 *     }
                 */
                "application/json": components["schemas"]["LabelAnswer"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LabelDone"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    skip_label: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ticket: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "claim": 1
                 *     }
                 */
                "application/json": components["schemas"]["LabelSkip"];
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    claim_label: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LabelClaim"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    count_label_requests: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LabelCount"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    preview_label_undo: {
        parameters: {
            query?: {
                /** @description Instead of what triage set: what this person decided. */
                agent?: number;
                /** @description Only this one. */
                field?: "category" | "type" | "impact" | "urgency";
                /** @description Set, or decided, at this time or later. */
                from?: string;
                /** @description Only what this model set; as the gate names it. */
                model?: string;
                until?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LabelUndoPreview"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    start_label_undo: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random text of yours. The same key with the same body has its effect once, within 48 hours; with another body it is 422. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "field": "category"
                 *     }
                 */
                "application/json": components["schemas"]["LabelUndo"];
            };
        };
        responses: {
            /** @description Done. */
            202: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    follow_live: {
        parameters: {
            query?: {
                /** @description Like the header Last-Event-ID. */
                last_event_id?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Server-sent events. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LivePlace"];
                    "text/event-stream": string;
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    list_macros: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MacroPage"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    create_macro: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random text of yours. The same key with the same body has its effect once, within 48 hours; with another body it is 422. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Not for us",
                 *       "changes": {
                 *         "status": "solved"
                 *       },
                 *       "reply": {
                 *         "texts": {
                 *           "en": "Hello {{customer.first_name}}, ..."
                 *         }
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["NewMacro"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Macro"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    get_macro: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that is known; 304 if it still holds. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                macro: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Macro"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    delete_macro: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                macro: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    patch_macro: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that was read; 412 if the object has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                macro: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Not for us",
                 *       "changes": {
                 *         "status": "solved"
                 *       },
                 *       "reply": {
                 *         "texts": {
                 *           "en": "Hello {{customer.first_name}}, ..."
                 *         }
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["MacroPatch"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Macro"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    list_mailboxes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailboxPage"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    create_mailbox: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random text of yours. The same key with the same body has its effect once, within 48 hours; with another body it is 422. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "address": "support@example.org",
                 *       "host": "imap.example.org",
                 *       "user": "support@example.org"
                 *     }
                 */
                "application/json": components["schemas"]["NewMailbox"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Mailbox"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    get_mailbox: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that is known; 304 if it still holds. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                mailbox: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Mailbox"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    patch_mailbox: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that was read; 412 if the object has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                mailbox: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "address": "support@example.org",
                 *       "host": "imap.example.org",
                 *       "user": "support@example.org"
                 *     }
                 */
                "application/json": components["schemas"]["MailboxPatch"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Mailbox"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    test_mailbox: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                mailbox: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailTest"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    get_matrix: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that is known; 304 if it still holds. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Matrix"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    put_matrix: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that was read; 412 if the object has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "low": {
                 *         "low": "low",
                 *         "medium": "low",
                 *         "high": "low"
                 *       },
                 *       "medium": {
                 *         "low": "low",
                 *         "medium": "low",
                 *         "high": "low"
                 *       },
                 *       "high": {
                 *         "low": "low",
                 *         "medium": "low",
                 *         "high": "low"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["Matrix"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Matrix"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    list_mentions: {
        parameters: {
            query?: {
                /** @description Where the page before ended; taken from its next. */
                after?: string;
                /** @description Items of a page; 50 if left out. */
                limit?: number;
                /** @description Only those that you have not read. */
                unread?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MentionPage"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    read_mention: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                mention: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    read_mentions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "up_to": 1
                 *     }
                 */
                "application/json": components["schemas"]["MentionReading"];
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    list_models: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModelHistory"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    serve_model: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                model_trial: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Model"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    unpin_model: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    list_organizations: {
        parameters: {
            query?: {
                /** @description Where the page before ended; taken from its next. */
                after?: string;
                /** @description Items of a page; 50 if left out. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganizationPage"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    create_organization: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random text of yours. The same key with the same body has its effect once, within 48 hours; with another body it is 422. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Example Ltd",
                 *       "domains": [
                 *         "example.org"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["NewOrganization"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organization"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    get_organization: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that is known; 304 if it still holds. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                organization: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organization"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    patch_organization: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that was read; 412 if the object has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                organization: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Example Ltd",
                 *       "domains": [
                 *         "example.org"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["OrganizationPatch"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organization"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    add_passkey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "ticket": "xxx",
                 *       "name": "Laptop",
                 *       "credential": {}
                 *     }
                 */
                "application/json": components["schemas"]["NewPasskey"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadePasskey"];
                };
            };
            401: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    remove_passkey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                passkey: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    rename_passkey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                passkey: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "xxx"
                 *     }
                 */
                "application/json": components["schemas"]["PasskeyName"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Passkey"];
                };
            };
            401: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    begin_passkey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasskeyCall"];
                };
            };
            401: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    change_password: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "current": "xxx",
                 *       "password": "a sentence that only Anna knows"
                 *     }
                 */
                "application/json": components["schemas"]["PasswordChange"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            401: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    reset_password: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "token": "xxx",
                 *       "password": "a sentence that only Anna knows"
                 *     }
                 */
                "application/json": components["schemas"]["PasswordReset"];
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            422: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    ask_for_reset: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "anna@desk.example"
                 *     }
                 */
                "application/json": components["schemas"]["ResetRequest"];
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            422: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    list_placeholders: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlaceholderPage"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    list_policies: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyPage"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    create_policy: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random text of yours. The same key with the same body has its effect once, within 48 hours; with another body it is 422. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Standard",
                 *       "calendar": 1
                 *     }
                 */
                "application/json": components["schemas"]["NewPolicy"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Policy"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    get_policy: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that is known; 304 if it still holds. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                policy: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Policy"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    patch_policy: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that was read; 412 if the object has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                policy: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Standard"
                 *     }
                 */
                "application/json": components["schemas"]["PolicyPatch"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Policy"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    preview_policy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                policy: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Standard"
                 *     }
                 */
                "application/json": components["schemas"]["PolicyPatch"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeadlinePreview"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    take_next_ticket: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random text of yours. The same key with the same body has its effect once, within 48 hours; with another body it is 422. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NextTicket"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    get_portal: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that is known; 304 if it still holds. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Portal"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    patch_portal: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that was read; 412 if the object has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "color": "#1d4f91",
                 *       "url": "https://help.firm.example"
                 *     }
                 */
                "application/json": components["schemas"]["PortalPatch"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Portal"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    get_promises: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromiseStandings"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    complete_query: {
        parameters: {
            query: {
                q: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueryState"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    list_queues: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueuePage"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    create_queue: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random text of yours. The same key with the same body has its effect once, within 48 hours; with another body it is 422. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Printing",
                 *       "address": "printing@desk.example"
                 *     }
                 */
                "application/json": components["schemas"]["NewQueue"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Queue"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    get_queue: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that is known; 304 if it still holds. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                queue: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Queue"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    patch_queue: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that was read; 412 if the object has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                queue: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Printing",
                 *       "address": "printing@desk.example"
                 *     }
                 */
                "application/json": components["schemas"]["QueuePatch"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Queue"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    get_queue_rule: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that is known; 304 if it still holds. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                queue: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueueRoutingRule"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    put_queue_rule: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that was read; 412 if the object has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                queue: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "sticky_extra": 2
                 *     }
                 */
                "application/json": components["schemas"]["NewQueueRoutingRule"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueueRoutingRule"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    get_queue_signature: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                queue: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Signature"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    put_queue_signature: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                queue: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "texts": {}
                 *     }
                 */
                "application/json": components["schemas"]["SignatureInput"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Signature"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    count_queues: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueueCountsList"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    list_rebalances: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RebalancePage"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    create_rebalance: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random text of yours. The same key with the same body has its effect once, within 48 hours; with another body it is 422. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "moves": [
                 *         {
                 *           "ticket": 1,
                 *           "from": 1,
                 *           "to": 1
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["NewRebalance"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rebalance"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    reverse_rebalance: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                rebalance: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RebalanceReversal"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    preview_rebalance: {
        parameters: {
            query?: {
                /** @description Only its tickets. */
                queue?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RebalancePlan"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    get_roster: {
        parameters: {
            query: {
                /** @description People behind this one. */
                after?: number;
                from: string;
                /** @description Only its people. */
                queue?: number;
                /** @description The last day; at most 62 in all. */
                until: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Roster"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    put_roster: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "days": [
                 *         {
                 *           "agent": 1,
                 *           "date": "2026-06-01",
                 *           "plan": "shift"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["RosterChanges"];
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    get_roster_rules: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that is known; 304 if it still holds. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RosterRules"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    put_roster_rules: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that was read; 412 if the object has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "away_after_minutes": 1,
                 *       "ask_before_end_minutes": 1
                 *     }
                 */
                "application/json": components["schemas"]["RosterRules"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RosterRules"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    get_routing_rules: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that is known; 304 if it still holds. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoutingRules"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    patch_routing_rules: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that was read; 412 if the object has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "learns": true
                 *     }
                 */
                "application/json": components["schemas"]["RoutingRulesPatch"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoutingRules"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    search: {
        parameters: {
            query: {
                /** @description All of them if left out. */
                kinds?: ("tickets" | "customers" | "organizations")[];
                /** @description Of each kind; 10 if left out. */
                limit?: number;
                /** @description Words and field:value, as docs/user/query.md tells. */
                q: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchAnswer"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    get_session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            401: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    sign_in: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "anna@desk.example",
                 *       "password": "a sentence that only Anna knows"
                 *     }
                 */
                "application/json": components["schemas"]["Login"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description Done. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecondStep"];
                };
            };
            422: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    sign_out: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    confirm_session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "password": "xxx"
                 *     }
                 */
                "application/json": components["schemas"]["Proof"];
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    redeem_link: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "token": "xxx"
                 *     }
                 */
                "application/json": components["schemas"]["SignInLink"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            422: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    sign_in_with_passkey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "ticket": "xxx",
                 *       "credential": {}
                 *     }
                 */
                "application/json": components["schemas"]["PasskeyAnswer"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            422: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    begin_passkey_sign_in: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "desk": "xxx"
                 *     }
                 */
                "application/json": components["schemas"]["PasskeyDesk"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasskeyCall"];
                };
            };
            422: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    pass_second_step: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "ticket": "xxx",
                 *       "code": "123456"
                 *     }
                 */
                "application/json": components["schemas"]["Code"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            422: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    list_sessions: {
        parameters: {
            query?: {
                /** @description Somebody else's; needs agents:write. */
                agent?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionList"];
                };
            };
            401: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    end_session: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    get_settings: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that is known; 304 if it still holds. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Settings"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    patch_settings: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that was read; 412 if the object has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "language": "de",
                 *       "time_zone": "Europe/Berlin"
                 *     }
                 */
                "application/json": components["schemas"]["SettingsPatch"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Settings"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    get_setup: {
        parameters: {
            query?: {
                /** @description Of the names. */
                language?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SetupChoices"];
                };
            };
            422: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    complete_setup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "token": "xxx",
                 *       "desk_name": "Example help desk",
                 *       "language": "de",
                 *       "admin": {
                 *         "name": "Anna Kowalska",
                 *         "email": "anna@desk.example",
                 *         "password": "a sentence that only Anna knows"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["FirstSetup"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            422: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    test_setup_mailbox: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "token": "xxx",
                 *       "mailbox": {
                 *         "address": "support@example.org",
                 *         "host": "imap.example.org",
                 *         "user": "support@example.org"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["SetupMailTest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailTest"];
                };
            };
            422: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    list_shifts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShiftPage"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    create_shift: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random text of yours. The same key with the same body has its effect once, within 48 hours; with another body it is 422. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Early",
                 *       "hours": [
                 *         [
                 *           "08:00",
                 *           "12:00"
                 *         ]
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["NewShift"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Shift"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    get_shift: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that is known; 304 if it still holds. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                shift: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Shift"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    remove_shift: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                shift: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    patch_shift: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that was read; 412 if the object has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                shift: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Early"
                 *     }
                 */
                "application/json": components["schemas"]["ShiftPatch"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Shift"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    list_simulations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SimulationPage"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    create_simulation: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random text of yours. The same key with the same body has its effect once, within 48 hours; with another body it is 422. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "what": {
                 *         "volume": [
                 *           {
                 *             "factor": 1.2
                 *           }
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["NewSimulation"];
            };
        };
        responses: {
            /** @description Done. */
            202: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Simulation"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    get_simulation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                simulation: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Simulation"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    stop_simulation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                simulation: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Simulation"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    get_submission: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that is known; 304 if it still holds. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Submission"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    patch_submission: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that was read; 412 if the object has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "host": "smtp.example.org"
                 *     }
                 */
                "application/json": components["schemas"]["SubmissionPatch"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Submission"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    list_tags: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TagPage"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    create_tag: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random text of yours. The same key with the same body has its effect once, within 48 hours; with another body it is 422. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "vip"
                 *     }
                 */
                "application/json": components["schemas"]["NewTag"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tag"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    get_tag: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that is known; 304 if it still holds. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                tag: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tag"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    remove_tag: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tag: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    patch_tag: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that was read; 412 if the object has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                tag: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "vip"
                 *     }
                 */
                "application/json": components["schemas"]["TagPatch"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tag"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    list_taken_over: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TakenOverPage"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    list_tickets: {
        parameters: {
            query?: {
                /** @description Where the page before ended; taken from its next. */
                after?: string;
                /** @description An owner's id, or none: without owner. */
                agent?: number | "none";
                category?: number;
                channel?: "email" | "phone" | "api" | "portal" | "chat" | "monitoring";
                /** @description Opened at this time or later. */
                created_from?: string;
                /** @description Opened before this time. */
                created_to?: string;
                customer?: number;
                escalated?: boolean;
                /** @description A custom field's key, a colon and the value: office:Berlin. In a tree also what stands below it. All of these. */
                field?: string[];
                /** @description ISO 639-1 code of a language. */
                language?: string;
                /** @description Items of a page; 50 if left out. */
                limit?: number;
                /** @description Pass over so many first, to jump; to go on, `next` is cheaper. */
                offset?: number;
                organization?: number;
                priority?: "low" | "normal" | "high" | "urgent";
                /** @description What to look for: words and field:value, as docs/user/query.md tells. */
                q?: string;
                queue?: number;
                /** @description Asleep, or not; both if left out. */
                snoozed?: boolean;
                /** @description A minus turns it around. If left out the view's, else the newest change first. */
                sort?: "updated" | "-updated" | "created" | "-created" | "first_reply_due" | "-first_reply_due" | "solution_due" | "-solution_due" | "next_due" | "-next_due" | "priority" | "-priority";
                /** @description Any of these. */
                status?: ("new" | "open" | "waiting" | "solved" | "closed")[];
                /** @description By name; all of these. */
                tag?: string[];
                /** @description Also tell how many there are. */
                total?: boolean;
                /** @description The id of a view, or the key of a built-in one; narrows like the others. */
                view?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketPage"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    create_ticket: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random text of yours. The same key with the same body has its effect once, within 48 hours; with another body it is 422. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "subject": "Printer on floor 2 is jammed",
                 *       "text": "Since this morning nothing comes out.",
                 *       "customer": {
                 *         "email": "anna@example.org",
                 *         "name": "Anna Kowalska"
                 *       },
                 *       "language": "de"
                 *     }
                 */
                "application/json": components["schemas"]["NewTicket"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedTicket"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    get_ticket: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that is known; 304 if it still holds. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                ticket: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketDetail"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    patch_ticket: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that was read; 412 if the object has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                ticket: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "language": "de",
                 *       "fields": {
                 *         "office": "Berlin"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["TicketPatch"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ticket"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    list_articles: {
        parameters: {
            query?: {
                /** @description Messages older than this one; the newest if left out. */
                before?: number;
                /** @description 50 if left out. */
                limit?: number;
            };
            header?: never;
            path: {
                ticket: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArticlePage"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    explain_breach: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ticket: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "clock": "first_reply",
                 *       "due_at": "2026-11-25T18:20:42.000Z",
                 *       "reason": "no_capacity"
                 *     }
                 */
                "application/json": components["schemas"]["BreachReason"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Breach"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    list_checklist: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ticket: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChecklistPage"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    add_checklist_item: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random text of yours. The same key with the same body has its effect once, within 48 hours; with another body it is 422. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                ticket: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "text": "Order the spare part"
                 *     }
                 */
                "application/json": components["schemas"]["NewChecklistItem"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChecklistItem"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    delete_checklist_item: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                item: number;
                ticket: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    patch_checklist_item: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                item: number;
                ticket: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "text": "xxx"
                 *     }
                 */
                "application/json": components["schemas"]["ChecklistItemPatch"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChecklistItem"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    get_clocks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ticket: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketClocks"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    close_ticket: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that was read; 412 if the object has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                ticket: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "status": "solved"
                 *     }
                 */
                "application/json": components["schemas"]["Closure"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ticket"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    reopen_ticket: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that was read; 412 if the object has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                ticket: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ticket"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    get_draft: {
        parameters: {
            query: {
                kind: "reply" | "note";
            };
            header?: never;
            path: {
                ticket: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Draft"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    put_draft: {
        parameters: {
            query: {
                kind: "reply" | "note";
            };
            header?: never;
            path: {
                ticket: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "revision": 1
                 *     }
                 */
                "application/json": components["schemas"]["DraftInput"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Draft"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    delete_draft: {
        parameters: {
            query: {
                kind: "reply" | "note";
                revision?: number;
            };
            header?: never;
            path: {
                ticket: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    list_ticket_escalations: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ticket: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EscalationPage"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    list_ticket_events: {
        parameters: {
            query?: {
                /** @description Steps older than this one; the newest if left out. */
                before?: number;
                /** @description 50 if left out. */
                limit?: number;
            };
            header?: never;
            path: {
                ticket: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketEventPage"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    reverse_event: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random text of yours. The same key with the same body has its effect once, within 48 hours; with another body it is 422. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                event: number;
                ticket: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reversal"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    follow_ticket: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                agent: number;
                ticket: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    unfollow_ticket: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                agent: number;
                ticket: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    forward_messages: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random text of yours. The same key with the same body has its effect once, within 48 hours; with another body it is 422. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                ticket: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "text": "Hello Anna, the printer works again.",
                 *       "to": [
                 *         {
                 *           "address": "anna@example.org"
                 *         }
                 *       ],
                 *       "articles": [
                 *         1
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["NewForward"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Written"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    release_ticket: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ticket: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ticket"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    put_link: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                other: number;
                ticket: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "kind": "related"
                 *     }
                 */
                "application/json": components["schemas"]["NewLink"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Links"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    remove_link: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                other: number;
                ticket: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    use_macro: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random text of yours. The same key with the same body has its effect once, within 48 hours; with another body it is 422. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                macro: number;
                ticket: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "seen_article": 1
                 *     }
                 */
                "application/json": components["schemas"]["MacroUse"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MacroDone"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    undo_merge: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ticket: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    merge_ticket: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random text of yours. The same key with the same body has its effect once, within 48 hours; with another body it is 422. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                ticket: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "into": 1
                 *     }
                 */
                "application/json": components["schemas"]["NewMerge"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Merge"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    write_note: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random text of yours. The same key with the same body has its effect once, within 48 hours; with another body it is 422. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                ticket: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "text": "Called back. @anna.kowalska has the spare part."
                 *     }
                 */
                "application/json": components["schemas"]["NewNote"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoteWritten"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    put_presence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ticket: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "state": "viewing"
                 *     }
                 */
                "application/json": components["schemas"]["Presence"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Viewers"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    end_presence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ticket: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    get_recipients: {
        parameters: {
            query?: {
                /** @description Also everybody whom that message names. */
                all?: boolean;
                /** @description The message to answer; the newest if left out. */
                article?: number;
            };
            header?: never;
            path: {
                ticket: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recipients"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    write_reply: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random text of yours. The same key with the same body has its effect once, within 48 hours; with another body it is 422. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The ETag that was read; 412 if the object has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                ticket: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "text": "Hello Anna, the printer works again."
                 *     }
                 */
                "application/json": components["schemas"]["NewReply"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Written"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    get_ticket_routing: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ticket: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketRouting"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    list_similar: {
        parameters: {
            query?: {
                /** @description 5 if left out. */
                limit?: number;
            };
            header?: never;
            path: {
                ticket: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SimilarTicketPage"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    snooze_ticket: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that was read; 412 if the object has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                ticket: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "until": "2026-11-25T18:20:42.000Z"
                 *     }
                 */
                "application/json": components["schemas"]["Snooze"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ticket"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    wake_ticket: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that was read; 412 if the object has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                ticket: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ticket"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    undo_split: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ticket: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    split_ticket: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random text of yours. The same key with the same body has its effect once, within 48 hours; with another body it is 422. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                ticket: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "articles": [
                 *         1
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["NewSplit"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Split"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    list_times: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ticket: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimePage"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    add_time: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random text of yours. The same key with the same body has its effect once, within 48 hours; with another body it is 422. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                ticket: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "minutes": 1,
                 *       "activity": "On site"
                 *     }
                 */
                "application/json": components["schemas"]["NewTime"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimeEntry"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    delete_time: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ticket: number;
                time: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    change_tickets: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random text of yours. The same key with the same body has its effect once, within 48 hours; with another body it is 422. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "tickets": [
                 *         1
                 *       ],
                 *       "changes": {
                 *         "language": "de",
                 *         "fields": {
                 *           "office": "Berlin"
                 *         }
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["NewBulk"];
            };
        };
        responses: {
            /** @description Done. */
            202: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    list_tokens: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenPage"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    create_token: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random text of yours. The same key with the same body has its effect once, within 48 hours; with another body it is 422. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "monitoring",
                 *       "scopes": [
                 *         "tickets:create",
                 *         "tickets:read"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["NewToken"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssuedToken"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    revoke_token: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    triage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "subject": "Printer on floor 2 is jammed",
                 *       "body": "Since this morning nothing comes out.",
                 *       "customer_language": "de",
                 *       "content_language": "de"
                 *     }
                 */
                "application/json": components["schemas"]["TriageRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TriageAnswer"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    list_triage_feedback: {
        parameters: {
            query?: {
                /** @description Where the page before ended; taken from its next. */
                after?: string;
                /** @description Items of a page; 50 if left out. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TriageLessonPage"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    teach_triage: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random text of yours. The same key with the same body has its effect once, within 48 hours; with another body it is 422. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "subject": "Printer on floor 2 is jammed",
                 *       "body": "Since this morning nothing comes out.",
                 *       "customer_language": "de",
                 *       "content_language": "de",
                 *       "labels": {
                 *         "category": "printing",
                 *         "type": "incident"
                 *       },
                 *       "seen": false
                 *     }
                 */
                "application/json": components["schemas"]["NewTriageLesson"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaughtTriageLesson"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    erase_triage_feedback: {
        parameters: {
            query: {
                reference: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErasedFeedback"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    remove_triage_feedback: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                lesson: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    replay_triage: {
        parameters: {
            query?: {
                /** @description Without it: 90. */
                days?: number;
                /** @description Chance of granting wrongly, 0.001 to 0.2; without it: 0.05. */
                delta?: number;
                /** @description Without it: category. */
                field?: "category" | "type" | "impact" | "urgency";
                /** @description A version; without it: whatever served at the time. */
                model?: string;
                /** @description Precision, 0.5 to 0.999, wished of the gate; without it: 0.95. */
                target?: number;
                /** @description The point of the curve to show. */
                threshold?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Replay"];
                };
            };
            /** @description Done. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Replay"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    count_undelivered: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UndeliveredCounts"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    list_dead_calls: {
        parameters: {
            query?: {
                /** @description Where the page before ended; taken from its next. */
                after?: string;
                /** @description Items of a page; 50 if left out. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookCallPage"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    drop_call: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                call: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    retry_call: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                call: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    list_lost_letters: {
        parameters: {
            query?: {
                /** @description Where the page before ended; taken from its next. */
                after?: string;
                /** @description Items of a page; 50 if left out. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LostLetterPage"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    drop_letter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                letter: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    list_undelivered: {
        parameters: {
            query?: {
                /** @description Where the page before ended; taken from its next. */
                after?: string;
                /** @description Items of a page; 50 if left out. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UndeliveredNoticePage"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    drop_notice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                notice: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    retry_notice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                notice: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    retry_notices: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RetriedNotices"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    create_upload: {
        parameters: {
            query?: {
                content_type?: string;
                /** @description A picture within the text; html names it as cid:CONTENT_ID. */
                inline?: boolean;
                name?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Upload"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    get_upload: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                upload: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Pictures come with their type; everything else is a download. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    delete_upload: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                upload: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    list_views: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ViewPage"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    create_view: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random text of yours. The same key with the same body has its effect once, within 48 hours; with another body it is 422. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Printers, unanswered",
                 *       "query": "queue:Printing status:new"
                 *     }
                 */
                "application/json": components["schemas"]["NewView"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["View"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    get_view: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that is known; 304 if it still holds. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                view: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["View"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    delete_view: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                view: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    patch_view: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that was read; 412 if the object has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                view: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Printers, unanswered",
                 *       "query": "queue:Printing status:new"
                 *     }
                 */
                "application/json": components["schemas"]["ViewPatch"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["View"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    count_views: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ViewCounts"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    get_watch: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Watch"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    list_webhooks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookPage"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    create_webhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random text of yours. The same key with the same body has its effect once, within 48 hours; with another body it is 422. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Pager",
                 *       "url": "https://pager.example/lotse"
                 *     }
                 */
                "application/json": components["schemas"]["NewWebhook"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssuedWebhook"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    get_webhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that is known; 304 if it still holds. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                webhook: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    delete_webhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhook: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    patch_webhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that was read; 412 if the object has changed since. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                webhook: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Pager",
                 *       "url": "https://pager.example/lotse"
                 *     }
                 */
                "application/json": components["schemas"]["WebhookPatch"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    list_webhook_calls: {
        parameters: {
            query?: {
                /** @description Where the page before ended; taken from its next. */
                after?: string;
                /** @description Items of a page; 50 if left out. */
                limit?: number;
            };
            header?: never;
            path: {
                webhook: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookCallPage"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    renew_webhook_secret: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhook: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssuedWebhook"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    test_webhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhook: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookTest"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    get_health: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    get_metrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Exposition format 0.0.4. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
}
